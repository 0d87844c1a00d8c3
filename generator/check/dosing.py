"""Weeks that ask for too much, or for too little to help."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.check.sheets import Sheets
from generator.content.choices import listed
from generator.content.dose.dose import AMOUNTS
from generator.content.dose.overlay import differ, volume
from generator.content.plan_length import USUAL, long_enough
from generator.content.routine import entries
from generator.plan import Plan, PlannedExercise, rest_days
from generator.plan.beyond_plan import changes_after
from generator.plan.schedule import DAYS
from generator.problems import Place, place_of

MANY_EXERCISES = 5
LONG_SESSION = 20  # minutes
HOLD = (10, 60)  # seconds
STRETCH = (2, 10)  # minutes a week
_AMOUNTS = set(AMOUNTS)


def many_exercises(sheets: Sheets) -> Iterator[Slip]:
    """More than five on one day in one week; a timed sequence is one thing to follow, and a habit is no exercise."""
    plan = sheets.plan
    most = 0
    for week in range(len(plan.weeks)):
        for day in range(DAYS):
            most = max(most, sum(day in one.days_by_week[week] for one in _counted(plan)))
    if most > MANY_EXERCISES:
        hint = "leave out what the client can do without, or say in off: why all are needed"
        yield Slip(
            f"{most} exercises on one day", _start(plan), ("phases",), allowed=f"at most {MANY_EXERCISES}", hint=hint
        )


def _counted(plan: Plan) -> Iterator[PlannedExercise]:
    for phase in plan.phases:
        if phase.phase.kind not in ("sequence", "habit"):
            yield from (one for one in phase.exercises if not one.optional)


def long_session(sheets: Sheets) -> Iterator[Slip]:
    minutes = sheets.plan.minutes[1]
    if minutes > LONG_SESSION:
        hint = "fewer sets, shorter rests, or fewer exercises"
        yield Slip(
            f"a session of {minutes} minutes",
            _start(sheets.plan),
            ("phases",),
            allowed=f"at most {LONG_SESSION}",
            hint=hint,
        )


def strength_in_a_row(sheets: Sheets) -> Iterator[Slip]:
    """Strength work of one phase on days next to each other, also over the end of a week."""
    for number, phase, week, days in rest_days.strength_in_a_row(sheets.plan):
        hint = "write {per_week: 3} and the days are put apart, or name days with one between"
        yield Slip(
            f"strength on {days} days of week {week}, some of them in a row",
            place_of(phase.phase.name),
            ("phases", number, "frequency"),
            phase.phase.name,
            "a day of rest between",
            hint,
        )


def stretch_hold(sheets: Sheets) -> Iterator[Slip]:
    low, high = HOLD
    for one in sheets.plan.exercises:
        for dose in one.weeks if one.exercise.kind == "stretch" and one.at is None else ():
            hold = dose.hold
            if hold and dose.reps is None and not low <= hold.low <= hold.high <= high:
                hint = "10 to 30 seconds, for older adults 30 to 60"
                yield Slip(
                    f"a stretch held for {hold}",
                    hold.place or _use(sheets.plan, one),
                    ("dose", "hold"),
                    str(hold),
                    f"{low} to {high} s",
                    hint,
                )


def _weekly_stretch(sheets: Sheets) -> Iterator[tuple[PlannedExercise, str, float]]:
    """Minutes a week for each muscle that a stretch is meant for (the first it names), in the week with the least."""
    plan = sheets.plan
    aims: dict[str, PlannedExercise] = {}
    for one in plan.exercises:
        if one.exercise.kind == "stretch" and one.exercise.muscles:
            aims.setdefault(str(one.exercise.muscles[0]), one)
    for time in plan.stretch:
        if time.muscle in aims and any(time.seconds):
            yield aims[time.muscle], time.muscle, min(time.seconds) / 60


def little_stretching(sheets: Sheets) -> Iterator[Slip]:
    for one, muscle, minutes in _weekly_stretch(sheets):
        if minutes < STRETCH[0]:
            hint = "more holds, longer ones, or on more days"
            yield Slip(
                f"{minutes:.1f} minutes of stretching a week", _use(sheets.plan, one), ("dose",), muscle,
                f"at least {STRETCH[0]} minutes a week", hint,
            )  # fmt: skip


def much_stretching(sheets: Sheets) -> Iterator[Slip]:
    for one, muscle, minutes in _weekly_stretch(sheets):
        if minutes > STRETCH[1]:
            hint = "benefit levels off near ten minutes; the client's time may be better spent"
            yield Slip(
                f"{minutes:.1f} minutes of stretching a week", _use(sheets.plan, one), ("dose",), muscle,
                f"up to {STRETCH[1]} minutes help", hint,
            )  # fmt: skip


def beyond_usual(sheets: Sheets) -> Iterator[Slip]:
    """What is said of weeks that a plan has only if it is asked to last longer than usual."""
    for (name, place), weeks in changes_after(sheets.plan, USUAL).items():
        length = long_enough(max(weeks))
        yield Slip(
            f"{name} changes in week {max(weeks)}",
            place,
            ("weeks",),
            allowed=f"{USUAL} weeks in a plan that does not say how many",
            hint=f"make its plans with --weeks {length}, or weeks: {length} in plan file and roster",
        )


def cut_progression(sheets: Sheets) -> Iterator[Slip]:
    """A routine or a variant sets what the exercise would let grow, and says nothing of how to go on."""
    for one in sheets.plan.exercises:
        by = {cut.by for cut in one.settled.cut if cut.fields & _AMOUNTS and cut.by.kind in ("routine", "variant")}
        for origin in by:
            fields = {name for cut in one.settled.cut if cut.by == origin for name in cut.fields & _AMOUNTS}
            hint = "write progression: same to go on by the same steps from here, or steps of your own"
            yield Slip(
                f"the {origin.kind} sets {listed(sorted(fields))} of {one.id}, so its own progression ends here",
                origin.anchor,
                ("dose",),
                allowed="a dose that goes on",
                hint=hint,
            )


def no_growth(sheets: Sheets) -> Iterator[Slip]:
    """A step that asks for no more than the one before: a slip of the pen, or a ladder that leads down."""
    for one in sheets.plan.exercises:
        rungs = one.ladder.rungs if one.ladder else ()
        for number, (before, after) in enumerate(pairwise(rungs), 2):
            if volume(after) <= volume(before) and differ(before, after) != ("tempo",):
                yield Slip(
                    f"step {number} of {one.id} is no more than the step before it",
                    _use(sheets.plan, one),
                    ("dose", "progression"),
                    allowed="steps that grow",
                    hint="write the steps from the easiest to the hardest; `handouts plan` shows them",
                )


def _start(plan: Plan) -> Place | None:
    return place_of(plan.routine.title)


def _use(plan: Plan, one: PlannedExercise) -> Place | None:
    """Where the routine names the exercise, since its dose can be changed there; on trial, the exercise itself."""
    start = _start(plan)
    for _, entry in entries(plan.routine):
        place = place_of(entry.exercise)
        if entry.exercise == one.id and place and start and place.file == start.file:
            return place
    return place_of(one.exercise.name)


RULES: tuple[Rule[Sheets], ...] = (
    Rule(
        "many-exercises",
        FindingLevel.NOTE,
        "Two exercises are done better than eight; more than five on one day is a reason to choose, never to forbid.",
        "Henry et al. 1999, Physical Therapy 79 (n = 15)",
        many_exercises,
    ),
    Rule(
        "long-session",
        FindingLevel.WARNING,
        "The longer a home session, the fewer are done; twenty minutes is what most people find on most days.",
        "Jack et al. 2010, Manual Therapy 15 (barriers to adherence); house rule: 20 minutes",
        long_session,
    ),
    Rule(
        rest_days.RULE,
        FindingLevel.WARNING,
        "Muscles rest for a day between strength sessions.",
        "ACSM position stand, Garber et al. 2011: two to three days a week, not in a row",
        strength_in_a_row,
    ),
    Rule(
        "cut-progression",
        FindingLevel.WARNING,
        "What is set nearer to the client holds for all weeks; a dose that stays for ever no longer trains.",
        "ACSM position stand, Garber et al. 2011: progression; house rule: the nearest layer decides",
        cut_progression,
    ),
    Rule(
        "beyond-usual",
        FindingLevel.NOTE,
        "A plan has four weeks unless it says otherwise, and what is written for later weeks is then not done.",
        "house rule: a plan lasts 4, 6, 8 or 12 weeks",
        beyond_usual,
    ),
    Rule(
        "no-growth",
        FindingLevel.WARNING,
        "Whoever moves up a step expects more to do; a step that is less makes the rule for moving up senseless.",
        "ACSM position stand, Garber et al. 2011: progression in small steps",
        no_growth,
    ),
    Rule(
        "stretch-hold",
        FindingLevel.WARNING,
        "A stretch is held for 10 to 30 seconds, for older adults up to 60.",
        "ACSM position stand, Garber et al. 2011; Bandy et al. 1997",
        stretch_hold,
    ),
    Rule(
        "little-stretching",
        FindingLevel.WARNING,
        "Each muscle needs 60 seconds on two or three days a week before it lengthens.",
        "ACSM position stand, Garber et al. 2011",
        little_stretching,
    ),
    Rule(
        "much-stretching",
        FindingLevel.NOTE,
        "The gain from stretching levels off near ten minutes a week.",
        "Thomas et al. 2018, International Journal of Sports Medicine 39; Ingram et al. 2025, Sports Medicine 55",
        much_stretching,
    ),
)
