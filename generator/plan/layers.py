"""What is said of one dose in several places, laid over one another: whoever stands nearest to the client decides.

What a layer sets holds for all weeks but those that the same layer names. What a layer further out says of later weeks
counts only for fields that no nearer layer touches; with `progression: same` it goes on from the nearer one's start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.content.dose.dose import AMOUNTS, Dose, DoseChange, DoseFields, step_problem
from generator.content.dose.overlay import FIELDS, left_of, merge, touched
from generator.content.dose.sets_said import HINT, SetsDiffer
from generator.content.dose.shift import shifted
from generator.content.dose.speaks_of import is_overruled
from generator.problems import ContentError, Place, Problem

_AMOUNTS = set(AMOUNTS)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who says something of a dose: an exercise, its variant, a phase, the routine, or the client's plan.

    `anchor` is where the exercise or the phase is named, `path` leads from what is named there to what is said. A
    client's has no anchor: who takes options and plan files knows their places.
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
    """What one layer says: of all weeks, of later ones, and of the steps (None: nothing).

    `same` keeps the outer layers' steps and weeks from its own start.
    """

    start: Said
    later: tuple[Said, ...] = ()
    steps: tuple[Said, ...] | None = None
    same: bool = False

    @property
    def counts_weeks(self) -> bool:
        """Whether it ties to weeks how much is done."""
        return any(said.change.model_fields_set & _AMOUNTS for said in self.later)


def layer_of(
    change: Dose | DoseChange, origin: Origin, weeks: Iterable[Said] = (), *, own: bool = True, goes_on: bool = True
) -> Layer:
    """A dose or a change as a layer; `weeks` are what the same layer says of weeks elsewhere.

    `own`: its days stand above those of the phase. `goes_on`: what it says of later weeks counts.
    """
    named = change.weeks.items() if goes_on else ()
    later = [Said(week, replace(origin, path=(*origin.path, "weeks", number)), number) for number, week in named]
    same = change.progression == "same"
    steps = None if same or not goes_on else _steps(change, origin)
    return Layer(
        Said(change, origin, own=own), tuple(sorted((*later, *weeks), key=lambda said: said.week)), steps, same
    )


def _steps(change: Dose | DoseChange, origin: Origin) -> tuple[Said, ...] | None:
    if "progression" not in change.model_fields_set or change.progression is None:
        return None
    assert not isinstance(change.progression, str)
    paths = (replace(origin, path=(*origin.path, "progression", index)) for index in range(len(change.progression)))
    return tuple(Said(left_of(step, set()), path) for step, path in zip(change.progression, paths, strict=True))


@dataclass(frozen=True, slots=True)
class Cut:
    """How a dose would have gone on, in `fields`, had not `by` set them without a word on how to go on."""

    said: Said
    fields: frozenset[str]
    by: Origin


@dataclass(frozen=True, slots=True)
class Settled:
    """All that counts of a dose, in the order of the weeks, each before what is laid over it.

    `steps` are those that the client takes when ready, `cut` is what a nearer layer ends.
    """

    said: tuple[Said, ...] = ()
    steps: tuple[Said, ...] = ()
    cut: tuple[Cut, ...] = ()


NOTHING = Settled()


def settled(whole: Layer, *layers: Layer) -> Settled:
    """What counts of several layers, the weakest first; `whole` begins with a whole dose.

    Of steps and weeks that say how much is done, the nearer ones count alone. Raises `ContentError` if a layer leaves
    no measure, or has or wants to keep steps that do not go with its start.
    """
    dose = whole.start.change
    assert isinstance(dose, Dose)
    now, cut = Settled((whole.start, *whole.later), whole.steps or ()), list[Cut]()
    for layer in layers:
        before, dose = dose, laid_over(dose, layer.start)
        now = _without_overruled(now, before, layer)
        now = _kept(now, before, dose, layer) if layer.same else _ended(now, before, dose, layer, cut)
        said = (one for one in (*now.said, layer.start, *layer.later) if one.change.model_fields_set & FIELDS)
        now = replace(now, said=tuple(said))
        if layer.steps is not None:
            now = replace(now, steps=_sound_steps(dose, layer.steps))
    return Settled(tuple(sorted(now.said, key=lambda said: said.week)), now.steps, tuple(cut))


def _without_overruled(now: Settled, before: Dose, layer: Layer) -> Settled:
    """Without the outer layers' sentences that speak of what the layer sets: where to begin, and the last step."""
    start = touched(before, layer.start.change)
    later = start.union(*(said.change.model_fields_set for said in (*layer.later, *(layer.steps or ()))))
    return replace(now, said=tuple(_quiet(one, start, later) for one in now.said))


