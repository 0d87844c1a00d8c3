"""Texts that speak of the other side, but would also be printed for a client who trains one side only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.lexicon import lexicon
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.sided import fits


def other_side(file: ContentFile) -> Iterator[Slip]:
    """In exercises that can be done on one side, and in routines, whose exercises can."""
    if not file.is_english or file.side == "both":
        return
    hint = "write {text: ..., only: each}, and beside it what is said with only: one side"
    for text in file.texts:
        for words, _ in lexicon().other_side.found_in(text.words) if fits(text.only, "left") else ():
            yield Slip(
                "a text that speaks of the other side",
                file.at_words(text, words),
                text.path,
                words,
                "only: each or only: alternate",
                hint,
            )


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "other-side",
        FindingLevel.WARNING,
        "With --side left nobody is asked to change legs: a sheet that contradicts itself is not followed.",
        "PEMAT-P item 5 to 7 and 20, AHRQ 2014: clear actions; house rule: a sheet says one thing",
        other_side,
    ),
)
