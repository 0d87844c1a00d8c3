"""Finished pages in, photographs out that have too few pixels for the size they are printed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from generator.page.page import Element, Item, Page, Picture
from generator.problems import Place, Problem, Severity, place_of
from generator.shapes.geometry import MM
from generator.shapes.pixels import Raster

LEAST_DPI = 150
_ROUNDING = 0.5  # dpi and pixels


@dataclass(frozen=True, slots=True)
class Coarse:
    """A picture that prints with `dpi` at its largest, `width` points wide; `needed` are columns and rows in pixels."""

    name: str
    dpi: float
    width: float
    needed: tuple[int, int]

    @property
    def what(self) -> str:
        return f"picture {str(self.name)[:80]!r} prints unsharp: {self.dpi:.0f} dpi at {self.width / MM:.0f} mm width"

    @property
    def hint(self) -> str:
        columns, rows = self.needed
        return f"take one of {columns} × {rows} pixels or more ({LEAST_DPI} dpi)"


def coarse_pictures(pages: Iterable[Page], names: Mapping[Raster, str]) -> tuple[Coarse, ...]:
    """Each named picture with fewer than 150 pixels an inch, where it is printed largest."""
    printed = (
        _coarse(names[picture.content], picture, picture.content)
        for picture in _pictures(pages)
        if isinstance(picture.content, Raster) and picture.content in names
    )
    return coarsest(one for one in printed if one.dpi < LEAST_DPI - _ROUNDING)


def coarsest(coarse: Iterable[Coarse]) -> tuple[Coarse, ...]:
    """Each picture once, in its largest print."""
    found: dict[tuple[str, Place | None], Coarse] = {}
    for one in coarse:
        key = (one.name, place_of(one.name))
        if key not in found or one.dpi < found[key].dpi:
            found[key] = one
    return tuple(found.values())


def coarse_problem(coarse: Coarse) -> Problem:
    return Problem(
        coarse.what, place_of(coarse.name), hint=coarse.hint, severity=Severity.WARNING, rule="low-resolution"
    )


def _coarse(name: str, picture: Picture, raster: Raster) -> Coarse:
    dpi = min(raster.columns / picture.width, raster.rows / picture.height) * 72
    return Coarse(name, dpi, picture.width, (_pixels(picture.width), _pixels(picture.height)))


def _pixels(points: float) -> int:
    return ceil(points * LEAST_DPI / 72 - _ROUNDING)


def _pictures(pages: Iterable[Page]) -> Iterator[Picture]:
    waiting: list[Element | Item] = [kid for page in pages for placed in page.blocks for kid in placed.block.kids]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Element):
            waiting.extend(kid.kids)
        elif isinstance(kid, Picture):
            yield kid
