"""The mapping of a routine file becomes a frozen `Routine`: phases of exercises, why do them, how to measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.content.address.video import VideoLink
from generator.content.dose.dose import DoseChange, DoseFields, Lasting, refuse_two_ways
from generator.content.dose.frequency import Frequency, WeekNumbers
from generator.content.dose.overlay import both
from generator.content.editing.entry_key import names_use
from generator.content.exercise import Basis, Names, Points, Side, Sources
from generator.content.fields import (
    Identifier,
    IdentifierKey,
    IsoDate,
    Licence,
    Line,
    Model,
    Number,
    Sentence,
    ShortName,
    SwitchedOff,
    Title,
    Version,
    WeekNumber,
    quoted,
    wrong,
)
from generator.content.group import ExerciseGroup, Groups
from generator.content.sided import SidedItem, SidedParagraph, SidedSentence, all_said, refuse_silence, said
from generator.problems import Prose, place_of

PhaseKind = Literal["mobilise", "warm-up", "strengthen", "stretch", "cool-down", "sequence", "habit"]
MOST_EXERCISES = 60


class WeekEntry(DoseFields):
    """What is different from this week on: another dose, another exercise, another option."""

    exercise: Identifier | None = None
    option: Identifier | None = None


class Entry(Model):
    """An exercise as a routine uses it, with what the routine changes."""

    exercise: Identifier
    option: Identifier | None = None
    side: Side | None = None
    dose: DoseChange | None = None
    weeks: dict[WeekNumber, WeekEntry] = Field(default_factory=dict)
    optional: bool = False
    duration: Lasting | None = Field(default=None, description="How long it lasts in a timed sequence.")
    measure: Literal["before", "after"] | None = Field(default=None, description="Write the measure down here.")
    video: VideoLink | None = None
    _group: ExerciseGroup | None = None

    @property
    def group(self) -> ExerciseGroup | None:
        """What it is done in together with others; its phase says so."""
        return self._group

    def grouped(self, group: ExerciseGroup | None) -> Entry:
        """This entry in that group."""
        entry = self.model_copy()
        entry._group = group
        return entry

    @model_validator(mode="after")
    def _goes_on_in_one_way(self) -> Self:
        if self.dose and self.dose.progression:
            refuse_two_ways(self.dose.progression, self.weeks)
            if any(change.exercise for change in self.weeks.values()):
                hint = "steps belong to one exercise: keep progression, or let the weeks name another exercise"
                raise wrong("stands beside weeks that name another exercise", hint, ("dose", "progression"))
        return self


def _id_alone(value: Any) -> Any:
    return {"exercise": value} if isinstance(value, str) else value


EntryOrId = Annotated[Entry, BeforeValidator(_id_alone, json_schema_input_type=Entry | Identifier)]
Entries = Annotated[tuple[EntryOrId, ...], Field(min_length=1, max_length=MOST_EXERCISES)]


class DaysWith(Model):
    """Only on the days of another phase (`with`), or in turn with it: on its first day this one waits."""

    phase: Identifier | None = Field(default=None, alias="with")
    in_turn_with: Identifier | None = None

    @model_validator(mode="after")
    def _one_partner(self) -> Self:
        if (self.phase is None) == (self.in_turn_with is None):
            raise wrong("needs with or in_turn_with", "write {with: strengthen}, or {in_turn_with: day-a}")
        return self

    @property
    def partner(self) -> Prose:
        """The phase whose days it has, or some of them."""
        partner = self.phase or self.in_turn_with
        assert partner is not None  # it has one of the two
        return partner


def _with_alone(value: Any) -> Any:
    if isinstance(value, str) and value.startswith("with:"):
        return {"with": Prose(value.removeprefix("with:").strip(), place_of(value))}
    return value


class Phase(Model):
    """A part of a session with its own rhythm. `after` names the phase that comes before it on the same day."""

    id: Identifier
    name: Title
    kind: PhaseKind
    intro: SidedSentence | None = None
    frequency: Frequency | None = None
    days: Annotated[DaysWith, BeforeValidator(_with_alone, json_schema_input_type=DaysWith | str)] | None = None
    after: Identifier | None = None
    video: VideoLink | None = None
    length: Lasting | None = Field(default=None, description="The whole length of a timed sequence.")
    change: Lasting | None = Field(default=None, description="Time to get from one exercise of a sequence to the next.")
    exercises: Entries
    _routine: int = 0
    groups: Groups = Field(default=(), description="Exercises that are done together, in rounds.")

    @property
    def number_of_routine(self) -> int:
        """Of several routines in one programme that of its own, from 0."""
        return self._routine

    def of_routine(self, number: int, taken: Collection[str], frequency: Frequency | None) -> Phase:
        """This phase as one of the routine of that number, beside phases whose ids are `taken`, at its times and weeks.

        Its own weeks are those that both have. A habit is for the whole day, so it keeps its times.
        """

        def renamed(name: Prose | None) -> Prose | None:
            return Prose(f"{name}-{number + 1}", place_of(name)) if name and name in taken else name

        changes: dict[str, Any] = {"id": renamed(self.id), "after": renamed(self.after)}
        if self.days:
            days = {"phase": renamed(self.days.phase), "in_turn_with": renamed(self.days.in_turn_with)}
            changes["days"] = self.days.model_copy(update=days)
        if frequency and self.kind == "habit":
            frequency = frequency.only_weeks
        if frequency:
            changes["frequency"] = both(self.frequency, frequency)
        phase = self.model_copy(update=changes)
        phase._routine = number
        return phase

    @property
    def has_days(self) -> bool:
        """Whether it says itself on which days; else each of its exercises does."""
        return self.days is not None or (self.frequency is not None and self.frequency.names_days)

    def on(self, side: str) -> Phase:
        """This phase with what is said to a client who trains on `side`."""
        return self.model_copy(update={"intro": said(self.intro, side)})

    @model_validator(mode="after")
    def _groups_its_exercises(self) -> Self:
        if self.groups:
            if self.kind == "sequence":
                raise wrong("a sequence goes by the clock", "write the exercises of each round", ("groups",))
            object.__setattr__(self, "exercises", in_their_groups(self.exercises, self.groups))
        return self

    @model_validator(mode="after")
    def _clock_needs_times(self) -> Self:
        if self.kind == "sequence":
            for index, entry in enumerate(self.exercises):
                if entry.duration is None and entry.measure is None:
                    at = ("exercises", index)
                    raise wrong("each exercise of a sequence needs a duration", "add duration: 45 s", at)
        return self


def in_their_groups(entries: tuple[Entry, ...], groups: Sequence[ExerciseGroup]) -> tuple[Entry, ...]:
    """The entries of a phase, each in its group; a key counts the uses of an exercise in this phase."""
    seen: Counter[str] = Counter()
    keys: list[tuple[str, int]] = []
    for entry in entries:
        seen[entry.exercise] += 1
        keys.append((entry.exercise, seen[entry.exercise]))
    found = list(entries)
    for number, group in enumerate(groups):
        for place, key in enumerate(group.exercises):
            at = next((index for index, own in enumerate(keys) if names_use(key, *own)), None)
            if at is None:
                known = ", ".join(dict.fromkeys(name for name, _ in keys))
                raise wrong(
                    f"{quoted(key)} is not in this phase", f"there are {known}", ("groups", number, "exercises", place)
                )
            if found[at].group:
                raise wrong(f"{quoted(key)} is in two groups", "one is enough", ("groups", number, "exercises", place))
            found[at] = found[at].grouped(group)
    return tuple(found)


class Measure(Model):
    """Something to measure before, during and after; the graph of the chart has its scale. Numbers are in `unit`."""

    id: Identifier
    name: Line
    unit: ShortName
    min: Number
    max: Number
    step: Number
    change: Number | None = Field(
        default=None, description="The smallest change that counts; a smaller one may be chance."
    )
    better: Literal["lower", "higher"]
    how: Sentence
    zero: Line | None = None
    equipment: Names = Field(default=(), description="What it takes to measure, such as a ruler.")
    ask_first: Points = Field(default=(), description="Who should ask before taking it, such as: have glaucoma.")

    @model_validator(mode="after")
    def _scale_can_be_drawn(self) -> Self:
        if self.min >= self.max:
            raise wrong(f"is {self.max:g}, it must be more than min ({self.min:g})", at=("max",))
        if self.step <= 0 or not 1 <= (self.max - self.min) / self.step <= 30:
            raise wrong(f"steps of {self.step:g} give no scale of 1 to 30 steps", at=("step",))
        return self


Measures = Annotated[tuple[Measure, ...], Field(max_length=4)]


class Progress(Model):
    """The routine's own rule for moving up, staying and stepping back."""

    up: Sentence
    stay: Sentence
    back: Sentence


