"""The page for the fridge: when to do each phase, when to call for help, and still as few pages as can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from generator.content.library import Library, load_library
from generator.content.wording import load_wording
from generator.make import prepare
from generator.page.format import Format, Layout
from generator.page.fridge import Fridge
from generator.page.fridge_foot import FridgeFoot, lay_out_feet
from generator.page.fridge_words import fridge_of
from generator.page.handout_words import Describer
from generator.page.measures import Paper, Style
from generator.page.pain import Light
from generator.plan import plan_weeks
from generator.workshop import Workshop
from tests.page.conftest import overlaps, text_of
from tests.shelf import prescription

WORDING = load_wording("en-GB")

# Pages in A4 and in Letter.
PAGES: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "back-care-stretches": {"standard": (1, 1), "large-print": (3, 3), "mono": (1, 1)},
    "hamstring-health": {"standard": (1, 2), "large-print": (3, 3), "mono": (1, 2)},
    "hinge-and-rotate": {"standard": (1, 1), "large-print": (2, 2), "mono": (1, 1)},
    "hip-hinge-foundations": {"standard": (1, 1), "large-print": (2, 2), "mono": (1, 1)},
    "ten-minute-follow-along": {"standard": (2, 2), "large-print": (4, 5), "mono": (2, 2)},
}


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(load_library())


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def fridge(library: Library, routine: str, style: Style) -> Fridge:
    plan = plan_weeks(prescription(routine=routine, clinic="brookside"), library)
    return fridge_of(Describer(plan, WORDING, style, {}))


@pytest.mark.parametrize("theme", ["standard", "large-print", "mono"])
@pytest.mark.parametrize("routine", PAGES)
def test_every_page_says_when_to_call_for_help_and_there_are_no_more_of_them(
    workshop: Workshop, routine: str, theme: str
) -> None:
    for paper, count in zip((Paper.A4, Paper.LETTER), PAGES[routine][theme], strict=True):
        form = Format(paper=paper, layout=Layout.COMPACT, style=theme, only="handout")
        pages = prepare(prescription(routine=routine, clinic="brookside"), workshop, form).handout
        assert len(pages) == count
        for page in pages:
            feet = [loose(text_of(placed.block)) for placed in page.blocks]
            (foot,) = [text for text in feet if "Call 999 now" in text]
            assert "chest pain" in foot and "Call us: 020 7946 0123" in foot


@pytest.mark.parametrize(
    ("routine", "starts"),
    [
        ("hinge-and-rotate", ["Ask us first whether", "2 times a day. Use the hinge"]),
        ("hamstring-health", ["Do these before", "3 days a week. Do these with", "Do these last"]),
    ],
)
def test_a_tab_says_when_if_the_head_does_not(
    workshop: Workshop, style_of: Callable[[str], Style], routine: str, starts: list[str]
) -> None:
    phases = fridge(workshop.library, routine, style_of("standard")).phases
    for phase, start in zip(phases, starts, strict=True):
        assert loose(phase.tab.text).startswith(start)


@pytest.mark.parametrize("width", [400, 450, 510, 900])
def test_nothing_in_the_foot_covers_anything(style: Style, width: float) -> None:
    lights = (
        Light("go", "0–3", "", "Carry on"),
        Light("care", "4–5", "", "Do less"),
        Light("stop", "6–10", "", "Stop"),
    )
    ways = (("Call 999 now", "if you have: " + "chest pain; " * 20), ("Call 999 now:", "chest pain."))
    long, short = lay_out_feet(style, FridgeFoot("Pain", lights, "Call us: 020 7946 0123", ways), width)
    for block in (long, short):
        assert overlaps(block) == []
        assert "Call us" in text_of(block) and "chest pain" in text_of(block)
    assert short.height < long.height
