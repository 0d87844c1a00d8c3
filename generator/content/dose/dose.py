"""How often, how much and how hard an exercise is done: plain YAML values come in, a frozen `Dose` goes out.

The parts follow FITT-VP (frequency, intensity, time, type, volume, progression). A `DoseChange` has the same fields,
all optional; `merge` lays it over a dose. Of the fields reps, hold, duration and distance exactly one says how much is
done; hold may stand beside reps and then means "hold each one".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator

from generator.content.dose.amounts import Count, Distance, Duration, Within
from generator.content.dose.frequency import Frequency
from generator.content.dose.load import Load
from generator.content.dose.reps import Reps
from generator.content.dose.sets_said import refuse_other_sets, with_sets
from generator.content.dose.speaks_of import DoseSentence
from generator.content.dose.tempo_notation import tempo_in_figures
from generator.content.fields import Line, Model, Sentence, WeekNumber, quoted, wrong

MEASURES = ("reps", "hold", "duration", "distance")
# What says how much is done; all else says how.
COUNTED = ("sets", *MEASURES)

Sets = Annotated[Count, AfterValidator(Within(1, 20, "1 to 20 sets"))]
Hold = Annotated[Duration, AfterValidator(Within(1, 600, "a hold of 1 s to 10 min"))]
Lasting = Annotated[Duration, AfterValidator(Within(1, 7200, "a time of 1 s to 2 h"))]
Rest = Annotated[Duration, AfterValidator(Within(0, 900, "a rest of at most 15 min"))]
Beat = Annotated[Duration, AfterValidator(Within(0, 60, "at most 1 min for each part of a repetition"))]
Way = Annotated[Distance, AfterValidator(Within(1, 50_000, "a distance of 1 to 50000"))]


class Tempo(Model):
    """How long each part of one repetition takes. `first` is the part it begins with, the first one written.

    `pause` is where the movement turns; beside `top`, the pause at the top, it is the one at the bottom.
    """

    lower: Beat | None = None
    pause: Beat | None = None
    lift: Beat | None = None
    top: Beat | None = None
    first: Literal["lower", "lift"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _in_written_order(cls, written: Any) -> Any:
        if isinstance(written, str) or type(written) is int:
            written = tempo_in_figures(str(written))
        if isinstance(written, dict) and "first" not in written:
            first = next((part for part in written if part in ("lower", "lift")), None)
            return {**written, "first": first} if first else written
        return written

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.lower or self.pause or self.lift or self.top):
            raise wrong("needs lower, pause or lift", "write {lower: 3 s, pause: 1 s, lift: 2 s}")
        return self

    @property
    def beats(self) -> tuple[tuple[str, Duration], ...]:
        """The parts in the order in which they are done, each with its name."""
        order = ("lower", "pause", "lift", "top")
        if self.first == "lift":
            order = ("lift", "top", "lower", "pause") if self.top else ("lift", "pause", "lower", "top")
        found = ((name, getattr(self, name)) for name in order)
        return tuple((name, beat) for name, beat in found if beat is not None and beat.high)

    @property
    def seconds(self) -> int:
        return sum(int(part.high) for part in (self.lower, self.pause, self.lift, self.top) if part)


def _known_unit(written: Any) -> Any:
    if isinstance(written, str) and not (1 <= len(written) <= 30 and written.replace("-", "").isalpha()):
        raise wrong(f"needs a word for one repetition, such as lift or curl, not {quoted(written)}")
    return written


Unit = Annotated[str, BeforeValidator(_known_unit)]


class Amounts(Model):
    """What a client does differently when it changes; all are optional here."""

    sets: Sets | None = None
    reps: Reps | None = None
    hold: Hold | None = None
    duration: Lasting | None = None
    distance: Way | None = None
    load: Load | None = None
    tempo: Tempo | None = None

    @model_validator(mode="before")
    @classmethod
    def _counts_its_sets(cls, written: Any) -> Any:
        return with_sets(written) if isinstance(written, dict) else written

    @model_validator(mode="after")
    def _has_so_many_sets(self) -> Self:
        refuse_other_sets(self.sets, self.reps, self.load)
        return self


AMOUNTS = tuple(Amounts.model_fields)


class Step(Amounts):
    """What is different from the step before."""

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise wrong("changes nothing", "write a field of the dose, such as {reps: 10}")
        for name in self.model_fields_set:
            if getattr(self, name) is None:
                raise wrong("a step takes nothing away", "leave it out, and it stays as it was", (name,))
        return self


def _listed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _steps_or_same(value: Any) -> str:
    # Tells which of the two is meant, so that a wrong one gets one message, not one for each; () falls out of its path.
    return "(same)" if isinstance(value, str) else "(steps)"


Steps = Annotated[tuple[Step, ...], Field(max_length=6), BeforeValidator(_listed)]
StepsOrSame = Annotated[
    Annotated[Steps, Tag("(steps)")] | Annotated[Literal["same"], Tag("(same)")], Discriminator(_steps_or_same)
]


class DoseFields(Amounts):
    """The fields that a dose and a change of a dose share; all are optional here."""

    frequency: Frequency | None = None
    rest: Rest | None = None
    unit: Unit | None = None
    limb: Literal["leg", "arm", "side", "hand", "foot", "front foot"] | None = Field(
        default=None, description="The word for one side; without it, it follows from the muscles."
    )
    ends_when: Line | None = Field(
        default=None, description='What ends a set of "as many as you can" or "5+". Completes: Stop when ...'
    )
    start_level: DoseSentence | None = None
    progress_when: Sentence | None = None
    progress_to: DoseSentence | None = None
    regress_when: Sentence | None = None
    regress_to: Sentence | None = None


class WeekDose(DoseFields):
    """What is different from this week on; a field set to null is taken away."""

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise wrong("changes nothing", "write a field of the dose, such as {reps: 10}")
        return self


def _known_word(written: Any) -> Any:
    if isinstance(written, str) and written != "same":
        raise wrong(f"needs a list of steps, or same, not {quoted(written)}", "write [{reps: 10}, {reps: 12}]")
    return written


class DoseChange(DoseFields):
    """A variant's, a routine's or a client's changes to a dose, also step by step or week by week.

    What it sets holds for all steps and weeks but those that it names itself. `progression: same` goes on from there by
    the same differences as the dose that is changed.
    """

    weeks: dict[WeekNumber, WeekDose] = Field(default_factory=dict)
    progression: Annotated[StepsOrSame | None, BeforeValidator(_known_word)] = None

    @model_validator(mode="after")
    def _goes_on_in_one_way(self) -> Self:
        refuse_two_ways(self.progression, self.weeks)
        return self


class Dose(DoseFields):
    """A whole dose. `progression` holds its steps, taken when the client is ready; `weeks` changes from a week on."""

    weeks: dict[WeekNumber, WeekDose] = Field(default_factory=dict)
    progression: Steps = ()

    @model_validator(mode="after")
    def _exactly_one_measure(self) -> Self:
        reason = measure_problem(self)
        if reason:
            raise wrong(reason, "write one of them, such as {reps: 10} or {hold: 30 s}")
        return self

    @model_validator(mode="after")
    def _goes_on_in_one_way(self) -> Self:
        refuse_two_ways(self.progression, self.weeks)
        problem = step_problem(self, self.progression)
        if problem:
            index, message = problem
            raise wrong(message, "each step changes the dose a little", ("progression", index))
        return self

    @property
    def measure(self) -> str:
        """The field that says how much: reps (with or without a hold), hold, duration or distance."""
        return next(name for name in ("reps", "duration", "distance", "hold") if getattr(self, name) is not None)


def measure_problem(dose: DoseFields) -> str:
    """Why these fields do not say exactly once how much is done; empty if they do."""
    given = [name for name in MEASURES if getattr(dose, name) is not None]
    if not given:
        return "needs one of reps, hold, duration and distance"
    if len(given) > 1 and given != ["reps", "hold"]:
        return f"takes only one of {' and '.join(given)}"
    return ""


def refuse_two_ways(progression: object, weeks: Mapping[int, DoseFields]) -> None:
    """Raises the error of `wrong` where both steps and weeks say how much more there will be."""
    week = next((number for number, change in weeks.items() if change.model_fields_set & set(AMOUNTS)), None)
    if progression and week:
        hint = "keep progression for steps when the client is ready, or weeks for a dose tied to the calendar"
        raise wrong(f"stands beside weeks, whose week {week} changes the dose too", hint, ("progression",))


def step_problem(start: Amounts, steps: Sequence[Amounts]) -> tuple[int, str] | None:
    """Index and fault of the first step that changes nothing, or that is counted in another way than the start."""
    now = {name: getattr(start, name) for name in AMOUNTS}
    for index, step in enumerate(steps):
        said = {name: getattr(step, name) for name in step.model_fields_set & set(AMOUNTS)}
        for name in MEASURES:
            if name in said and now[name] is None and not (name == "hold" and now["reps"] is not None):
                return index, f"has {name}, which the dose is not counted in"
        if all(now[name] == value for name, value in said.items()):
            return index, "is the same as the step before"
        now |= said
    return None
