"""Whoever stands nearest to the client decides: what is set holds for all weeks, wherever it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click import BadParameter

from generator.cli.flags.edit_flags import changes_of
from generator.content.checking.checked import load
from generator.content.dose.load import Load
from generator.content.library import load_library
from generator.content.plan_file import load_plan
from generator.content.prescribe import prescribed
from generator.content.prescription import Prescription
from generator.plan import PlannedExercise, plan_weeks
from generator.problems import ContentError
from tests.shelf import Shelf, strength


def phase(entry: str, kind: str = "strengthen") -> str:
    return f"phases:\n  - {{id: p, name: P, kind: {kind}, frequency: 3, exercises: [{entry}]}}\n"


def planned(own: str, entry: str = "a", plan: str = "", variant: str = "") -> PlannedExercise:
    """Exercise `a`, as a routine's entry uses it and a plan file changes it."""
    more = {"variants": f"\n  v: {{label: Another way, dose: {variant}}}"} if variant else {}
    shelf = Shelf(phase(entry), {"a": strength(own, **more)})
    wish, _ = load(Prescription, f"routine: r\nclinic: c\nlanguage: en-GB\n{plan}", "plan.yaml")
    return plan_weeks(wish, shelf).exercises[0]


def by_week(one: PlannedExercise, fields: list[str]) -> list[str]:
    return [" ".join(_text(getattr(dose, field)) for field in fields) for dose in one.weeks]


def _text(value: object) -> str:
    return str(value.weight) if isinstance(value, Load) else "-" if value is None else str(value)


BUNDLED = load_library()
GROWS = "sets: 2, reps: 8, weeks: {3: {reps: 10}, 4: {reps: 12}}"


@pytest.mark.parametrize(
    ("own", "change", "fields", "weeks"),
    [
        (GROWS, "reps: 4", "reps", "4|4|4|4"),
        ("sets: 2, reps: 6, weeks: {2: {reps: 8}, 3: {reps: 10}}", "reps: 15", "reps", "15|15|15|15"),
        (GROWS, "sets: 3", "sets reps", "3 8|3 8|3 10|3 12"),
        (GROWS, "reps: 4, weeks: {3: {reps: 5}}", "reps", "4|4|5|5"),
        (GROWS, "weeks: {2: {reps: 9}}", "reps", "8|9|9|9"),
        (GROWS, "weeks: {4: {reps: 9}}", "reps", "8|8|8|9"),
        (GROWS, "duration: 1 min", "reps duration", "- 1 min|- 1 min|- 1 min|- 1 min"),
        (GROWS, "hold: 3 s", "reps hold", "8 3 s|8 3 s|10 3 s|12 3 s"),
        ("reps: 8, hold: 3 s, weeks: {3: {hold: 5 s}}", "reps: 4", "reps hold", "4 3 s|4 3 s|4 5 s|4 5 s"),
        ("reps: 8, hold: 3 s, weeks: {3: {hold: 5 s}}", "hold: null", "reps hold", "8 -|8 -|8 -|8 -"),
        ("hold: 20 s, weeks: {3: {hold: 30 s}}", "reps: 4", "reps hold", "4 -|4 -|4 -|4 -"),
        ("reps: 8, weeks: {3: {duration: 1 min}}", "reps: 4", "reps duration", "4 -|4 -|4 -|4 -"),
        ("reps: 8, load: 10 kg, weeks: {3: {load: 12 kg}}", "load: 6 kg", "load", "6 kg|6 kg|6 kg|6 kg"),
        (GROWS, "reps: 4, progression: same", "reps", "4|4|6|8"),
        (GROWS, "reps: 4-6, progression: same", "reps", "4-6|4-6|6-8|8-10"),
        (GROWS, "sets: 1, progression: same", "sets reps", "1 8|1 8|1 10|1 12"),
        ("hold: 20 s, weeks: {2: {hold: 30 s}}", "hold: 15 s, progression: same", "hold", "15 s|25 s|25 s|25 s"),
        ("reps: 8, load: 10 kg, weeks: {3: {load: 12 kg}}", "load: 5 kg, progression: same", "load",
         "5 kg|5 kg|7 kg|7 kg"),
    ],
)  # fmt: skip
def test_the_same_words_mean_the_same_in_every_place(own: str, change: str, fields: str, weeks: str) -> None:
    names, dose = fields.split(), f"{{{change}}}"
    found = {
        "routine": planned(own, f"{{exercise: a, dose: {dose}}}"),
        "variant": planned(own, "{exercise: a, option: v}", variant=dose),
        "plan": planned(own, plan=f"dose: {{a: {dose}}}"),
        "plan over routine": planned("distance: 9 m", f"{{exercise: a, dose: {{{own}}}}}", plan=f"dose: {{a: {dose}}}"),
        "routine over variant": planned(
            "distance: 9 m", f"{{exercise: a, option: v, dose: {dose}}}", variant=f"{{{own}}}"
        ),
    }
    assert {where: by_week(one, names) for where, one in found.items()} == dict.fromkeys(found, weeks.split("|"))


