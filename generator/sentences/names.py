"""One name for an exercise everywhere; where room is short, its beginning, and no two exercises share one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.content.exercise import Exercise
from generator.language.wording import Wording
from generator.problems import Prose, place_of

_FEWEST_WORDS = 2


def is_beginning(short: str, name: str) -> bool:
    """Whether `short` is `name` without words at its end or its bracket."""
    rest = name.removeprefix(short)
    return short == name or (len(rest) < len(name) and not rest[:1].isalnum())


def short_names(exercises: Iterable[Exercise], wording: Wording) -> dict[str, Prose]:
    """The shortest form of each name that still tells it apart from the others, by the whole name."""
    forms = {exercise.name: _forms(exercise, wording) for exercise in exercises}
    while clashing := [name for name, found in forms.items() if len(found) > 1 and _is_taken(found[-1], name, forms)]:
        forms = {name: found[:-1] if name in clashing else found for name, found in forms.items()}
    return {name: Prose(found[-1], place_of(name)) for name, found in forms.items()}


def _is_taken(short: str, name: str, forms: Mapping[Prose, list[str]]) -> bool:
    """Whether it could be meant for another exercise as well."""
    others = (words for other, found in forms.items() if other != name for words in (other, found[-1]))
    return any(short.lower() in words.lower() for words in others)


def _forms(exercise: Exercise, wording: Wording) -> list[str]:
    """The whole name, then ever shorter beginnings of it, or the one that the author has chosen."""
    name = str(exercise.name)
    own = exercise.short_name
    if own and is_beginning(own, name):
        return list(dict.fromkeys((name, str(own))))
    words = name.split(" ")
    ends = [end for end in range(_FEWEST_WORDS, len(words)) if _may_end_before(words, end, wording)]
    return [name, *(" ".join(words[:end]).rstrip(",;:") for end in reversed(ends))]


def _may_end_before(words: list[str], end: int, wording: Wording) -> bool:
    after = words[end]
    return (
        after.startswith("(") or words[end - 1].endswith((",", ";", ":")) or after.lower() in wording.chart.cut_before
    )
