"""How addresses are broken to be printed, and what is left of them where they must be cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.codes.printed_address import CUT_LINES, MOST_LINES, address_lines, pieces, short_lines
from generator.page.measures import Style
from generator.problems import Place, Prose, place_of

PLACE = Place("exercises/a.yaml", 12, 8)
ROOM = 120.0


def test_an_address_breaks_only_after_its_signs() -> None:
    assert pieces("videos.example.org/lying-strap?t=65&a=b") == [
        *("videos.", "example.", "org/", "lying-", "strap?", "t=65&", "a=b"),
    ]


@given(st.text(alphabet="ab/-.?=&%7…", max_size=60))
def test_the_pieces_make_the_whole_address(rest: str) -> None:
    assert "".join(pieces(rest)) == rest and all(pieces(rest))


@pytest.mark.parametrize("shown", ["example.org/a", "example.org/" + "long-" * 30, "example.org/" + "x" * 200])
def test_lines_are_whole_and_no_wider_than_their_room(style: Style, shown: str) -> None:
    lines = address_lines(style, Prose(shown, PLACE), 11, ROOM)
    assert "".join(lines) == shown
    assert all(style.setter.width(line, 11) <= ROOM and place_of(line) == PLACE for line in lines)


@pytest.mark.parametrize("shown", ["example.org/" + "long-" * 40 + "end", "example.org/" + "x" * 300 + "end"])
def test_what_needs_more_lines_is_cut_in_the_middle(style: Style, shown: str) -> None:
    lines = short_lines(style, Prose(shown, PLACE), 11, ROOM)
    start, _, end = "".join(lines).partition("…")
    assert shown.startswith(start) and shown.endswith(end)
    assert start.startswith("example.org/") and end.endswith("end")
    assert len(lines) <= CUT_LINES and all(style.setter.width(line, 11) <= ROOM for line in lines)
    assert {place_of(line) for line in lines} == {PLACE}


def test_what_fits_is_not_cut(style: Style) -> None:
    shown = Prose("youtube.com/watch?v=dQw4w9WgXcQ", PLACE)
    assert "".join(short_lines(style, shown, 11, 90)) == shown
    assert len(short_lines(style, shown, 11, 90)) == MOST_LINES
