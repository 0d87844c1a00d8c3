"""Plans: what is laid over what, levels, options, alternatives, days, and every problem with its place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.library import load_library
from generator.plan import Plan, PlannedExercise, plan_weeks
from generator.problems import ContentError
from tests.shelf import MONDAY, Shelf, mobility, prescription, strength, stretch

BUNDLED = load_library()
VARIANTS = """
  ball: {label: With a ball, equipment: [ball], dose: {reps: 12}}
  bar: {label: With a bar, equipment: [bar, rack]}"""


def one_phase(entry: str, more: str = "frequency: 3, kind: strengthen") -> str:
    return f"phases:\n  - {{id: p, name: P, {more}, exercises: [{entry}]}}\n"


def reps(exercise: PlannedExercise) -> list[str]:
    return [str(dose.reps) for dose in exercise.weeks]


def refused(shelf: Shelf, **fields: Any) -> str:
    with pytest.raises(ContentError) as caught:
        shelf.plan(**fields)
    return str(caught.value)


# What is laid over what.


@pytest.mark.parametrize(
    ("own", "entry", "client", "result"),
    [
        ("reps: 8", "a", {}, "8 8 8 8"),
        ("reps: 8", "{exercise: a, dose: {reps: 9}}", {}, "9 9 9 9"),
        ("reps: 8, weeks: {2: {reps: 10}}", "a", {}, "8 10 10 10"),
        ("reps: 8, weeks: {2: {reps: 10}}", "{exercise: a, dose: {reps: 9}}", {}, "9 9 9 9"),
        ("reps: 8, weeks: {2: {reps: 10}, 4: {reps: 8}}", "a", {}, "8 10 10 8"),
        ("reps: 8, weeks: {2: {reps: 10}}", "{exercise: a, weeks: {2: {reps: 11}}}", {}, "8 11 11 11"),
        ("reps: 8, weeks: {4: {reps: 12}}", "{exercise: a, dose: {weeks: {2: {reps: 11}}}}", {}, "8 11 11 11"),
        ("reps: 8, weeks: {2: {reps: 10}}", "{exercise: a, weeks: {3: {reps: 11}}}", {"reps": 5}, "5 5 5 5"),
        ("reps: 8", "a", {"reps": 5, "weeks": {3: {"reps": 6}}}, "5 5 6 6"),
        ("reps: 8, weeks: {2: {reps: 10}}", "a", {"sets": 3}, "8 10 10 10"),
    ],
)
def test_precedence(own: str, entry: str, client: dict[str, Any], result: str) -> None:
    plan = Shelf(one_phase(entry), {"a": strength(own)}).plan(dose={"a": client} if client else {})
    assert reps(plan.exercises[0]) == result.split()


@pytest.mark.parametrize(
    ("own", "phase", "entry", "client", "days"),
    [
        ("frequency: 5, ", "", "a", {}, 5),
        ("frequency: 5, ", "frequency: 3, ", "a", {}, 3),
        ("frequency: 5, ", "frequency: 3, ", "{exercise: a, dose: {frequency: 2}}", {}, 2),
        ("frequency: 5, ", "frequency: 3, ", "{exercise: a, dose: {frequency: 2}}", {"frequency": 6}, 6),
        ("", "frequency: 3, ", "a", {"frequency": {"times_a_day": 2}}, 3),
    ],
)
def test_precedence_of_days(own: str, phase: str, entry: str, client: dict[str, Any], days: int) -> None:
    shelf = Shelf(one_phase(entry, f"{phase}kind: mobilise"), {"a": mobility(f"{own}reps: 8")})
    (exercise,) = shelf.plan(dose={"a": client} if client else {}).exercises
    assert [len(week) for week in exercise.days_by_week] == [days] * 4
    assert (
        exercise.times_a_day == client.get("frequency", {}).get("times_a_day", 1)
        if isinstance(client.get("frequency"), dict)
        else 1
    )


def test_more_days_from_a_week_on() -> None:
    shelf = Shelf(
        one_phase("{exercise: a, weeks: {3: {frequency: 3}}}", "frequency: 2, kind: strengthen"), {"a": strength()}
    )
    assert shelf.plan().exercises[0].days_by_week == ((0, 4), (0, 4), (0, 2, 4), (0, 2, 4))


# Levels, options, alternatives, sides.


def test_levels_follow_on_one_another() -> None:
    shelf = Shelf(
        one_phase("{exercise: a, dose: {reps: 6}, weeks: {3: {exercise: b}, 4: {reps: 9}}}"),
        {"a": strength("reps: 8"), "b": strength("reps: 7", name="Hard")},
    )
    easy, hard = shelf.plan().exercises
    assert (easy.id, easy.active_weeks, hard.id, hard.active_weeks) == ("a", (1, 2), "b", (3, 4))
    assert (easy.number, hard.number, hard.replaces) == (1, 2, 1)
    assert [str(hard.weeks[week - 1].reps) for week in hard.active_weeks] == ["7", "9"]
    assert str(hard.dose.reps) == "7"
    change = shelf.plan().weeks[2].changes[0]
    assert change.old is not None and (change.exercise.id, change.old.id) == ("b", "a")


def test_a_level_that_comes_back_is_one_exercise() -> None:
    shelf = Shelf(
        one_phase("{exercise: a, weeks: {2: {exercise: b}, 3: {exercise: a}}}"), {"a": strength(), "b": strength()}
    )
    assert [(e.id, e.active_weeks) for e in shelf.plan().exercises] == [("a", (1, 3, 4)), ("b", (2,))]


def test_what_a_week_says_belongs_to_its_level() -> None:
    weeks = "{2: {exercise: b, reps: 5}, 3: {exercise: a}, 4: {reps: 12}}"
    shelf = Shelf(one_phase(f"{{exercise: a, weeks: {weeks}}}"), {"a": strength("reps: 8"), "b": strength("reps: 7")})
    first, second = shelf.plan().exercises
    assert [str(first.weeks[week - 1].reps) for week in first.active_weeks] == ["8", "8", "12"]
    assert [str(second.weeks[week - 1].reps) for week in second.active_weeks] == ["5"]


def test_an_option_may_change_by_week_unless_the_client_picked_one() -> None:
    shelf = Shelf(
        one_phase("{exercise: a, option: ball, weeks: {3: {option: bar}}}"), {"a": strength(variants=VARIANTS)}
    )
    assert [(e.option, e.active_weeks) for e in shelf.plan().exercises] == [("ball", (1, 2)), ("bar", (3, 4))]
    picked = shelf.plan(options={"a": "bar"}).exercises
    assert [(e.option, e.active_weeks) for e in picked] == [("bar", (1, 2, 3, 4))]


def test_options() -> None:
    exercises = {"a": strength(equipment="[mat]", variants=VARIANTS)}
    shelf = Shelf(one_phase("{exercise: a, option: bar}"), exercises)
    assert shelf.plan().equipment == ("bar", "rack")
    chosen = shelf.plan(options={"a": "ball"})
    assert (chosen.exercises[0].option, chosen.equipment, reps(chosen.exercises[0])[0]) == ("ball", ("ball",), "12")
    both = Shelf(one_phase("a"), exercises).plan()
    assert both.equipment == ()
    assert both.choices == ((("mat",), ("ball",), ("bar", "rack")),)
    assert "did you mean ball?" in refused(shelf, options={"a": "bal"})
    assert "its options are: none" in refused(Shelf(one_phase("a"), {"a": strength()}), options={"a": "x"})


def test_alternatives() -> None:
    text = one_phase("a") + "alternatives:\n  chair: {label: Chair, phases: {p: [b, {exercise: a, side: left}]}}\n"
    shelf = Shelf(text, {"a": strength(), "b": strength()})
    assert [e.id for e in shelf.plan().exercises] == ["a"]
    assert [(e.id, e.side) for e in shelf.plan(alternative="chair").exercises] == [("b", "both"), ("a", "left")]
    assert "its alternatives are: chair" in refused(shelf, alternative="floor")


SAID = """alternatives:
  chair:
    label: on a chair
    phases: {p: [b]}
    message: Sit tall.
    remember: [Use a firm chair.]
    video: {slug: chair}
    videos: {q: {slug: q-chair}}
    measures:
      - {id: m, name: M, unit: cm, min: 0, max: 9, step: 3, better: lower, how: Reach., equipment: [ruler]}
