"""A routine, its phases and measures."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content.checking.checked import load
from generator.content.routine import Routine, entries, exercises_named
from generator.problems import ContentError

from .samples import ROUTINE


def routine(text: str) -> Routine:
    return load(Routine, text, "f.yaml")[0]


def test_dates_and_short_forms() -> None:
    found = routine(ROUTINE)
    assert (found.issued, found.review_by) == (date(2026, 11, 2), date(2029, 11, 1))
    assert found.message == ("Move every day.",)
    assert found.phases[0].exercises[0].exercise == "wall-squat"
    assert found.phase("move") is found.phases[0] and found.phase("rest") is None


@pytest.mark.parametrize(
    "written", ["20261102", "2026-11-2", "2026-02-30", "2026-W45-1", "1.5", "5", "2026-11-02T00:00", "٢٠٢٦-11-02"]
)
def test_only_plain_dates(written: str) -> None:
    with pytest.raises(ContentError, match="issued"):
        routine(ROUTINE.replace("2026-11-02", written))


def test_reviewed_within_three_years_leap_days_included() -> None:
    found = routine(ROUTINE.replace("2026-11-02", "2028-02-29").replace("2029-11-01", "2031-02-28"))
    assert found.review_by == date(2031, 2, 28)
    for issued, review in [("2028-02-29", "2031-03-01"), ("2026-11-02", "2026-11-02"), ("2026-11-02", "2025-01-01")]:
        with pytest.raises(ContentError, match="review_by"):
            routine(ROUTINE.replace("2026-11-02", issued).replace("2029-11-01", review))


@pytest.mark.parametrize("days", ["{with: move}", '"with: move"'])
def test_days_of_another_phase(days: str) -> None:
    more = f"  - {{id: rest, name: Rest, kind: stretch, days: {days}, exercises: [a-b]}}\n"
    found = routine(ROUTINE + more)
    assert found.phases[1].days is not None and found.phases[1].days.phase == "move"


def test_a_sequence_needs_durations() -> None:
    timed = (
        "  - {id: follow, name: Follow, kind: sequence, exercises: [{exercise: a, duration: 45 s}, {exercise: b}]}\n"
    )
    with pytest.raises(ContentError) as caught:
        routine(ROUTINE + timed)
    (problem,) = caught.value.problems
    assert problem.path == "phases[2].exercises[2]" and problem.place is not None and problem.place.column == 91


def test_every_use_of_an_exercise_is_found_with_its_path() -> None:
    text = ROUTINE.replace("[wall-squat]", "[wall-squat, {exercise: lunge, weeks: {3: {exercise: deep-lunge}}}]")
    found = routine(text + "alternatives: {chair: {label: Chair, phases: {move: [sit-up, wall-squat]}}}\n")
    assert [path for path, _ in entries(found)] == [
        ("phases", 0, "exercises", 0),
        ("phases", 0, "exercises", 1),
        ("alternatives", "chair", "phases", "move", 0),
        ("alternatives", "chair", "phases", "move", 1),
    ]
    assert exercises_named(found) == ("wall-squat", "lunge", "deep-lunge", "sit-up")


@pytest.mark.parametrize(("numbers", "at"), [("min: 5, max: 5, step: 1", "max"), ("min: 0, max: 5, step: 0", "step")])
def test_a_scale_that_cannot_be_drawn(numbers: str, at: str) -> None:
    measure = f"measures: [{{id: pain, name: Pain, unit: points, {numbers}, better: lower, how: Say it.}}]\n"
    with pytest.raises(ContentError) as caught:
        routine(ROUTINE + measure)
    assert [problem.path for problem in caught.value.problems] == [f"measures[1].{at}"]
