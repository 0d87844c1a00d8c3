"""A load that is a percentage is printed as a weight: of the client's maximum, rounded to what weights there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.check.cases import cases
from generator.cli import main
from generator.content.checking import checked
from generator.content.dose.weights import Maximum
from generator.content.library import load_library
from generator.content.prescription import Prescription
from generator.language.wording import load_wording
from generator.plan import PlannedExercise, plan_weeks
from generator.problems import ContentError
from generator.sentences.clinician import clinician_line
from generator.sentences.dose_text import load_sentence

LIBRARY = load_library()
WORDING = load_wording("en-GB")


def planned(**asked: Any) -> PlannedExercise:
    written = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB", **asked}
    plan = plan_weeks(checked.build(Prescription, written), LIBRARY)
    return next(one for one in plan.exercises if one.id == "deadlift")


@pytest.mark.parametrize(
    ("load", "maximum", "weight"),
    [
        ("70 %", "100 kg", "70 kg"),
        ("70%", "93 kg", "65 kg"),
        ("72.5 % of max", "100 kg", "72.5 kg"),
        ("60-70 %", "100 kg", "60-70 kg"),
        ("75/85/95 %", "140 kg", "105/120/132.5 kg"),
        ("50 % 1RM", "12 kg", "6 kg"),
        ("70 %", "200 lb", "140 lb"),
        ("20 kg", "100 kg", "20 kg"),
    ],
)
def test_a_percentage_becomes_a_weight(load: str, maximum: str, weight: str) -> None:
    reps = {"reps": "8/8/8"} if "/" in load else {}
    one = planned(dose={"deadlift": {**reps, "load": load}}, maxima={"deadlift": maximum})
    assert one.dose.load and str(one.dose.load.weight) == weight


def test_steps_that_are_percentages_become_weights_too() -> None:
    dose = {"load": "60 %", "progression": [{"load": "65 %"}, {"load": "70 %"}]}
    one = planned(dose={"deadlift": dose}, maxima={"deadlift": "120 kg"})
    assert one.ladder
    assert [str(rung.load and rung.load.weight) for rung in one.ladder.rungs] == ["72.5 kg", "77.5 kg", "85 kg"]


def test_a_client_reads_the_weight_and_a_clinician_both() -> None:
    one = planned(dose={"deadlift": {"load": "70 %"}}, maxima={"deadlift": "100 kg"})
    assert load_sentence(one.dose.load, WORDING) == "Use 70\N{NO-BREAK SPACE}kg."
    assert "70 kg (70 %)" in clinician_line(one, WORDING).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        (
            {"dose": {"deadlift": {"load": "70 %"}}},
            "deadlift has 70 % of a maximum, and the client's is not given",
            "maxima",
        ),
        ({"maxima": {"deadlift": "70 %"}}, 'needs one weight, such as 100 kg, not "70 %"', ""),
        ({"maxima": {"deadlift": "90-100 kg"}}, 'needs one weight, such as 100 kg, not "90-100 kg"', ""),
        ({"maxima": {"deadlift": "heavy"}}, 'needs "100 kg" or "220 lb", not "heavy"', ""),
        ({"maxima": {"sit-to-stand": "50 kg"}}, '"sit-to-stand" is not in this plan', "its exercises are"),
        ({"dose": {"deadlift": {"load": "120 %"}}}, "needs at most 110 %, not 120 %", ""),
    ],
)
def test_what_is_missing_or_wrong_is_said(asked: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        planned(**asked)
    (problem,) = caught.value.problems
    assert message in problem.message and hint in problem.hint


def test_a_maximum_is_set_changed_and_taken_into_a_plan_file() -> None:
    written: dict[str, Any] = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB"}
    plan = checked.build(Prescription, written).with_maximum("deadlift", "80 kg").with_maximum("deadlift", "90 kg")
    assert plan.maxima == {"deadlift": Maximum.parse("90 kg")}
    assert "maxima:\n  deadlift: 90 kg\n" in plan.to_yaml()
    assert plan.with_dropped("deadlift").maxima == {}


def test_a_row_and_an_option_say_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    row = "hamstring-health,deadlift.load=70 %,"
    rows = f"routine,dose,maxima\n{row}deadlift=100 kg\n{row}\n"
    (tmp_path / "list.csv").write_text(rows, "utf-8")
    told = CliRunner().invoke(main, ["batch", "list.csv", "-o", "out", "--check"])
    assert "1 checked, 1 with problems" in told.output
    assert "the client's is not given" in told.output
    options = ["--set", "deadlift.load=70 %", "--set", "deadlift.maximum=100 kg"]
    made = CliRunner().invoke(main, ["record", "hamstring-health", *options])
    assert "70 kg (70 %)" in made.output.replace("\N{NO-BREAK SPACE}", " ")


def test_a_check_makes_a_maximum_up() -> None:
    tried = [case.prescription for case in cases(LIBRARY, "hamstring-health", ["brookside"], False)]
    assert all(plan_weeks(wish, LIBRARY).exercises for wish in tried)
    assert "deadlift" in tried[0].maxima and any("deadlift" not in wish.maxima for wish in tried)
