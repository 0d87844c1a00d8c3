"""The clinician's copy: one page for a dozen exercises, more beyond. What differs by person has slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.manuscript.clinician_copy import ClinicianCopy, CopiedExercise
from generator.page.clinician.copy_ends import (
    lay_out_measure,
    lay_out_run,
    lay_out_signature,
    lay_out_title,
)
from generator.page.clinician.copy_exercise import lay_out_phase_head, lay_out_row
from generator.page.clinician.copy_measures import CopySizes, copy_sizes
from generator.page.flow import Part, break_pages
from generator.page.measures import Frame, Style
from generator.page.page import Block, Page, Placed
from generator.page.personal_note import lay_out_note
from generator.page.running_heads import lay_out_footer
from generator.page.strip import lay_out_strip

# The slots of the strip with all fields, on page 1, and of the name on later pages.
COPY_STRIP, COPY_NAME = "copy strip", "copy name"

# Doses in words or not, and whether it is tight.
_WAYS = ((True, False), (False, False), (False, True))
# Where pages have room, pictures grow in steps of a share of their least height.
_STEPS, _SHARE = 14, 1 / 12


@dataclass(frozen=True, slots=True)
class _CopyUnit:
    """Blocks that stay together on a page, placed from its upper left corner, and the air above it (points)."""

    placed: tuple[Placed, ...]
    apart: float

    @property
    def part(self) -> Part:
        return Part(max(one.y + one.block.height for one in self.placed), self.apart)


def _stacked(blocks: Sequence[Block], apart: float, slots: Sequence[str] = ()) -> _CopyUnit:
    """Blocks one under the other."""
    placed, y = [], 0.0
    for index, block in enumerate(blocks):
        placed.append(Placed(0.0, y, block, slot=slots[index] if slots else ""))
        y += block.height
    return _CopyUnit(tuple(placed), apart)


@dataclass(frozen=True, slots=True)
class _Copying:
    """One way to set the copy: sizes, strips of page 1 and of later ones, room under these, doses in words or not."""

    style: Style
    sizes: CopySizes
    copy: ClinicianCopy
    width: float
    strip: Block
    row: Block
    room: float
    whole: bool


def lay_out_copy(style: Style, frame: Frame, copy: ClinicianCopy) -> tuple[Page, ...]:
    """The roomiest way that takes the fewest pages; then pictures as large as these allow."""
    tries = [_tried(style, frame, copy, whole=whole, tight=tight) for whole, tight in _WAYS]
    copying = min(tries, key=lambda tried: len(_broken(tried, 0.0)))
    pages = _grown(copying)
    return tuple(_page(copying, frame, units, (number, len(pages))) for number, units in enumerate(pages, 1))


def _tried(style: Style, frame: Frame, copy: ClinicianCopy, *, whole: bool, tight: bool) -> _Copying:
    sizes, width = copy_sizes(style, tight=tight), frame.live
    title = lay_out_title(style, sizes, copy, width, first=True)
    strip, row = lay_out_strip(style, copy.fields, width), lay_out_strip(style, copy.fields[:1], width)
    foot = style.theme.footer_height + sizes.air
    room = frame.bottom - frame.top - title.height - sizes.air - row.height - foot
    return _Copying(style, sizes, copy, width, strip, row, room, whole)


def _grown(copying: _Copying) -> list[list[_CopyUnit]]:
    best = _broken(copying, 0.0)
    for step in range(1, _STEPS + 1):
        tried = _broken(copying, step * _SHARE * copying.sizes.picture_least)
        if len(tried) > len(best):
            break
        best = tried
    return best


def _broken(copying: _Copying, more: float) -> list[list[_CopyUnit]]:
    units = list(_units(copying, more))
    parts = [unit.part for unit in units]
    # What the strip of page 1 has more than the others.
    extra = Part(copying.strip.height - copying.row.height, 0.0)
    pages = break_pages([extra, *parts], copying.room)
    return [[units[index - 1] for index in page if index] for page in pages]


def _units(copying: _Copying, more: float) -> Iterator[_CopyUnit]:
    style, sizes, copy, width = copying.style, copying.sizes, copying.copy, copying.width
    if copy.note:
        yield _stacked([lay_out_note(style, copy.note, width)], sizes.air, [copy.note.key])
    yield _stacked([lay_out_run(style, sizes, "", copy.facts, width)], sizes.air)
    for phase in copy.phases:
        for index, exercise in enumerate(phase.exercises):
            blocks, slots = _noted(
                copying, exercise, lay_out_row(style, sizes, exercise, width, more, whole=copying.whole)
            )
            if index:
                yield _stacked(blocks, 0.0, slots)
            else:
                head = lay_out_phase_head(style, sizes, phase, width)
                yield _stacked([head, *blocks], sizes.air, ["", *slots])
    yield from _ends(copying)
    yield _stacked([lay_out_signature(style, sizes, copy.sign, width)], sizes.air)


def _noted(copying: _Copying, exercise: CopiedExercise, row: Block) -> tuple[list[Block], list[str]]:
    """An exercise with the note to one person under it, and their slots."""
    if exercise.note is None:
        return [row], [""]
    return [row, lay_out_note(copying.style, exercise.note, copying.width)], ["", exercise.note.key]


def _ends(copying: _Copying) -> Iterator[_CopyUnit]:
    """How the client moves up, what was printed for him, what is measured."""
    style, sizes, copy, width = copying.style, copying.sizes, copying.copy, copying.width
    for head, lines in ((copy.rule_head, copy.rule), (copy.given_head, copy.given)):
        if lines:
            yield _stacked([lay_out_run(style, sizes, f"{head}.", lines, width)], sizes.air)
    for measure in copy.measures:
        yield _stacked([lay_out_measure(style, sizes, measure, width)], sizes.air)


def _page(copying: _Copying, frame: Frame, units: Sequence[_CopyUnit], page_of: tuple[int, int]) -> Page:
    style, sizes, copy, width = copying.style, copying.sizes, copying.copy, copying.width
    first = page_of[0] == 1
    title = lay_out_title(style, sizes, copy, width, first=first)
    strip, slot = (copying.strip, COPY_STRIP) if first else (copying.row, COPY_NAME)
    y = frame.top + title.height + sizes.air
    placed = [Placed(frame.start, frame.top, title), Placed(frame.start, y, strip, slot=slot)]
    y += strip.height
    for index, unit in enumerate(units):
        y += unit.apart if index or first else sizes.air
        placed += [replace(one, x=frame.start + one.x, y=y + one.y) for one in unit.placed]
        y += unit.part.height
    footer = lay_out_footer(style, copy.footer, page_of, width, read=page_of[0] == page_of[1])
    placed.append(Placed(frame.start, frame.bottom - style.theme.footer_height, footer))
    return Page(frame.width, frame.height, tuple(placed))
