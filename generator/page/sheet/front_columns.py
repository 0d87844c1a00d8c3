"""Exercises of a page dealt to its columns: parts of phases in, bands of columns out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

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


def bands_of(stretches: Sequence[Stretch], columns: int) -> tuple[tuple[FrontBand, ...], ...]:
    """Every way to deal them, the best first: phases that follow one another go down the columns together.

    A timed sequence is a band of its own.
    """
    runs = [
        list(run) for _, run in groupby(stretches, key=lambda stretch: stretch.phase.key if stretch.phase.beats else "")
    ]
    ways = [[_clocked(run[0], columns)] if run[0].phase.beats else _plain(run, columns) for run in runs]
    most = max(len(way) for way in ways)
    return tuple(tuple(way[min(index, len(way) - 1)] for way in ways) for index in range(most))


def _clocked(stretch: Stretch, columns: int) -> FrontBand:
    """Row by row over the columns."""
    parts = (replace(stretch, cells=stretch.cells[column::columns]) for column in range(columns))
    return FrontBand(tuple((part,) for part in parts if part.cells), stretch)


def _plain(stretches: Sequence[Stretch], columns: int) -> list[FrontBand]:
    """Down the first column first: to the end of a phase if columns then differ by one at most, or to half of all."""
    if columns == 1:
        return [FrontBand((tuple(stretches),))]
    counts = [len(stretch.cells) for stretch in stretches]
    whole, ends = sum(counts), list(accumulate(counts))
    firsts = dict.fromkeys([*(end for end in ends if abs(2 * end - whole) <= 1), (whole + 1) // 2, whole // 2])
    return [FrontBand(_parted(stretches, first)) for first in firsts if first]


def _parted(stretches: Sequence[Stretch], first: int) -> tuple[tuple[Stretch, ...], ...]:
    """So many exercises in the first column."""
    columns: tuple[list[Stretch], list[Stretch]] = ([], [])
    done = 0
    for stretch in stretches:
        kept = max(min(first - done, len(stretch.cells)), 0)
        if kept:
            columns[0].append(replace(stretch, cells=stretch.cells[:kept]))
        if kept < len(stretch.cells):
            columns[1].append(replace(stretch, cells=stretch.cells[kept:], goes_on=stretch.goes_on or kept > 0))
        done += len(stretch.cells)
    return tuple(tuple(column) for column in columns if column)
