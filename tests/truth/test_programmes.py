"""A sheet with parts of some weeks, in turn, at times of day and in rounds agrees with its plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.choices import ChartKind, Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.page.format import Format
from generator.workshop import Workshop
from tests.truth.contradictions import contradictions
from tests.truth.test_family import made

HEAD = """\
title: Strong and loose
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move a little every day.
why: Your hips help you bend. Moving them may help.
licence: CC BY 4.0
"""
PROGRAMMES = {
    "schedules": """\
phases:
  - {id: move, name: Get moving, kind: mobilise, frequency: every other day, exercises: [cat-cow, seated-cat-cow]}
  - {id: lift, name: Lift, kind: strengthen, frequency: {per_week: 3, weeks: 1-2}, exercises: [hip-hinge]}
  - id: more
    name: Lift more
    kind: strengthen
    frequency: {per_week: 3, weeks: 3-4, times: [evening]}
    exercises: [deadlift]
  - id: loose
    name: Stretch
    kind: stretch
    frequency: {per_week: 7, times: [morning, evening]}
    exercises: [lying-strap-stretch, {exercise: seated-hamstring-stretch, dose: {frequency: {times: [evening]}}}]
""",
    "turns": """\
weeks_off: 3
phases:
  - {id: a, name: Session A, kind: strengthen, frequency: 3, exercises: [hip-hinge, hamstring-curl]}
  - {id: b, name: Session B, kind: strengthen, days: {in_turn_with: a}, exercises: [deadlift]}
  - {id: c, name: Stretch, kind: stretch, days: {with: b}, exercises: [lying-strap-stretch]}
""",
    "groups": """\
phases:
  - id: w
    name: Warm up
    kind: warm-up
    frequency: 3
    exercises: [glute-bridge]
    groups: ["glute-bridge: 8 rounds, 20 s on, 10 s off"]
  - id: s
    name: Get stronger
    kind: strengthen
    frequency: 3
    exercises: [hip-hinge, hamstring-curl, deadlift, sit-to-stand]
    groups: ["hip-hinge + hamstring-curl: 3 rounds, rest 90 s", "sit-to-stand: 6 rounds, every 1 min"]
""",
}
FORMS = (
    Format(paper=Paper.A4, layout=Layout.SHEET, chart=ChartKind.PARTS),
    Format(paper=Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD),
    Format(paper=Paper.A4, layout=Layout.SHEET, chart=ChartKind.FULL, style="large-print"),
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.style}-{form.chart}")
@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_sheet_agrees_with_its_programme(name: str, form: Format, tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / f"{name}.yaml").write_text(HEAD + PROGRAMMES[name], "utf-8")
    wish = Prescription.model_validate({"routine": name, "clinic": "brookside", "language": "en-GB"})
    master, sheet = made(wish, Workshop(load_library(tmp_path)), form)
    assert sheet.chart and sheet.told
    assert contradictions(sheet, master.plan, master.wording) == []
