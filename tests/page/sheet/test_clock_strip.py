"""The clock strip: segments as long as their steps, letters where they have room, starts that can be read."""

from __future__ import annotations

import pytest

from generator.content.paper import Paper
from generator.manuscript.sheet_front import StripBeat
from generator.page.page import Block, Shape, Words
from generator.page.sheet.clock_strip import lay_out_clock_strip
from generator.page.sheet.front_sizes import front_sizes
from generator.shapes.geometry import MM
from tests.page.conftest import items_of, overlaps
from tests.page.sheet.fronts import front, style_on

BEATS = front("ten-minute-follow-along").phases[0].beats


def strip(beats: tuple[StripBeat, ...], width: float, style: str = "standard") -> Block:
    made = style_on(Paper.A4, style)
    return lay_out_clock_strip(made, front_sizes(made), beats, width)


def segments(block: Block) -> list[tuple[float, float]]:
    """Start and width of each frame."""
    found = []
    for item in items_of(block):
        if isinstance(item, Shape) and item.stroke:
            xs = [float(value) for value in item.path.split() if not value.isalpha()][::2]
            found.append((min(xs), max(xs) - min(xs)))
    return found


def texts(block: Block) -> list[str]:
    return [item.run.text for item in items_of(block) if isinstance(item, Words)]


def test_segments_are_in_proportion_and_starts_stand_under_them() -> None:
    block = strip(BEATS, 182 * MM)
    found = segments(block)
    assert len(found) == len(BEATS) == 11
    for (_, width), beat in zip(found, BEATS, strict=True):
        assert width == pytest.approx(182 * MM / 600 * beat.seconds - 1.2, abs=0.1)
    assert [text for text in texts(block) if ":" in text] == [beat.clock for beat in BEATS]
    assert overlaps(block) == []


def test_every_side_that_has_room_is_lettered_and_a_short_step_leaves_it_to_the_cell() -> None:
    assert texts(strip(BEATS, 182 * MM)).count("R") == texts(strip(BEATS, 182 * MM)).count("L") == 3
    short = (StripBeat(0, 30, "1", "R", "0:00"), StripBeat(30, 570, "2", "L", "0:30"))
    assert [text for text in texts(strip(short, 182 * MM)) if text in "RL"] == ["L"]


@pytest.mark.parametrize(("width", "style"), [(122 * MM, "standard"), (130 * MM, "large-print")])
def test_a_strip_that_would_be_too_close_takes_more_rows(width: float, style: str) -> None:
    block = strip(BEATS, width, style)
    assert len({item.y for item in items_of(block) if isinstance(item, Words) and ":" in item.run.text}) > 1
    assert overlaps(block) == [] and block.width == width
