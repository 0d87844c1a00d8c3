"""The plan as text, JSON, record and comparison."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.content.library import load_library
from generator.export import diff_text, plan_json, plan_text, record_text
from generator.language.wording import load_wording
from generator.plan import Plan, plan_weeks
from tests.shelf import MONDAY, Shelf, mobility, prescription, strength, stretch

ENGLISH = load_wording("en-GB")
BUNDLED = load_library()
ROUTINE = """\
phases:
  - {id: s, name: Strengthen, kind: strengthen, frequency: 3, exercises: [a]}
  - {id: t, name: Stretch, kind: stretch, frequency: {per_week: 7, times_a_day: 2}, exercises: [b]}
alternatives:
  chair: {label: Chair, phases: {t: [c]}}
"""
EXERCISES = {
    "a": strength("sets: 2, reps: 6, unit: lift, weeks: {2: {reps: 8}}", name="Lift", equipment="[band]"),
    "b": stretch("hold: 30 s", name="Pull", side="each", muscles="[calf]", equipment="[mat]"),
    "c": mobility("reps: 5, unit: march", name="March"),
}


def plan_of(**fields: Any) -> Plan:
    return Shelf(ROUTINE, EXERCISES).plan(**fields)


@pytest.mark.parametrize("name", BUNDLED.routine_ids())
@pytest.mark.parametrize("start", [None, MONDAY])
def test_bundled_routines_have_every_exit(name: str, start: Any) -> None:
    plan = plan_weeks(prescription(routine=name, clinic="brookside", start=start), BUNDLED)
    text, record = plan_text(plan, ENGLISH), record_text(plan, ENGLISH)
    for exercise in plan.exercises:
        assert exercise.exercise.name in text and exercise.exercise.name in record
        assert (exercise.exercise.trade_name or "") in record
    assert "\N{NO-BREAK SPACE}" not in text + record
    assert max(map(len, text.splitlines())) <= 160
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert json.loads(plan_json(plan, ENGLISH))["routine"] == name


def test_the_grid() -> None:
    lines = plan_text(plan_of(start=MONDAY), ENGLISH).splitlines()
    row = next(line for line in lines if line.startswith(" 1 "))
    assert row.split()[1:] == ["Lift", *"x . x . x . . x . x . x . .".split()]
    row = next(line for line in lines if line.startswith(" 2 "))
    assert row.split()[2:] == ["2"] * 14
    assert [line.split() for line in lines if line.startswith(" ") and "Week" in line] == [
        ["Week", "1", "Week", "2"],
        ["Week", "3", "Week", "4"],
    ]
    assert [line.strip() for line in lines if "week 2" in line] == ["Then build up: week 2: 8 lifts."]
    assert any("23 Nov" in line and "30 Nov" in line for line in lines)


def test_a_clock_stands_in_the_text() -> None:
    plan = plan_weeks(prescription(routine="ten-minute-follow-along", clinic="brookside"), BUNDLED)
    assert "9:00" in plan_text(plan, ENGLISH)


def test_json() -> None:
    data = json.loads(plan_json(plan_of(start=MONDAY), ENGLISH))
    assert data["start"] == "2026-11-23"
    assert data["weeks"][0]["days"] == list(range(7))
    assert data["weeks"][1]["changed"] == [1]
    assert data["weeks"][3]["dates"][-1] == "2026-12-20"
    lift = data["phases"][0]["exercises"][0]
    assert [dose["reps"] for dose in lift["doses"]] == ["6", "8", "8", "8"]
    assert lift["days_by_week"] == [[0, 2, 4]] * 4
    assert data["phases"][1]["exercises"][0]["times_a_day"] == [2, 2, 2, 2]
    assert data["stretch"][0] == {"muscle": "calf", "side": "left", "seconds": [420] * 4}


def test_the_record() -> None:
    lines = record_text(plan_of(), ENGLISH, by="J Doe", note="Slowly.").splitlines()
    assert "Prepared by: J Doe" in lines and "Note: Slowly." in lines and "No start date" in lines
    assert "1. Lift: 2 sets of 6 lifts. 3 days a week." in lines
    assert "   Then build up: week 2: 8 lifts. (2 × 6, 3/week)" in lines
    assert "   calf, left: 7 minutes" in lines
    assert "Time for a week: week 1: 21 minutes, week 2: 22 minutes, week 3: 22 minutes and week 4: 22 minutes" in lines


def test_the_same_plan() -> None:
    assert diff_text(plan_of(), plan_of(), ENGLISH) == "The two plans are the same.\n"


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"dose": {"a": {"reps": 5}}},
         ["Lift, dose: 2 sets of 6 lifts. → 2 sets of 5 lifts.", "Lift, steps: before: week 2: 8 lifts. Now: none."]),
        ({"dose": {"a": {"frequency": 2}}}, ["Lift, days: 3 days a week → 2 days a week"]),
        ({"alternative": "chair"},
         ["Taken out: Pull", "Added: March. 5 knee lifts.", "No longer needed: mat"]),
        ({"start": MONDAY}, ["Start: none → 23 November 2026", "Lift, days: 3 days a week → Mon, Wed and Fri"]),
        ({"language": "en-US"}, ["Language: en-GB → en-US"]),
        ({"version": "0.9"}, ["Version: 1.0 → 0.9"]),
        ({"side": "left"}, ["Pull, dose: Hold for 30 seconds on each leg. → Hold for 30 seconds on your left leg."]),
    ],
)  # fmt: skip
def test_what_changed(fields: dict[str, Any], lines: list[str]) -> None:
    found = diff_text(plan_of(), plan_of(**fields), ENGLISH).splitlines()
    assert set(lines) <= set(found), found
    back = diff_text(plan_of(**fields), plan_of(), ENGLISH).splitlines()
    assert len(back) == len(found)


def test_a_plan_says_where_each_number_comes_from() -> None:
    wish = prescription(
        routine="hamstring-health", clinic="brookside", dose={"hip-hinge": {"reps": 4, "progression": "same"}}
    )
    text = plan_text(plan_weeks(wish, BUNDLED), ENGLISH, BUNDLED)
    part = text[text.index("Hip hinge.") : text.index("Lift with a hip hinge.")]
    assert "        reps: 4 (plan or --set)" in part
    assert re.search(r"  sets: 2 \(exercise, \S*hip-hinge\.yaml:\d+:\d+\)", part)
    assert re.search(r"  frequency: \{per_week: 3.*\} \(phase, \S*hamstring-health\.yaml:\d+:\d+\)", part)
    assert re.search(r"  Step 2: reps: 6 \(exercise, \S*hip-hinge\.yaml:\d+:\d+\)", part)
    place = re.search(r"sets: 2 \(exercise, (\S*):(\d+):\d+\)", part)
    assert place
    assert "sets: 2" in Path(place[1]).read_text().splitlines()[int(place[2]) - 1]
