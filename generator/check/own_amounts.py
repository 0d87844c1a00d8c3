"""Sentences of an exercise that say how much to do, which its dose says, too, and with --set or a plan otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.lexicon import lexicon
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile

# Printed beside the dose, as things to do.
_BESIDE = frozenset(("steps", "captions", "start_level", "progress_to", "regress_to"))


def own_amounts(file: ContentFile) -> Iterator[Slip]:
    if not file.is_english:
        return
    for text in file.texts:
        for found in lexicon().amounts.finditer(text.words) if _BESIDE & set(text.path) else ():
            hint = "leave the number to the dose: hold, sets, reps, load, or a step of its progression"
            place, allowed = file.at_words(text, found[0]), "words without the amount"
            yield Slip("an amount that the dose may say otherwise", place, text.path, found[0], allowed, hint)


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "own-amount",
        FindingLevel.WARNING,
        "A dose is changed for a client, a sentence is not: then the step says 3 seconds and the dose 10.",
        "PEMAT-P items 5 to 7, AHRQ 2014: clear actions; house rule: a sheet says one thing",
        own_amounts,
    ),
)
