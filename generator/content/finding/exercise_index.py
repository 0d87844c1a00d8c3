"""Exercises by the words of their fields: what a query finds, best first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.exercise import Exercise
from generator.content.figure.figure_spec import muscle_of
from generator.content.finding.search_words import NO_EQUIPMENT, Term, folded, known_words

# What stands in any home is no hindrance; every result names it.
_AT_HOME = frozenset(["mat", "chair", "firm chair", "wall"])
# How much a hit in a field says; a hit in the purpose may be by the way.
_WEIGHTS = {
    "name": 6, "also called": 6, "region": 5, "kind": 4, "position": 4, "equipment": 4, "muscles": 4, "level": 4,
    "purpose": 1,
}  # fmt: skip
_NEAR = 0.8  # part of the letters that two spellings share


@dataclass(frozen=True, slots=True)
class Findable:
    """An exercise with the texts that it is found by, by the name of their field; folded for comparing."""

    id: str
    exercise: Exercise
    texts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A found exercise; `why` names the field in which each asked term was met, in the order of the query."""

    entry: Findable
    why: tuple[tuple[str, str], ...]
    score: float


class ExerciseIndex:
    """Answers queries about exercises; each is read once."""

    def __init__(self, exercises: Iterable[tuple[str, Exercise]]) -> None:
        self.entries = tuple(Findable(name, exercise, _texts(name, exercise)) for name, exercise in exercises)

    def find(self, query: Sequence[Term]) -> tuple[Hit, ...]:
        """Every exercise that has all terms, best first; equal ones by id. No terms find all."""
        query = [self._spelt(term) for term in query]
        hits = [hit for entry in self.entries if (hit := _hit(entry, query))]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.entry.id)))

    def without(self, query: Sequence[Term]) -> tuple[tuple[Term, int], ...]:
        """Terms whose absence would find something, each with how many; the most first."""
        found = [(term, len(self.find([other for other in query if other is not term]))) for term in query]
        return tuple(sorted((one for one in found if one[1] and len(query) > 1), key=lambda one: -one[1]))

    def unknown(self, query: Sequence[Term]) -> tuple[tuple[Term, tuple[str, ...]], ...]:
        """Terms that no exercise has, each with the nearest words that are known."""
        from difflib import get_close_matches

        lost = [term for term in query if not self.find([term])]
        return tuple((term, tuple(get_close_matches(term.asked, self._vocabulary, 3, 0.55))) for term in lost)

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        said = (text for entry in self.entries for field in _WEIGHTS for text in entry.texts[field])
        words = {word for text in said for word in text.split() if len(word) > 2}
        return tuple(sorted(words | known_words()))

    def _spelt(self, term: Term) -> Term:
        """The term, or where no exercise has it the same in the nearest spelling."""
        from difflib import get_close_matches

        if len(term.asked) < 4 or any(_field(entry, term) for entry in self.entries):
            return term
        near = get_close_matches(term.asked, self._vocabulary, 1, _NEAR)
        return Term(term.asked, (*term.means, *near))


def _texts(name: str, exercise: Exercise) -> dict[str, tuple[str, ...]]:
    lit = exercise.figure.highlight if exercise.figure else ()
    muscles = (*exercise.muscles, *(muscle_of(word)[1] for word in lit))
    equipment = (*exercise.equipment, *(thing for one in exercise.variants.values() for thing in one.equipment))
    said: dict[str, tuple[object, ...]] = {
        "name": (exercise.name, exercise.trade_name, name),
        "also called": exercise.also_called,
        "region": exercise.region,
        "kind": (exercise.kind,),
        "position": (exercise.position,),
        "equipment": (*equipment, *([NO_EQUIPMENT] if set(exercise.equipment) <= _AT_HOME else [])),
        "muscles": muscles,
        "level": (f"level {exercise.level}",) if exercise.level else (),
        "purpose": (exercise.purpose,),
    }
    return {field: tuple(dict.fromkeys(folded(str(text)) for text in texts if text)) for field, texts in said.items()}


def _hit(entry: Findable, query: Sequence[Term]) -> Hit | None:
    met = [(term, field) for term in query if (field := _field(entry, term))]
    if len(met) < len(query):
        return None
    return Hit(entry, tuple((term.asked, field) for term, field in met), sum(_WEIGHTS[field] for _, field in met))


def _field(entry: Findable, term: Term) -> str:
    """The weightiest field that has the term, or nothing.

    A purpose is prose: a word that stands for others may mean something else there, such as the back of a thigh.
    """
    fields = [field for field in _WEIGHTS if field != "purpose" or len(term.means) == 1]
    return next((field for field in fields if any(_has(text, term) for text in entry.texts[field])), "")


def _has(text: str, term: Term) -> bool:
    return any(_begins(word, meant) for meant in term.means for word in _tails(text))


def _tails(text: str) -> Iterable[str]:
    words = text.split()
    return (" ".join(words[start:]) for start in range(len(words)))


def _begins(text: str, meant: str) -> bool:
    """Whether a text begins as it is asked for; a knee is not how one kneels."""
    return text.startswith(meant) and not (meant == "knee" and text.startswith("kneel"))