"""


def test_what_else_an_alternative_says() -> None:
    text = one_phase("a", "frequency: 3, kind: strengthen, video: {slug: p}")
    text += "  - {id: q, name: Q, kind: stretch, frequency: 3, video: {slug: q}, exercises: [a]}\nremember: [Move.]\n"
    shelf = Shelf(text + SAID, {"a": strength(), "b": strength()})
    plain, other = shelf.plan(), shelf.plan(alternative="chair")
    assert (plain.routine.title, plain.routine.remember, plain.equipment) == ("Knees", ("Move.",), ())
    assert [video and video.address[-2:] for video in (phase.video for phase in plain.phases)] == ["/p", "/q"]
    assert (other.routine.title, other.routine.remember, other.equipment) == (
        "Knees: on a chair", ("Use a firm chair.",), ("ruler",),
    )  # fmt: skip
    assert (other.routine.message, other.routine.why) == (("Sit tall.",), plain.routine.why)
    assert other.video and other.video.address.endswith("/chair")
    first, second = other.phases
    assert first.video is None, "it would show other exercises"
    assert second.video and second.video.address.endswith("/q-chair")


@pytest.mark.parametrize(
    ("own", "entry", "client", "side"),
    [
        ("each", "a", None, "each"),
        ("each", "{exercise: a, side: right}", None, "right"),
        ("each", "a", "left", "left"),
        ("alternate", "a", "both", "alternate"),
    ],
)
def test_sides(own: str, entry: str, client: str | None, side: str) -> None:
    plan = Shelf(one_phase(entry), {"a": strength(side=own)}).plan(side=client)
    assert plan.exercises[0].side == side


def test_a_slip_in_a_prescription_is_told() -> None:
    shelf = Shelf(one_phase("heel-lift"), {"heel-lift": strength()})
    assert "did you mean heel-lift?" in refused(shelf, dose={"heel-lifts": {"reps": 3}})
    assert '"xyz" is not in this plan' in refused(shelf, options={"xyz": "ball"})


# Days.


def test_phases_on_the_days_of_another() -> None:
    shelf = Shelf(
        "phases:\n"
        "  - {id: w, name: W, kind: warm-up, days: {with: s}, exercises: [m]}\n"
        "  - {id: s, name: S, kind: strengthen, frequency: 3, exercises: [a]}\n"
        "  - {id: t, name: T, kind: stretch, days: {with: s}, frequency: 2, exercises: [b]}\n",
        {"m": mobility(), "a": strength(), "b": stretch()},
    )
    warm, strong, long = shelf.plan().phases
    assert warm.days == strong.days == (0, 2, 4)
    assert set(long.days) < {0, 2, 4} and len(long.days) == 2


@pytest.mark.parametrize(
    ("days", "frequency", "words"),
    [
        ("{with: x}", "", 'no phase "x"'),
        ("{with: t}", "", "t has its days from another phase"),
        ("{with: s}", "frequency: 4, ", "4 days a week do not fit into the 3 of s"),
    ],
)
def test_partners_that_cannot_be(days: str, frequency: str, words: str) -> None:
    shelf = Shelf(
        "phases:\n"
        f"  - {{id: t, name: T, kind: stretch, {frequency}days: {days}, exercises: [b]}}\n"
        "  - {id: s, name: S, kind: strengthen, frequency: 3, exercises: [a]}\n",
        {"a": strength(), "b": stretch()},
    )
    message = refused(shelf)
    assert words in message
    assert message.startswith("r.yaml:9:"), "the line of the phase"


def test_no_frequency_anywhere() -> None:
    message = refused(Shelf(one_phase("a", "kind: strengthen"), {"a": strength()}))
    assert "nothing says how often to do a" in message and "r.yaml:9:" in message
    habit = Shelf(one_phase("a", "kind: habit"), {"a": mobility()}).plan()
    assert habit.phases[0].days == tuple(range(7))


def test_a_change_that_leaves_nothing_to_do_is_told_at_its_place() -> None:
    taken = Shelf(one_phase("{exercise: a, dose: {hold: null}}"), {"a": stretch()})
    message = refused(taken)
    assert "the changed dose of a needs one of reps" in message and message.startswith("r.yaml:9:")
    doubled = Shelf(one_phase("{exercise: a, weeks: {2: {reps: 3, duration: 1 min}}}"), {"a": stretch()})
    assert "takes only one of reps and duration" in refused(doubled)


def test_sessions_are_counted() -> None:
    plan = Shelf(one_phase("{exercise: a, weeks: {3: {frequency: 2}}}"), {"a": strength()}).plan()
    assert (plan.days, plan.sessions(range(1, 5))) == ((0, 2, 4), 3 + 3 + 2 + 2)


def test_named_weekdays_follow_the_start() -> None:
    shelf = Shelf(one_phase("a", "frequency: {days: [mon, thu]}, kind: strengthen"), {"a": strength()})
    undated = shelf.plan()
    assert (undated.names_weekdays, undated.first_weekday, undated.exercises[0].days) == (True, 0, (0, 3))
    wednesday = shelf.plan(start=MONDAY + timedelta(days=2))
    assert wednesday.exercises[0].days == (1, 5)
    days = [wednesday.day(week, day) for week in (1, 4) for day in wednesday.exercises[0].days]
    assert {day.weekday() for day in days if day} == {0, 3}


def test_the_first_weekday_is_the_clinics_or_its_countrys() -> None:
    routine, exercises = one_phase("a"), {"a": strength()}
    assert Shelf(routine, exercises, "locale: en-US\n").plan().first_weekday == 6
    assert Shelf(routine, exercises, "locale: en-US\nfirst_weekday: mon\n").plan().first_weekday == 0
    assert Shelf(routine, exercises).plan(language="en-US").first_weekday == 0, "the clinic's country, not the language"
    assert not Shelf(routine, exercises).plan().names_weekdays


kinds = st.sampled_from(["mobilise", "strengthen", "stretch", "cool-down", "warm-up", "habit"])
frequencies = st.one_of(st.none(), st.integers(1, 7))
entries = st.lists(st.tuples(st.sampled_from(["strong", "long", "loose"]), frequencies), min_size=1, max_size=4)
routines = st.lists(st.tuples(kinds, st.integers(1, 7), entries), min_size=1, max_size=4)
starts = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2027, 12, 31)))


def written(phases: list[tuple[str, int, list[tuple[str, int | None]]]]) -> str:
    lines = ["phases:"]
    for index, (kind, count, names) in enumerate(phases):
        items = ", ".join(f"{{exercise: {name}{f', dose: {{frequency: {n}}}' if n else ''}}}" for name, n in names)
        lines.append(f"  - {{id: p{index}, name: P, kind: {kind}, frequency: {count}, exercises: [{items}]}}")
    return "\n".join(lines) + "\n"


@given(routines, starts)
def test_every_plan_keeps_its_promises(
    phases: list[tuple[str, int, list[tuple[str, int | None]]]], start: date | None
) -> None:
    """n a week gives n; strength rests in between, also over week borders; dated and undated plans agree."""
    shelf = Shelf(written(phases), {"strong": strength(), "long": stretch(), "loose": mobility()})
    plan = shelf.plan(start=start)
    asked = {f"p{index}": (count, names) for index, (_, count, names) in enumerate(phases)}
    for phase in plan.phases:
        count, names = asked[str(phase.phase.id)]
        for exercise, (_, own) in zip(phase.exercises, names, strict=True):
            assert [len(days) for days in exercise.days_by_week] == [own or count] * 4
            if exercise.exercise.kind == "strength" and (own or count) <= 3:
                line = [(w * 7) + day for w, days in enumerate(exercise.days_by_week) for day in days]
                assert all(later - day > 1 for day, later in pairwise(line))
    undated = shelf.plan()
    assert [e.days_by_week for e in plan.exercises] == [e.days_by_week for e in undated.exercises]
    assert [e.number for e in plan.exercises] == list(range(1, len(plan.exercises) + 1))
    assert plan.minutes[0] <= plan.minutes[1]
    if start:
        assert plan.day(4, 6) == start + timedelta(days=27)


@pytest.mark.parametrize("name", BUNDLED.routine_ids())
def test_bundled_routines(name: str) -> None:
    routine = BUNDLED.routine(name)
    for alternative in (None, *routine.alternatives):
        plan = plan_weeks(prescription(routine=name, clinic="brookside", alternative=alternative), BUNDLED)
        assert len(plan.weeks) == 4 and plan.exercises
        assert 1 <= plan.minutes[0] <= plan.minutes[1] <= 30
        strong = _strength_days(plan)
        assert all(later - day > 1 for day, later in pairwise(strong)), name


def _strength_days(plan: Plan) -> list[int]:
    strong = [e for e in plan.exercises if e.exercise.kind == "strength"]
    return sorted({w * 7 + day for e in strong for w, days in enumerate(e.days_by_week) for day in days})