def test_a_flag_says_what_a_plan_says() -> None:
    assert changes_of(("a.dose.reps=4", "a.progression=same"))["dose"] == {"a": {"reps": 4, "progression": "same"}}


def test_a_flag_writes_a_list_as_yaml_does_in_one_line() -> None:
    changes = changes_of(("a.dose.progression=[{reps: 10}, {reps: 12, sets: 3}]", "a.days=[mon, wed]"))["dose"]
    assert changes == {
        "a": {"progression": ({"reps": 10}, {"reps": 12, "sets": 3}), "frequency": {"days": ("mon", "wed")}}
    }
    for broken in ("[{reps: 10}", "[&a 1]", "[.inf]"):
        with pytest.raises(BadParameter, match="progression: "):
            changes_of((f"a.dose.progression={broken}",))


@pytest.mark.parametrize(
    ("saved", "flag", "dose"),
    [
        ("{reps: 8, weeks: {3: {reps: 12}}}", "hip-hinge.dose.reps=4", {"reps": "4"}),
        ("{weeks: {3: {reps: 12, sets: 3}}}", "hip-hinge.dose.reps=4", {"reps": "4", "weeks": {"3": {"sets": "3"}}}),
        ("{weeks: {3: {reps: 12}}}", "hip-hinge.dose.sets=3", {"sets": "3", "weeks": {"3": {"reps": "12"}}}),
        ("{weeks: {3: {reps: 12}}}", "hip-hinge.dose.weeks.2.reps=9", {"weeks": {"2": {"reps": "9"}}}),
    ],
)
def test_a_flag_stands_nearer_than_a_saved_plan(tmp_path: Path, saved: str, flag: str, dose: dict[str, Any]) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"routine: hamstring-health\nclinic: brookside\nlanguage: en-GB\ndose: {{hip-hinge: {saved}}}\n")
    wish = prescribed(BUNDLED, changes_of((flag,)), load_plan(plan))
    said = wish.dose["hip-hinge"].model_dump(mode="json", exclude_unset=True)
    assert said == dose


STEPS = "sets: 2, reps: 8, progression: [{reps: 10}, {reps: 12}], progress_to: Go lower."


@pytest.mark.parametrize(
    ("own", "change", "rungs"),
    [
        (STEPS, "rest: 1 min", "2 8|2 10|2 12|Go lower."),
        (STEPS, "sets: 3", "3 8|3 10|3 12|Go lower."),
        (STEPS, "reps: 4", "2 4|Go lower."),
        (STEPS, "reps: 4, progression: same", "2 4|2 6|2 8|Go lower."),
        (STEPS, "reps: 4, progression: [{reps: 5}]", "2 4|2 5|Go lower."),
        (STEPS, "progression: [], progress_to: Go faster.", "2 8|Go faster."),
        (STEPS, "progression: [], progress_to: null", ""),
        (STEPS, "reps: 4, progress_to: null", ""),
        (STEPS, "weeks: {3: {reps: 9}}", ""),
        (STEPS, "weeks: {3: {sets: 3}}", ""),
        (STEPS, "weeks: {3: {frequency: 2}}", "2 8|2 10|2 12|Go lower."),
        (GROWS, "progression: [{sets: 3}]", "2 8|3 8"),
        ("sets: 2, reps: 8, progression: [{reps: 10}, {sets: 3, reps: 8}, {reps: 10}]", "sets: 3", "3 8|3 10"),
        ("sets: 2, reps: 8, progression: [{sets: 3}, {reps: 10}]", "sets: 1", "1 8|1 10"),
        ("sets: 2, reps: 8, progression: [{sets: 3}, {reps: 10}]", "sets: 1, progression: same", "1 8|2 8|2 10"),
    ],
)
def test_steps_are_laid_over_like_weeks(own: str, change: str, rungs: str) -> None:
    dose = f"{{{change}}}"
    found = [
        planned(own, f"{{exercise: a, dose: {dose}}}"),
        planned(own, "{exercise: a, option: v}", variant=dose),
        planned(own, plan=f"dose: {{a: {dose}}}"),
    ]
    assert [_rungs(one) for one in found] == [rungs] * 3


