"""The page for the fridge: when to do each phase, when to call for help, and still as few pages as can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from generator.content.choices import Layout
from generator.content.library import Library, load_library
from generator.content.paper import Paper
from generator.language.wording import load_wording
from generator.make import prepare
from generator.manuscript.describe_fridge import fridge_of
from generator.manuscript.describe_handout import Describer
from generator.manuscript.fridge import Fridge, FridgeFoot
from generator.manuscript.safety import PainLight, SignList
from generator.page.format import Format
from generator.page.fridge.fridge_foot import lay_out_feet
from generator.page.measures import Style
from generator.page.page import Picture, Placed, Words
from generator.plan import plan_weeks
from generator.workshop import Workshop
from tests.page.conftest import items_of, overlaps, text_of
from tests.shelf import prescription

WORDING = load_wording("en-GB")

# Pages in A4 and in Letter.
PAGES: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "back-care-stretches": {"standard": (2, 2), "large-print": (5, 6), "mono": (2, 2)},
    "hamstring-health": {"standard": (2, 2), "large-print": (5, 6), "mono": (2, 2)},
    "hinge-and-rotate": {"standard": (1, 2), "large-print": (4, 5), "mono": (1, 2)},
    "hip-hinge-foundations": {"standard": (2, 2), "large-print": (4, 5), "mono": (2, 2)},
    "ten-minute-follow-along": {"standard": (2, 3), "large-print": (7, 9), "mono": (2, 3)},
}


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(load_library())


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def fridge(library: Library, routine: str, style: Style) -> Fridge:
    plan = plan_weeks(prescription(routine=routine, clinic="brookside"), library)
    return fridge_of(Describer(plan, WORDING, {}))


@pytest.mark.parametrize("theme", ["standard", "large-print", "mono"])
@pytest.mark.parametrize("routine", PAGES)
def test_every_page_says_when_to_call_for_help_and_there_are_no_more_of_them(
    workshop: Workshop, routine: str, theme: str
) -> None:
    for paper, count in zip((Paper.A4, Paper.LETTER), PAGES[routine][theme], strict=True):
        form = Format(paper=paper, layout=Layout.COMPACT, style=theme, only="cards")
        pages = prepare(prescription(routine=routine, clinic="brookside"), workshop, form).cards
        assert len(pages) == count
        for page in pages:
            feet = [loose(text_of(placed.block)) for placed in page.blocks]
            (foot,) = [text for text in feet if "Call 999 or go to A&E now" in text]
            assert "chest pain" in foot and "Call us: 020 7946 0123" in foot


@pytest.mark.parametrize(
    ("routine", "starts"),
    [
        ("hinge-and-rotate", ["Ask us first whether", "2 times a day. Use the hinge"]),
        ("hamstring-health", ["Do these first, every day", "3 days a week. Do these with", "Do these last"]),
    ],
)
def test_a_tab_says_when_if_the_head_does_not(
    workshop: Workshop, style_of: Callable[[str], Style], routine: str, starts: list[str]
) -> None:
    phases = fridge(workshop.library, routine, style_of("standard")).phases
    for phase, start in zip(phases, starts, strict=True):
        assert loose(phase.tab.text).startswith(start)


LIGHTS = (
    PainLight("go", "0–3", "", "Carry on"),
    PainLight("care", "4–5", "", "Do less"),
    PainLight("stop", "6–10", "", "Stop"),
)
FOOT = FridgeFoot(
    "Pain",
    LIGHTS,
    (("Worse the next morning?", "Do less next time."),),
    (("Pins and needles?", "Stop."),),
    SignList("Ask us first if you:", "", ("are pregnant", "had a fall lately"), "are pregnant; had a fall lately."),
    "Call us: 020 7946 0123",
    (SignList("Call 999 now", "if you have:", ("chest pain",) * 9, "if you have: " + "chest pain; " * 9),),
    "Warning sign (page {n})? Call 999.",
)
SAID = ("Carry on", "Do less next time", "Pins and needles", "are pregnant", "a fall lately", "Call us", "Call 999 now")


@pytest.mark.parametrize("width", [400, 450, 510, 900])
def test_every_way_says_the_same_and_nothing_covers_anything(style: Style, width: float) -> None:
    heights = []
    for feet in lay_out_feet(style, FOOT, width):
        blocks = (*feet.once, feet.every)
        assert all(overlaps(block) == [] for block in blocks)
        said = " ".join(text_of(block) for block in blocks)
        assert [words for words in SAID if words not in said] == []
        assert said.count("chest pain") == 9
        assert "Call 999 now" in text_of(feet.every) and text_of(feet.every).count("chest pain") == 9
        heights.append(feet.every.height)
    assert heights == sorted(heights, reverse=True)


def test_safety_is_set_no_smaller_than_the_words_around_it(style: Style) -> None:
    for feet in lay_out_feet(style, FOOT, 500):
        for block in (*feet.once, feet.every):
            words = [item for item in items_of(block) if isinstance(item, Words) and len(item.run.text) > 6]
            assert {item.run.size for item in words} == {style.theme.fridge_dose}


def test_no_page_is_left_without_exercises_where_even_filling_would_leave_one(workshop: Workshop) -> None:
    form = Format(paper=Paper.LETTER, layout=Layout.COMPACT, only="cards")
    pages = prepare(prescription(routine="hinge-and-rotate", clinic="brookside"), workshop, form).cards
    bare = [number for number, page in enumerate(pages, 1) if not any(map(pictures_of, page.blocks))]
    assert len(pages) == 2 and bare == []


def pictures_of(placed: Placed) -> list[Picture]:
    return [item for item in items_of(placed.block) if isinstance(item, Picture)]
