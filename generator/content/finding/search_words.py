"""What a reader types in search of an exercise becomes terms, each with the words that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NO_EQUIPMENT = "no equipment"

# A word stands for what content files say. One that content files use themselves stands for itself, too.
_SAME: dict[str, tuple[str, ...]] = {
    "seated": ("sitting",),
    "chair": ("sitting",),
    "supine": ("lying",),
    "quadruped": ("all fours",),
    "floor": ("lying", "prone", "side lying", "long sitting", "kneeling", "half kneeling", "all fours"),
    "back": ("low back", "upper back"),
    "lumbar": ("low back",),
    "spine": ("low back", "upper back"),
    "leg": ("thigh", "knee", "hip", "ankle"),
    "arm": ("shoulder", "elbow", "hand"),
    "wrist": ("hand",),
    "buttock": ("glutes",),
    "bottom": ("glutes",),
    "quads": ("quadriceps",),
    "calves": ("calf",),
    "stomach": ("abdominals",),
    "groin": ("adductors",),
    "stretching": ("stretch",),
    "strengthen": ("strength",),
    "strengthening": ("strength",),
    "flexibility": ("mobility", "stretch"),
    "easy": ("level 1",),
    "gentle": ("level 1",),
    "hard": ("level 3",),
    "bodyweight": (NO_EQUIPMENT,),
    "without equipment": (NO_EQUIPMENT,),
}
# Words that belong together, also when a shell has taken their quotes.
_PHRASES = (
    NO_EQUIPMENT, "without equipment", "low back", "upper back", "side lying", "long sitting", "half kneeling",
    "all fours", "pelvic floor", "whole body", "hip flexors", "outer hip", "level 1", "level 2", "level 3",
)  # fmt: skip
_EMPTY = frozenset(["a", "an", "and", "the", "for", "of", "with", "in", "on", "exercise", "exercises"])
_TERM = re.compile("|".join([*(rf"\b{phrase}\b" for phrase in _PHRASES), r"\w+"]))


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for, and in which words it may be said."""

    asked: str
    means: tuple[str, ...]


def terms(query: Iterable[str]) -> tuple[Term, ...]:
    """The terms of a query, each once, in their order; words such as `for` ask for nothing."""
    asked = dict.fromkeys(_words(" ".join(query)))
    return tuple(Term(word, _meanings(word)) for word in asked)


def _meanings(word: str) -> tuple[str, ...]:
    one = re.sub(r"(?<=[cs]h)es$|(?<=[^s][^s])s$", "", word) if len(word) > 3 else word
    return tuple(dict.fromkeys((one, *_SAME.get(word, ()), *_SAME.get(one, ()))))


def _words(text: str) -> Iterator[str]:
    for word in _TERM.findall(folded(text)):
        if word not in _EMPTY:
            yield word


def folded(text: str) -> str:
    """A text as it is compared: small letters, and hyphens and apostrophes are no letters of a word."""
    return re.sub(r"[\W_]+", " ", text.lower().replace("’", "").replace("'", "")).strip()


def known_words() -> frozenset[str]:
    """The words that mean something here though no exercise may use them."""
    return frozenset(_SAME)
