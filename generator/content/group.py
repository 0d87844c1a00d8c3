"""Exercises that are done together: in rounds back to back, by turns of work and rest, or one at each full minute."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.content.dose.amounts import Duration, Within
from generator.content.dose.dose import Lasting, Rest, Sets
from generator.content.editing.entry_key import EntryKey
from generator.content.fields import Model, quoted, wrong
from generator.problems import Prose, place_of

GroupKind = Literal["rounds", "work", "every"]
MOST_TOGETHER = 10
Every = Annotated[Duration, AfterValidator(Within(10, 600, "10 s to 10 min from one start to the next"))]
# "a + b: 3 rounds, rest 90 s", "a: 8 rounds, 20 s on, 10 s off", "a: 10 rounds, every 1 min"
_WORDS = re.compile(
    r"(?P<ids>[^:]+):\s*(?P<rounds>[0-9-]+) rounds?"
    r"(?:,\s*(?:rest (?P<rest>[^,]+)|every (?P<every>[^,]+)|(?P<work>[^,]+) on(?:,\s*(?P<off>[^,]+) off)?))?"
)
_WAYS = '"a + b: 3 rounds, rest 90 s", "a: 8 rounds, 20 s on, 10 s off" or "a: 10 rounds, every 1 min"'


class ExerciseGroup(Model):
    """Exercises of a phase that follow one another, each once in every round, which stand in place of their sets.

    With `work` each is done for so long, and `rest` follows each; with `every` one begins at each such time, such as
    every minute, and what is left of it is rest. Else `rest` follows the round.
    """

    exercises: Annotated[tuple[EntryKey, ...], Field(min_length=1, max_length=MOST_TOGETHER)]
    rounds: Sets
    rest: Rest | None = None
    work: Lasting | None = None
    every: Every | None = None

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> Self:
        if self.work and self.every:
            raise wrong(
                "takes work or every, not both", "work and rest, or every: the rest is what is left", ("every",)
            )
        if self.every and self.rest:
            raise wrong("stands beside every", "the rest is what is left of it: take rest away", ("rest",))
        if self.kind == "rounds" and len(self.exercises) == 1:
            raise wrong("needs two exercises or more", "one alone has sets and rest of its own", ("exercises",))
        if len(set(self.exercises)) < len(self.exercises):
            raise wrong("names an exercise twice", "write hip-hinge#2 for its second use", ("exercises",))
        return self

    @property
    def kind(self) -> GroupKind:
        return "work" if self.work else "every" if self.every else "rounds"

    def in_words(self, exercises: Sequence[str]) -> dict[str, Any]:
        """It as a file has it, with these exercises."""
        return {**self.model_dump(mode="json", exclude_unset=True), "exercises": list(exercises)}


def exercises_of(group: Mapping[str, Any] | str) -> list[str]:
    """Those of a group as a file has it, which may be in words."""
    return _ids(group.partition(":")[0]) if isinstance(group, str) else [str(name) for name in group["exercises"]]


def _ids(text: str) -> list[str]:
    return [name.strip() for name in text.split("+")]


def _written(value: Any) -> Any:
    """The mapping that a text in words stands for."""
    if not isinstance(value, str):
        return value
    found = _WORDS.fullmatch(value.strip())
    if found is None:
        raise wrong(f"needs exercises and rounds, not {quoted(value)}", f"write {_WAYS}")
    place = place_of(value)
    said = found.groupdict()
    times = {"rest": said["rest"] or said["off"], "work": said["work"], "every": said["every"]}
    ids = tuple(Prose(name, place) for name in _ids(said["ids"]))
    kept = {key: Prose(text.strip(), place) for key, text in times.items() if text}
    return {"exercises": ids, "rounds": Prose(said["rounds"], place), **kept}


GroupOrWords = Annotated[ExerciseGroup, BeforeValidator(_written, json_schema_input_type=ExerciseGroup | str)]
Groups = Annotated[tuple[GroupOrWords, ...], Field(max_length=12)]
