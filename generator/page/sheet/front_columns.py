"""Exercises of a page dealt to its columns: parts of phases in, bands of columns out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.manuscript.sheet_front import FrontCell, FrontPhase
from generator.page.sheet.front_sizes import FrontSizes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Exercises of one phase that stand together; `goes_on` says that the phase began elsewhere."""

    phase: FrontPhase
    cells: tuple[FrontCell, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class FrontBand:
    """Columns side by side. `clocked` is a timed sequence over all of them, whose exercises stand row by row."""

    columns: tuple[tuple[Stretch, ...], ...]
    clocked: Stretch | None = None


def column_width(sizes: FrontSizes, width: float, columns: int) -> float:
    """Of one of so many columns of a page of this width."""
    return (width - sizes.gutter * (columns - 1)) / columns


def stretches_of(phases: Sequence[FrontPhase], start: int, end: int) -> tuple[Stretch, ...]:
    """The exercises from `start` to `end` of all, counted from 0."""
    found = []
    first = 0
    for phase in phases:
        cells = phase.cells[max(start - first, 0) : max(end - first, 0)]
        if cells:
            found.append(Stretch(phase, cells, goes_on=cells[0] is not phase.cells[0]))
        first += len(phase.cells)
    return tuple(found)


def bands_of(stretches: Sequence[Stretch], columns: int) -> tuple[FrontBand, ...]:
    """A timed sequence is a band of its own; the other phases between two of them go down the columns together."""
    bands: list[FrontBand] = []
    plain: list[Stretch] = []
    for stretch in stretches:
        if not stretch.phase.beats:
            plain.append(stretch)
            continue
        if plain:
            bands.append(FrontBand(columns_of(plain, columns)))
            plain = []
        parts = (replace(stretch, cells=stretch.cells[column::columns]) for column in range(columns))
        bands.append(FrontBand(tuple((part,) for part in parts if part.cells), stretch))
    if plain:
        bands.append(FrontBand(columns_of(plain, columns)))
    return tuple(bands)


def columns_of(stretches: Sequence[Stretch], columns: int) -> tuple[tuple[Stretch, ...], ...]:
    """Down the first column, which ends with a phase if the columns then differ by one at most, else takes half."""
    if columns == 1:
        return (tuple(stretches),)
    first: list[Stretch] = []
    second: list[Stretch] = []
    half, done = _half([len(stretch.cells) for stretch in stretches]), 0
    for stretch in stretches:
        kept = max(min(half - done, len(stretch.cells)), 0)
        if kept:
            first.append(replace(stretch, cells=stretch.cells[:kept]))
        if kept < len(stretch.cells):
            second.append(replace(stretch, cells=stretch.cells[kept:], goes_on=stretch.goes_on or kept > 0))
        done += len(stretch.cells)
    return tuple(tuple(column) for column in (first, second) if column)


def _half(counts: Sequence[int]) -> int:
    """How many exercises the first column has."""
    whole = sum(counts)
    ends = [sum(counts[: index + 1]) for index in range(len(counts))]
    return next((end for end in ends if abs(2 * end - whole) <= 1), (whole + 1) // 2)
