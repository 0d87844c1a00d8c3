"""Texts put together."""

from generator.language.casing import behind_a_name, mid_sentence, sentence_case
from generator.language.joining import breakable, either, ended, listed, run_on, unbroken
from generator.language.wording import load_wording
from generator.problems import Place, Prose, place_of

ENGLISH = load_wording("en-GB")
PLACE = Place("knee.yaml", 3, 5)


def test_letters_at_the_start() -> None:
    assert [sentence_case("a dose"), mid_sentence("A dose"), sentence_case("")] == ["A dose", "a dose", ""]
    assert [behind_a_name(text) for text in ("Every day", "Mon, Wed and Fri", "Daily")] == [
        "every day", "Mon, Wed and Fri", "Daily",
    ]  # fmt: skip


def test_sentences_follow_each_other_and_keep_where_they_were_written() -> None:
    assert run_on("", "One.", "Two.") == "One. Two." and place_of(run_on("One.", "Two.")) is None
    assert place_of(run_on("One.", Prose("Two.", PLACE))) == PLACE
    assert [ended("Stop"), ended("Stop."), ended("Stop!")] == ["Stop.", "Stop.", "Stop!"]
    assert place_of(ended(Prose("Stop", PLACE))) == PLACE


def test_lists() -> None:
    assert [listed(ENGLISH, items) for items in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
    assert [either(ENGLISH, items) for items in (("a",), ("a", "b"), ("a", "b", "c"))] == ["a", "a or b", "a, b or c"]


def test_words_that_stay_on_one_line() -> None:
    assert unbroken("020 7946") == "020\N{NO-BREAK SPACE}7946" and breakable(unbroken("020 7946")) == "020 7946"
