"""Days and times that are not so many a week: every so many days or hours, times of day, some of the weeks."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.editing.laid_over import laid_over
from generator.content.plan_length import LENGTHS, week_numbers
from generator.language.wording import load_wording
from generator.plan import Plan
from generator.plan.occasions import sittings
from generator.problems import ContentError
from generator.sentences import build_up, phase_when, when_sentence
from generator.sentences.clinician import clinician_line
from generator.sentences.when import weeks_off
from tests.shelf import MONDAY, Shelf, mobility, strength

WORDING = load_wording("en-GB")
EXERCISES = {"a": strength("sets: 2, reps: 8, unit: lift"), "b": mobility("reps: 6, frequency: 2")}


def planned(frequency: str, **fields: Any) -> Plan:
    phase = f"{{id: p, name: P, kind: mobilise, frequency: {frequency}, exercises: [b]}}"
    return Shelf(f"phases:\n  - {phase}\n", EXERCISES).plan(**fields)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


# Written, what a client reads, the days of the first weeks, times on each of them.
TABLE = [
    ("every other day", "Every other day", [(0, 2, 4, 6), (1, 3, 5)], 1),
    ("every 2 days", "Every other day", [(0, 2, 4, 6), (1, 3, 5)], 1),
    ("{every_days: 3}", "Every 3 days", [(0, 3, 6), (2, 5), (1, 4)], 1),
    ("{every_days: 6, times_a_day: 2}", "Every 6 days, 2 times a day", [(0, 6), (5,), (4,), (3,)], 2),
    ("every 2 hours", "Every day, every 2 hours, 6 times a day", [tuple(range(7))], 6),
    ("every 4 hours", "Every day, every 4 hours, 3 times a day", [tuple(range(7))], 3),
    ("{per_week: 5, every_hours: 3}", "5 days a week, every 3 hours, 4 times a day", [(0, 1, 2, 3, 4)], 4),
    ("{every_hours: 3, times_a_day: 2}", "2 days a week, every 3 hours, 2 times a day", [(0, 4)], 2),
    ("{times: [evening]}", "2 days a week, in the evening", [(0, 4)], 1),
    ("{per_week: 7, times: [evening, morning]}", "Every day, in the morning and in the evening", [tuple(range(7))], 2),
    ("{per_week: 3, weeks: 1-2}", "3 days a week, in weeks 1 and 2", [(0, 2, 4), (0, 2, 4), (), ()], 1),
    ("{per_week: 3, weeks: [4, 2]}", "3 days a week, in weeks 2 and 4", [(), (0, 2, 4), (), (0, 2, 4)], 1),
    ("{per_week: 3, weeks: odd}", "3 days a week, in weeks 1 and 3", [(0, 2, 4), (), (0, 2, 4), ()], 1),
    ("{per_week: 1, weeks: even}", "1 day a week, in weeks 2 and 4", [(), (0,), (), (0,)], 1),
    ('{per_week: 2, weeks: "1-2, 4"}', "2 days a week, in weeks 1, 2 and 4", [(0, 4), (0, 4), (), (0, 4)], 1),
    ("{every_days: 2, weeks: 2-4}", "Every other day, in weeks 2, 3 and 4", [(), (1, 3, 5), (0, 2, 4, 6)], 1),
    ("{days: [mon, thu], weeks: 4, times: [bedtime]}", "Mon and Thu, before bed, in week 4", [(), (), (), (0, 3)], 1),
]


@pytest.mark.parametrize(("written", "read", "days", "times"), TABLE)
def test_what_a_client_reads_and_ticks(written: str, read: str, days: list[tuple[int, ...]], times: int) -> None:
    plan = planned(written)
    (one,) = plan.exercises
    assert plain(when_sentence(one, plan, WORDING)) == plain(phase_when(plan.phases[0], plan, WORDING)) == read
    assert list(one.days_by_week[: len(days)]) == days
    assert {one.times_in_week(week) for week in one.active_weeks} == {times}
    assert build_up(one, WORDING) is None, "no week has more to do than another"
    assert "days" in clinician_line(one, WORDING) or "/week" in clinician_line(one, WORDING)


REFUSED = [
    ("every 8 days", "needs 2 to 6 days, not 8", "write per_week: 1; for every other week also weeks: odd"),
    ("every 1 day", "needs 2 to 6 days, not 1", "write daily"),
    ("every hour", 'needs how often, not "every hour"', "every 2 hours"),
    ("every 1 hour", "needs 2 to 8 hours, not 1", "write every_hours: 2"),
    ("{every_hours: 4, times_a_day: 6}", "6 times every 4 hours are more than a day awake", "at most 3"),
    ("{every_days: 2, per_week: 3}", "takes per_week or every_days, not both", "days already say how many"),
    ("{times: [morning], times_a_day: 2}", "takes times or times_a_day, not both", "the times already say how many"),
    ("{times: [morning], every_hours: 2}", "takes times or every_hours, not both", "name the times"),
    ("{times: [morning, morning]}", "names a time twice", ""),
    ("{times: [noon]}", "needs morning, midday, afternoon, evening or bedtime", ""),
    ("{per_week: 3, weeks: 3-2}", "needs weeks from 1 to 12, the earlier first", "write 1-4, [1, 2, 5], odd or even"),
    ("{per_week: 3, weeks: 11-13}", "needs weeks from 1 to 12", "write 1-4"),
    ("{per_week: 3, weeks: first}", 'needs the numbers of weeks, not "first"', "write 1-4, [1, 2, 5], odd or even"),
    ("{per_week: 3, weeks: 5-8}", "b is done in none of the plan's 4 weeks, only in 5, 6, 7, 8", "--weeks 8"),
    ("three times", 'needs how often, not "three times"', "every other day"),
]


@pytest.mark.parametrize(("written", "message", "hint"), REFUSED)
def test_what_is_refused_has_a_way_out(written: str, message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        planned(written)
    (problem,) = caught.value.problems
    assert message in problem.message and hint in problem.hint and problem.place


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("number", range(2, 7))
def test_days_are_counted_on_over_weeks(length: int, number: int) -> None:
    (one,) = planned(f"every {number} days", weeks=length).exercises
    found = [week * 7 + day for week, days in enumerate(one.days_by_week) for day in days]
    assert found == list(range(0, length * 7, number))


def test_a_nearer_layer_says_one_part_and_leaves_the_others() -> None:
    said = {"dose": {"b": {"frequency": {"times": ["evening"]}}}}
    plan = planned("{per_week: 5, times: [morning], weeks: 1-2}", **said)
    assert plain(when_sentence(plan.exercises[0], plan, WORDING)) == "5 days a week, in the evening, in weeks 1 and 2"
    plan = planned("{per_week: 5, times: [morning], weeks: 1-2}", dose={"b": {"frequency": "every other day"}})
    assert plain(when_sentence(plan.exercises[0], plan, WORDING)) == "Every other day, in the morning, in weeks 1 and 2"


def test_sittings_of_a_day_and_their_minutes() -> None:
    """What is done at other times of a day is another session; all of them together are the week's minutes."""
    phases = (
        "  - {id: p, name: P, kind: mobilise, frequency: {per_week: 7, times: [morning, evening]}, exercises: [b]}\n"
        "  - {id: s, name: S, kind: strengthen, frequency: {per_week: 3, times: [evening]}, exercises: [a]}\n"
        "  - {id: t, name: T, kind: habit, frequency: {per_week: 7, times_a_day: 2}, exercises: [c]}\n"
    )
    exercises = {"a": strength("duration: 9 min"), "b": mobility("duration: 4 min"), "c": mobility("reps: 1")}
    plan = Shelf("phases:\n" + phases, exercises).plan()
    together = sittings(plan.exercises, 1, 0)
    assert {moment.name: [one.id for one in found] for moment, found in together.items()} == {
        "morning": ["b", "c"],
        "evening": ["b", "a", "c"],
    }
    assert plan.day_minutes == ((4, 4), (13, 13))
    seconds = 14 * (240 + 20) + 3 * (540 + 20)
    assert plan.weeks[0].minutes == (round(seconds / 60), round(seconds / 60))


