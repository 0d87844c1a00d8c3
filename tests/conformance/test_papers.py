"""Papers beside handout and chart before the judges: PDF/UA-1, margins, nothing covered, sizes, black in mono."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import page as page_validation
import pytest

from generator.content.choices import Portion, StyleName
from generator.content.paper import Paper
from generator.page.format import Format
from generator.page.page import Page, Words
from generator.plan.logged import logged
from tests import tools
from tests.conformance import family, paper
from tests.conformance.family import Case
from tests.conformance.test_ink import colours, too_far_out
from tests.conformance.test_legible import pale, weak_lines

EXTRAS = [portion for portion in Portion if portion.is_extra]
# What a client reads, and what only says which version it is.
LABEL, FINE, LARGE = 11.0, 9.0, 16.0
CASES = [
    Case(routine, form)
    for routine, on, style, only in product(family.ROUTINES, Paper, StyleName, EXTRAS)
    if (form := Format(paper=on, style=style, only=only)).has_room
    and (only != Portion.LOG or logged(family.plan(routine)))
]
# Each routine, paper and style some time.
SAMPLES = CASES[::5]


def test_every_extra_paper_is_tried_in_every_style() -> None:
    assert {(case.form.only, case.form.style) for case in SAMPLES} == set(product(EXTRAS, StyleName))
    assert {case.form.paper for case in SAMPLES} == set(Paper)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pages_are_whole(case: Case) -> None:
    pages = family.pages(case).pages
    assert too_far_out(pages) == []
    for page in pages:
        assert paper.collisions(page) == []
        assert list(pale(page)) == []
        assert list(weak_lines(case, page)) == []
        assert list(too_small(case, page)) == []
        assert case.form.style != StyleName.MONO or all(ink.is_grey for ink in colours(page))


def too_small(case: Case, page: Page) -> Iterator[Words]:
    """Words under the least size; grey ones, which say whose and which version it is, may be smaller."""
    large, for_client = case.form.style == StyleName.LARGE_PRINT, case.form.only != Portion.COPY
    grey = family.master(case).style.inks.grey
    for _, words, _ in paper.words_of(page):
        least = LARGE if large else LABEL if for_client and words.ink != grey else FINE
        if words.run.size < least - 0.01:
            yield words


@pytest.mark.parametrize("case", SAMPLES, ids=str)
def test_page_validation_passes(case: Case, tmp_path: Path) -> None:
    report = page_validation.validate_pdf(
        str(family.written(case, tmp_path)), profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert [failure.rule_id for failure in report.failures] == []


@pytest.mark.parametrize("case", SAMPLES, ids=str)
def test_verapdf_passes(case: Case, tmp_path: Path) -> None:
    assert tools.verapdf(family.written(case, tmp_path), "ua1") == []
