"""Texts that speak of the other side, for a client who trains one side only or of an exercise that has no sides."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.lexicon import lexicon
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.sided import fits


def other_side(file: ContentFile) -> Iterator[Slip]:
    """In routines and exercises: with --side left they are read by one who has no other side to train."""
    if not file.is_english:
        return
    at_once = file.side == "both"
    phrases, side = (lexicon().in_turn, "both") if at_once else (lexicon().other_side, "left")
    allowed = "side: each or side: alternate" if at_once else "only: each or only: alternate"
    hint = "write {text: ..., only: each}, and beside it what is said with only: one side"
    if at_once:
        hint = "this exercise has side: both; write side: each, or leave the words out"
    for text in file.texts:
        for words, _ in phrases.found_in(text.words) if fits(text.only, side) else ():
            what = "a text that speaks of the other side"
            yield Slip(what, file.at_words(text, words), text.path, words, allowed, hint)


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "other-side",
        FindingLevel.WARNING,
        "With --side left nobody is asked to change legs: a sheet that contradicts itself is not followed.",
        "PEMAT-P item 5 to 7 and 20, AHRQ 2014: clear actions; house rule: a sheet says one thing",
        other_side,
    ),
)
