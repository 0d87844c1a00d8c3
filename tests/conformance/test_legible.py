"""Sizes of type, contrast and strength of lines on every page, as the page data says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest

from generator.content.choices import Layout
from generator.content.contrast import LEAST, contrast, darkened, darkening
from generator.content.theme import Theme, load_theme
from generator.page.measures import WHITE, inks_of
from generator.page.page import Cell, Ink, Line, Page, Picture, Role, Shape, Words
from generator.problems import Place, Prose, Severity
from tests.conformance import family, paper
from tests.conformance.family import SINGLE, Case

# The least size of type by what it is; large print has one for all.
BODY, LABEL, CHART, FOOTER, LARGE = 12.0, 11.0, 9.5, 9.0, 16.0
# A sentence this long is read, not glanced at.
RUNNING = 6
DARK = "#333333"
PEN = 0.75


@pytest.mark.parametrize("case", SINGLE, ids=str)
def test_no_type_is_too_small(case: Case) -> None:
    for page in family.pages(case).pages:
        assert list(too_small(case, page)) == []


def too_small(case: Case, page: Page) -> Iterator[tuple[float, str]]:
    foot = max(placed.y + placed.block.height for placed in page.blocks)
    for placed, words, roles in paper.words_of(page):
        size = round(words.run.size, 2)
        if size < least(case, words, roles, in_footer=placed.y + placed.block.height > foot - 1):
            yield size, words.run.text


def least(case: Case, words: Words, roles: tuple[Role, ...], *, in_footer: bool) -> float:
    if case.form.style == "large-print":
        return LARGE
    if case.form.only == "chart":
        return CHART
    if in_footer:
        return FOOTER
    decorated = Role.ARTIFACT in roles or Role.FIGURE in roles or Role.LINK in roles
    is_sentence = len(words.run.text.split()) >= RUNNING and words.run.text.endswith(".")
    running = Role.LIST_BODY in roles or is_sentence
    return BODY if running and not decorated else LABEL


def test_small_type_is_found() -> None:
    case = next(case for case in SINGLE if case.form.style == "standard")
    page = family.pages(case).pages[0]
    smaller = replace(case, form=replace(case.form, style="large-print"))
    assert list(too_small(case, page)) == []
    assert list(too_small(smaller, page)) != []


@pytest.mark.parametrize("style", family.STYLES)
def test_the_themes_sizes_are_read_without_effort(style: str) -> None:
    theme = load_theme(style)
    assert min(theme.body, theme.note) >= BODY
    assert theme.small >= LABEL
    assert min(theme.footer, theme.page_number, theme.smallest) >= (LARGE if theme.stacked else FOOTER)


@pytest.mark.parametrize("case", SINGLE, ids=str)
def test_all_words_stand_out_from_their_ground(case: Case) -> None:
    for page in family.pages(case).pages:
        assert list(pale(page)) == []


def pale(page: Page) -> Iterator[tuple[float, str]]:
    """Words with too little contrast to the last filled shape that lies under them, else to the paper."""
    grounds: list[tuple[paper.Box, Ink]] = []
    for placed, item, _ in paper.placed_items(page):
        left, top, right, bottom = paper.ink_box(item)
        box = (placed.x + left, placed.y + top, placed.x + right, placed.y + bottom)
        if isinstance(item, Shape) and item.fill:
            grounds.append((box, item.fill))
        elif isinstance(item, Words):
            x, y = (box[0] + box[2]) / 2, placed.y + item.y - item.run.size * 0.3
            under = [ink for (x0, y0, x1, y1), ink in grounds if x0 <= x <= x1 and y0 <= y <= y1]
            ratio = contrast_of(item.ink, under[-1] if under else WHITE)
            if ratio < LEAST:
                yield ratio, item.run.text


@lru_cache
def contrast_of(one: Ink, other: Ink) -> float:
    return contrast(as_hex(one), as_hex(other))


def as_hex(ink: Ink) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in (ink.red, ink.green, ink.blue))


def test_pale_words_are_found() -> None:
    page = family.pages(SINGLE[0]).pages[0]
    assert list(pale(page)) == []
    block = page.blocks[0].block
    words = next(words for _, words, _ in paper.words_of(page))
    faint = replace(block, kids=(replace(words, ink=Ink(0.6, 0.6, 0.6)),))
    assert [text for _, text in pale(replace(page, blocks=(replace(page.blocks[0], block=faint),)))] == [words.run.text]


@pytest.mark.parametrize("style", family.STYLES)
def test_every_ink_of_a_theme_reads(style: str) -> None:
    theme = load_theme(style)
    assert weak_inks(theme) == []
    assert weak_inks(theme.model_copy(update={"grey": "#9A9A9A"})) == ["grey"]


def weak_inks(theme: Theme) -> list[str]:
    """Colours for text and for functional lines that are too weak on paper, and ink on a rest day."""
    inks = inks_of(theme)
    found = [name for name in ("ink", "accent", "grey") if contrast_of(getattr(inks, name), WHITE) < 7]
    found += ["line"] if contrast_of(inks.line, WHITE) < contrast(DARK) else []
    return found + (["rest"] if contrast_of(inks.ink, inks.rest) < 7 else [])


@pytest.mark.parametrize("case", SINGLE, ids=str)
def test_lines_for_pen_and_eye_survive_a_copy(case: Case) -> None:
    for page in family.pages(case).pages:
        assert list(weak_lines(case, page)) == []


def weak_lines(case: Case, page: Page) -> Iterator[object]:
    """Boxes, and lines that are thin or grey. Dividers of a handout may be thinner, but nothing is pale."""
    for _, item, _ in paper.placed_items(page):
        if isinstance(item, Cell) and (item.stroke < PEN or contrast_of(item.ink, WHITE) < contrast(DARK)):
            yield item
        if isinstance(item, Line):
            thin = item.width < (PEN if case.form.only == "chart" else 0.5)
            if thin or contrast_of(item.ink, WHITE) < (7 if not item.ink.is_grey else contrast(DARK)):
                yield item


def test_weak_lines_are_found() -> None:
    case = next(case for case in SINGLE if case.form.only == "chart")
    page = family.pages(case).pages[0]
    first = page.blocks[0]
    dark, grey = Ink(0.2, 0.2, 0.2), Ink(0.5, 0.5, 0.5)
    for line in (Line(0, 0, 9, 0, 0.5, dark), Line(0, 0, 9, 0, 0.8, grey)):
        thin = replace(first, block=replace(first.block, kids=(line,)))
        assert list(weak_lines(case, replace(page, blocks=(thin,)))) == [line]


@pytest.mark.parametrize(
    "case", [case for case in SINGLE if case.form.only == "cards" and case.form.layout is Layout.CARDS], ids=str
)
def test_lines_to_write_on_are_as_strong_as_a_charts(case: Case) -> None:
    """The strip to fill in, and the lines for notes."""
    for page in family.pages(case).pages:
        for placed in page.blocks:
            if placed.slot:
                lines = [item for item, _ in paper.items(placed.block.kids) if isinstance(item, Line)]
                assert all(line.width >= PEN for line in lines)
                assert all(contrast_of(line.ink, WHITE) >= contrast(DARK) for line in lines)


@pytest.mark.parametrize(
    "case", [case for case in SINGLE if case.form.only == "cards" and case.form.layout is Layout.CARDS], ids=str
)
def test_every_exercise_shows_its_pictures(case: Case) -> None:
    count = sum(
        isinstance(item, Picture) for page in family.pages(case).pages for _, item, _ in paper.placed_items(page)
    )
    # What a timed sequence has twice has one card.
    assert count >= len({(one.id, one.option) for one in family.master(case).plan.exercises})


def test_a_pale_clinic_colour_is_printed_darker_with_a_warning() -> None:
    pale_one = Prose("#F2A33A", Place("clinics/bright.yaml", 9, 9))
    problem = darkening(pale_one)
    assert problem is not None and problem.severity is Severity.WARNING and problem.rule == "contrast"
    assert problem.place == Place("clinics/bright.yaml", 9, 9)
    assert darkened(pale_one) in problem.message and contrast(darkened(pale_one)) >= 7
    assert darkening(Prose("#0B4F6C", Place("clinics/dark.yaml", 1, 1))) is None


@pytest.mark.parametrize("style", family.STYLES)
def test_black_is_pure(style: str) -> None:
    """Ninety per cent of black comes out of an office printer as black with white specks."""
    inks = inks_of(load_theme(style))
    assert inks.ink == Ink(0, 0, 0)
    if style == "mono":  # a grey becomes dots or nothing in a copy of one bit
        assert {inks.accent, inks.grey, inks.line, inks.hair} == {Ink(0, 0, 0)}
        assert inks.rest == WHITE
