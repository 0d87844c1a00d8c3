"""The pages behind a sheet: how many there are, what stands once, and what a single person is told."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

from generator.content.choices import Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.make import Master, checked_pages, prepare
from generator.manuscript.describe_help import help_of
from generator.page.format import Format
from generator.page.page import Element, Page, Picture, Placed, Role, Squares, Words
from generator.page.page_number import NUMBER
from generator.shapes.geometry import MM
from generator.workshop import Workshop
from tests.conformance.test_ink import too_far_out
from tests.page.conftest import box_of, items_of, text_of
from tests.shelf import prescription

WORKSHOP = Workshop(load_library())
ROUTINES = tuple(WORKSHOP.library.routine_ids())
CLINICS = {Paper.A4: "brookside", Paper.LETTER: "summit-training", Paper.A5: "brookside"}
BY_THE_CLOCK = ("ten-minute-follow-along",)
# Card pages by routine: on A4 and Letter, then the same in large print; those by the clock with the page of signs.
PAGES = {
    "back-care-stretches": (3, 3, 4, 4),
    "hamstring-health": (3, 3, 4, 4),
    "hinge-and-rotate": (1, 1, 2, 2),
    "hip-hinge-foundations": (3, 3, 4, 4),
    "ten-minute-follow-along": (4, 4, 4, 4),
}
WHITE = 40 * MM


@cache
def master(routine: str, paper: Paper, style: str, *, alone: bool = False) -> Master:
    """With the cards of a whole sheet. A sheet by the clock has none: they are made when asked for, `alone`."""
    only = "cards" if alone or routine in BY_THE_CLOCK else ""
    wish = prescription(routine=routine, clinic=CLINICS[paper])
    return prepare(wish, WORKSHOP, Format(paper=paper, layout=Layout.SHEET, style=style, only=only), None)


def pages_of(
    routine: str, paper: Paper = Paper.A4, style: str = "standard", *, alone: bool = False
) -> tuple[Page, ...]:
    return master(routine, paper, style, alone=alone).laid.cards


def words_of(page: Page) -> str:
    return " ".join(" ".join(text_of(placed.block) for placed in page.blocks).replace("\u00a0", " ").split())


@pytest.mark.parametrize("style", ["standard", "mono"])
@pytest.mark.parametrize("routine", ROUTINES)
def test_how_many_pages(routine: str, style: str) -> None:
    papers = (Paper.A4, Paper.LETTER)
    assert tuple(len(pages_of(routine, paper, style)) for paper in papers) == PAGES[routine][:2]


@pytest.mark.parametrize("routine", ROUTINES)
def test_how_many_pages_in_large_print(routine: str) -> None:
    papers = (Paper.A4, Paper.LETTER)
    assert tuple(len(pages_of(routine, paper, "large-print")) for paper in papers) == PAGES[routine][2:]


@pytest.mark.parametrize(("routine", "style"), list(product(ROUTINES, ("standard", "large-print"))))
def test_cards_alone_say_at_their_end_whom_to_call_for_which_signs(routine: str, style: str) -> None:
    """Behind a sheet the front has said it."""
    made = master(routine, Paper.A4, style, alone=True)
    help_ = help_of(made.plan, made.wording)
    signs = [sign for _, sign in (*help_.emergency.points, *help_.urgent.points)]
    *_, last = made.laid.cards
    said = " ".join(map(words_of, made.laid.cards[-2:]))
    assert len(signs) > 10 and [sign for sign in signs if sign not in said] == []
    if routine not in BY_THE_CLOCK:
        behind = pages_of(routine, style=style)
        assert list(map(words_of, behind)).count(words_of(last)) == 0
        assert str(help_.emergency.head) not in " ".join(map(words_of, behind))


def reasons_of(made: Master) -> list[str]:
    stop_if = [reason for one in made.plan.exercises for reason in one.exercise.stop_if]
    return [*stop_if, *made.plan.routine.stop_if]


@pytest.mark.parametrize(("routine", "paper"), list(product(ROUTINES, Paper)))
def test_no_reason_to_stop_is_lost(routine: str, paper: Paper) -> None:
    for style in ("standard", "large-print") if paper is not Paper.A5 else ("standard",):
        made = master(routine, paper, style)
        whole = " ".join(map(words_of, made.laid.cards))
        assert [reason for reason in reasons_of(made) if str(reason) not in whole] == []


def test_stop_rules_stand_once_after_the_last_card_or_in_the_cards() -> None:
    whole = " ".join(map(words_of, pages_of("hamstring-health")))
    assert "Stop if:" not in whole and whole.count("pain shoots below your knee") == 1
    assert "Any exercise: pain shoots below your knee." in whole
    assert "Numbers 3, 7 and 8: pins and needles stay after you stop." in whole
    (page,) = pages_of("hinge-and-rotate")
    assert words_of(page).count("Stop if:") == 3
    assert "Stop if:" in words_of(pages_of("hamstring-health", style="large-print")[0])


def test_a_timed_sequence_has_each_card_once_with_all_its_times() -> None:
    pages = pages_of("ten-minute-follow-along")
    names = [_text(element) for page in pages for element in _elements(page, Role.HEADING_3)]
    cards = [name for name in names if name[:1].isdigit()]
    assert [name[0] for name in cards] == list("123456")
    assert "At 0:45: Sway slowly for 1 minute with your right foot in front. At 4:30: Sway slowly" in words_of(pages[0])


def _elements(page: Page, role: Role) -> list[Element]:
    found = []
    waiting = [kid for placed in page.blocks for kid in placed.block.kids]
    while waiting:
        kid = waiting.pop(0)
        if isinstance(kid, Element):
            found += [kid] if kid.role is role else []
            waiting = [*kid.kids, *waiting]
    return found


def _text(element: Element) -> str:
    return " ".join(kid.run.text for kid in element.kids if isinstance(kid, Words))


@pytest.mark.parametrize(("routine", "paper"), list(product(ROUTINES, Paper)))
def test_no_page_but_the_last_has_a_band_of_white_and_that_has_lines_to_write_on(routine: str, paper: Paper) -> None:
    for style in ("standard", "mono", "large-print") if paper is not Paper.A5 else ("standard", "mono"):
        *pages, last = pages_of(routine, paper, style)
        pages = pages[:-1] if routine in BY_THE_CLOCK else pages  # whose signs begin a page of their own
        assert [round(_white(page) / MM) for page in pages if _white(page) > WHITE] == []
        assert _white(last) <= WHITE + 8 * MM


def _white(page: Page) -> float:
    """The highest band across the page on which nothing stands, between its first and its last words."""
    spans = sorted(span for placed in page.blocks for span in _spans(placed))
    reached, widest = spans[0][1], 0.0
    for top, bottom in spans:
        widest = max(widest, top - reached)
        reached = max(reached, bottom)
    return widest


def _spans(placed: Placed) -> list[tuple[float, float]]:
    boxes = [box for item in items_of(placed.block) if (box := box_of(item))]
    if "Notes" in text_of(placed.block):
        boxes.append((0.0, 0.0, 0.0, placed.block.height))
    return [(placed.y + box[1], placed.y + box[3]) for box in boxes]


def test_every_page_has_a_number_and_says_which_handout_it_is() -> None:
    for paper, style in product(Paper, ("standard", "large-print")):
        if paper is Paper.A5 and style == "large-print":
            continue
        pages = pages_of("hamstring-health", paper, style, alone=True)
        for number, page in enumerate(pages, 1):
            assert [text_of(one.block).replace("\u00a0", " ") for one in page.blocks if one.slot == NUMBER] == [
                f"Page {number} of {len(pages)}"
            ]
            assert "Hamstring health" in words_of(page) and "Version 1.0." in words_of(page)


def test_a_note_to_one_person_stands_with_its_card() -> None:
    wish = prescription(routine="hamstring-health", clinic="brookside")
    ann = Person(note_for={"hip-hinge": "Only as far as it feels easy. " * 4})
    made = prepare(wish, WORKSHOP, Format(layout=Layout.SHEET, paper=Paper.A4), ann)
    pages = checked_pages(made, wish, ann).pages[-len(made.laid.cards) :]
    (page,) = [page for page in pages if any(one.slot == "note_for.hip-hinge" for one in page.blocks)]
    slots = [one.slot for one in page.blocks]
    before = page.blocks[slots.index("note_for.hip-hinge") - 1].block
    assert before.bookmark == ("4  Hip hinge", 2)
    assert len(pages) == 3


@pytest.mark.parametrize("style", ["standard", "mono", "large-print"])
def test_codes_are_as_large_as_they_are_designed(style: str) -> None:
    width = 16.2 if style == "large-print" else 14.5
    codes = [
        item
        for page in pages_of("hamstring-health", style=style)
        for placed in page.blocks
        for item in items_of(placed.block)
        if isinstance(item, Squares)
    ]
    assert len(codes) == 8
    assert all(code.size == pytest.approx(width * MM) for code in codes)


@pytest.mark.parametrize("style", ["standard", "large-print"])
def test_pictures_can_be_told_apart(style: str) -> None:
    least = 21 * MM
    for page in pages_of("hamstring-health", style=style):
        for placed in page.blocks:
            boxes = [item for item in items_of(placed.block) if isinstance(item, Picture)]
            if boxes:
                top, bottom = min(one.y for one in boxes), max(one.y + one.height for one in boxes)
                assert bottom - top >= least or max(one.width for one in boxes) >= 28 * MM


@pytest.mark.parametrize(("routine", "paper"), list(product(ROUTINES, Paper)))
def test_no_rule_reaches_over_the_margin(routine: str, paper: Paper) -> None:
    for style in ("standard", "large-print") if paper is not Paper.A5 else ("standard",):
        assert too_far_out(pages_of(routine, paper, style)) == []
