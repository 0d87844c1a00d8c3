"""No sign of an emergency is dropped or shortened: read back from the PDF of every routine, layout, style and paper."""

from __future__ import annotations

import io
from itertools import pairwise

import pypdfium2
import pytest

from generator import sentences
from generator.make import Master
from generator.page.page import Words
from tests.conformance.family import SINGLE, Case, data, master, pages
from tests.page.conftest import items_of

HANDOUTS = [case for case in SINGLE if case.form.only == "cards" and not case.form.is_sheet]


def letters(text: str) -> str:
    """Letters and figures alone: line ends and kinds of spaces are the page's business."""
    return "".join(char for char in text.casefold() if char.isalnum())


def lists_of(made: Master) -> tuple[sentences.WarningSigns, ...]:
    routine, clinic, wording = made.plan.routine, made.plan.clinic, made.wording
    return sentences.emergency(routine, clinic, wording), sentences.urgent(routine, clinic, wording)


def missing(printed: str, made: Master) -> list[str]:
    """What `printed` does not say of whom to call, and of every sign of both lists."""
    said = letters(printed)
    return [text for one in lists_of(made) for text in (one.head, *one.items) if letters(text) not in said]


def pages_of(case: Case) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(io.BytesIO(data(case)))]


SHEETS = [case for case in SINGLE if case.form.only == "sheet"]


ALONE = [case for case in SINGLE if case.form.only == "cards" and case.form.is_sheet]


@pytest.mark.parametrize("case", [*HANDOUTS, *SHEETS, *ALONE], ids=str)
def test_every_sign_stands_whole(case: Case) -> None:
    made = master(case)
    assert "back-pain" in made.plan.routine.tags
    assert missing(" ".join(pages_of(case)), made) == []


@pytest.mark.parametrize("case", SHEETS, ids=str)
def test_the_front_has_one_list_of_an_emergency_and_other_pages_of_it_say_where_it_stands(case: Case) -> None:
    made = master(case)
    routine, clinic, wording = made.plan.routine, made.plan.clinic, made.wording
    signs = sentences.sheet_emergency(routine, clinic, wording)
    fronts = [letters(printed) for printed in pages_of(case)[: len(made.laid.front)]]
    wanted = [letters(text) for text in (signs.head, signs.lead, *signs.items)]
    homes = [number for number, printed in enumerate(fronts, 1) if all(text in printed for text in wanted)]
    for number, printed in enumerate(fronts, 1):
        assert letters(clinic.phone) in printed
        assert number in homes or letters(sentences.signs_on_sheet(clinic, wording, homes[0])) in printed


@pytest.mark.parametrize("case", [*HANDOUTS, *SHEETS], ids=str)
def test_who_asks_first_and_the_pain_rule_stand_in_every_handout(case: Case) -> None:
    made, printed = master(case), letters(" ".join(pages_of(case)))
    pain = made.wording.pain
    wanted = [*sentences.ask_first(made.plan, made.wording), pain.nerve_lead, pain.nerve]
    wanted += [text for rule in sentences.pain_rules(made.wording) for text in rule]
    assert [text for text in wanted if letters(text) not in printed] == []


CHARTS = [case for case in SINGLE if case.form.only == "chart"]


@pytest.mark.parametrize("case", CHARTS, ids=str)
def test_every_sign_stands_whole_on_a_chart_and_every_page_says_where(case: Case) -> None:
    """Whole on one page, which may hang on a fridge without any handout."""
    made, printouts = master(case), pages_of(case)
    clinic, wording = made.plan.clinic, made.wording
    # In large print on a narrow page the signs of an emergency have a page, and those for today the next.
    turned = [f"{one} {after}" for one, after in pairwise([*printouts, ""])]
    boxes = turned if made.style.narrow and case.form.style == "large-print" else printouts
    home, *_ = [number for number, printed in enumerate(boxes, 1) if missing(printed, made) == []]
    assert letters(clinic.phone) in letters(boxes[home - 1])
    for number, printed in enumerate(printouts, 1):
        elsewhere = sentences.signs_on(clinic, wording, home)
        pointer = sentences.signs_here(clinic, wording) if number == home else elsewhere
        assert str(clinic.emergency) in pointer
        assert letters(pointer) in letters(printed)


@pytest.mark.parametrize("case", CHARTS, ids=str)
def test_signs_on_a_chart_are_as_large_as_the_text_around_them(case: Case) -> None:
    made = master(case)
    least = {"large-print": 16}.get(case.form.style, 11)
    sizes = [
        item.run.size
        for page in pages(case).pages
        for placed in page.blocks
        if placed.block.bookmark
        for item in items_of(placed.block)
        if isinstance(item, Words)
    ]
    assert min(sizes) >= max(least, made.style.theme.note)


def test_a_planted_gap_is_found() -> None:
    case = SHEETS[0]
    made, printed = master(case), " ".join(pages_of(case))
    assert missing(printed, made) == []
    (cut,) = missing(printed.replace("bladder or bowel", "bladder"), made)
    assert "bowel" in cut
