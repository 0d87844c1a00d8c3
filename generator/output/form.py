"""A drawing, photograph or matrix code in, a form or image object out: stored once in a file, placed many times.

A form holds no marked content: what stands in a form is lost to the structure tree that browsers build.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from generator.output.brush import Brush
from generator.output.syntax import Unwritable, deflated, numbers, stream
from generator.page.page import Ink
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster


@dataclass(frozen=True, slots=True)
class FormObject:
    """An external object `width` by `height` of its own units; y runs up in it.

    Its name says what is in it, so content that names it fits into any file.
    """

    name: str
    width: float
    height: float
    body: bytes


def _form(prefix: str, width: float, height: float, body: bytes) -> FormObject:
    return FormObject(prefix + hashlib.blake2b(body, digest_size=8).hexdigest(), width, height, body)


def drawing_form(drawing: Drawing, palette: tuple[tuple[str, Ink], ...]) -> FormObject:
    """A form of the drawing's own size in points."""
    brush = Brush(dict(palette), drawing.unit)
    out = [f"{numbers(drawing.unit, 0, 0, -drawing.unit, 0, drawing.height, digits=5)} cm 1 J 1 j"]
    out += [operators for op in drawing.ops for operators in brush.paint(op)]
    box = numbers(0, 0, drawing.width, drawing.height)
    named = "".join(f"/{key}{value}" for value, key in brush.shades.items())
    resources = f"<</Shading<<{named}>>>>" if named else "<<>>"
    entries = f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources{resources}".encode("ascii")
    return _form("D", drawing.width, drawing.height, deflated("\n".join(out).encode("ascii"), entries))


def raster_form(raster: Raster) -> FormObject:
    """An image, which is one unit square. A JPEG goes in as it is."""
    if raster.columns < 1 or raster.rows < 1 or raster.channels not in (1, 3):
        raise Unwritable(f"a picture of {raster.columns} by {raster.rows} pixels in {raster.channels} channels")
    space = "DeviceGray" if raster.channels == 1 else "DeviceRGB"
    entries = (
        f"/Type/XObject/Subtype/Image/Width {raster.columns}/Height {raster.rows}/ColorSpace/{space}/BitsPerComponent 8"
    ).encode("ascii")
    if raster.is_jpeg:
        return _form("I", 1, 1, stream(raster.data, entries + b"/Filter/DCTDecode"))
    if len(raster.data) != raster.columns * raster.rows * raster.channels:
        raise Unwritable(f"a picture with {len(raster.data)} samples does not fill its rows")
    return _form("I", 1, 1, deflated(raster.data, entries))


def matrix_form(modules: tuple[tuple[bool, ...], ...]) -> FormObject:
    """A form in which a module is one unit, first row on top; takes the colour that is set where it is placed."""
    height, width = len(modules), max((len(row) for row in modules), default=0)
    # The box is a module wider all round, so that clipping to it cannot soften an outer edge.
    entries = f"/Type/XObject/Subtype/Form/BBox[-1 -1 {width + 1} {height + 1}]/Resources<<>>".encode("ascii")
    return _form("M", width, height, deflated(matrix_operators(modules).encode("ascii"), entries))


def matrix_operators(modules: tuple[tuple[bool, ...], ...]) -> str:
    """What paints the dark modules, each one unit wide, with the lower left corner of all at 0, 0.

    Dark neighbours in a row are one rectangle and all are one path: filled apart, they show seams of light.
    """
    height = len(modules)
    out = []
    for index, row in enumerate(modules):
        start = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                out.append(f"{start} {height - 1 - index} {column - start} 1 re")
                start = None
    return " ".join(out) + " f"
