"""The words that rules know: phrases with any endings and choices; a file that is well formed."""

from __future__ import annotations

import re

import pytest

from generator.assets import asset
from generator.check.lexicon import lexicon, pattern_of
from generator.language.wording import load_wording
from generator.source import reader


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("wear and tear", "It is wear  and tear.", True),
        ("wear and tear", "It is wear-and-tear.", True),
        ("degenerat*", "a degenerative disc", True),
        ("a [b, c d] e", "a c d e", True),
        ("a [b, c d] e", "a d e", False),
        ("100 %", "100 % sure", True),
        ("a.b", "axb", False),
    ],
)
def test_phrases(phrase: str, text: str, found: bool) -> None:
    assert bool(re.search(rf"(?<!\w){pattern_of(phrase)}(?!\w)", text)) is found


def test_the_file_is_well_formed() -> None:
    lists = reader.read(asset("check", "en.yaml").read_text("utf-8"), "en.yaml").value
    assert isinstance(lists, dict)
    jargon, frightening, promising = lists["jargon"], lists["frightening"], lists["promising"]
    assert isinstance(jargon, dict) and isinstance(frightening, dict) and isinstance(promising, dict)
    assert len(jargon) >= 40 and len(frightening) >= 15 and len(promising) >= 15
    # A comma in a text without quotes would begin another key.
    assert [
        phrase for phrase, entry in jargon.items() if not isinstance(entry, dict) or set(entry) != {"gloss", "said"}
    ] == []
    assert all(isinstance(better, str) and better for better in (*frightening.values(), *promising.values()))


def test_every_gloss_is_one_of_the_words_that_explain_the_term() -> None:
    """Who writes what the hint says, is not told the same again."""
    stubborn = [
        advice.words
        for advice in lexicon().jargon.advice
        if advice.said and not advice.said.search(advice.words) and "plain" not in advice.words
    ]
    assert stubborn == []


def test_what_is_better_is_no_finding_itself() -> None:
    words = lexicon()
    for phrases in (words.frightening, words.promising):
        for advice in phrases.advice:
            assert [found for found, _ in phrases.found_in(advice.words)] == []


def test_verbs_that_go_on_at_the_same_time_are_verbs() -> None:
    words = lexicon()
    assert words.still <= words.verbs
    assert len(words.verbs) > 200
    assert not words.before_a_verb & words.verbs


def test_what_is_counted_has_a_plain_word() -> None:
    of_the_trade = {"rock", "rocks", "pump", "pumps", "curl", "curls", "hinge", "hinges", "bow", "flow", "dip", "row"}
    for unit, forms in load_wording("en-GB").units.items():
        for _, word in forms.forms:
            assert not list(lexicon().jargon.found_in(word)), unit
            assert word not in of_the_trade, unit


def test_words_of_the_trade_are_known_with_their_gloss() -> None:
    for words, gloss in (
        ("three hinges", "bending from your hips"),
        ("8 repetitions", "times"),
        ("a low lunge", "step"),
    ):
        ((_, advice),) = lexicon().jargon.found_in(words)
        assert gloss in advice.words
