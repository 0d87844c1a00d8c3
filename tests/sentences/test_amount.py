"""Numbers, times and lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.content.dose.amounts import Amount, Distance, Duration, Weight
from generator.language.wording import load_wording
from generator.sentences import amount_text, listed, minutes_text, number_text, sentence_case, time_text

ENGLISH = load_wording("en-GB")
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, 0, "0 seconds"),
        (1, 1, "1 second"),
        (45, 45, "45 seconds"),
        (60, 60, "1 minute"),
        (90, 90, "1 minute 30 seconds"),
        (3600, 3600, "1 hour"),
        (3661, 3661, "1 hour 1 minute 1 second"),
        (30, 60, "30 to 60 seconds"),
        (60, 120, "1 to 2 minutes"),
        (60, 90, "60 to 90 seconds"),
        (45, 120, "45 seconds to 2 minutes"),
    ],
)
def test_times(low: int, high: int, text: str) -> None:
    assert time_text(ENGLISH, low, high).replace(NO_BREAK, " ") == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Duration.of(30), "30 seconds"),
        (Distance.parse("1 km"), "1 kilometre"),
        (Distance.parse("20-30 steps"), "20 to 30 steps"),
        (Weight.parse("2.5 kg"), "2.5 kg"),
    ],
)
def test_amounts(amount: Amount, text: str) -> None:
    assert isinstance(amount, Duration | Distance | Weight)
    assert amount_text(ENGLISH, amount).replace(NO_BREAK, " ") == text


def test_numbers_hold_together() -> None:
    assert number_text(ENGLISH, 8, 12) == f"8{NO_BREAK}to{NO_BREAK}12"
    assert minutes_text(ENGLISH, (16, 16)) == f"16{NO_BREAK}minutes"
    assert minutes_text(ENGLISH, (1, 1)) == f"1{NO_BREAK}minute"


def test_lists() -> None:
    assert [listed(ENGLISH, items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip


def test_sentence_case() -> None:
    assert [sentence_case(text) for text in ("", "mat", "éclair", "RPE")] == ["", "Mat", "Éclair", "RPE"]


def test_the_decimal_sign_is_the_languages() -> None:
    assert number_text(ENGLISH, Decimal("7.5")) == "7.5"
    german = ENGLISH._replace(language="de")
    assert number_text(german, Decimal("7.5"), Decimal(8)).replace(NO_BREAK, " ") == "7,5 to 8"