def _quiet(one: Said, start: set[str], later: set[str]) -> Said:
    fields = (("start_level", start), ("progress_to", later))
    gone = {name for name, taken in fields if is_overruled(getattr(one.change, name), taken)}
    return replace(one, change=left_of(one.change, gone)) if gone else one


def _ended(now: Settled, before: Dose, after: Dose, layer: Layer, cut: list[Cut]) -> Settled:
    """What the outer layers said without what the layer touches; adds to `cut` what it ends without a word."""
    own = set[str]().union(*(touched(after, said.change) for said in layer.later))
    taken = touched(before, layer.start.change) | own
    gone = taken | (_AMOUNTS if layer.steps is not None else set())
    said = [replace(one, change=left_of(one.change, gone)) if one.week > 1 else one for one in now.said]
    steps = [] if layer.counts_weeks else list(_untouched(now.steps, taken))
    if layer.steps is None and not layer.counts_weeks:
        fields = [(one, frozenset(one.change.model_fields_set & taken - own)) for one in _later(now)]
        cut += [Cut(one, names, layer.start.origin) for one, names in fields if names]
    return Settled(tuple(said), tuple(steps))


def _later(now: Settled) -> list[Said]:
    return [one for one in now.said if one.week > 1] + list(now.steps)


def _untouched(steps: Sequence[Said], taken: set[str]) -> Iterator[Said]:
    """The steps that stay; one of which only a part would stay leads nowhere, nor do those after it."""
    for step in steps:
        fields = step.change.model_fields_set
        if not fields & taken:
            yield step
        elif fields - taken:
            return


def _kept(now: Settled, before: Dose, after: Dose, layer: Layer) -> Settled:
    """What the outer layers say of steps and later weeks, from the new start."""
    origin, taken = layer.start.origin, touched(before, layer.start.change)
    path = f"dose.{origin.name}.progression"
    if not _later(now):
        hint = "take progression away, or write its steps"
        raise ContentError([Problem(f"{origin.name} has no steps to keep", origin.anchor, path, hint)])

    try:
        said = tuple(_moved(one, before, after, taken) if one.week > 1 else one for one in now.said)
        return Settled(said, tuple(_moved(one, before, after, taken) for one in now.steps))
    except ValueError as error:
        message = f"{origin.name} cannot keep its steps from this start: {error}"
        raise ContentError([Problem(message, origin.anchor, path, "write the steps themselves")]) from None


def _moved(one: Said, before: Dose, after: Dose, taken: set[str]) -> Said:
    return replace(one, change=shifted(one.change, before, after, taken))


def _sound_steps(dose: Dose, steps: tuple[Said, ...]) -> tuple[Said, ...]:
    problem = step_problem(dose, [said.change for said in steps])
    if problem:
        index, message = problem
        origin = steps[index].origin
        path = f"dose.{origin.name}.progression[{index + 1}]"
        raise ContentError([Problem(message, origin.anchor, path, "each step changes the dose a little")])
    return steps


def laid_over(dose: Dose, said: Said) -> Dose:
    """The dose with what is said laid over it. Raises `ContentError`, at its place, if no measure is left."""
    change = said.change
    if not change.model_fields_set & FIELDS:
        return dose
    try:
        return merge(dose, change)
    except ValueError as error:
        measures = (change.hold, change.duration, change.distance, change.reps)
        place = next((amount.place for amount in measures if amount and amount.place), said.origin.anchor)
        name = said.origin.name
        message = f"the changed dose of {name} {error}"
        hint = HINT if isinstance(error, SetsDiffer) else "take the old one away with null"
        raise ContentError([Problem(message, place, f"dose.{name}", hint)]) from None
