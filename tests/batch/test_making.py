"""How a batch is cut into pieces, and what is drawn before it begins."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.batch.batch_wish import BatchWish
from generator.batch.jobs import Job
from generator.batch.making import pieces_of
from generator.batch.run import run_batch
from generator.content.roster.sheet import SheetRow
from tests.batch.conftest import Run, csv_text


def jobs(plans: list[int]) -> list[Job]:
    return [
        Job(index, SheetRow(index + 2, ()), index + 2, "", f"{index}.pdf", "calves", "", plan, 0, 1, "1.0")
        for index, plan in enumerate(plans)
    ]


@pytest.mark.parametrize(
    ("plans", "sizes"),
    [
        ([], []),
        ([0], [1]),
        ([0, 1] * 20, [2] * 20),
        ([0] * 9000, [300] * 30),
        ([*[0] * 100, *[1] * 1500, *range(2, 902)], [156] * 9 + [100, 96] + [1] * 900),
    ],
)
def test_rows_of_a_plan_stay_together_and_large_pieces_come_first(plans: list[int], sizes: list[int]) -> None:
    made = jobs(plans)
    pieces = pieces_of(made)
    assert [len(piece) for piece in pieces] == sizes
    assert all(len({made[order.index].plan for order in piece}) == 1 for piece in pieces)
    assert Counter(order.index for piece in pieces for order in piece) == Counter(range(len(plans)))


FIGURE = "figure: {view: side, pose: {base: standing, both: {knee: %d}}}\n"


def test_new_figures_are_told_of_and_drawn_once_before_the_batch_begins(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "cache"))
    for name, knee in (("heel-lift", 10), ("wall-sit", 20)):
        path = content / "exercises" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") + FIGURE % knee, "utf-8")
    (tmp_path / "roster.csv").write_text(csv_text([["routine", "name"], ["calves", "Ann"], ["knees", "Ben"]]))
    told: list[str] = []
    wish = BatchWish(tmp_path / "roster.csv", str(tmp_path / "out"), (content,), (("clinic", "small"),), jobs=2)
    report = run_batch(wish, lambda done, total: told.append(f"{done}/{total}"), told.append)
    assert report.counts["made"] == 2
    assert sorted(told[:2]) == ["heel-lift", "wall-sit"]
    assert all(re.fullmatch(r"\d/2", words) for words in told[2:])
    told.clear()
    (tmp_path / "roster.csv").write_text(csv_text([["routine", "name"], ["calves", "Cleo"]]))
    assert run_batch(wish, drawing=told.append).counts["made"] == 1
    assert told == []