def _rungs(one: PlannedExercise) -> str:
    if one.ladder is None:
        return ""
    return "|".join([*(f"{_text(r.sets)} {_text(r.reps)}" for r in one.ladder.rungs), *filter(None, [one.ladder.then])])


def test_what_the_calendar_or_the_clock_moves_on_has_no_steps() -> None:
    exercises = {"a": strength(STEPS), "b": strength(STEPS)}
    swapped = Shelf(phase("{exercise: a, weeks: {3: {exercise: b}}}"), exercises).plan()
    timed = Shelf(phase("{exercise: a, duration: 1 min}", "sequence"), exercises).plan()
    assert [one.ladder for plan in (swapped, timed) for one in plan.exercises] == [None] * 3
    assert not swapped.has_steps


def test_times_are_those_of_the_start() -> None:
    plain, steps = (Shelf(phase("a"), {"a": strength(dose)}).plan() for dose in ("sets: 2, reps: 8", STEPS))
    assert (plain.minutes, plain.weeks[3].minutes) == (steps.minutes, steps.weeks[3].minutes)


def test_a_step_that_changes_nothing_is_refused_in_a_routine() -> None:
    with pytest.raises(ContentError) as caught:
        planned("reps: 8", "{exercise: a, dose: {progression: [{reps: 8}]}}")
    (problem,) = caught.value.problems
    assert problem.message == "is the same as the step before"
    assert problem.path == "dose.a.progression[1]"


@pytest.mark.parametrize(
    ("weeks", "change", "days", "times"),
    [
        ("{3: {frequency: 5}}", "reps: 4", "3|3|3|3", "1|1|1|1"),
        ("{3: {frequency: {times_a_day: 2}}}", "reps: 4", "3|3|3|3", "1|1|2|2"),
    ],
)
def test_days_and_times_a_day_are_two_fields(weeks: str, change: str, days: str, times: str) -> None:
    """The phase says on which days; that says nothing of how often on such a day."""
    one = planned(f"reps: 8, weeks: {weeks}", f"{{exercise: a, dose: {{{change}}}}}")
    assert (
        "|".join(str(len(days)) for days in one.days_by_week),
        "|".join(str(one.times_in_week(week)) for week in (1, 2, 3, 4)),
    ) == (days, times)


@pytest.mark.parametrize(
    ("own", "change", "words"),
    [
        ("reps: 8", "{reps: 4, progression: same}", "a has no steps to keep"),
        ("reps: 8, weeks: {2: {reps: 4}}", "{reps: 3, progression: same}", "1 to 200 repetitions"),
        ("reps: 8, weeks: {2: {reps: 10}}", "{hold: 30 s, reps: null, progression: same}", "has no reps to go on from"),
    ],
)
def test_steps_that_cannot_be_kept(own: str, change: str, words: str) -> None:
    with pytest.raises(ContentError) as caught:
        planned(own, f"{{exercise: a, dose: {change}}}")
    (problem,) = caught.value.problems
    assert words in problem.message
    assert problem.place and problem.place.line == 9


CURL = (
    "sets: 2, reps: 8, load: bodyweight, start_level: {text: No load., of: load}, progress_to: {text: Add., of: load}"
)
WAYS = {"harder": "{text: Add some., of: load}", "easier": "{text: Lift less., of: [sets, hold]}"}


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ("reps: 10", "No load.|Add.|Add some.|Lift less."),
        ("load: 2 kg", "-|-|-|Lift less."),
        ("sets: 3", "No load.|Add.|Add some.|-"),
        ("progression: [{load: 2 kg}]", "No load.|-|Add some.|Lift less."),
        ("weeks: {3: {load: 2 kg}}", "No load.|-|Add some.|Lift less."),
        ("load: 2 kg, start_level: One kilo.", "One kilo.|-|-|Lift less."),
    ],
)
def test_a_sentence_falls_away_where_what_it_speaks_of_is_set_nearer(change: str, left: str) -> None:
    own = {"a": strength(CURL, **WAYS)}
    by_routine = Shelf(phase(f"{{exercise: a, dose: {{{change}}}}}"), own).plan().exercises[0]
    client, _ = load(Prescription, f"routine: r\nclinic: c\nlanguage: en-GB\ndose: {{a: {{{change}}}}}\n", "plan.yaml")
    for one in (by_routine, plan_weeks(client, Shelf(phase("a"), own)).exercises[0]):
        ways = (way and way.text for way in (one.exercise.harder, one.exercise.easier))
        texts = (one.dose.start_level, one.ladder.then if one.ladder else None, *ways)
        assert "|".join(text or "-" for text in texts) == left
