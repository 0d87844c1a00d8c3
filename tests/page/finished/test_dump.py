"""A page as text says what stands where, so that two states of a page can be compared line by line."""

from __future__ import annotations

from dataclasses import replace

from generator.manuscript.box_name import tick_box
from generator.page.finished.dump import dump
from generator.page.page import Block, Cell, Element, Group, Ink, Line, Page, Pages, Placed, Role, Squares, Words
from generator.text.glyph_run import Glyph, Run

INK = Ink(0, 0, 0)
RUN = Run("Ten slow lifts", "en", "ltr", 12.5, 80.0, (Glyph("Regular", 5, 500.0, 0),))
BLOCK = Block(
    90,
    40,
    (
        Element(Role.PARAGRAPH, (Words(1, 10, RUN, INK),)),
        Element(Role.DATA, (Cell(tick_box("a", 1, 2, 1), 2, 20, 17, 17, INK),), actual_text="a box", column_span=2),
        Line(0, 39, 90, 39, 0.75, INK),
        Squares(60, 2, 20, ((True, False), (False, True)), INK),
    ),
)
PAGES = Pages(
    "Two blocks", "en-GB", (Page(595, 842, (Placed(40, 50, BLOCK, (Group(Role.SECTION, "one"),), "strip"),)),)
)


def test_every_thing_has_its_line() -> None:
    assert dump(PAGES).splitlines() == [
        "Two blocks (en-GB)",
        "",
        "page 1: 595.0 x 842.0",
        "block 40.0 50.0 90.0 x 40.0 in Sect one slot strip",
        "  P",
        "    41.0 60.0 Regular 12.5: Ten slow lifts",
        "  TD actual_text='a box' columns=2",
        "    cell w1.d2.a.1 42.0 70.0 17.0 x 17.0",
        "  line 40.0 89.0 to 130.0 89.0 width 0.75",
        "  code 100.0 52.0 20.0, 2 modules",
    ]


def test_what_moves_changes_its_line_alone() -> None:
    (page,) = PAGES.pages
    (placed,) = page.blocks
    moved = replace(PAGES, pages=(replace(page, blocks=(replace(placed, y=51),)),))
    changed = [
        one for one, other in zip(dump(PAGES).splitlines(), dump(moved).splitlines(), strict=True) if one != other
    ]
    assert len(changed) == 5
