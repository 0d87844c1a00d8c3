"""A dose that a routine's entry, --set, a plan file or a roster's row changes prints the same, and as it was said."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.batch.client import client_of
from generator.cli.flags.edit_flags import changes_of
from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.content.roster.roster_file import read_roster
from generator.page.format import Format
from generator.workshop import Workshop
from tests.conformance.family import workshop
from tests.truth.contradictions import contradictions
from tests.truth.sheet import Sheet
from tests.truth.test_family import made

ROUTINE = "hip-hinge-foundations"
ENTRY = "{exercise: hip-hinge, dose: {sets: 1}}"
FORMS = [
    Format(paper=Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD),
    Format(paper=Paper.A4, layout=Layout.SHEET, style="large-print", chart=ChartKind.PARTS),
    Format(paper=Paper.A4, chart=ChartKind.FULL, style="mono", layout=Layout.CARDS),
]
# What is written of hip-hinge in each way, and the dose of each week that is meant by it.
CHANGES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "fewer": ({"reps": 4}, ["4"] * 4),
    "a range": ({"reps": "4-6"}, ["4-6"] * 4),
    "by the week": ({"reps": 5, "weeks": {2: {"reps": 6}, 4: {"reps": 7}}}, ["5", "6", "6", "7"]),
}
PLAN = re.compile(r", plan [0-9a-f]{6}\b")
CLINIC = re.compile(r" ?Brookside Physiotherapy, 020 7946 0123(?= Page)")
Way = Callable[[dict[str, Any], Path], tuple[Prescription, Workshop]]


def _wish(**more: Any) -> Prescription:
    return checked.build(Prescription, {"routine": ROUTINE, "clinic": "brookside", "language": "en-GB", **more})


def _entry(change: dict[str, Any], folder: Path) -> tuple[Prescription, Workshop]:
    source = workshop().library.path("routines", ROUTINE).read_text("utf-8")
    assert ENTRY in source
    said = "".join(f", {path}: {value}" for path, value in change.items() if path != "weeks")
    weeks = ", ".join(f"{week}: {{reps: {dose['reps']}}}" for week, dose in change.get("weeks", {}).items())
    new = f"{{exercise: hip-hinge, dose: {{sets: 1{said}{f', weeks: {{{weeks}}}' if weeks else ''}}}}}"
    (folder / "routines").mkdir()
    (folder / "routines" / f"{ROUTINE}.yaml").write_text(source.replace(ENTRY, new), "utf-8")
    return _wish(), Workshop(load_library(folder))


def _flags(change: dict[str, Any]) -> list[str]:
    weeks = [f"weeks.{week}.reps={dose['reps']}" for week, dose in change.get("weeks", {}).items()]
    return [f"hip-hinge.dose.{path}" for path in (*(f"{k}={v}" for k, v in change.items() if k != "weeks"), *weeks)]


def _set(change: dict[str, Any], folder: Path) -> tuple[Prescription, Workshop]:
    return _wish(**changes_of(tuple(_flags(change)))), workshop()


def _plan_file(change: dict[str, Any], folder: Path) -> tuple[Prescription, Workshop]:
    saved = _wish(dose={"hip-hinge": change}).to_yaml()
    return checked.load(Prescription, saved, "plan.yaml")[0], workshop()


def _roster(change: dict[str, Any], folder: Path) -> tuple[Prescription, Workshop]:
    path = folder / "monday.csv"
    path.write_text(f"routine,clinic,dose\n{ROUTINE},brookside,{'; '.join(_flags(change))}\n", "utf-8")
    roster = read_roster(path)
    return client_of(roster, roster.rows[0], {}, FORMS[0], workshop().library).prescription, workshop()


WAYS: dict[str, Way] = {"entry": _entry, "--set": _set, "plan": _plan_file, "roster": _roster}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.style}-{form.chart}")
def test_every_way_to_change_a_dose_prints_the_same(what: str, form: Format, tmp_path: Path) -> None:
    change, weeks = CHANGES[what]
    sheets: dict[str, Sheet] = {}
    for name, way in WAYS.items():
        folder = tmp_path / name
        folder.mkdir()
        master, sheets[name] = made(*way(change, folder), form)
        (hinge,) = (one for one in master.plan.exercises if one.id == "hip-hinge")
        assert [str(dose.reps) for dose in hinge.weeks] == weeks, name
        assert contradictions(sheets[name], master.plan, master.wording) == [], name
    alike = {name: _without_version(sheet) for name, sheet in sheets.items()}
    # A plan's code may take a line of large print, and so the room of something that a card may leave out.
    like = {name: sheet for name, sheet in alike.items() if name != "entry" or form.style != "large-print"}
    assert all(sheet == like["--set"] for sheet in like.values())
    plans = {name: set(PLAN.findall(" ".join((*sheet.handout, *sheet.chart)))) for name, sheet in sheets.items()}
    assert plans["entry"] == set(), "a routine as it is written is nobody's own plan"
    assert all(len(found) == 1 and found == plans["--set"] for name, found in plans.items() if name != "entry")


def _without_version(sheet: Sheet) -> Sheet:
    """A plan of one's own is told by a code at the foot, and the clinic's line there gives way to it."""

    def without(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(CLINIC.sub("", PLAN.sub("", text)) for text in texts)

    return dataclasses.replace(
        sheet, handout=without(sheet.handout), chart=without(sheet.chart), steps=without(sheet.steps)
    )
