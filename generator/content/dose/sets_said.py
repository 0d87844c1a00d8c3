"""Repetitions and weights that are written set by set say how many sets there are."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from generator.content.dose.amounts import Count
from generator.content.dose.load import Load
from generator.content.dose.reps import Reps, sets_and_reps
from generator.content.dose.weights import Weights
from generator.content.fields import wrong
from generator.problems import Prose, place_of

HINT = "write reps and load for so many sets, or once for all of them"


class SetsDiffer(ValueError):
    """Sets, repetitions and weights of a changed dose are not of the same number of sets."""


def with_sets(written: dict[str, Any]) -> dict[str, Any]:
    """The fields as written, with the sets that "3 x 12" or "12/10/8" say, where nothing else says them."""
    reps = written.get("reps")
    if isinstance(reps, str) and (said := sets_and_reps(reps)):
        sets, rest = said
        if written.get("sets", sets) not in (sets, str(sets)):
            raise wrong(f"says {sets} sets, and sets {written['sets']}", "leave one of them out", ("reps",))
        written = {**written, "sets": sets, "reps": Prose(rest, place_of(reps))}
    if "sets" in written:
        return written
    counts = [count for count in (_of_reps(written.get("reps")), _of_load(written.get("load"))) if count]
    return {**written, "sets": counts[0]} if counts else written


def _of_reps(written: Any) -> int:
    try:
        return 0 if written is None else len(Reps.parse(written).each)
    except PydanticCustomError:
        return 0  # told where it stands, with all that is wrong of it


def _of_load(written: Any) -> int:
    written = written.get("weight") if isinstance(written, dict) else getattr(written, "weight", written)
    try:
        return 0 if written is None or written == "bodyweight" else len(Weights.parse(written).each)
    except PydanticCustomError:
        return 0


def refuse_other_sets(sets: Count | None, reps: Reps | None, load: Load | None) -> None:
    """Raises the error of `wrong` where sets are said, and repetitions or weights of another number of them."""
    problem = set_problem(sets, reps, load) if sets else ""
    if problem:
        raise wrong(problem, HINT, ("sets",))


def set_problem(sets: Count | None, reps: Reps | None, load: Load | None) -> str:
    """Why repetitions or weights do not go with the sets; empty if they do."""
    sets, weight = sets or Count.of(1), load.weight if load else None
    for name, count in (("repetitions", len(reps.each) if reps else 0), ("weights", len(weight.each) if weight else 0)):
        if count and (sets.is_range or sets.low != count):
            return f"has {sets} {'set' if sets.high == 1 else 'sets'}, but {name} for {count}"
    if reps and reps.is_open and not reps.is_most and sets.is_range:
        return f"has an open last set, so it needs a number of sets, not {sets}"
    return ""
