"""What a plan says of an exercise in bare amounts, and whether amounts that were read say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.content.dose.dose import Dose
from generator.language.wording import Wording
from generator.plan import PlannedExercise
from tests.truth.quantities import Quantity

LENGTHS = {"m": ("metre", "meter"), "km": ("kilometre", "kilometer"), "ft": ("foot", "feet"), "step": ("step",)}


class Fact(NamedTuple):
    """An amount of the dose: its field, the roles that it may be read in, least and most."""

    field: str
    roles: tuple[str, ...]
    low: Decimal
    high: Decimal

    @property
    def of(self) -> str:
        """The field of the dose that it belongs to."""
        return {"within": "reps", "weight": "load", "to spare": "load", "effort": "load"}.get(self.field, self.field)

    def is_told_by(self, one: Quantity, *, bare: bool = False) -> bool:
        """`bare`: a number may stand without its word, which stands beside another."""
        roles = ("", *self.roles) if bare and self.field in ("sets", "reps") else self.roles
        said = one.role in roles or any(one.role.startswith(f"{role} ") for role in self.roles)
        return said and (one.low, one.high) == (self.low, self.high)

    def __str__(self) -> str:
        return f"{self.field} {self.low}" + ("" if self.low == self.high else f" to {self.high}")


def facts_of(dose: Dose, wording: Wording) -> tuple[Fact, ...]:
    return tuple(_facts(dose, wording))


def _facts(dose: Dose, wording: Wording) -> Iterator[Fact]:
    timed = dose.reps is None or dose.hold is not None
    if dose.sets and dose.sets.high > 1:
        yield Fact("sets", ("set", "time") if timed else ("set",), dose.sets.low, dose.sets.high)
    if dose.reps and not dose.reps.is_plain:
        yield from _shaped(dose, wording)
    elif dose.reps and not (timed and dose.reps.high == 1):
        yield Fact("reps", _words(dose, wording, held=dose.hold is not None), dose.reps.low, dose.reps.high)
    for field in ("hold", "duration"):
        time = getattr(dose, field)
        if time:
            yield Fact(field, ("second",), time.low, time.high)
    if dose.distance:
        roles = tuple(form for word in LENGTHS[dose.distance.unit] for form in (word, f"{word}s"))
        yield Fact("distance", roles, dose.distance.low, dose.distance.high)


def _shaped(dose: Dose, wording: Wording) -> Iterator[Fact]:
    """What each set, or each side, is told to do: the last with its word, those before it as bare numbers."""
    written, words = str(dose.reps), _words(dose, wording, held=False)
    text, _, time = written.partition(" in ")
    if " left, " in text:
        left, right = re.findall(r"\d+(?:-\d+)?", text)
        yield Fact("reps", ("", *words, "on your", "with your"), *_ends(left))
        yield Fact("reps", ("", "on your", "with your"), *_ends(right))
        return
    asked = text.split("/")
    if len(asked) == 1 and text.endswith("+") and dose.sets:
        asked = [text.rstrip("+")] * (int(dose.sets.high) - 1) + [text]
    alike = len(set(asked)) == 1
    for place, one in enumerate(asked[:1] if alike else asked, 1):
        last = alike or place == len(asked)
        roles = ("or more",) if one.endswith("+") else words if last else ("", "then")
        if one[0].isdigit():
            yield Fact("reps", ("", *roles) if dose.unit in (None, "rep") else roles, *_ends(one.rstrip("+")))
    if time:
        yield Fact("within", ("second",), *_ends(str(SECONDS[time])))


SECONDS = {"30 s": 30, "1 min": 60}


def _ends(text: str) -> tuple[Decimal, Decimal]:
    low, _, high = text.partition("-")
    return Decimal(low), Decimal(high or low)


def says_most(dose: Dose) -> bool:
    """Whether "as many as you can" has to be said."""
    return dose.reps is not None and "as many" in str(dose.reps)


def _words(dose: Dose, wording: Wording, *, held: bool) -> tuple[str, ...]:
    """The forms of the word for one repetition."""
    plain = ("time", "") if dose.unit in (None, "rep") else ()
    forms = wording.units[dose.unit].forms if dose.unit else ()
    words = (str(text) for name, text in forms if name in ("one", "other"))
    return (*plain, *words, *(("time",) if held else ()))


def load_of(dose: Dose) -> Iterator[Fact]:
    """What stands beside the dose, on a line of its own."""
    load, effort = dose.load, dose.load.effort if dose.load else None
    if load and load.weight:
        numbers, _, unit = str(load.weight).partition(" ")
        yield from (Fact("weight", (unit,), *_ends(number)) for number in numbers.split("/"))
    if effort and effort.reps_in_reserve:
        yield Fact("to spare", ("to spare", "more"), effort.reps_in_reserve.low, effort.reps_in_reserve.high)
    if effort and effort.rpe:
        yield Fact("effort", ("out of",), effort.rpe.low, effort.rpe.high)


def amiss(said: tuple[Quantity, ...], dose: Dose, wording: Wording, *, whole: bool) -> Iterator[str]:
    """What is said otherwise than the dose has it; of a text that tells it as a `whole`, also what is not said."""
    facts = [*facts_of(dose, wording), *(() if whole else load_of(dose))]
    for one in said:
        if one.role == "rest":
            if not dose.rest or (one.low, one.high) != (dose.rest.low, dose.rest.high):
                yield f"says {one}, the plan {dose.rest}"
            continue
        found = next((fact for fact in facts if fact.is_told_by(one, bare=not whole)), None)
        if found:
            facts.remove(found)
        else:
            yield f"says {one}, the plan {', '.join(map(str, facts_of(dose, wording)))}"
    if whole:
        yield from (f"does not say {fact}" for fact in facts)


def sides_of(planned: PlannedExercise) -> frozenset[str]:
    """The words for its side that have to stand beside the dose."""
    dose = planned.dose
    if dose.reps and "left, " in str(dose.reps):
        return frozenset(("left", "right"))
    if planned.side == "alternate" and (dose.duration or dose.distance):
        return frozenset()  # both in turn within one time
    return frozenset({"left": ("left",), "right": ("right",), "both": ()}.get(planned.side, ("each",)))
