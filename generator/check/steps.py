"""Steps that are hard to follow: those that do not begin with what to do, and those that ask for three things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.lexicon import Lexicon, lexicon
from generator.check.reading import sentences
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile, ReadText, TextRole

MOST_ACTIONS = 2
_CLAUSE = re.compile(r"[,;:–—]\s+|\s+(?:and|then|or)\s+", re.IGNORECASE)


def first_word(text: str, words: Lexicon) -> str:
    """The word with which a step or a clause begins, after "then", "slowly" and the like; in small letters."""
    for word in re.findall(r"[\w'’-]+", text.lower()):
        if word not in words.before_a_verb:
            return str(word)
    return ""


def actions(step: str, words: Lexicon) -> list[str]:
    """The verbs of a step that ask for a move; what goes on at the same time (hold, breathe, keep) is none."""
    clauses = (clause for sentence in sentences(step) for clause in _CLAUSE.split(sentence))
    found = (first_word(clause, words) for clause in clauses)
    return [verb for verb in found if verb in words.verbs and verb not in words.still]


def _steps(file: ContentFile) -> Iterator[ReadText]:
    if file.is_english:
        yield from (text for text in file.texts if text.role is TextRole.STEP)


def no_verb(file: ContentFile) -> Iterator[Slip]:
    words = lexicon()
    for text in _steps(file):
        first = first_word(text.words, words)
        if first not in words.verbs:
            opening = " ".join(text.words.split()[:4])
            hint = "begin with what to do: Lie, Bend, Lift, Hold ..."
            yield Slip(
                "a step that does not begin with a verb",
                file.at_words(text, opening),
                text.path,
                opening,
                "a verb first",
                hint,
            )


def many_actions(file: ContentFile) -> Iterator[Slip]:
    words = lexicon()
    for text in _steps(file):
        found = actions(text.words, words)
        if len(found) > MOST_ACTIONS:
            hint = "make two steps of it"
            yield Slip(
                f"{len(found)} actions in one step",
                file.at_words(text, text.words),
                text.path,
                ", ".join(found),
                f"at most {MOST_ACTIONS}",
                hint,
            )


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "step-verb",
        FindingLevel.WARNING,
        "A step that begins with a verb says at once what to do.",
        "PEMAT-P items 20 to 22, AHRQ 2014; CDC Clear Communication Index, item 11",
        no_verb,
    ),
    Rule(
        "step-actions",
        FindingLevel.WARNING,
        "One action a step lets the eye find its way back from the floor to the page.",
        "PEMAT-P item 22, AHRQ 2014",
        many_actions,
    ),
)
