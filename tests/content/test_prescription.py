"""A prescription: from plain data, to a plan file, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.checking.checked import build, load
from generator.content.checking.wishes import prescription_problems
from generator.content.library import Library, load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.problems import ContentError, Severity

WISH: dict[str, Any] = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_plain_data() -> None:
    found = build(Prescription, WISH | {"start": "2026-11-23", "review": "2026-12-21", "side": "left"})
    assert (found.routine, found.side, found.start) == ("hamstring-health", "left", date(2026, 11, 23))


def test_a_review_comes_after_the_start() -> None:
    with pytest.raises(ContentError, match="review: is not after start"):
        build(Prescription, WISH | {"start": "2026-11-23", "review": "2026-11-23"})
    with pytest.raises(ContentError, match="review: is not after start"):
        Prescription(**WISH, start=date(2026, 11, 23), review=date(2026, 11, 23))


def test_a_plan_lasts_as_long_as_it_says() -> None:
    assert build(Prescription, WISH).weeks == 4
    assert build(Prescription, WISH | {"weeks": "8"}).weeks == 8, "a cell of a roster is a text"
    plan = build(Prescription, WISH | {"weeks": 12, "dose": {"hip-hinge": {"weeks": {12: {"sets": 3}}}}})
    assert "weeks: 12\n" in plan.to_yaml() and "weeks" not in Prescription(**WISH).to_yaml()
    assert load(Prescription, plan.to_yaml(), "plan.yaml")[0] == plan
    with pytest.raises(ContentError) as caught:
        load(Prescription, plan.to_yaml().replace("weeks: 12", "weeks: 8"), "plan.yaml")
    (problem,) = caught.value.problems
    assert str(problem).startswith("plan.yaml:8:9: dose.hip-hinge.weeks.12: is beyond the 8 weeks of the plan")


def test_a_name_has_no_place_in_it() -> None:
    with pytest.raises(ContentError, match='"name" is not a known key'):
        build(Prescription, WISH | {"name": "Jane Doe"})


@pytest.mark.parametrize("steps", [[{"reps": 9}, {"sets": 3}], ({"reps": 9}, {"sets": 3}), "same"])
def test_steps_are_a_list_and_come_back_from_a_plan_file(steps: Any) -> None:
    wish = build(Prescription, WISH | {"dose": {"deadlift": {"reps": 8, "progression": steps}}})
    assert build(Prescription, wish.model_dump(mode="json", by_alias=True, exclude_unset=True)) == wish
    assert load(Prescription, wish.to_yaml(), "plan.yaml")[0] == wish


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ("[{reps: 9}]", ".progression: needs a list of steps, or same, not"),
        (9, ".progression: needs a list, not 9"),
        ([{"reps": 0}], r".progression\[1\].reps: needs 1 to 200"),
        ([{"repz": 9}], r'.progression\[1\].repz: "repz" is not a known key'),
    ],
)
def test_wrong_steps_get_one_message(steps: Any, words: str) -> None:
    with pytest.raises(ContentError, match=rf"^dose.deadlift{words}") as caught:
        build(Prescription, WISH | {"dose": {"deadlift": {"progression": steps}}})
    assert len(caught.value.problems) == 1


def test_a_plan_file_reads_well() -> None:
    dose = {"deadlift": {"reps": "8-10", "load": "10 kg", "hold": None, "weeks": {"3": {"reps": 12}}}}
    wish = build(Prescription, WISH | {"version": "1.0", "dose": dose, "start": "2026-11-23"})
    assert (
        wish.to_yaml()
        == """\
routine: hamstring-health
version: "1.0"
clinic: brookside
language: en-GB
dose:
  deadlift:
    reps: 8-10
    hold: null
    load:
      weight: 10 kg
    weeks:
      3:
        reps: "12"
start: 2026-11-23
"""
    )


DOSES = st.fixed_dictionaries(
    {},
    optional={
        "sets": st.integers(1, 20) | st.sampled_from(["2-3"]),
        "reps": st.none() | st.integers(1, 200),
        "hold": st.sampled_from(["30 s", "1 min 30 s", "20-30 s"]),
        "load": st.sampled_from(["bodyweight", "2.5 kg"]) | st.just({"effort": {"rpe": "5-6"}}),
        "frequency": st.sampled_from([{"per_week": 3}, {"days": ("mon", "fri")}, {"times_a_day": 2}]),
        "tempo": st.just({"lower": "3 s"}),
        "start_level": st.text(min_size=1, max_size=20).filter(str.strip),
        "unit": st.just("lift"),
        "weeks": st.just({"2": {"reps": 9}}),
    },
)


@settings(max_examples=100, derandomize=True)
@given(dose=st.dictionaries(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), DOSES, max_size=3))
def test_what_is_saved_is_read_back_equal(dose: dict[str, Any]) -> None:
    forbidden = {c for changes in dose.values() for c in changes.get("start_level", "") if not c.isprintable()}
    if forbidden:
        return
    wish = build(Prescription, WISH | {"dose": dose, "options": dict.fromkeys(dose, "1e3")})
    assert load(Prescription, wish.to_yaml(), "plan.yaml")[0] == wish


def test_what_the_routine_does_not_have(library: Library) -> None:
    wish = build(Prescription, WISH | {"version": "0.1", "alternative": "chairs", "options": {"cat-cov": "ball"}})
    found = {problem.path: problem for problem in prescription_problems(wish, None, library)}
    assert set(found) == {"version", "alternative", "options.cat-cov"}
    assert found["version"].severity is Severity.WARNING
    assert found["alternative"].hint == "did you mean chair?"
    assert found["options.cat-cov"].hint == "did you mean cat-cow?"
    assert prescription_problems(build(Prescription, WISH | {"alternative": "chair"}), None, library) == []


def test_the_problems_of_a_broken_routine_are_told(tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "hamstring-health.yaml").write_text("title: [", "utf-8")
    found = prescription_problems(build(Prescription, WISH), None, load_library(tmp_path))
    assert ["never closed" in problem.message for problem in found] == [True]


def test_an_unknown_routine_and_clinic(library: Library) -> None:
    wish = build(Prescription, WISH | {"routine": "hamstring-helth", "clinic": "brokside"})
    found = prescription_problems(wish, None, library)
    assert [(problem.path, problem.hint) for problem in found] == [
        ("routine", "did you mean hamstring-health?"),
        ("clinic", "did you mean brookside?"),
    ]


def test_a_person_is_not_shown_by_accident() -> None:
    assert "Jane" not in repr(Person(name="Jane Doe", by="Jane Roe", note="Jane"))
