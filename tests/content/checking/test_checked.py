"""Text and model to a value, or every problem at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.assets import bundled_content
from generator.content.checking.checked import build, load
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.content.prescription import Prescription
from generator.content.routine import Routine
from generator.problems import ContentError, Place
from tests.content.samples import EXERCISE
from tests.limits import limited

MODELS: tuple[type[BaseModel], ...] = (Exercise, Routine, Clinic, Prescription)


def test_five_mistakes_are_five_problems_at_their_places() -> None:
    text = """\
name: Wall squat
short_name: Wall squat
purpose: Makes standing up easier.
position: standng
kind: strength
side: both
steps: [Stand by a wall.]
dose:
  set: 2
  hold: half a minute
  rest: 30
video: http://videos.example.org/wall-squat
"""
    with pytest.raises(ContentError) as caught:
        load(Exercise, text, "squat.yaml")
    places = [problem.place for problem in caught.value.problems]
    expected = [(4, 11), (9, 3), (10, 9), (11, 9), (12, 8)]
    assert places == [Place("squat.yaml", line, column) for line, column in expected]
    assert [problem.path for problem in caught.value.problems] == [
        "position", "dose.set", "dose.hold", "dose.rest", "video",
    ]  # fmt: skip
    assert str(caught.value.problems[1]) == (
        'squat.yaml:9:3: dose.set: "set" is not a known key\n    set: 2\n    ^\n  hint: did you mean sets?'
    )


def test_an_unknown_key_that_is_near_a_missing_one_is_one_mistake() -> None:
    with pytest.raises(ContentError) as caught:
        load(Exercise, EXERCISE.replace("steps:", "step:").replace("side: both\n", ""), "f.yaml")
    assert [(p.path, p.place) for p in caught.value.problems] == [
        ("side", Place("f.yaml", 1, 1)),
        ("step", Place("f.yaml", 6, 1)),
    ]


def test_a_missing_key_is_reported_at_the_key_around_it() -> None:
    with pytest.raises(ContentError) as caught:
        load(Exercise, EXERCISE + "sources:\n  - {title: A book}\n  - note: of the second\n", "f.yaml")
    (problem,) = caught.value.problems
    assert (problem.path, problem.place) == ("sources[2].title", Place("f.yaml", 11, 5))


def test_an_empty_file_is_one_problem() -> None:
    with pytest.raises(ContentError, match="the file is empty"):
        load(Exercise, "# nothing yet\n", "f.yaml")


def test_flags_have_a_path_but_no_place() -> None:
    with pytest.raises(ContentError) as caught:
        build(Prescription, {"routine": "knees", "clinic": "brookside", "language": "en", "side": "lft"})
    (problem,) = caught.value.problems
    assert (problem.path, problem.place, problem.hint) == ("side", None, "did you mean left?")


@pytest.mark.parametrize(
    "more",
    [
        "".join(f"k{number}: 1\n" for number in range(9000)),
        "tip: [" + "1, " * 19_000 + "1]\n",
        "equipment: [" + "1, " * 19_000 + "1]\n",
        "off: {" + "".join(f"A{number}: 1, " for number in range(9000)) + "}\n",
        "dose: {weeks: {" + "".join(f"{number}: {{}}, " for number in range(9000)) + "}}\n",
        "captions: " + "{a: " * 30 + "1" + "}" * 30 + "\n",
    ],
)
@limited()
def test_many_mistakes_take_no_long_time(more: str) -> None:
    with pytest.raises(ContentError) as caught:
        load(Exercise, EXERCISE.replace("dose: {sets: 2, reps: 8}\n", "") + more, "f.yaml")
    assert len(caught.value.problems) <= 50


def problem_lines(model: type[BaseModel], text: str) -> list[int]:
    """The line of each problem in a text; none if it is valid. 0 where a problem has no place."""
    try:
        load(model, text, "f.yaml")
    except ContentError as error:
        return [problem.place.line if problem.place else 0 for problem in error.problems]
    return []


BUNDLED = sorted(bundled_content().glob("exercises/*.yaml"))[:3] + sorted(bundled_content().glob("routines/*.yaml"))[:2]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(path=st.sampled_from(BUNDLED), data=st.data())
def test_a_damaged_file_is_read_or_refused_with_places(path: Path, data: st.DataObject) -> None:
    text = path.read_text("utf-8")
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 30)))
    damaged = text[:begin] + data.draw(st.text(alphabet=" \n:-[]{}'\"#0aN\u202e", max_size=6)) + text[end:]
    model = Exercise if path.parent.name == "exercises" else Routine
    assert all(1 <= line <= len(damaged.split("\n")) for line in problem_lines(model, damaged))


KEYS = st.sampled_from([
    "name", "steps", "dose", "sets", "reps", "hold", "load", "effort", "rpe", "weeks", "frequency", "days",
    "per_week", "figure", "pose", "left", "hip", "touch", "props", "strap", "arrows", "arc", "view", "variants",
    "video", "start", "slug", "phases", "exercises", "measures", "min", "pain_rule", "go", "base", "options",
    "1", "2", "x",
])  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(model=st.sampled_from(MODELS), value=st.dictionaries(KEYS, VALUES, max_size=8))
def test_any_values_are_taken_or_refused(model: type[BaseModel], value: dict[str, object]) -> None:
    text = json.dumps(value, indent=1)
    assert all(1 <= line <= len(text.split("\n")) for line in problem_lines(model, text))
