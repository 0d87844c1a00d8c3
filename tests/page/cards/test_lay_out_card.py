"""A card: nothing covered, nothing outside, nothing lost, always in one order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.content.paper import Paper
from generator.manuscript.card import Card, CardNote
from generator.manuscript.picture import Panel
from generator.page.cards.lay_out_card import lay_out_card
from generator.page.measures import Style, frame_of
from generator.page.page import Element, Picture, Role, Words
from tests.page.conftest import box_of, card, drawing, items_of, overlaps, text_of

COMPOUND = "Rückenmuskulaturdehnungsübungsprogramms"  # 39 letters, and one more word of 40 in a step

CASES = {
    "one picture": card(),
    "two pictures": card(panels=(Panel(drawing(70, 150), "Start", "a"), Panel(drawing(120, 140), "End", "b"))),
    "two wide pictures": card(panels=(Panel(drawing(190, 80), "Start", "a"), Panel(drawing(190, 90), "End", "b"))),
    "no video": card(video=None),
    "no picture": card(panels=()),
    "only words": card(panels=(), video=None),
    "twelve steps": card(steps=tuple(f"Step {n}: bend your knees and stand up again slowly." for n in range(12))),
    "long name": card(name="A very long name of an exercise that goes on to sixty chars."),
    "long compound": card(name=COMPOUND, steps=(f"Beginnen Sie mit der {COMPOUND}ab.",)),
    "long when": card(when="Monday, Tuesday, Wednesday, Thursday, Friday and Saturday, 3 times a day"),
    "build-up": card(build_up=("Then build up:", "week 2: 8 lifts, week 3: 10, week 4: 12.")),
    "everything": card(
        notes=tuple(
            CardNote(kind, f"{kind}:", "a longer text that needs more than one line to be read in full")
            for kind in ("feel", "tip", "avoid", "easier", "harder", "plain")
        )
    ),
}


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_covers_anything_and_all_is_inside(style: Style, paper: Paper, case: Card) -> None:
    width = frame_of(paper).live
    block = lay_out_card(style, case, width)
    assert overlaps(block) == []
    for item in items_of(block):
        box = box_of(item)
        if box:
            assert box[0] >= -0.01
            assert box[2] <= width + 0.01
            assert box[3] <= block.height


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_is_lost(style: Style, case: Card) -> None:
    printed = text_of(lay_out_card(style, case, frame_of(Paper.A4).live)).replace(" ", "")
    texts = [case.name, case.dose, case.when, *case.steps, *(note.text for note in case.notes)]
    for text in [*texts, *(panel.caption for panel in case.panels)]:
        assert text.replace(" ", "") in printed


def test_the_overlap_guard_sees_an_overlap(style_of: Callable[[str], Style]) -> None:
    block = lay_out_card(style_of("standard"), card(), 400)
    covered = type(block)(block.width, block.height, (*block.kids, *block.kids))
    assert overlaps(covered)


def test_one_reading_order(style_of: Callable[[str], Style]) -> None:
    block = lay_out_card(style_of("standard"), card(), frame_of(Paper.A4).live)
    section = block.kids[0]
    assert isinstance(section, Element)
    roles = [kid.role for kid in section.kids if isinstance(kid, Element) and kid.role is not Role.ARTIFACT]
    heading, picture, steps, code = (
        roles.index(role) for role in (Role.HEADING_3, Role.FIGURE, Role.LIST, Role.FIGURE)
    )
    assert heading < picture < steps
    assert code == picture
    assert roles.count(Role.FIGURE) == 2
    assert roles[-2:] == [Role.FIGURE, Role.PARAGRAPH]


def test_pictures_of_a_pair_share_scale_and_ground(style: Style) -> None:
    case = CASES["two pictures"]
    pictures = [item for item in items_of(lay_out_card(style, case, 504)) if isinstance(item, Picture)]
    assert pictures[0].y + pictures[0].height == pytest.approx(pictures[1].y + pictures[1].height)
    assert pictures[0].width / 70 == pytest.approx(pictures[1].width / 120)


def test_large_print_has_nothing_smaller_than_16_pt(style_of: Callable[[str], Style]) -> None:
    style = style_of("large-print")
    for case in CASES.values():
        sizes = [item.run.size for item in items_of(lay_out_card(style, case, 504)) if isinstance(item, Words)]
        assert min(sizes) >= 16
