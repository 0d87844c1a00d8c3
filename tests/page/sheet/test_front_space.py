"""When space is short: each rung is reached, in order, and safety says the same on all of them in type as large."""

from __future__ import annotations

import pytest

from generator.content.paper import Paper
from generator.page.page import Words
from generator.page.sheet.front_feet import FrontFeet
from generator.page.sheet.front_sizes import front_sizes
from generator.page.sheet.front_space import RUNGS
from tests.page.conftest import items_of, overlaps, text_of
from tests.page.sheet.fronts import front, of_length, parted, style_on

# A routine, its paper, how many of its exercises, and lines of a note.
REACHED = {
    "all": ("hamstring-health", Paper.A4, 2, 0),
    "less high rows": ("hamstring-health", Paper.A4, 3, 2),
    "tight ladder": ("hamstring-health", Paper.A4, 3, 3),
    "lower rows": ("hamstring-health", Paper.A4, 6, 2),
    "without feel and avoid": ("hip-hinge-foundations", Paper.A4, 4, 0),
    "without the phase's words": ("hamstring-health", Paper.LETTER, 5, 3),
    "low rows": ("hamstring-health", Paper.LETTER, 4, 3),
    "low rows without words": ("hamstring-health", Paper.A4, 8, 0),
    "closer lines": ("hamstring-health", Paper.LETTER, 8, 0),
    "without a line for a note": ("back-care-stretches", Paper.LETTER, 9, 0),
    "signs run in": ("hamstring-health", Paper.LETTER, 8, 1),
    "lowest rows": ("hamstring-health", Paper.LETTER, 9, 0),
}


@pytest.mark.parametrize("name", [rung.name for rung in RUNGS])
def test_each_rung_is_reached_by_a_sheet_of_one_page(name: str) -> None:
    routine, paper, count, note = REACHED[name]
    (page,) = parted(of_length(front(routine, paper), count, note), paper)
    assert page.rung.name == name


def test_a_longer_note_never_leads_to_a_higher_rung() -> None:
    names = [rung.name for rung in RUNGS]
    for count in (3, 6, 8):
        made = [parted(of_length(front("hamstring-health"), count, note)) for note in range(6)]
        places = [names.index(found[0].rung.name) for found in made if len(found) == 1]
        assert places == sorted(places)


@pytest.mark.parametrize("style", ["standard", "large-print", "mono"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_safety_says_the_same_on_every_rung_and_is_never_set_smaller(style: str, paper: Paper) -> None:
    made = style_on(paper, style)
    sizes = front_sizes(made)
    foot = front("ten-minute-follow-along", paper).foot
    feet = FrontFeet(made, sizes, foot, 520)
    told = []
    for rung in RUNGS:
        blocks = [block for block, _ in feet.blocks(feet.parts, rung)]
        assert all(overlaps(block) == [] for block in blocks)
        told.append(sorted(letters(text_of(block)) for block in blocks))
        words = [item for block in blocks for item in items_of(block) if isinstance(item, Words)]
        in_shapes = {item.run.size for item in words if "–" in item.run.text}
        assert min(in_shapes) >= max(12, made.theme.smallest)
        assert min({item.run.size for item in words} - in_shapes) >= sizes.body
    assert all(one == told[0] for one in told)
    everything = " ".join(text_of(block) for block, _ in feet.blocks(feet.parts, RUNGS[-1])).casefold()
    assert all(point.casefold() in everything for point in foot.emergency.points)


def letters(text: str) -> str:
    """All words, in one order: a list that stands in two columns may begin with the long ones."""
    plain = "".join(char if char.isalnum() else " " for char in text.casefold())
    return " ".join(sorted(plain.split()))


def test_rows_are_as_high_as_their_rung_asks() -> None:
    for count in range(1, 11):
        for page in parted(of_length(front("hamstring-health"), count)):
            assert page.grid and page.grid.row >= page.rung.least(len(page.grid.ends[-1])) - 0.01


def test_a_line_for_a_note_gives_way_for_one_page_only() -> None:
    for style in ("standard", "large-print"):
        made = parted(of_length(front("hamstring-health", Paper.LETTER), 10), Paper.LETTER, style)
        assert len(made) > 1 and all(page.rung.blank for page in made if page.grid)
