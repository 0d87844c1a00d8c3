"""The head of a phase: its words and its video stand side by side or one under the other, never on one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.content.paper import Paper
from generator.manuscript.running import Link, PhaseTab, RunningFooter
from generator.page.measures import Style, frame_of
from generator.page.page import Element, Role
from generator.page.running_heads import lay_out_footer, lay_out_tab
from tests.page.conftest import box_of, items_of, overlaps, text_of

SHORT = "https://example.org/v/ham-move"
LONG = "https://videos.a-clinic-with-a-long-name.example.org/exercises/at-home/hamstrings/follow-along"
TEXTS = ("", "Do these first.", "Do these before your walk or workout, in this order, and rest when you like. " * 3)


@pytest.mark.parametrize("address", [SHORT, LONG])
@pytest.mark.parametrize("text", TEXTS, ids=["nothing", "short", "long"])
def test_a_tab_with_a_video(style: Style, text: str, address: str) -> None:
    width = frame_of(Paper.A4).live
    block = lay_out_tab(style, PhaseTab("Mobilise", text, link=Link("Video:", address, f"Opens {address}")), width)
    assert overlaps(block) == []
    for item in items_of(block):
        box = box_of(item)
        assert box is None or (box[0] >= -0.01 and box[2] <= width + 0.01 and box[3] <= block.height)
    assert address.removeprefix("https://") in text_of(block).replace(" ", "")


def test_the_video_can_be_followed(style: Style) -> None:
    block = lay_out_tab(style, PhaseTab("Mobilise", "", link=Link("Video:", SHORT, "Opens it")), 500)
    waiting, links = list(block.kids), []
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Element):
            waiting.extend(kid.kids)
            links += [kid] if kid.role is Role.LINK else []
    assert [(link.address, link.alt) for link in links] == [(SHORT, "Opens it")]


def test_a_footer_with_a_long_author_keeps_clear_of_the_page_number(style_of: Callable[[str], Style]) -> None:
    style = style_of("standard")
    author = (
        "Written by somebody whose name and title are so long that they take more than a whole line. General words."
    )
    version = "Knees. Version 1.0."
    block = lay_out_footer(
        style, RunningFooter((version, author), "1.0", "", "", "", "Page {n} of {total}"), (1, 2), 500, read=True
    )
    assert overlaps(block) == []
    assert text_of(block) == f"{version} {author} Page 1 of 2"
