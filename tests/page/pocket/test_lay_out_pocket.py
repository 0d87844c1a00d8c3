"""Pocket cards: every exercise once, every safety word whole, nothing near a cut, and nothing of one person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from generator import sentences
from generator.content.choices import Portion
from generator.content.paper import Paper
from generator.language.wording import load_wording
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_pocket import pocket_of
from generator.manuscript.picture import Panel
from generator.manuscript.pocket import Pocket, PocketCard, PocketPanel
from generator.page.format import Format
from generator.page.measures import Style
from generator.page.page import Line, Page, Placed, Words
from generator.page.pocket.lay_out_pocket import lay_out_pocket
from generator.page.pocket.pocket_measures import PAD
from generator.shapes.geometry import MM
from tests.conformance import family
from tests.conformance.family import Case
from tests.page.conftest import OFFERED, box_of, drawing, items_of

SIGNS = tuple(f"a sign of illness with some more words to it, number {n}" for n in range(10))


def card(number: int, **changes: object) -> PocketCard:
    fields: dict[str, object] = {
        "number": str(number),
        "name": f"Move {number}",
        "dose": "2 sets of 8, 3 days a week",
        "notes": (("Avoid:", "Rounding your back."), ("Stop if:", "pain shoots below your knee.")),
        "panels": (Panel(drawing(60, 90), "", "A person"), Panel(drawing(60, 90), "", "A person")),
    }
    return PocketCard(**fields | changes)  # type: ignore[arg-type]


def pocket(count: int, safety: tuple[PocketPanel, ...] = ()) -> Pocket:
    return Pocket("Moves", "Cut.", "Version 1.0.", tuple(card(n) for n in range(1, count + 1)), safety, ())


def cards_of(page: Page) -> list[Placed]:
    return [placed for placed in page.blocks if placed.block.bookmark]


def texts(pages: tuple[Page, ...]) -> str:
    runs = [
        item.run.text
        for page in pages
        for placed in page.blocks
        for item in items_of(placed.block)
        if isinstance(item, Words)
    ]
    return re.sub(r"\s+", " ", " ".join(runs))


def near_an_edge(placed: Placed) -> Iterator[object]:
    for item in items_of(placed.block):
        box = box_of(item)
        if box and not (
            box[0] >= PAD - 0.1
            and box[1] >= PAD - 0.6 * MM
            and box[2] <= placed.block.width - PAD + 0.1
            and box[3] <= placed.block.height - PAD + 0.1
        ):
            yield item


@pytest.mark.parametrize(
    ("paper", "style", "on_a_page"),
    [
        (Paper.A4, "standard", 8),
        (Paper.LETTER, "standard", 8),
        (Paper.A5, "standard", 4),
        (Paper.A4, "mono", 8),
        (Paper.A4, "large-print", 4),
    ],
)
def test_how_many_stand_on_a_page(style_of: Callable[[str], Style], paper: Paper, style: str, on_a_page: int) -> None:
    pages = lay_out_pocket(style_of(style), paper, 0.0, pocket(on_a_page + 1))
    assert [len(cards_of(page)) for page in pages] == [on_a_page, 1]


@pytest.mark.parametrize(("style", "paper"), OFFERED)
def test_nothing_is_near_a_cut(style_of: Callable[[str], Style], style: str, paper: Paper) -> None:
    safety = (PocketPanel("Call 999", "if you have:", points=SIGNS), PocketPanel("When to stop", texts=(("If", "so"),)))
    pages = lay_out_pocket(style_of(style), paper, 0.0, pocket(3, safety))
    assert sum(len(cards_of(page)) for page in pages) == 5
    for page in pages:
        for placed in cards_of(page):
            assert list(near_an_edge(placed)) == []


def test_a_word_near_a_cut_is_found(style_of: Callable[[str], Style]) -> None:
    (page,) = lay_out_pocket(style_of("standard"), Paper.A4, 0.0, pocket(1))
    placed = cards_of(page)[0]
    smaller = Placed(0, 0, placed.block.__class__(placed.block.width, placed.block.height - 3 * MM, placed.block.kids))
    assert list(near_an_edge(smaller)) != []


def test_a_long_list_stays_in_one_piece_with_a_fold(style_of: Callable[[str], Style]) -> None:
    safety = (PocketPanel("Call 999", "if you have:", points=SIGNS),)
    (page,) = lay_out_pocket(style_of("standard"), Paper.A4, 0.0, pocket(2, safety))
    first, _, listed = cards_of(page)
    assert listed.block.width == pytest.approx(2 * first.block.width)
    lines = [item for item in items_of(page.blocks[-1].block) if isinstance(item, Line)]
    folds = [line for line in lines if line.dash and line.dash[0] < 1]
    assert [line.x0 for line in folds] == [pytest.approx(first.block.width)]
    assert all(sign in texts((page,)) for sign in SIGNS)


def test_words_too_many_for_a_small_card_get_larger_ones(style_of: Callable[[str], Style]) -> None:
    long = card(1, notes=(("Avoid:", "Moving in a way that is told at great length. " * 8),))
    made = Pocket("Moves", "Cut.", "Version 1.0.", (long,), (), ())
    (page,) = lay_out_pocket(style_of("standard"), Paper.A4, 0.0, made)
    (placed,) = cards_of(page)
    assert placed.block.height > 80 * MM
    assert list(near_an_edge(placed)) == []


@pytest.mark.parametrize("routine", family.ROUTINES)
def test_every_sign_and_rule_stands_whole(routine: str) -> None:
    case = Case(routine, Format(paper=Paper.A4, only=Portion.POCKET))
    said = texts(family.pages(case).pages).replace("\N{NO-BREAK SPACE}", " ")
    made = pocket_of(Describer(family.plan(routine), load_wording("en-GB"), {}))
    for panel_ in made.safety:
        whole = [panel_.head, panel_.lead, *panel_.points, *(part for text in panel_.texts for part in text)]
        assert [part for part in whole if part.replace("\N{NO-BREAK SPACE}", " ") not in said] == []
    wording = load_wording("en-GB")
    guide = sentences.pain_lights(family.plan(routine).clinic, wording)
    assert [text for text in (wording.pain.scale, *(one.text for one in guide)) if text not in said] == []
    for one in made.cards:
        assert all(text in said for _, text in one.notes)
    assert {one.number for one in made.cards} <= {str(one.number) for one in family.plan(routine).exercises}


def test_nobody_is_named() -> None:
    case = Case("hamstring-health", Format(paper=Paper.A4, only=Portion.POCKET))
    assert not any(placed.slot for page in family.pages(case).pages for placed in page.blocks)
