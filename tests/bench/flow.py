"""Finished pages in, what they say and show in reading order out: the same for engines that lay out themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.output.svg_text import svg_text
from generator.page.page import Cell, Element, Ink, Item, Pages, Picture, Role, Squares, Words
from generator.shapes.drawing import Drawing, Fill
from generator.shapes.path import segments
from generator.shapes.pixels import Raster

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Text:
    """A heading (1 to 3), a paragraph (0) or an item of a list (-1)."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, its colours by name, and its size on paper in points."""

    drawing: Drawing
    colours: tuple[tuple[str, Rgb], ...]
    width: float
    height: float
    alt: str

    @property
    def key(self) -> tuple[int, float]:
        """What it is known by while flows live: comparing drawings would cost an engine time that is not its own."""
        return id(self.drawing), self.width

    @property
    def svg(self) -> str:
        return svg_text(self.drawing, dict(self.colours))


@dataclass(frozen=True, slots=True)
class Matrix:
    """A QR code or Data Matrix, `size` points wide."""

    modules: tuple[tuple[bool, ...], ...]
    size: float
    alt: str

    @property
    def key(self) -> tuple[int, float]:
        return id(self.modules), self.size

    @property
    def svg(self) -> str:
        side = len(self.modules)
        squares = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(self.modules) for x, dark in enumerate(row) if dark
        )
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{squares}"/></svg>'


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a table's row; a box to tick is ☐."""

    cells: tuple[str, ...]
    head: bool


Part = Text | Figure | Matrix | Row
Engine = Callable[[Sequence[Part]], bytes]
# Type sizes by level of `Text`, in points.
SIZES = {1: 28.0, 2: 15.0, 3: 19.0, 0: 12.5, -1: 12.5}


def flow_of(pages: Pages) -> tuple[Part, ...]:
    """Decoration apart, everything on the pages."""
    return tuple(part for page in pages.pages for placed in page.blocks for part in _parts(placed.block.kids))


_LEVELS = {Role.TITLE: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.LIST_ITEM: -1}


def _parts(kids: Sequence[Element | Item], level: int = 0) -> Iterator[Part]:
    for kid in kids:
        if not isinstance(kid, Element):
            continue
        if kid.role is Role.FIGURE:
            yield from (_picture(item, kid.alt or "") for item in kid.kids if isinstance(item, Picture | Squares))
        elif kid.role is Role.ROW:
            cells = tuple(_words(cell) for cell in kid.kids if isinstance(cell, Element))
            heads = [cell.role is Role.HEADER for cell in kid.kids if isinstance(cell, Element)]
            yield Row(cells, all(heads))
        elif kid.role in (Role.SECTION, Role.LIST, Role.TABLE):
            yield from _parts(kid.kids, level)
        elif kid.role is not Role.ARTIFACT and (words := _words(kid)):
            yield Text(_LEVELS.get(kid.role, level), words)


def _words(element: Element) -> str:
    found: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Words):
            found.append(kid.run.text)
        elif isinstance(kid, Cell):
            found.append("☐")
        elif isinstance(kid, Element) and kid.role is not Role.ARTIFACT:
            found.append(_words(kid))
    return " ".join(filter(None, found))


def _picture(item: Picture | Squares, alt: str) -> Figure | Matrix:
    if isinstance(item, Squares):
        return Matrix(item.modules, item.size, alt)
    assert not isinstance(item.content, Raster), "the bundled library has drawings only"
    palette = dict(item.palette)
    names = {op.colour for op in item.content.ops}
    colours = tuple((name, _rgb(palette[name])) for name in sorted(names) if name in palette)
    return Figure(item.content, colours, item.width, item.height, alt)


def _rgb(ink: Ink) -> Rgb:
    return ink.red, ink.green, ink.blue


def painted(figure: Figure) -> Iterator[tuple[str, Rgb, float | None]]:
    """Path, colour and, for a stroke, width in path units of each operation."""
    colours = dict(figure.colours)
    for op in figure.drawing.ops:
        colour = colours.get(op.colour) or _from_hex(op.colour)
        yield _moved(op.path, *op.at), colour, None if isinstance(op, Fill) else op.width


def _moved(path: str, right: float, down: float) -> str:
    words = []
    for operator, points in segments(path):
        words += [f"{x + right:g} {y + down:g}" for x, y in points]
        words.append(operator)
    return " ".join(words)


def _from_hex(text: str) -> Rgb:
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def stretches(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and found and sum(found[-1]) == x:
            found[-1] = found[-1][0], found[-1][1] + 1
        elif dark:
            found.append((x, 1))
    return found
