"""What is said of one dose in several places, laid over one another: whoever stands nearest to the client decides.

What a layer sets holds for all weeks but those that the same layer names. What a layer further out says of later weeks
counts only for fields that no nearer layer touches; with `progression: same` it goes on from the nearer one's start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.content.dose import Dose, DoseChange, DoseFields
from generator.content.overlay import FIELDS, left_of, merge, touched
from generator.content.shift import shifted
from generator.problems import ContentError, Place, Problem


@dataclass(frozen=True, slots=True)
class Origin:
    """Who says something of a dose: an exercise, its variant, a phase, the routine, or the client's plan.

    `anchor` is where the exercise or the phase is named, `path` leads from what is named there to what is said.
    """

    kind: str
    name: str = ""
    anchor: Place | None = None
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a dose from a week on; `own`: its days stand above those of the phase."""

    change: DoseFields
    origin: Origin
    week: int = 1
    own: bool = True


@dataclass(frozen=True, slots=True)
class Layer:
    """What one layer says: of all weeks, and of later ones. `same` keeps the outer layers' steps from its own start."""

    start: Said
    later: tuple[Said, ...] = ()
    same: bool = False


def layer_of(
    change: Dose | DoseChange, origin: Origin, weeks: Iterable[Said] = (), *, own: bool = True, goes_on: bool = True
) -> Layer:
    """A dose or a change as a layer; `weeks` are what the same layer says of weeks elsewhere.

    `own`: its days stand above those of the phase. `goes_on`: what it says of later weeks counts.
    """
    named = change.weeks.items() if goes_on else ()
    later = [Said(week, replace(origin, path=(*origin.path, "weeks", number)), number) for number, week in named]
    same = isinstance(change, DoseChange) and change.progression == "same"
    return Layer(Said(change, origin, own=own), tuple(sorted((*later, *weeks), key=lambda said: said.week)), same)


@dataclass(frozen=True, slots=True)
class Cut:
    """How a dose would have gone on, in `fields`, had not `by` set them without a word on how to go on."""

    said: Said
    fields: frozenset[str]
    by: Origin


@dataclass(frozen=True, slots=True)
class Settled:
    """All that counts of a dose, in the order of the weeks, each before what is laid over it; and what was cut."""

    said: tuple[Said, ...] = ()
    cut: tuple[Cut, ...] = ()


NOTHING = Settled()


def settled(whole: Layer, *layers: Layer) -> Settled:
    """What counts of several layers, the weakest first; `whole` begins with a whole dose.

    Raises `ContentError` if a layer leaves no measure, or wants to keep steps that do not go with its start.
    """
    dose = whole.start.change
    assert isinstance(dose, Dose)
    counts, cut = [whole.start, *whole.later], []
    for layer in layers:
        before, dose = dose, laid_over(dose, layer.start)
        own = set().union(*(touched(dose, said.change) for said in layer.later))
        taken = touched(before, layer.start.change) | own
        later = [said for said in counts if said.week > 1]
        if layer.same:
            kept = _kept_steps(later, before, dose, taken, layer.start.origin)
        else:
            kept = []
            ends = [(said, said.change.model_fields_set & taken - own) for said in later]
            cut += [Cut(said, frozenset(fields), layer.start.origin) for said, fields in ends if fields]
        counts = [replace(said, change=left_of(said.change, taken)) if said.week > 1 else said for said in counts]
        counts = [said for said in (*counts, *kept, layer.start, *layer.later) if said.change.model_fields_set & FIELDS]
    return Settled(tuple(sorted(counts, key=lambda said: said.week)), tuple(cut))


def _kept_steps(later: Sequence[Said], old: Dose, new: Dose, taken: set[str], origin: Origin) -> list[Said]:
    """What the outer layers say of later weeks, from the new start."""
    if not later:
        hint = "take progression away, or write its steps"
        raise ContentError([Problem(f"{origin.name} has no steps to keep", origin.anchor, "progression", hint)])
    try:
        return [replace(said, change=shifted(said.change, old, new, taken)) for said in later]
    except ValueError as error:
        message = f"{origin.name} cannot keep its steps from this start: {error}"
        raise ContentError([Problem(message, origin.anchor, "progression", "write the steps themselves")]) from None


def laid_over(dose: Dose, said: Said) -> Dose:
    """The dose with what is said laid over it. Raises `ContentError`, at its place, if no measure is left."""
    change = said.change
    try:
        return merge(dose, change)
    except ValueError as error:
        measures = (change.hold, change.duration, change.distance, change.reps)
        place = next((amount.place for amount in measures if amount and amount.place), said.origin.anchor)
        name = said.origin.name
        message = f"the changed dose of {name} {error}"
        raise ContentError([Problem(message, place, f"dose.{name}", "take the old one away with null")]) from None
