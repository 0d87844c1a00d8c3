"""A routine as one of several in a programme: `back-care-stretches@evening`, `hip-hinge-foundations@weeks-3-4`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BeforeValidator, Field

from generator.content.dose.frequency import Frequency, TimeOfDay, WeekNumbers
from generator.content.fields import Identifier, Model, quoted, wrong
from generator.content.routine import Phase, Routine
from generator.content.sided import LongWay, OnlySide, Sided, said
from generator.problems import Prose, place_of

T = TypeVar("T")
MOST_ROUTINES = 3
_TIMES = frozenset(get_args(TimeOfDay))
_WEEKS = re.compile(r"weeks?[- ](.+)")
_HINT = "write ID@morning, ID@morning+evening, ID@weeks-1-2 or ID@weeks-odd"


class RoutineUse(Model):
    """Which routine, at what times of a day and in which weeks of the programme; without them as it is."""

    routine: Identifier
    alternative: Identifier | None = Field(default=None, description="One of its alternatives.")
    times: tuple[TimeOfDay, ...] | None = Field(default=None, min_length=1, max_length=5)
    weeks: WeekNumbers | None = Field(default=None, description="Only in these weeks: [1, 2], 1-2, odd or even.")

    @property
    def frequency(self) -> Frequency | None:
        """What it says of when."""
        said = {name: value for name in ("times", "weeks") if (value := getattr(self, name)) is not None}
        return Frequency.model_validate(said) if said else None


def _in_one_word(value: Any) -> Any:
    """The mapping that `a@evening@weeks-3-4` stands for."""
    if not isinstance(value, str):
        return value
    routine, *rest = (part.strip() for part in value.split("@"))
    place = place_of(value)
    written: dict[str, Any] = {"routine": Prose(routine, place)}
    for part in rest:
        times = tuple(part.split("+"))
        if weeks := _WEEKS.fullmatch(part):
            written["weeks"] = Prose(weeks[1].replace("+", ","), place)
        elif _TIMES.issuperset(times):
            written["times"] = times
        else:
            raise wrong(f"does not say when: {quoted(part)}", _HINT)
    return written


Uses = Annotated[
    tuple[Annotated[RoutineUse, BeforeValidator(_in_one_word, json_schema_input_type=RoutineUse | str)], ...],
    Field(max_length=MOST_ROUTINES),
]


def first_of(written: Any) -> Any:
    """The id of the first routine of a list, as far as it is one."""
    first = written[0] if written else None
    if isinstance(first, dict):
        return first.get("routine")
    return Prose(first.split("@")[0].strip(), place_of(first)) if isinstance(first, str) else first


def in_one(uses: Sequence[RoutineUse], routines: Sequence[Routine], title: str) -> Routine:
    """One routine with the phases of all, each at its times and in its weeks; a phase whose id is taken gets a number.

    What it says is theirs together: messages and reasons, whom to ask first, when to stop. A rule of progress only if
    they have the same. A video of one of them is none of all.
    """
    first = routines[0]
    phases: list[Phase] = []
    for number, (use, routine) in enumerate(zip(uses, routines, strict=True)):
        taken = {str(phase.id) for phase in phases}
        phases += (phase.of_routine(number, taken, use.frequency) for phase in routine.phases)
    rules = {routine.progress for routine in routines}
    return first.model_copy(
        update={
            "title": Prose(title, place_of(first.title)),
            "issued": max(routine.issued for routine in routines),
            "review_by": min(routine.review_by for routine in routines),
            "author": Prose(", ".join(dict.fromkeys(str(routine.author) for routine in routines))),
            "tags": _union(routine.tags for routine in routines),
            "message": _union(routine.message for routine in routines),
            "why": _all_why(routines),
            "video": None,
            "phases": tuple(phases),
            "alternatives": {},
            "plates": _union(routine.plates for routine in routines),
            "measures": tuple({one.id: one for routine in routines for one in routine.measures}.values()),
            "remember": _union(routine.remember for routine in routines)[:4],
            "progress": rules.pop() if len(rules) == 1 else None,
            "stop_if": _union(routine.stop_if for routine in routines),
            "weeks_off": _all_off(routines),
            "sample": any(routine.sample for routine in routines),
            "off": {rule: why for routine in reversed(routines) for rule, why in routine.off.items()},
        }
    )


def _all_why(routines: Sequence[Routine]) -> Prose:
    """Why all of it may help, as it is said for each side."""

    def text_for(side: str) -> Prose:
        texts = (said(routine.why, side) for routine in routines)
        return Prose(" ".join(str(text) for text in texts if text), place_of(routines[0].why))

    usual = text_for("both")
    sides: dict[OnlySide, str] = {"each": "each", "alternate": "alternate", "one side": "left"}
    own = {only: text for only, side in sides.items() if (text := text_for(side)) != usual}
    ways = [LongWay.model_construct(text=text, only=(only,)) for only, text in own.items()]
    last = LongWay.model_construct(text=usual, only=())
    return Sided(ways[0].text, place_of(usual), (*ways, last)) if ways else usual


def _union(lists: Iterable[Sequence[T]]) -> tuple[T, ...]:
    """All things of lists, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _all_off(routines: Sequence[Routine]) -> tuple[int, ...] | None:
    """The weeks that all of them have off."""
    off = [set(routine.weeks_off or ()) for routine in routines]
    return tuple(sorted(set.intersection(*off))) or None