def _one_text(value: Any) -> Any:
    return value if isinstance(value, tuple) else (value,)


Message = Annotated[
    tuple[SidedItem, ...],
    Field(min_length=1, max_length=2),
    BeforeValidator(_one_text, json_schema_input_type=tuple[SidedItem, ...] | SidedItem),
]


class Alternative(Model):
    """Another set of exercises for some phases, under a name that a clinician picks: on a chair, without weights.

    What else it says stands in place of the routine's own; `label` is printed behind the title. A phase with other
    exercises has no video of its own, unless `videos` names one.
    """

    label: Title
    phases: Annotated[dict[IdentifierKey, Entries], Field(min_length=1, max_length=12)]
    message: Message | None = None
    why: SidedParagraph | None = None
    video: VideoLink | None = None
    videos: Annotated[dict[IdentifierKey, VideoLink], Field(max_length=12)] = Field(default_factory=dict)
    measures: Measures | None = None
    remember: Points | None = None


class Routine(Model):
    """One routine as its file has it."""

    title: Title
    version: Version
    issued: IsoDate
    review_by: IsoDate
    author: Line = Field(description="A role, not a name: it stands in the footer.")
    tags: Annotated[tuple[Identifier, ...], Field(max_length=20)] = ()
    message: Message
    why: SidedParagraph
    video: VideoLink | None = None
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=12)]
    alternatives: Annotated[dict[IdentifierKey, Alternative], Field(max_length=12)] = Field(default_factory=dict)
    weeks_off: WeekNumbers | None = Field(default=None, description="Weeks in which nothing is done: [4], 4-5.")
    plates: Annotated[tuple[Identifier, ...], Field(max_length=4)] = ()
    measures: Measures = ()
    remember: Points = ()
    progress: Progress | None = None
    stop_if: Points = ()
    basis: Basis | None = None
    sources: Sources = ()
    sample: bool = Field(default=False, description="Made up, for trying out; every page then says Sample.")
    licence: Licence | None = None
    off: SwitchedOff = Field(default_factory=dict)

    @model_validator(mode="after")
    def _reviewed_in_time(self) -> Self:
        if self.review_by <= self.issued:
            raise wrong(f"is not after issued ({self.issued})", at=("review_by",))
        if self.review_by > years_later(self.issued, 3):
            raise wrong(f"is more than 3 years after issued ({self.issued})", at=("review_by",))
        return self

    @model_validator(mode="after")
    def _says_enough_for_every_side(self) -> Self:
        parts = ((), self), *((("alternatives", name), other) for name, other in self.alternatives.items())
        refuse_silence(parts, ("message", "why"))
        return self

    def on(self, side: str) -> Routine:
        """This routine with the texts that are said to a client who trains on `side`."""
        return self.model_copy(
            update={
                "message": all_said(self.message, side),
                "why": said(self.why, side),
                "remember": all_said(self.remember, side),
                "stop_if": all_said(self.stop_if, side),
                "phases": tuple(phase.on(side) for phase in self.phases),
            }
        )

    def with_alternative(self, name: str) -> Routine:
        """This routine with the alternative `name` laid over it. Raises KeyError if it has none of that name."""
        other = self.alternatives[name]
        changes = {key: value for key in _REPLACED if (value := getattr(other, key)) is not None}
        changes["title"] = Prose(f"{self.title}: {other.label}", place_of(self.title))
        changes["phases"] = tuple(_replaced(phase, other) for phase in self.phases)
        return self.model_copy(update=changes)

    def phase(self, name: str) -> Phase | None:
        """The phase of that id, if there is one."""
        return next((phase for phase in self.phases if phase.id == name), None)


