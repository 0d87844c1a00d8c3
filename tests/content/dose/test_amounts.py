"""Amounts: what people write, read once and written back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.content.dose.amounts import Amount, Count, Distance, Duration, Score, Weight
from generator.problems import Place, Prose


@pytest.mark.parametrize(
    ("kind", "written", "low", "high"),
    [
        (Duration, "30 s", 30, 30),
        (Duration, "30s", 30, 30),
        (Duration, "1 min", 60, 60),
        (Duration, "1 min 30 s", 90, 90),
        (Duration, "1.5 min", 90, 90),
        (Duration, "30-60 s", 30, 60),
        (Duration, "30–60 seconds", 30, 60),
        (Duration, "30 s - 1 min", 30, 60),
        (Duration, "1 to 2 minutes", 60, 120),
        (Duration, "1 h 5 min", 3900, 3900),
        (Count, 8, 8, 8),
        (Count, "8", 8, 8),
        (Count, "2-3", 2, 3),
        (Count, "2 to 3", 2, 3),
        (Distance, "20 m", 20, 20),
        (Distance, "12 steps", 12, 12),
        (Weight, "12 kg", 12, 12),
        (Weight, "20-25 lb", 20, 25),
        (Weight, "2 kilos", 2, 2),
        (Duration, "1:30", 90, 90),
        (Duration, "0:45", 45, 45),
        (Duration, "1:30 min", 90, 90),
        (Duration, "1:30-2:00", 90, 120),
        (Duration, "1,5 min", 90, 90),
        (Duration, "1,5-2 min", 90, 120),
        (Score, 7, 7, 7),
        (Score, "7-8", 7, 8),
    ],
)
def test_what_people_write(kind: type[Amount], written: object, low: int, high: int) -> None:
    amount = kind.parse(written)
    assert (int(amount.low), int(amount.high)) == (low, high)
    assert kind.parse(str(amount)) == amount


@pytest.mark.parametrize(
    ("kind", "written", "text"),
    [
        (Weight, "2,5 kg", "2.5 kg"),
        (Weight, "2,5-3,75 kg", "2.5-3.75 kg"),
        (Distance, "1,5 km", "1.5 km"),
        (Score, 7.5, "7.5"),
        (Score, "7,5", "7.5"),
        (Score, "7.5-8", "7.5-8"),
    ],
)
def test_a_comma_is_a_decimal_sign(kind: type[Amount], written: object, text: str) -> None:
    assert str(kind.parse(written)) == text
    assert kind.parse(text) == kind.parse(written)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Weight, "2,500 kg"),  # 2.5 kg, or a ton and a half more?
        (Weight, "2,5,5 kg"),
        (Duration, "1:75"),
        (Duration, "1:5"),
        (Duration, "1:30:00"),
        (Score, 7.3),
        (Score, -1.5),
        (Score, 1e300),
        (Score, True),
        (Count, 7.5),
        (Duration, 30),
        (Duration, "30"),
        (Duration, "s"),
        (Duration, "30 s 1 min"),  # larger units first
        (Duration, "1 min 1 min"),
        (Duration, "0.3 s"),  # not a whole second
        (Duration, "-30 s"),
        (Duration, "30 kg"),
        (Duration, "٣٠ s"),
        (Duration, ""),
        (Duration, "9" * 5000 + " s"),
        (Duration, None),
        (Count, "two"),
        (Count, True),
        (Count, 2.5),
        (Count, -1),
        (Count, 10**30),
        (Count, "3-2"),
        (Count, "1-2-3"),
        (Weight, "12"),
        (Weight, "12 stone"),
        (Weight, 12),
        (Distance, "12 kg"),
    ],
)
def test_what_is_refused(kind: type[Amount], written: object) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        kind.parse(written)
    assert len(str(caught.value)) < 200


def test_a_bare_number_gets_its_unit_as_a_hint() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Duration.parse(30)
    assert caught.value.context is not None
    assert caught.value.context["hint"] == "add the unit: 30 s"


def test_an_amount_remembers_its_place_and_compares_without_it() -> None:
    place = Place("x.yaml", 3, 4)
    amount = Duration.parse(Prose("30 s", place))
    assert amount.place == place
    assert amount == Duration.of(30)
    assert hash(amount) == hash(Duration.of(30))


@given(st.integers(0, 7200), st.integers(0, 7200))
def test_times_survive_writing_and_reading(one: int, other: int) -> None:
    amount = Duration.of(min(one, other), max(one, other))
    assert Duration.parse(str(amount)) == amount


@given(st.decimals(0, 9999, places=2), st.sampled_from(["kg", "lb"]))
def test_weights_survive_writing_and_reading(number: Decimal, unit: str) -> None:
    amount = Weight(number, number, unit)
    assert Weight.parse(str(amount)) == amount


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    for kind in (Count, Duration, Distance, Weight):
        try:
            amount = kind.parse(text)
        except PydanticCustomError:
            continue
        assert kind.parse(str(amount)) == amount
