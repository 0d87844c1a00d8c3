"""A clinic."""

from __future__ import annotations

import pytest

from generator.content.checking.checked import load
from generator.content.clinic import Clinic
from generator.problems import ContentError

from .samples import CLINIC


def clinic(text: str) -> Clinic:
    return load(Clinic, text, "f.yaml")[0]


def test_the_smallest_clinic() -> None:
    found = clinic(CLINIC)
    assert (found.emergency, found.paper, found.logo) == ("999", "a4", None)


def test_a_missing_emergency_number_is_a_problem() -> None:
    with pytest.raises(ContentError, match="emergency: this key is missing"):
        clinic(CLINIC.replace('emergency: "999"\n', ""))


@pytest.mark.parametrize("number", ["+44 (0)20 7946 0123", "555-0142", "0123", "020 7946 0123 ext 4", "1300.555.014"])
def test_telephone_numbers(number: str) -> None:
    assert clinic(CLINIC.replace("020 7946 0123", number)).phone == number


@pytest.mark.parametrize("rule", ["go: [0, 3], care: [4, 4], stop: [6, 10]", "go: [0, 3], care: [3, 5], stop: [6, 10]"])
def test_the_pain_rule_covers_the_scale_once(rule: str) -> None:
    with pytest.raises(ContentError, match="share 0 to 10"):
        clinic(CLINIC.replace("go: [0, 3], care: [4, 5], stop: [6, 10]", rule))


def test_accents_are_colours() -> None:
    assert clinic(CLINIC + 'accent: "#0B4F6C"\n').accent == "#0B4F6C"
    with pytest.raises(ContentError, match="colour"):
        clinic(CLINIC + "accent: '#12345'\n")
