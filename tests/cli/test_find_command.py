"""`handouts find`: what is printed, what JSON has, and how it ends when nothing is found."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from generator.cli import main


def test_a_result_is_an_id_with_name_facts_and_reason() -> None:
    result = CliRunner().invoke(main, ["find", "knee", "strength", "sitting", "no equipment"])
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "sit-to-stand  Stand up and sit down",
        "  knee, thigh, hip · sitting · strength · firm chair · level 1",
        "  matched: knee (region), strength (kind), sitting (position), no equipment (equipment)",
    ]


def test_json_has_the_same() -> None:
    one, *_ = json.loads(CliRunner().invoke(main, ["find", "chair stand", "--format", "json"]).output)
    assert one["id"] == "sit-to-stand" and one["matched"] == {"chair": "also called", "stand": "name"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["hamstring", "xylophone"], 1, 'no exercise has "xylophone"'),
        (["deadlift", "barbell", "gentle"], 1, 'without "gentle" there is 1'),
        (["the"], 2, "ask for nothing"),
    ],
)
def test_nothing_found_says_how_to_widen(words: list[str], code: int, told: str) -> None:
    result = CliRunner().invoke(main, ["find", *words])
    assert result.exit_code == code and told in result.output