_REPLACED = ("message", "why", "video", "measures", "remember")


def _replaced(phase: Phase, alternative: Alternative) -> Phase:
    """The phase with the alternative's exercises; the video of others would mislead."""
    changes: dict[str, Any] = {}
    if phase.id in alternative.phases:
        changes = {"exercises": alternative.phases[phase.id], "video": None, "groups": ()}
    if phase.id in alternative.videos:
        changes["video"] = alternative.videos[phase.id]
    return phase.model_copy(update=changes)


def years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or beyond the last year there is
        return day.replace(year=min(day.year + years, date.max.year), day=28)


def exercises_named(routine: Routine) -> tuple[str, ...]:
    """The id of every exercise that a routine can come to use, in order of first use."""
    named: dict[str, None] = {}
    for _, entry in entries(routine):
        named[str(entry.exercise)] = None
        named.update((str(week.exercise), None) for week in entry.weeks.values() if week.exercise)
    return tuple(named)


def entries(routine: Routine) -> Iterator[tuple[tuple[str | int, ...], Entry]]:
    """Every use of an exercise with its path in the file, alternatives last."""
    for number, phase in enumerate(routine.phases):
        for index, entry in enumerate(phase.exercises):
            yield ("phases", number, "exercises", index), entry
    for name, alternative in routine.alternatives.items():
        for phase_id, replaced in alternative.phases.items():
            for index, entry in enumerate(replaced):
                yield ("alternatives", name, "phases", phase_id, index), entry
