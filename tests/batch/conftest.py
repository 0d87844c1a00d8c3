"""A clinic of two small routines without pictures, so that a hundred handouts take a tenth of a second."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.batch.batch_wish import BatchWish
from generator.batch.run import Report, run_batch

EXERCISE = """\
name: {name}
short_name: {name}
purpose: Makes standing up easier.
position: standing
side: both
kind: strength
steps: [Stand by a wall., Lift both heels., Lower them slowly.]
feel: your calves working
dose: {{sets: 2, reps: 8, rest: 1 min}}
stop_if: [it hurts]
variants:
  step: {{name: {name} on a step, label: On a step}}
basis: composed
sources: [{{title: Made up for a test}}]
licence: CC0
"""
ROUTINE = """\
title: {title}
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move a little every day.
why: It may help you to stand for longer.
phases:
  - id: strengthen
    name: Strengthen
    kind: strengthen
    frequency: {{per_week: 3}}
    exercises: [heel-lift, wall-sit]
remember: [Breathe., Go slowly.]
basis: composed
sources: [{{title: Made up for a test}}]
licence: CC0
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
licence: CC0
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with the routines calves and knees, the exercises heel-lift and wall-sit, the clinic small."""
    folder = tmp_path / "content"
    for kind in ("exercises", "routines", "clinics"):
        (folder / kind).mkdir(parents=True)
    for name in ("Heel lift", "Wall sit"):
        (folder / "exercises" / f"{name.lower().replace(' ', '-')}.yaml").write_text(EXERCISE.format(name=name))
    for name in ("calves", "knees"):
        (folder / "routines" / f"{name}.yaml").write_text(ROUTINE.format(title=name.capitalize()))
    (folder / "clinics" / "small.yaml").write_text(CLINIC)
    return folder


def csv_text(rows: Sequence[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def made_up(count: int) -> list[list[object]]:
    """Head and rows of so many clients."""
    rows: list[list[object]] = [["routine", "name", "start"]]
    rows += [[("calves", "knees")[i % 2], f"Client {i}", f"2026-11-{23 + i % 5}"] for i in range(count)]
    return rows


Run = Callable[..., Report]


@pytest.fixture
def run(tmp_path: Path, content: Path) -> Run:
    """`run(rows)` makes the batch of monday.csv in the folder out; rows are lists of cells, or text as it is."""

    def work(rows: Sequence[Sequence[object]] | str | None = None, **more: Any) -> Report:
        roster = more.pop("roster", tmp_path / "monday.csv")
        if rows is not None:
            text = rows if isinstance(rows, str) else csv_text(rows)
            roster.write_bytes(text.encode())
        wish: dict[str, Any] = {
            "destination": str(tmp_path / "out"),
            "content": (content,),
            "defaults": (("clinic", "small"),),
            "jobs": 1,
        }
        return run_batch(BatchWish(roster, **{**wish, **more}))

    return work
