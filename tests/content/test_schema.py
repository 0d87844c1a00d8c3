"""The JSON Schemas: they take what the models take, and refuse what is plainly wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.content.library import MODELS, load_library
from generator.content.schema import KINDS, json_schema
from generator.source.reader import read

from .samples import EXERCISE


def validator(kind: str) -> Any:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(text: str) -> Any:
    return json.loads(json.dumps(read(text, "f.yaml").value))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_schema_of_a_mapping(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["type"] == "object" and schema["additionalProperties"] is False
    assert schema["title"] == f"handouts {kind}" and schema["description"]
    assert list(validator(kind).iter_errors([]))


def test_the_bundled_content_fits() -> None:
    library, looked_at = load_library(), 0
    for kind in MODELS:
        fits = validator(kind.removesuffix("s"))
        for name in library.ids(kind):
            value = json.loads(json.dumps(library.document(kind, name).value))
            assert [error.message for error in fits.iter_errors(value)] == []
            looked_at += 1
    assert looked_at >= 35


SHORT_FORMS = """
load: bodyweight
load: {effort: {rpe: 5}}
frequency: 3
frequency: daily
frequency: {days: [mon, fri]}
frequency: every other day
frequency: {every_hours: 2, per_week: 5}
frequency: {times: [morning, evening], weeks: 1-2}
frequency: {per_week: 2, weeks: [1, 3]}
sets: "2-3"
tempo: 3-1-2-0
tempo: 3120
load: {effort: {borg: 12-13}}
load: {effort: {heart_rate: 110-125 bpm}}
load: {effort: {heart_rate: 120}}
"""
FIGURES = """
{pose: sitting, start: {from: base, base: standing}}
{view: side, pose: {trunk: 30, neck: {flex: 10}, both: {hip: 90, shoulder: [10, 20]}}}
{view: [90, 5], pose: {base: standing, touch: {feet: floor, right hand: 0.4, left hand: [0.2, null, 1]}}}
{pose: standing, props: [mat, {strap: {foot: left}}], hands: grip, highlight: [calf]}
{pose: standing, start: sitting, arrows: [head, {at: head, dir: up}, {arc: [pelvis, 0.6, 30, 60]}]}
"""


@pytest.mark.parametrize(
    "more",
    [f"dose: {{reps: 8, {line}}}\n" for line in SHORT_FORMS.strip().splitlines()]
    + [f"figure: {line}\n" for line in FIGURES.strip().splitlines()]
    + ["video: https://example.org/v\n", "video: {slug: a, start: 1:05}\n", "easier: Sit.\n", "easier: {text: Sit.}\n"],
)
def test_short_forms_fit_model_and_schema(more: str) -> None:
    text = EXERCISE.replace("dose: {sets: 2, reps: 8}\n", "" if more.startswith("dose") else "dose: {reps: 8}\n") + more
    KINDS["exercise"].model_validate(read(text, "f.yaml").value)
    assert [error.message for error in validator("exercise").iter_errors(plain(text))] == []


@pytest.mark.parametrize(
    "more",
    [
        "colour: red\n",
        "kind: dance\n",
        "figure: {pose: flying}\n",
        "figure: {pose: sitting, props: [matt]}\n",
        "tip: 5\n",
    ],
)
def test_what_is_wrong_does_not_fit(more: str) -> None:
    text = EXERCISE.replace("kind: strength\n", "") if more.startswith("kind") else EXERCISE
    assert list(validator("exercise").iter_errors(plain(text + more)))
