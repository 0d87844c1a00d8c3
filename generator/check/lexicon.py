"""The words that rules know come in from `assets/check`, as one pattern for each list; who says which word goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.assets import asset
from generator.source import reader


@dataclass(frozen=True, slots=True)
class WordAdvice:
    """What to say in place of a phrase; `said` finds words that already say it."""

    words: str
    said: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with their advice, found by one pattern; each has a group of its own."""

    pattern: re.Pattern[str]
    advice: tuple[WordAdvice, ...]

    def found_in(self, text: str) -> Iterator[tuple[str, WordAdvice]]:
        """Each place that says one of the phrases, as it stands there, with the advice."""
        for found in self.pattern.finditer(text):
            assert found.lastgroup is not None  # every alternative is a group
            yield found[0], self.advice[int(found.lastgroup[1:])]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language."""

    frightening: Phrases
    promising: Phrases
    jargon: Phrases
    back_pain: Phrases
    colour_alone: Phrases
    raw_notation: Phrases
    in_turn: Phrases
    other_side: Phrases
    amounts: re.Pattern[str]
    afterwards: Phrases
    before_a_verb: frozenset[str]
    verbs: frozenset[str]
    still: frozenset[str]


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """The words of a language. Raises FileNotFoundError for one that has none."""
    path = asset("check", f"{language}.yaml")
    lists = reader.read(path.read_text("utf-8"), path.name).value
    assert isinstance(lists, dict)
    return Lexicon(
        frightening=_phrases(lists["frightening"]),
        promising=_phrases(lists["promising"]),
        jargon=_phrases(lists["jargon"]),
        back_pain=_phrases(lists["back_pain"]),
        colour_alone=_phrases(lists["colour_alone"]),
        raw_notation=_phrases(lists["raw_notation"]),
        in_turn=_phrases(lists["in_turn"]),
        other_side=_phrases((*_texts(lists["in_turn"]), *_texts(lists["both_sides"]))),
        amounts=_amounts(_texts(lists["numbers"]), _texts(lists["dose_units"])),
        afterwards=_phrases(lists["afterwards"]),
        before_a_verb=frozenset(_texts(lists["before_a_verb"])),
        verbs=frozenset(_texts(lists["verbs"])),
        still=frozenset(_texts(lists["still"])),
    )


def pattern_of(phrase: str) -> str:
    """The pattern of a phrase: `a [b, c] d*` is a, then b or c, then any word that begins with d."""
    parts = re.findall(r"\[[^\]]*\]|[^\s\[\]]+", phrase)
    return r"[\s-]+".join(_word(part) for part in parts)


def _word(part: str) -> str:
    if part.startswith("["):
        return "(?:" + "|".join(pattern_of(one) for one in part[1:-1].split(",")) + ")"
    return re.escape(part.removesuffix("*")) + (r"\w*" if part.endswith("*") else "")


def _phrases(entries: object) -> Phrases:
    pairs = list(entries.items()) if isinstance(entries, Mapping) else [(text, "") for text in _texts(entries)]
    groups = "|".join(f"(?P<p{number}>{pattern_of(phrase)})" for number, (phrase, _) in enumerate(pairs))
    return Phrases(
        re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.IGNORECASE), tuple(_advice(value) for _, value in pairs)
    )


def _amounts(numbers: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    """A number in words or digits and a unit: "two sets", "30 s", "5kg", "3-second"."""
    words, measures = "|".join(map(re.escape, numbers)), "|".join(map(pattern_of, units))
    number = rf"(?:{words})[\s-]+|\d+(?:[.,]\d+)?[\s-]*"
    return re.compile(rf"(?<!\w)(?:{number})(?:{measures})(?!\w)", re.IGNORECASE)


def _advice(value: object) -> WordAdvice:
    if isinstance(value, Mapping):
        said = "|".join(pattern_of(words) for words in _texts(value["said"]))
        return WordAdvice(str(value["gloss"]), re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE))
    return WordAdvice(str(value))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()
