"""Exercises in groups: what a client reads, how long it takes, and what is refused with which way out."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.checking import checked
from generator.content.choices import ChartKind
from generator.content.editing.laid_over import laid_over
from generator.content.plan_length import LENGTHS
from generator.content.prescription import Prescription, as_read
from generator.content.routine import Routine
from generator.export import diff_text, plan_data, record_text
from generator.language.wording import load_wording
from generator.manuscript.describe_chart import charts_of
from generator.plan import Plan, plan_weeks
from generator.plan.logged import sets_logged
from generator.plan.template import template_of
from generator.problems import ContentError
from generator.sentences import dose_sentence, group_sentence
from generator.sentences.clinician import clinician_line
from tests.shelf import Shelf, mobility, strength

WORDING = load_wording("en-GB")
EXERCISES = {
    "a": strength("sets: 2, reps: 8, rest: 1 min, unit: lift"),
    "b": mobility("reps: 6"),
    "c": strength("reps: 10, progression: [{reps: 12}]", side="each"),
    "d": strength("sets: 2, reps: 5, tempo: {lower: 3 s, lift: 2 s}, progression: [{sets: 3}]"),
}


def shelf(groups: str, ids: str = "[b, a, c, d]", more: str = "") -> Shelf:
    phase = f"{{id: s, name: S, kind: strengthen, frequency: 3, exercises: {ids}, groups: {groups}{more}}}"
    return Shelf(f"phases:\n  - {phase}\n", EXERCISES)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def half_up(seconds: int) -> int:
    return (seconds + 30) // 60


def read(plan: Plan, number: int) -> str:
    one = plan.exercises[number - 1]
    return plain(f"{dose_sentence(one, WORDING)} {group_sentence(one, WORDING)}").strip()


CHANGE = 20  # seconds for every exercise, as in all sessions

# The group, what a client reads of each of its exercises by number, and seconds of the whole.
TABLE: list[tuple[str, dict[int, str], int]] = [
    (
        "[{exercises: [a, c], rounds: 3, rest: 90 s}]",
        {
            2: "3 sets of 8 lifts. In turn with 3: one set of each. After 3 rest 1 minute 30 seconds.",
            3: "3 sets of 10 on each side. In turn with 2: one set of each. After 3 rest 1 minute 30 seconds.",
        },
        3 * (24 + 60) + 3 * 10 + 2 * 90 + 2 * CHANGE,
    ),
    (
        '["a + c + d: 2 rounds"]',
        {
            2: "2 sets of 8 lifts. In turn with 3 and 4: one set of each.",
            4: "2 sets of 5. In turn with 2 and 3: one set of each.",
        },
        2 * (24 + 60 + 25) + 2 * 2 * 10 + 3 * CHANGE,
    ),
    (
        '["b + a: 8 rounds, 20 s on, 10 s off"]',
        {
            1: "Keep going for 20 seconds. Do it 8 times. In turn with 2. Rest 10 seconds after each.",
            2: "Keep going for 20 seconds. Do it 8 times. In turn with 1. Rest 10 seconds after each.",
        },
        16 * 30 - 10 + 2 * CHANGE,
    ),
    (
        '["b: 8 rounds, 20 s on, 10 s off"]',
        {1: "Keep going for 20 seconds. Do it 8 times. Rest 10 seconds after each."},
        8 * 30 - 10 + CHANGE,
    ),
    (
        '["b: 5 rounds, 40 s on"]',
        {1: "Keep going for 40 seconds. Do it 5 times."},
        5 * 40 + CHANGE,
    ),
    ('["a: 10 rounds, every 1 min"]', {2: "10 sets of 8 lifts. Start a set every minute."}, 10 * 60 + CHANGE),
    (
        '["b + a: 5 rounds, every 90 s"]',
        {
            1: "5 sets of 6. Start one every 1 minute 30 seconds, in turn with 2.",
            2: "5 sets of 8 lifts. Start one every 1 minute 30 seconds, in turn with 1.",
        },
        10 * 90 + 2 * CHANGE,
    ),
]


@pytest.mark.parametrize(("groups", "texts", "seconds"), TABLE)
def test_what_a_client_reads_and_how_long_it_takes(groups: str, texts: dict[int, str], seconds: int) -> None:
    plan = shelf(groups).plan()
    assert {number: read(plan, number) for number in texts} == texts
    together = [one for one in plan.exercises if one.group]
    assert tuple(one.number for one in together) == together[0].group.numbers  # type: ignore[union-attr]
    assert [sum(one.spans[0][end] + CHANGE for one in together) for end in (0, 1)] == [seconds, seconds]


@pytest.mark.parametrize("groups", [groups for groups, *_ in TABLE])
@pytest.mark.parametrize("length", LENGTHS)
def test_sums_of_minutes_agree(groups: str, length: int) -> None:
    """Exercises, phases, kinds of days and weeks count the same seconds."""
    plan = shelf(groups).plan(weeks=length)
    seconds = [sum(one.spans[0][end] + CHANGE for one in plan.exercises) for end in (0, 1)]
    minutes = [half_up(one) for one in seconds]
    assert list(plan.phases[0].minutes) == minutes and plan.day_minutes == (tuple(minutes),)
    assert [list(week.minutes) for week in plan.weeks] == [[half_up(3 * one) for one in seconds]] * length


def test_a_ladder_goes_on_in_rounds_but_not_in_sets() -> None:
    *_, c, d = shelf('["c + d: 3 rounds"]').plan().exercises
    assert c.ladder and [(str(rung.sets), str(rung.reps)) for rung in c.ladder.rungs] == [("3", "10"), ("3", "12")]
    assert d.ladder is None and sets_logged(d) == 3


def test_clinicians_read_notation() -> None:
    plan = shelf('["a + c: 3 rounds, rest 90 s", "d: 6 rounds, every 1 min"]').plan()
    assert plain(clinician_line(plan.exercises[1], WORDING)) == "3 × 8, in rounds with 3, rest 1 min 30 s, 3/week"
    assert "every 1 min, 3/week" in plain(clinician_line(plan.exercises[3], WORDING))


REFUSED = [
    ('["b + d: 3 rounds"]', "", "b and d do not follow one another", "put them next to each other"),
    ('["a + x: 3 rounds"]', "", '"x" is not in this phase', "there are b, a, c, d"),
    ('["a: 3 rounds"]', "", "needs two exercises or more", "one alone has sets and rest of its own"),
    ('["a + c: 3 rounds", "c + d: 2 rounds"]', "", '"c" is in two groups', ""),
    ('["a + a: 3 rounds"]', "", "names an exercise twice", "hip-hinge#2"),
    ('["a + c"]', "", "needs exercises and rounds", "a + b: 3 rounds, rest 90 s"),
    ('["a + c: 30 rounds"]', "", "1 to 20 sets", ""),
    (
        '["a: 10 rounds, every 15 s"]',
        "",
        "a takes 24 s once through, and one is to begin every 15 s",
        "fewer repetitions",
    ),
    ('["c: 8 rounds, 20 s on, 10 s off"]', "", "c is done on each side", "--side c=alternate"),
    ("[{exercises: [a, c], rounds: 3, work: 20 s, every: 1 min}]", "", "takes work or every, not both", "the rest is"),
    ("[{exercises: [a, c], rounds: 3, rest: 20 s, every: 1 min}]", "", "stands beside every", "take rest away"),
    (
        '["a + d: 3 rounds"]',
        "[b, a, {exercise: d, dose: {sets: 2}}]",
        "d is done in rounds of a group",
        "take sets away",
    ),
    (
        '["a + d: 3 rounds"]',
        "[a, {exercise: d, dose: {frequency: 2}}]",
        "a and d are done on different days",
        "the same frequency",
    ),
]


@pytest.mark.parametrize(("groups", "ids", "message", "hint"), REFUSED)
def test_what_is_refused_has_a_way_out(groups: str, ids: str, message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        shelf(groups, ids or "[b, a, c, d]").plan()
    (problem,) = caught.value.problems
    assert message in problem.message and hint in problem.hint and problem.place


def test_a_sequence_has_a_clock_and_no_rounds() -> None:
    entry = "{exercise: b, duration: 30 s}"
    phase = f"{{id: s, name: S, kind: sequence, exercises: [{entry}], groups: ['b: 2 rounds, 20 s on']}}"
    with pytest.raises(ContentError, match="a sequence goes by the clock"):
        Shelf(f"phases:\n  - {phase}\n", EXERCISES)


# A client's own groups.


def test_a_clients_groups_stand_in_place_of_those_with_the_same_exercises() -> None:
    plan = shelf('["a + c: 3 rounds", "b: 4 rounds, 30 s on"]').plan(groups=["c + d: 2 rounds, rest 1 min"])
    assert read(plan, 2) == "2 sets of 8 lifts. Rest 1 minute between sets."
    assert read(plan, 3) == "2 sets of 10 on each side. In turn with 4: one set of each. After 4 rest 1 minute."
    assert read(plan, 1) == "Keep going for 30 seconds. Do it 4 times."


@pytest.mark.parametrize(
    ("fields", "message", "path"),
    [
        ({"groups": ["a + x: 3 rounds"]}, '"x" is not among the exercises', "groups.x"),
        ({"groups": ["a + c: 3 rounds"], "dose": {"a": {"sets": 4}}}, "a is done in rounds", "dose.a.sets"),
        ({"groups": ["a + c: 3 rounds"], "dose": {"a": {"weeks": {2: {"rest": "9 s"}}}}}, "its rest", "weeks.2.rest"),
    ],
)
def test_a_clients_groups_that_cannot_be(fields: dict[str, Any], message: str, path: str) -> None:
    with pytest.raises(ContentError) as caught:
        shelf("[]").plan(**fields)
    (problem,) = caught.value.problems
    assert message in problem.message and path in problem.path


def test_a_clients_group_brings_its_exercises_together() -> None:
    plan = shelf("[]").plan(groups=["d + a: 3 rounds"])
    assert [one.id for one in plan.exercises] == ["b", "d", "a", "c"]
    assert read(plan, 2) == "3 sets of 5. In turn with 3: one set of each."


def test_a_clients_group_stands_above_the_sets_of_the_routine() -> None:
    plan = shelf("[]", "[b, {exercise: a, dose: {sets: 1, rest: 2 min}}, c]").plan(groups=["a + c: 3 rounds"])
    assert read(plan, 2) == "3 sets of 8 lifts. In turn with 3: one set of each."


def test_repetitions_of_a_group_may_be_written_set_by_set() -> None:
    """As many as there are rounds; for another number both are named."""
    dose = {"a": {"reps": "12/10/8", "load": "20/22.5/25 kg"}}
    plan = shelf("['a + c: 3 rounds']").plan(dose=dose)
    assert "12, 10, then 8 lifts" in read(plan, 2) and "In turn with 3: one set of each." in read(plan, 2)
    assert sets_logged(plan.exercises[1]) == 3
    with pytest.raises(ContentError, match="a is done in rounds of a group, which say its sets"):
        shelf("['a + c: 4 rounds']").plan(dose=dose)


def test_exercises_of_two_phases_are_no_group() -> None:
    phases = "  - {id: p, name: P, kind: mobilise, frequency: 3, exercises: [b]}\n"
    phases += "  - {id: s, name: S, kind: strengthen, frequency: 3, exercises: [a, c]}\n"
    with pytest.raises(ContentError, match="b and a are in different phases"):
        Shelf("phases:\n" + phases, EXERCISES).plan(groups=["b + a: 2 rounds"])


def test_groups_of_a_saved_plan_and_those_asked_for() -> None:
    saved = {"groups": [{"exercises": ["a", "b"], "rounds": "3"}, {"exercises": ["c", "d", "e"], "rounds": "2"}]}
    assert laid_over(saved, {"groups": ["b + x: 4 rounds"]})["groups"] == [saved["groups"][1], "b + x: 4 rounds"]
    dropped = laid_over(saved, {"drop": ["a", "c"]})["groups"]
    assert dropped == [{"exercises": ["d", "e"], "rounds": "2"}], "one alone is no group"
    assert laid_over(saved, {"swap": {"a": "z"}})["groups"][0]["exercises"] == ["z", "b"]


def test_groups_are_kept_told_and_compared() -> None:
    home = shelf("[]")
    plan = home.plan(groups=["a + c: 3 rounds, rest 90 s"], swap={"d": "b"})
    again, _ = checked.load(Prescription, plan.prescription.to_yaml(), "plan.yaml")
    kept = [(one.weeks, one.spans, one.group) for one in plan.exercises]
    assert [(one.weeks, one.spans, one.group) for one in plan_weeks(again, home).exercises] == kept
    assert "In turn with 3: one set of each." in plain(record_text(plan, WORDING))
    told = plain(diff_text(home.plan(), plan, WORDING))
    assert "Heel lift, together: none → In turn with 2: one set of each." in told
    group = plan_data(plan, WORDING)["phases"][0]["exercises"][1]["group"]
    assert group == {"numbers": [2, 3], "rounds": "3", "rest": [90, 90], "work": None, "every": None}
    written = template_of(plan.prescription, home, "Mine")
    assert written["phases"][0]["groups"] == [{"exercises": ["a", "c"], "rounds": "3", "rest": "1 min 30 s"}]
    assert checked.build(Routine, as_read(written)).phases[0].exercises[1].group


def test_rows_of_a_chart_say_with_which_others_they_are_done() -> None:
    """Behind the dose of all weeks, and behind that of each week where it is tied to weeks."""
    exercises = {**EXERCISES, "c": strength("reps: 10, unit: lift, weeks: {3: {reps: 12}}")}
    phase = "{id: s, name: S, kind: strengthen, frequency: 3, exercises: [b, a, c, d], groups: ['a + c + d: 3 rounds']}"
    plan = Shelf(f"phases:\n  - {phase}\n", exercises).plan()
    (chart,) = charts_of(plan, WORDING, ChartKind.STANDARD)
    rows = [row for one in chart.phases for row in one.rows]
    doses = [plain(row.dose) for row in rows]
    assert doses[:3] == [
        "6 times",
        "3 sets of 8 lifts; in turn with 3 and 4",
        "3 sets of 10 lifts; from week 3: 3 sets of 12 lifts; in turn with 2 and 4",
    ]
    assert [plain(dose) for dose in rows[2].doses][1:3] == [
        "3 sets of 10 lifts; in turn with 2 and 4",
        "3 sets of 12 lifts; in turn with 2 and 4",
    ]
