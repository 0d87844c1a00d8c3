"""Repetitions and weights that are not one number: text to value and back, sets that follow, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.content.dose.dose import Dose, DoseChange
from generator.content.dose.overlay import merge, volume
from generator.content.dose.reps import Reps
from generator.content.dose.shift import shifted
from generator.content.dose.weights import Weights
from generator.plan.duration import Moving, seconds_of

NUMBERS = st.integers(1, 200)
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda ends: f"{min(ends)}-{max(ends)}")
ONE = st.one_of(NUMBERS.map(str), RANGES)
LAST = st.one_of(ONE, NUMBERS.map(lambda number: f"{number}+"), st.just("as many as you can"))
SETS = st.tuples(st.lists(ONE, max_size=3), LAST).map(lambda parts: [*parts[0], parts[1]])
SIDED = st.tuples(ONE, ONE).map(lambda ends: f"{ends[0]} left, {ends[1]} right")
TIMED = st.integers(1, 120).map(lambda time: f"as many as you can in {time} s")
KILOS = st.lists(st.decimals("0.5", "500", places=1), min_size=1, max_size=4)


@given(st.one_of(SETS.map("/".join), SIDED, TIMED))
def test_what_is_written_of_repetitions_is_read_and_written_back(text: str) -> None:
    reps = Reps.parse(text)
    assert Reps.parse(str(reps)) == reps
    assert str(Reps.parse(str(reps))) == str(reps)


@given(SETS, st.sampled_from(["/", ", ", " / "]))
def test_signs_between_sets_are_alike(sets: list[str], between: str) -> None:
    assert Reps.parse(between.join(sets)) == Reps.parse("/".join(sets))


@given(KILOS, st.sampled_from(["kg", "lb"]))
def test_weights_set_by_set(numbers: list[object], unit: str) -> None:
    weights = Weights.parse("/".join(map(str, numbers)) + f" {unit}")
    assert Weights.parse(str(weights)) == weights == Weights.parse(", ".join(f"{one} {unit}" for one in numbers))


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("3 x 12, 10, 8", "12/10/8"),
        ("12, 10, then 8", "12/10/8"),
        ("AMRAP", "as many as you can"),
        ("max in 1 min", "as many as you can in 60 s"),
        ("8 right / 12 left", "12 left, 8 right"),
        ("5 or more", "5+"),
        (["12", 10], "12/10"),
    ],
)
def test_other_ways_to_write_them(written: object, same: str) -> None:
    assert Dose.model_validate({"reps": written}) == Dose.model_validate({"reps": same})


@pytest.mark.parametrize(
    ("dose", "message", "hint"),
    [
        ({"sets": 2, "reps": "12/10/8"}, "has 2 sets, but repetitions for 3", "write reps and load for so many sets"),
        ({"sets": 2, "reps": "3 x 8"}, "says 3 sets, and sets 2", "leave one of them out"),
        ({"reps": "12/10/8", "load": "20/25 kg"}, "has 3 sets, but weights for 2", "write reps and load"),
        ({"sets": "2-3", "reps": "5+"}, "has an open last set, so it needs a number of sets, not 2-3", ""),
        ({"reps": "5+/5"}, 'only the last set can be open, not "5+/5"', 'write "5/5/5+"'),
        ({"reps": "max/max"}, 'only the last set can be open, not "max/max"', '"3 x as many as you can"'),
        ({"reps": "12/300"}, "needs 1 to 200 repetitions, not 12/300", ""),
        ({"reps": "10-8/8"}, 'needs the smaller number first, not "10-8/8"', ""),
        ({"reps": "12 left"}, 'or 12 left, 8 right, not "12 left"', ""),
        ({"reps": 8, "load": "20/25"}, '"20/22.5/25 kg", "70 %" or bodyweight, not "20/25"', ""),
        ({"reps": 8, "load": "20-25/30 kg"}, "needs one weight for each set", 'write "20/22.5/25 kg"'),
        ({"reps": 8, "load": "900 kg"}, "needs at most 500 kg, not 900 kg", ""),
    ],
)
def test_what_is_not_offered_is_refused_once(dose: dict[str, object], message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Dose.model_validate(dose)
    (error,) = caught.value.errors()
    assert message in error["msg"] and hint in error["ctx"]["hint"]


@pytest.mark.parametrize(
    ("change", "sets", "reps"),
    [({"reps": 10}, "3", "10"), ({"reps": "8/8"}, "2", "8/8"), ({"reps": "2 x 5+"}, "2", "5+")],
)
def test_a_nearer_dose_brings_its_own_sets(change: dict[str, object], sets: str, reps: str) -> None:
    dose = merge(Dose.model_validate({"reps": "12/10/8"}), DoseChange.model_validate(change))
    assert (str(dose.sets), str(dose.reps)) == (sets, reps)


def test_fewer_sets_alone_do_not_say_which() -> None:
    with pytest.raises(ValueError, match="has 2 sets, but repetitions for 3"):
        merge(Dose.model_validate({"reps": "12/10/8"}), DoseChange.model_validate({"sets": 2}))


def test_steps_from_another_start_need_numbers() -> None:
    old, new = Dose.model_validate({"reps": 8}), Dose.model_validate({"reps": "12/10"})
    with pytest.raises(ValueError, match="set by set"):
        shifted(DoseChange.model_validate({"reps": 10}), old, new, {"reps"})


@pytest.mark.parametrize(
    ("dose", "side", "seconds"),
    [
        ({"reps": "12/10/8"}, "both", (90, 90)),
        ({"reps": "12/10/8", "rest": "1 min"}, "each", (300, 300)),
        ({"reps": "8/8"}, "both", (48, 48)),
        ({"reps": "10/8-12"}, "both", (54, 66)),
        ({"sets": 3, "reps": "5+"}, "both", (45, 60)),
        ({"reps": "as many as you can"}, "both", (15, 60)),
        ({"sets": 2, "reps": "max in 30 s", "rest": "1 min"}, "each", (180, 180)),
        ({"sets": 2, "reps": "12 left, 8 right"}, "each", (120, 120)),
        ({"sets": 2, "reps": "12 left, 8 right", "tempo": {"lower": "3 s", "lift": "1 s"}}, "each", (160, 160)),
    ],
)
def test_seconds(dose: dict[str, object], side: str, seconds: tuple[int, int]) -> None:
    assert seconds_of(Moving(Dose.model_validate(dose), side)) == seconds


def test_more_is_more() -> None:
    growing = ["10/8/8", "10/10/8", "10/10/10", "10/10/10+", "12/12/12+"]
    volumes = [volume(Dose.model_validate({"reps": reps})) for reps in growing]
    assert volumes == sorted(set(volumes))
    assert volume(Dose.model_validate({"reps": "10/10"})) == volume(Dose.model_validate({"reps": 10, "sets": 2}))
    heavier = Dose.model_validate({"reps": "8/8", "load": "20/25 kg"})
    assert volume(heavier) > volume(Dose.model_validate({"reps": "8/8", "load": "20/22.5 kg"}))