def test_a_phase_of_some_weeks_keeps_no_other_away() -> None:
    """In weeks without it, its days are free for strength of another phase."""
    phases = (
        "  - {id: p, name: P, kind: strengthen, frequency: {days: [mon, wed], weeks: 1-2}, exercises: [a]}\n"
        "  - {id: s, name: S, kind: strengthen, frequency: {per_week: 1, weeks: 3-4}, exercises: [b]}\n"
    )
    plan = Shelf("phases:\n" + phases, {**EXERCISES, "b": strength()}).plan(start=MONDAY)
    assert [one.days_by_week for one in plan.exercises] == [((0, 2), (0, 2), (), ()), ((), (), (0,), (0,))]
    assert plan.sessions(week_numbers(4)) == 6


TURNS = """\
phases:
  - {id: w, name: Warm up, kind: warm-up, days: {with: day-b}, exercises: [b]}
  - {id: day-a, name: Day A, kind: strengthen, frequency: %s, exercises: [a]}
  - {id: day-b, name: Day B, kind: strengthen, days: {in_turn_with: day-a}, exercises: [d]}
"""


def in_turn(frequency: str = "3", **fields: Any) -> Plan:
    return Shelf(TURNS % frequency, {**EXERCISES, "d": strength()}).plan(**fields)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("frequency", ["1", "2", "3", "5", "{days: [mon, wed, fri]}", "every other day"])
