"""Lines break where a reader expects it, nothing is lost, and what no face has is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place, Prose
from generator.text.setter import Setter, Span, TextLine


class Square:
    """A face in which every character but a snowman is 500 wide."""

    name = "Square"

    def gid(self, char: str) -> int | None:
        return None if char == "☃" else ord(char)

    def advance(self, gid: int) -> float:
        return 500.0


@pytest.fixture
def setter() -> Setter:
    return Setter({"regular": [Square()], "bold": [Square()]}, "en-GB")


def text_of(line: TextLine) -> str:
    return "".join(piece.run.text for piece in line.pieces)


def lines(setter: Setter, text: str, characters: int, **more: bool) -> list[str]:
    """Lines of a text in a column that holds so many characters of 10 pt."""
    return [text_of(line) for line in setter.lines([Span(text)], 10, characters * 5.0, **more)]


def test_a_run_knows_its_width_glyphs_and_place(setter: Setter) -> None:
    place = Place("a.yaml", 3, 7)
    run = setter.run(Prose("Hold", place), 12)
    assert run.width == 4 * 6
    assert [glyph.cluster for glyph in run.glyphs] == [0, 1, 2, 3]
    assert (run.place, run.language, run.missing) == (place, "en-GB", ())


def test_a_character_without_a_glyph_is_listed_and_takes_no_room(setter: Setter) -> None:
    run = setter.run("a☃b", 10)
    assert run.missing == (1,)
    assert run.width == 10


def test_lines_break_at_spaces_and_lose_the_space_at_the_end(setter: Setter) -> None:
    assert lines(setter, "stand tall and breathe", 10, balance=False) == ["stand tall", "and", "breathe"]


def test_a_no_break_space_holds_number_and_unit_together(setter: Setter) -> None:
    assert lines(setter, "hold for 30\u00a0seconds", 12, balance=False) == ["hold for", "30\u00a0seconds"]


def test_a_line_may_end_after_a_hyphen_but_a_minus_stays_with_its_number(setter: Setter) -> None:
    assert lines(setter, "hip-width", 5, balance=False) == ["hip-", "width"]
    assert lines(setter, "at -10", 4, balance=False) == ["at", "-10"]


def test_no_word_stands_alone_on_the_last_line_of_several(setter: Setter) -> None:
    text = "one two three four five"
    assert lines(setter, text, 19, balance=False)[-1] == "five"
    assert lines(setter, text, 19) == ["one two three", "four five"]


def test_a_word_wider_than_the_column_is_cut_and_says_so(setter: Setter) -> None:
    broken = setter.lines([Span("a Donaudampfschifffahrt b")], 10, 50)
    assert "".join(text_of(line).replace(" ", "") for line in broken) == "aDonaudampfschifffahrtb"
    assert any(line.forced for line in broken)
    assert all(line.width <= 50.01 for line in broken)


def test_spans_keep_weight_tone_and_place_over_line_breaks(setter: Setter) -> None:
    place = Place("b.yaml", 1, 1)
    spans = [Span("Tip: ", "bold", "accent"), Span(Prose("keep breathing slowly", place), "regular", "ink")]
    first, second = setter.lines(spans, 10, 80, balance=False)
    assert [(piece.run.text, piece.tone) for piece in first.pieces] == [("Tip: ", "accent"), ("keep", "ink")]
    assert second.pieces[0].run.text == "breathing slowly"
    assert second.pieces[0].run.place == place


@given(st.text("ab -–/é", max_size=60), st.integers(1, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, characters: int) -> None:
    setter = Setter({"regular": [Square()]}, "en")
    broken = setter.lines([Span(text)], 10, characters * 5.0)
    assert "".join(map(text_of, broken)).replace(" ", "") == text.replace(" ", "")
    assert all(line.width <= characters * 5.0 + 0.01 for line in broken)


def test_a_run_has_the_direction_of_its_language() -> None:
    setter = Setter({"regular": [Square()]}, "en")
    assert [setter.run("a", 10, language=tag).direction for tag in (None, "es", "ar")] == ["ltr", "ltr", "rtl"]
