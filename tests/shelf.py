"""Content made in memory for tests of plan, sentences and exports: short YAML comes in, a stand-in library goes out."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.content.checking.checked import load
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.content.prescription import Prescription
from generator.content.routine import Routine
from generator.plan import Plan, plan_weeks
from generator.problems import ContentError, Place, Problem, place_of

EXERCISE = """\
name: Heel lift
purpose: Makes standing up easier.
position: standing
steps: [Stand by a wall., Lift.]
"""
ROUTINE = """\
title: Knees
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move every day.
why: It may help.
"""
CLINIC = """\
name: Brookside
phone: 020 7946 0123
emergency: "999"
urgent: your GP
locale: en-GB
country: GB
pain_rule: {go: [0, 3], care: [4, 5], stop: [6, 10]}
sample: true
video: {base: https://example.org/v/, start: "?t={seconds}"}
"""


class Shelf:
    """Exercises by id (the lines that differ from `EXERCISE`), one routine `r` (its lines from `phases:` on)."""

    def __init__(self, routine: str, exercises: dict[str, str], clinic: str = "") -> None:
        self._routine = load(Routine, ROUTINE + routine, "r.yaml")[0]
        self._exercises = {
            name: load(Exercise, _over(EXERCISE, text), f"{name}.yaml")[0] for name, text in exercises.items()
        }
        self._clinic = load(Clinic, _over(CLINIC, clinic), "c.yaml")[0]

    def exercise(self, name: str) -> Exercise:
        if name not in self._exercises:
            raise ContentError([Problem(f'there is no exercise "{name}"', place_of(name))])
        return self._exercises[name]

    def routine(self, name: str) -> Routine:
        return self._routine

    def clinic(self, name: str) -> Clinic:
        return self._clinic

    def excerpt(self, place: Place | None) -> str:
        return f"line {place.line}" if place else ""

    def plan(self, language: str = "en-GB", **fields: Any) -> Plan:
        return plan_weeks(prescription(language=language, **fields), self)


def prescription(**fields: Any) -> Prescription:
    return Prescription.model_validate({"routine": "r", "clinic": "c", "language": "en-GB", **fields})


def strength(dose: str = "reps: 8", **more: str) -> str:
    return _lines("strength", dose, **more)


def stretch(dose: str = "hold: 30 s", **more: str) -> str:
    return _lines("stretch", dose, **more)


def mobility(dose: str = "reps: 8", **more: str) -> str:
    return _lines("mobility", dose, **more)


def _lines(kind: str, dose: str, **more: str) -> str:
    lines = {"kind": kind, "side": "both", "dose": f"{{{dose}}}", **more}
    return "".join(f"{key}: {value}\n" for key, value in lines.items())


def _over(text: str, more: str) -> str:
    """The lines of `more` in place of lines of `text` with the same key."""
    keys = {line.split(":")[0] for line in more.splitlines() if line[:1].strip()}
    kept = (line for line in text.splitlines() if line.split(":")[0] not in keys)
    return "\n".join(kept) + "\n" + more


MONDAY = date(2026, 11, 23)
