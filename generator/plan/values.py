"""A plan as frozen values: weeks of phases and exercises, each with its days and its dose week by week.

Days are counted 0 to 6 from the plan's first column: the start date, or without one the first weekday of the clinic's
country. Weeks are counted from 1; tuples by week have an item for each. Seconds and minutes come as (least, most).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.content.address.video import ResolvedVideo
from generator.content.clinic import Clinic
from generator.content.dose.amounts import Count, Duration
from generator.content.dose.dose import Dose
from generator.content.exercise import Exercise
from generator.content.group import GroupKind
from generator.content.plan_code import plan_code
from generator.content.plan_length import back_blocks, chart_blocks
from generator.content.prescription import Prescription
from generator.content.routine import Phase, Routine
from generator.plan.ladder import Ladder
from generator.plan.layers import NOTHING, Settled
from generator.problems import Prose

DAYS = 7
Span = tuple[int, int]
ByWeek = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """Phases that take turns on days that they have together: the names of the others, and all of the days.

    Without days: it is done on those of the other one, which takes turns.
    """

    others: tuple[str, ...]
    days_by_week: ByWeek = ()


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """Exercises that are done in rounds, by their numbers, in this order; `kind` is that of the group."""

    kind: GroupKind
    numbers: tuple[int, ...]
    rounds: Count
    rest: Duration | None
    work: Duration | None
    every: Duration | None


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """One exercise at its place in the session.

    `weeks` are the doses of all weeks with everything laid over them; `days_by_week` is empty in a week in which
    another level stands in its place (`replaces` is the number of the exercise it follows on). `spans` are seconds for
    once through, by week. `at` and `seconds` are start and length on the clock of a timed sequence. `settled` is what
    made the doses; `ladder` the steps that the client takes when ready; `turns` are those of its phase.
    Of a `group` the last exercise has the time that all need beyond their own.
    """

    number: int
    id: str
    exercise: Exercise
    side: str
    weeks: tuple[Dose, ...]
    days_by_week: ByWeek
    spans: tuple[Span, ...]
    option: str | None = None
    optional: bool = False
    measure: str | None = None
    video: ResolvedVideo | None = None
    replaces: int | None = None
    at: int | None = None
    seconds: int | None = None
    settled: Settled = NOTHING
    ladder: Ladder | None = None
    turns: Turns | None = None
    group: PlannedGroup | None = None

    @property
    def active_weeks(self) -> tuple[int, ...]:
        """The weeks, from 1, in which it is done."""
        return tuple(week for week, days in enumerate(self.days_by_week, 1) if days)

    @property
    def dose(self) -> Dose:
        """The dose that the card prints: that of the first week in which it is done."""
        return self.weeks[self.active_weeks[0] - 1 if self.active_weeks else 0]

    @property
    def times_a_day(self) -> int:
        return self.times_in_week(self.active_weeks[0] if self.active_weeks else 1)

    def times_in_week(self, week: int) -> int:
        """How many times on each of its days in a week, counted from 1."""
        frequency = self.weeks[week - 1].frequency
        return frequency.times_on_a_day if frequency else 1

    @property
    def days(self) -> tuple[int, ...]:
        """The days of the first week in which it is done."""
        return self.days_by_week[self.active_weeks[0] - 1] if self.active_weeks else ()


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """A part of the session with its exercises, in the order in which they are done."""

    phase: Phase
    exercises: tuple[PlannedExercise, ...]
    days_by_week: ByWeek
    minutes: Span
    video: ResolvedVideo | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """The days of week 1, or of the first week that has any."""
        return next((days for days in self.days_by_week if days), ())


@dataclass(frozen=True, slots=True)
class Change:
    """What is different from a week on: another dose of an exercise, or (`old` is set) another exercise."""

    exercise: PlannedExercise
    before: Dose
    after: Dose
    old: PlannedExercise | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """One week: days on which anything is done, minutes of all of them, what changes from the week before."""

    number: int
    days: tuple[int, ...]
    minutes: Span
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class StretchTime:
    """Seconds a week for which one muscle of one side is stretched, by week; `side` is left or right."""

    muscle: str
    side: str
    seconds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that handout, chart and exports say about a routine for one client.

    `day_minutes` are those of days on which different phases are done, shortest first, habits of daily life left out;
    the last is the whole session. `equipment` is what is always needed; each of
    `choices` offers sets of things, one of which is enough. `first_weekday` is that of the first column, 0 is Monday.
    `samples` are the made-up ones of clinic, routine and exercises: with any of them the whole sheet is a sample.
    `names_weekdays`: the columns stand for days of the week; else they are only counted, Day 1 and so on.
    `weeks_off`, counted from 1, are those in which nothing at all is to be done.
    """

    routine_id: str
    routine: Routine
    clinic: Clinic
    language: str
    prescription: Prescription
    phases: tuple[PlannedPhase, ...]
    weeks: tuple[Week, ...]
    day_minutes: tuple[Span, ...]
    stretch: tuple[StretchTime, ...]
    equipment: tuple[Prose, ...]
    choices: tuple[tuple[tuple[Prose, ...], ...], ...]
    start: date | None
    review: date | None
    first_weekday: int
    video: ResolvedVideo | None = None
    samples: tuple[Clinic | Routine | Exercise, ...] = ()
    names_weekdays: bool = True
    weeks_off: tuple[int, ...] = ()

    @property
    def code(self) -> str:
        """What tells it from the routine as it is; empty where nothing was changed."""
        return plan_code(self.prescription)

    @property
    def exercises(self) -> tuple[PlannedExercise, ...]:
        """All exercises in the order of their numbers."""
        return tuple(exercise for phase in self.phases for exercise in phase.exercises)

    @property
    def minutes(self) -> Span:
        """Of the shortest and of the longest day."""
        return min(low for low, _ in self.day_minutes), max(high for _, high in self.day_minutes)

    def day(self, week: int, day: int) -> date | None:
        """The date of a day of a week counted from 1; None without a start date."""
        return self.start + timedelta(days=(week - 1) * DAYS + day) if self.start else None

    def weekday(self, day: int) -> int:
        """Which day of the week a column is; 0 is Monday."""
        return (self.first_weekday + day) % DAYS

    @property
    def days(self) -> tuple[int, ...]:
        """Days on which there is something to do in any week; the others are rest days."""
        return tuple(sorted({day for week in self.weeks for day in week.days}))

    @property
    def chart_blocks(self) -> tuple[tuple[int, ...], ...]:
        """The weeks, counted from 1, that the chart's pages hold together."""
        return tuple(chart_blocks(len(self.weeks)))

    @property
    def back_blocks(self) -> tuple[tuple[int, ...], ...]:
        """The weeks, counted from 1, that the back of each sheet holds."""
        return tuple(back_blocks(len(self.weeks)))

    @property
    def has_steps(self) -> bool:
        """Whether the client moves up a step when ready, in any exercise."""
        return any(exercise.ladder for exercise in self.exercises)

    @property
    def is_clocked(self) -> bool:
        """Whether all of it goes by the clock: a timed sequence and nothing else."""
        return all(phase.phase.kind == "sequence" for phase in self.phases)

    def sessions(self, weeks: Iterable[int]) -> int:
        """Days with something to do in these weeks, counted from 1, together."""
        return sum(len(self.weeks[week - 1].days) for week in weeks)
