"""What leaves the tool beside the sheet says the same of every exercise: terminal, record, JSON and calendar."""

from __future__ import annotations

import json
import re
from datetime import date, datetime

import pytest

from generator.content.dose.dose import Dose
from generator.content.prescription import Prescription
from generator.export import calendar_text, plan_json, plan_text, record_text
from generator.language.wording import load_wording
from generator.plan import Plan, plan_weeks
from tests.conformance.family import workshop
from tests.truth.exercises import of_dose, of_weeks
from tests.truth.ladders import of_ladder
from tests.truth.quantities import minutes, plain
from tests.truth.test_family import named, wishes

MONDAY = date(2026, 11, 23)
ENGLISH = load_wording("en-GB")
AMOUNTS = ("sets", "reps", "hold", "duration", "distance", "rest")


def plan_of(wish: Prescription) -> Plan:
    return plan_weeks(wish.model_copy(update={"start": MONDAY}), workshop().library)


def in_sentences(text: str, plan: Plan, behind: str) -> list[str]:
    """What is wrong in lines like " 3  Hip hinge. 8 slow hinges." and in what they build up to in the line below."""
    found = []
    lines = [plain(line) for line in text.splitlines()]
    for one in plan.exercises:
        start = re.compile(rf"{one.number}\.? (?:\d+:\d\d )?{re.escape(one.exercise.name)}(?: \([^)]*\))?{behind} (.+)")
        index, match = next(((n, match) for n, line in enumerate(lines) if (match := start.match(line))), (0, None))
        if match is None:
            found.append(f"{one.number} {one.exercise.name} is not told")
            continue
        found += [f"{one.number}: {fault}" for fault in of_dose(_without_days(match[1]), one, ENGLISH)]
        found += [f"{one.number}: {fault}" for fault in of_weeks(_build_up(lines[index + 1 :]), one, ENGLISH)]
        found += [f"{one.number}: {fault}" for fault in of_ladder(_steps(lines[index + 1 :]), one, ENGLISH)]
    return found


def _without_days(text: str) -> str:
    return re.sub(r"\d (?:days a week|times a day)\b|in weeks? [\d, and]+", "", text)


def _steps(lines: list[str]) -> str:
    """The line of the exercise that tells its steps."""
    for line in lines:
        if re.match(r"\d+\.? (?!set)", line) or not line:
            return ""
        if re.match(r"(?:Your steps|Next step): ", line):
            return line.partition(" (")[0]
    return ""


def _build_up(lines: list[str]) -> str:
    """The line of the exercise that says what changes, before the next one begins."""
    for line in lines:
        if re.match(r"\d+\.? (?!set)", line) or not line:
            return ""
        if re.match(r"Then (?:build up|change): |[Ww]eek \d+: ", line):
            text = line.removeprefix("Then build up: ").removeprefix("Then change: ")
            return "Then change: " + text[:1].lower() + text[1:].partition(" (")[0]
    return ""


@pytest.mark.parametrize("wish", list(wishes()), ids=named)
def test_the_terminal_agrees_with_the_plan(wish: Prescription) -> None:
    plan = plan_of(wish)
    text = plan_text(plan, ENGLISH)
    assert in_sentences(text, plan, r"\.") == []
    time = re.search(r"^Time: (.+)$", text, re.MULTILINE)
    assert time and (minutes(time[1])[0], minutes(time[1])[-1]) == plan.minutes
    for phase in plan.phases:
        line = next(line for line in text.splitlines() if line.startswith(f"{phase.phase.name}: "))
        assert {*minutes(line)} <= {*phase.minutes}, line


@pytest.mark.parametrize("wish", list(wishes()), ids=named)
def test_the_record_agrees_with_the_plan(wish: Prescription) -> None:
    plan = plan_of(wish)
    assert in_sentences(record_text(plan, ENGLISH), plan, ":") == []


@pytest.mark.parametrize("wish", list(wishes()), ids=named)
def test_the_data_agree_with_the_plan(wish: Prescription) -> None:
    plan = plan_of(wish)
    data = json.loads(plan_json(plan, ENGLISH))
    assert data["minutes"] == list(plan.minutes)
    told = [one for phase in data["phases"] for one in phase["exercises"]]
    assert [(one["number"], one["name"], one["side"]) for one in told] == [
        (one.number, one.exercise.name, one.side) for one in plan.exercises
    ]
    for one, planned in zip(told, plan.exercises, strict=True):
        assert [_amounts(dose) for dose in one["doses"]] == _amounts_of(planned.weeks)
        assert list(of_dose(one["dose"], planned, ENGLISH)) == []
        told_weeks = "" if planned.ladder else plain(f"Then change: {one['build_up'] or ''}")
        assert list(of_weeks(told_weeks, planned, ENGLISH)) == []
        label = "Your steps: " if planned.ladder and len(planned.ladder.rungs) > 1 else "Next step: "
        assert list(of_ladder(plain(label + one["build_up"]) if planned.ladder else "", planned, ENGLISH)) == []
        ladder = one["ladder"] or {"doses": [], "then": None}
        assert [_amounts(dose) for dose in ladder["doses"]] == _amounts_of(
            planned.ladder.rungs if planned.ladder else ()
        )


def _amounts(dose: dict[str, object]) -> dict[str, object]:
    return {name: dose[name] for name in AMOUNTS if name in dose}


def _amounts_of(doses: tuple[Dose, ...]) -> list[dict[str, str]]:
    return [{name: str(getattr(dose, name)) for name in AMOUNTS if getattr(dose, name)} for dose in doses]


@pytest.mark.parametrize("wish", list(wishes()), ids=named)
def test_the_calendar_agrees_with_the_plan(wish: Prescription) -> None:
    plan = plan_of(wish)
    text = calendar_text(plan, ENGLISH)
    sessions = 0
    for event in text.split("BEGIN:VEVENT")[1:]:
        start, end = (
            datetime.strptime(time, "%Y%m%dT%H%M%S") for time in re.findall(r"DT(?:START|END):(\d{8}T\d{6})", event)
        )
        assert (end - start).total_seconds() == 60 * max(plan.minutes[1], 5)
        count = re.search(r"COUNT=(\d+)", event)
        sessions += int(count[1]) if count else 1
    assert sessions == sum(
        max(one.times_in_week(week.number) for one in plan.exercises if day in one.days_by_week[week.number - 1])
        for week in plan.weeks
        for day in week.days
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("8 slow bends", "9 slow bends"),
        ("10 → 12", "10 → 11"),
        ("little lower", "lower"),
        ("on each leg", "on your left leg"),
    ],
)
def test_a_planted_contradiction_is_refused(old: str, new: str) -> None:
    plan = plan_of(next(one for one in wishes() if one.routine == "hip-hinge-foundations"))
    text = plan_text(plan, ENGLISH)
    assert old in text and in_sentences(text, plan, r"\.") == []
    assert in_sentences(text.replace(old, new), plan, r"\.")
