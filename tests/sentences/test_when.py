"""Days in words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from generator.language.wording import load_wording
from generator.plan import Plan
from generator.sentences import day_heads, how_often, session_lines, when_beside, when_sentence
from tests.shelf import MONDAY, Shelf, mobility, strength

ENGLISH = load_wording("en-GB")


def plan_of(frequency: str, entry: str = "a", **fields: Any) -> Plan:
    routine = f"phases:\n  - {{id: p, name: P, kind: mobilise, frequency: {frequency}, exercises: [{entry}]}}\n"
    return Shelf(routine, {"a": mobility(), "b": mobility()}).plan(**fields)


def when(plan: Plan, number: int = 1) -> str:
    return when_sentence(plan.exercises[number - 1], plan, ENGLISH).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("frequency", "undated", "dated"),
    [
        ("7", "Every day", "Every day"),
        ("5", "5 days a week", "Mon to Fri"),
        ("3", "3 days a week", "Mon, Wed and Fri"),
        ("2", "2 days a week", "Mon and Fri"),
        ("1", "1 day a week", "Mon"),
        ("{per_week: 7, times_a_day: 3}", "Every day, 3 times a day", "Every day, 3 times a day"),
        ("{days: [mon, tue, wed]}", "Mon to Wed", "Mon to Wed"),
        ("{days: [mon, tue]}", "Mon and Tue", "Mon and Tue"),
    ],
)
def test_days(frequency: str, undated: str, dated: str) -> None:
    assert when(plan_of(frequency)) == undated
    assert when(plan_of(frequency, start=MONDAY)) == dated


def test_days_begin_with_the_start() -> None:
    assert when(plan_of("3", start=MONDAY + timedelta(days=5))) == "Sat, Mon and Wed"


def test_weeks_and_optional() -> None:
    plan = plan_of("3", "{exercise: a, weeks: {3: {exercise: b}}}, {exercise: a, optional: true}")
    assert when(plan, 1) == "3 days a week, in weeks 1 and 2"
    assert when(plan, 2) == "3 days a week, in weeks 3 and 4"
    assert when(plan, 3) == "3 days a week, if you have time"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("dose: {frequency: 7}", "3 to 7 days a week, see each exercise"),
        ("dose: {frequency: {days: [tue, thu, sat]}}", "3 days a week, see each exercise"),
        ("dose: {frequency: 3}", "3 days a week"),
    ],
)
def test_a_phase_says_what_is_true_of_all_its_exercises(own: str, said: str) -> None:
    plan = plan_of("{days: [mon, wed, fri]}" if "tue" in own else "3", f"a, {{exercise: b, {own}}}")
    (line,) = session_lines(plan, ENGLISH)
    assert line.when.replace("\N{NO-BREAK SPACE}", " ").replace("Mon, Wed and Fri", "3 days a week") == said
    assert when_beside(plan.phases[0], plan, ENGLISH) == line.when


def test_at_a_glance() -> None:
    routine = (
        "phases:\n"
        "  - {id: m, name: Mobilise, kind: mobilise, frequency: {per_week: 7, times_a_day: 2}, exercises: [a, b]}\n"
        "  - {id: s, name: Strengthen, kind: strengthen, frequency: 3, exercises: [c]}\n"
        "  - {id: h, name: Habit, kind: habit, exercises: [a]}\n"
    )
    plan = Shelf(routine, {"a": mobility("duration: 2 min"), "b": mobility(), "c": strength()}).plan()
    lines = [tuple(part.replace("\N{NO-BREAK SPACE}", " ") for part in line) for line in session_lines(plan, ENGLISH)]
    assert lines == [
        ("Mobilise", "1 and 2", "Every day, 2 times a day", "3 minutes"),
        ("Strengthen", "3", "3 days a week", "1 minute"),
        ("Habit", "4", "Every day", ""),
    ]
    assert how_often(plan, ENGLISH) == "Every day"


def test_habits_do_not_make_it_daily() -> None:
    routine = (
        "phases:\n"
        "  - {id: s, name: S, kind: strengthen, frequency: 3, exercises: [a]}\n"
        "  - {id: h, name: H, kind: habit, exercises: [b]}\n"
    )
    plan = Shelf(routine, {"a": strength(), "b": mobility()}).plan()
    assert how_often(plan, ENGLISH).replace("\N{NO-BREAK SPACE}", " ") == "3 days a week"


def test_heads_of_days() -> None:
    numbered = [head.letter for week in (1, 4) for head in day_heads(plan_of("3"), week, ENGLISH)]
    assert numbered == [str(n) for n in (*range(1, 8), *range(22, 29))]
    named = day_heads(plan_of("{days: [mon]}"), 1, ENGLISH)
    assert "".join(head.letter for head in named) == "MTWTFSS" and not any(head.date for head in named)
    dated = day_heads(plan_of("3", start=MONDAY), 2, ENGLISH)
    assert (dated[0].letter, dated[0].date, dated[0].name) == ("M", "30\N{NO-BREAK SPACE}Nov", "Monday")
    american = plan_of("{days: [mon]}", language="en-US")
    assert day_heads(american, 1, load_wording("en-US"))[0].letter == "M", "the clinic stands in Britain"


@pytest.mark.parametrize(
    ("name", "frequency", "text"),
    [
        ("Every day", "{per_week: 7, times_a_day: 2}", "2 times a day"),
        ("Every day", "7", ""),
        ("3 Days a week", "3", ""),
        ("Warm-up", "{per_week: 7, times_a_day: 2}", "Every day, 2 times a day"),
        ("Every day", "3", "3 days a week"),
    ],
)
def test_beside_its_name_a_phase_does_not_say_its_days_again(name: str, frequency: str, text: str) -> None:
    routine = f"phases:\n  - {{id: p, name: {name}, kind: mobilise, frequency: {frequency}, exercises: [a]}}\n"
    plan = Shelf(routine, {"a": mobility()}).plan()
    assert when_beside(plan.phases[0], plan, ENGLISH).replace("\N{NO-BREAK SPACE}", " ") == text
