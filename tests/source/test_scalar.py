"""Plain words of YAML: the core schema of 1.2, and nothing of the surprises of 1.1."""

from __future__ import annotations

import pytest

from generator.source.scalar import UnusableNumber, resolve

TEXTS = [
    "NO", "no", "No", "yes", "off", "on", "y", "n", "0123", "-0123", "007", "00.5", "10:00", "1:05", "190:20:30",
    "2026-11-23", "2026-11-23T10:00:00Z", "1_000", "0b11", "0o8", "0xG", "+0x1", "1.0.0", ".", "-", "+", "..", "1e",
    "e3",    "nUll", "tRue", "NaN", "inf", "12 kg", "-.nan", "٣", "½",
]  # fmt: skip


@pytest.mark.parametrize("word", TEXTS)
def test_stays_text(word: str) -> None:
    assert resolve(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("FALSE", False),
        ("0", 0), ("-7", -7), ("+12", 12), ("0o17", 15), ("0x1F", 31),
        ("1.5", 1.5), ("-.5", -0.5), ("2.", 2.0), ("1e3", 1000.0), ("0.0", 0.0), ("-1E-2", -0.01),
    ],
)  # fmt: skip
def test_becomes(word: str, value: object) -> None:
    found = resolve(word)
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize(
    "word", [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e999", "-1e999", "9" * 19, "0x" + "f" * 5000]
)
def test_unusable_number(word: str) -> None:
    with pytest.raises(UnusableNumber):
        resolve(word)
