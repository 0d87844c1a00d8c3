"""Drawings for files of their own: a figure or a sheet of many as SVG, PDF or PNG; the library drawn ahead."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.content.figure.figure_spec import plain
from generator.content.library import Library
from generator.figure import palette
from generator.figure.stored import from_bytes, is_stale, to_bytes
from generator.manuscript.picture import LabelledDrawing
from generator.output.pdf import pdf_bytes
from generator.output.svg_text import svg_text
from generator.page.page import Block, Page, Pages, Placed
from generator.page.plate_page import place_drawing
from generator.pictures.figures import drawn, file_name, library_figures
from generator.shapes.drawing import Drawing
from generator.store import write_file
from generator.workshop import Workshop

ENDINGS = (".svg", ".png", ".pdf")
_MARGIN = 12.0  # points
_SCALE = 300 / 72  # pixels per point
_MOST_PIXELS = 12_000  # along the longer side
_EPOCH = date(2000, 1, 1)  # a picture has no date of its own: the same drawing gives the same file


def picture_bytes(drawing: Drawing, title: str, ending: str, style_name: str, workshop: Workshop) -> bytes:
    """The drawing as a file of the kind that `ending` names, in the colours of a style."""
    if ending == ".svg":
        mono = workshop.theme(style_name).figures == "mono"
        return svg_text(drawing, palette.MONO if mono else palette.COLOUR, {}, title).encode("utf-8")
    pdf = pdf_bytes(_page_of(drawing, title, style_name, workshop), workshop.faces, workshop.press, created=_EPOCH)
    return _pixels(pdf) if ending == ".png" else pdf


def _page_of(drawing: Drawing, title: str, style_name: str, workshop: Workshop) -> Pages:
    """One page, as large as the drawing and a margin."""
    style = workshop.style(style_name, None, "en")
    elements, height = place_drawing(
        style, LabelledDrawing(drawing, title, title, {}), 0.0, drawing.width, drawing.height
    )
    block = Block(drawing.width, height, tuple(elements))
    page = Page(drawing.width + 2 * _MARGIN, height + 2 * _MARGIN, (Placed(_MARGIN, _MARGIN, block),))
    return Pages(title, "en", (page,))


def _pixels(pdf: bytes) -> bytes:
    """The first page at 300 dpi, or less where that would be too large to hold."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = min(_SCALE, _MOST_PIXELS / max(document[0].get_size()))
        picture = document[0].render(scale=scale).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def draw_ahead(library: Library, folder: Path) -> Iterator[tuple[str, Path | None]]:
    """Draws what is new or stale in `folder`, and takes away what no figure needs.

    Yields the name of every figure, with its path if it was drawn anew. A pose's hash is in the file's name, and the
    engine's inside, so nothing is drawn to find out what is stale.
    """
    wanted = {file_name(name, option, plain(spec)): plain(spec) for name, option, spec in library_figures(library)}
    for path in folder.glob("*.json.gz"):
        if path.name not in wanted:
            path.unlink()
    for name, spec in sorted(wanted.items()):
        path = folder / name
        if _is_fresh(path, spec):
            yield name, None
            continue
        write_file(path, to_bytes(drawn(spec)))
        yield name, path


def stale_figures(library: Library, folder: Path) -> list[str]:
    """Names of figures that are missing from `folder` or were drawn by another engine; nothing is drawn."""
    stale = []
    for name, option, spec in library_figures(library):
        path = folder / file_name(name, option, plain(spec))
        if not _is_fresh(path, plain(spec)):
            stale.append(path.name)
    return stale


def _is_fresh(path: Path, spec: Mapping[str, Any]) -> bool:
    """Whether this file is there and was drawn by this engine."""
    try:
        return path.is_file() and not is_stale(from_bytes(path.read_bytes()), spec)
    except ValueError:  # another format
        return False