def test_parts_take_turns_over_the_ends_of_weeks(frequency: str, length: int) -> None:
    warm, first, second = in_turn(frequency, weeks=length).exercises
    both = [sorted({*one, *other}) for one, other in zip(first.days_by_week, second.days_by_week, strict=True)]
    order = [day in first.days_by_week[week] for week, days in enumerate(both) for day in days]
    assert order == [number % 2 == 0 for number in range(len(order))] and len(order) >= length
    assert warm.days_by_week == second.days_by_week


def test_what_is_said_of_turns() -> None:
    plan = in_turn()
    said = [plain(when_sentence(one, plan, WORDING)) for one in plan.exercises]
    assert said == [
        "On the days of Day B",
        "3 days a week, in turn with Day B",
        "3 days a week, in turn with Day A",
    ]
    assert [build_up(one, WORDING) for one in plan.exercises] == [None] * 3
    assert "3/week, in turn with Day B" in plain(clinician_line(plan.exercises[1], WORDING))


@pytest.mark.parametrize(
    ("phases", "message", "hint"),
    [
        (TURNS.replace("frequency: %s, ", ""), "day-a says no days to take turns on", "frequency: {per_week: 3}"),
        (
            TURNS.replace("in_turn_with: day-a}", "in_turn_with: day-a}, frequency: 2") % 3,
            "whose days are for both",
            "",
        ),
        (TURNS.replace("in_turn_with: day-a", "in_turn_with: w") % 3, "w says no days to take turns on", ""),
        (TURNS.replace("[d]", "[{exercise: d, dose: {frequency: 2}}]") % 3, "d has days of its own", "take them away"),
        (
            TURNS.replace("in_turn_with: day-a", "with: day-a, in_turn_with: day-a") % 3,
            "needs with or in_turn_with",
            "",
        ),
    ],
)
def test_turns_that_lead_nowhere_are_refused(phases: str, message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        Shelf(phases, {**EXERCISES, "d": strength()}).plan()
    assert any(message in problem.message and hint in problem.hint for problem in caught.value.problems)


def test_a_week_off() -> None:
    """The client's stands in place of the routine's; phases are said to be of all other weeks."""
    plan = in_turn(weeks=6, weeks_off=[3])
    assert plan.weeks_off == (3,) and plan.weeks[2].minutes == (0, 0)
    assert plain(weeks_off(plan, WORDING)) == "Week 3 is a week off."
    assert plain(when_sentence(plan.exercises[1], plan, WORDING)) == "3 days a week, in turn with Day B"
    routine = Shelf("weeks_off: 2\n" + TURNS % 3, {**EXERCISES, "d": strength()})
    assert routine.plan().weeks_off == (2,)
    assert routine.plan(weeks=8, weeks_off="4-5").weeks_off == (4, 5)
    assert plain(weeks_off(routine.plan(weeks=8, weeks_off="4-5"), WORDING)) == "Weeks 4 and 5 are weeks off."


@pytest.mark.parametrize(
    ("off", "message"),
    [([5], "beyond the 4 weeks"), ("1-4", "leaves no week"), ("x", "needs the numbers of weeks")],
)
def test_a_week_off_that_cannot_be(off: Any, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        in_turn(weeks_off=off)


def test_another_way_to_say_the_days_takes_the_saved_one_away() -> None:
    saved = {"dose": {"a": {"frequency": {"days": ["mon"], "times_a_day": 2}}}}
    asked = {"dose": {"a": {"frequency": {"every_days": 2}}}}
    assert laid_over(saved, asked)["dose"] == {"a": {"frequency": {"every_days": 2, "times_a_day": 2}}}
