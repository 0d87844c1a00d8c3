"""Faces in, encoded parts of files out, each made once: what files share is kept here, within bounds.

Nothing that is kept depends on the order of work, so a file made by a press that has made thousands is the same, byte
for byte, as one made by a fresh press.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.output.box import items_in
from generator.output.fonts import Font, make_font
from generator.output.form import Form, drawing_form, matrix_form, raster_form
from generator.output.placement import Content, Spot, Structure, content, structure
from generator.output.segment import Segment, compile_block
from generator.page.page import Block, Ink, Pages, Picture, Raster, Squares, Words
from generator.shapes.drawing import Drawing
from generator.text.face import Face

# How many of each are kept; those not asked for longest go first. A block takes some ten kilobytes.
_BLOCKS = 1024
_PLACES = 2048
_FORMS = 512
_FONTS = 64


class Press:
    """Belongs to one set of faces. `frozen` are glyphs that every file gets: so a batch cuts each face only once."""

    def __init__(self, faces: Mapping[str, Face], frozen: Mapping[str, frozenset[int]] | None = None) -> None:
        self.faces = faces
        self._frozen = dict(frozen or {})
        self._form = lru_cache(_FORMS)(_make_form)
        self._font = lru_cache(_FONTS)(self._make_font)
        self.segment = lru_cache(_BLOCKS)(self._compile)
        self.content = lru_cache(_PLACES)(self._content)
        self.structure = lru_cache(_PLACES)(self._structure)

    def font(self, face: str, gids: frozenset[int]) -> Font:
        """The font for a file that uses these glyphs of a face."""
        return self._font(face, gids | self._frozen.get(face, frozenset()))

    def _make_font(self, face: str, gids: frozenset[int]) -> Font:
        return make_font(self.faces[face], gids)

    def _form_of(self, item: Picture | Squares) -> Form:
        if isinstance(item, Squares):
            return self._form(item.modules, ())
        return self._form(item.content, item.palette)

    def _compile(self, block: Block, language: str) -> Segment:
        return compile_block(block, language, self.faces, self._form_of)

    def _content(self, block: Block, language: str, x: float, top: float, mark: int) -> Content:
        return content(self.segment(block, language), x, top, mark)

    def _structure(self, block: Block, language: str, spot: Spot) -> Structure:
        return structure(self.segment(block, language), spot)


def glyphs_for(documents: Iterable[Pages], text: str, faces: Mapping[str, Face]) -> dict[str, frozenset[int]]:
    """What to freeze for a batch: the glyphs of sample documents and, in the same faces, those for more text.

    Only what all files have in common belongs here, such as everybody's pages and the alphabet: what one roster adds
    would change the bytes of files that say nothing of it.
    """
    found: dict[str, set[int]] = {}
    for pages in documents:
        for page in pages.pages:
            for placed in page.blocks:
                for item in items_in(placed.block.kids):
                    if isinstance(item, Words):
                        for glyph in item.run.glyphs:
                            found.setdefault(glyph.face, set()).add(glyph.gid)
    for face, gids in found.items():
        gids.update(gid for char in text if (gid := faces[face].gid(char)))
    return {face: frozenset(gids) for face, gids in found.items()}


def _make_form(picture: Drawing | Raster | tuple[tuple[bool, ...], ...], palette: tuple[tuple[str, Ink], ...]) -> Form:
    match picture:
        case Drawing():
            return drawing_form(picture, palette)
        case Raster():
            return raster_form(picture)
        case _:
            return matrix_form(picture)
