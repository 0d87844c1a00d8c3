"""No sign of an emergency is dropped or shortened: read back from the PDF of every routine, layout, style and paper."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from generator import sentences
from generator.make import Master
from generator.page.format import Layout
from tests.conformance.family import SINGLE, Case, data, master

HANDOUTS = [case for case in SINGLE if case.form.only == "handout"]


def letters(text: str) -> str:
    """Letters and figures alone: line ends and kinds of spaces are the page's business."""
    return "".join(char for char in text.casefold() if char.isalnum())


def missing(printed: str, made: Master) -> list[str]:
    """What `printed` does not say of whom to call, and of every sign of both lists."""
    plan, wording = made.plan, made.wording
    lists = (
        sentences.emergency(plan.routine, plan.clinic, wording),
        sentences.urgent(plan.routine, plan.clinic, wording),
    )
    said = letters(printed)
    return [text for one in lists for text in (one.head, *one.items) if letters(text) not in said]


def pages_of(case: Case) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(io.BytesIO(data(case)))]


@pytest.mark.parametrize("case", HANDOUTS, ids=str)
def test_every_sign_stands_whole(case: Case) -> None:
    """On every page for the fridge, and once in a handout of cards."""
    made, pages = master(case), pages_of(case)
    assert "back-pain" in made.plan.routine.tags
    for printed in pages if case.form.layout is Layout.COMPACT else [" ".join(pages)]:
        assert missing(printed, made) == []


@pytest.mark.parametrize("case", HANDOUTS, ids=str)
def test_who_asks_first_and_the_pain_rule_stand_in_every_handout(case: Case) -> None:
    made, printed = master(case), letters(" ".join(pages_of(case)))
    pain = made.wording.pain
    wanted = [*sentences.ask_first(made.plan, made.wording), pain.nerve_lead, pain.nerve]
    wanted += [text for rule in sentences.pain_rules(made.wording) for text in rule]
    assert [text for text in wanted if letters(text) not in printed] == []


CHARTS = [case for case in SINGLE if case.form.only == "chart"]


@pytest.mark.parametrize("case", CHARTS, ids=str)
def test_every_page_of_a_chart_says_whom_to_call_and_where_the_signs_stand(case: Case) -> None:
    made = master(case)
    warning = sentences.chart_warning(made.plan.clinic, made.wording)
    assert str(made.plan.clinic.emergency) in warning
    for printed in pages_of(case):
        assert letters(warning) in letters(printed)


def test_a_planted_gap_is_found() -> None:
    case = next(case for case in HANDOUTS if case.form.layout is Layout.COMPACT)
    made, (printed, *_) = master(case), pages_of(case)
    assert missing(printed, made) == []
    (cut,) = missing(printed.replace("bladder or bowel", "bladder"), made)
    assert "bowel" in cut
