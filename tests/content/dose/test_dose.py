"""Doses: exactly one measure, bounds, and changes laid over them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from generator.content.checking.checked import load as load_yaml
from generator.content.dose.dose import Dose, Tempo, WeekDose
from generator.content.dose.frequency import Frequency
from generator.content.dose.load import Load
from generator.content.dose.overlay import merge
from generator.problems import ContentError


def dose(**fields: Any) -> Dose:
    return Dose.model_validate(fields)


def said(value: Dose) -> dict[str, Any]:
    return value.model_dump(mode="json", exclude_none=True, exclude_unset=True)


def errors(**fields: Any) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        Dose.model_validate(fields)
    return [(error["loc"], error["msg"]) for error in caught.value.errors()]


@pytest.mark.parametrize(
    "fields",
    [{"reps": 8}, {"hold": "30 s"}, {"reps": 8, "hold": "3 s"}, {"duration": "1 min"}, {"distance": "20 m"}],
)
def test_one_measure(fields: dict[str, Any]) -> None:
    assert dose(**fields).measure in fields


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"sets": 2}, "needs one of"),
        ({"reps": 8, "duration": "1 min"}, "only one of reps and duration"),
        ({"hold": "30 s", "duration": "1 min"}, "only one of hold and duration"),
        ({"reps": 8, "hold": "3 s", "distance": "20 m"}, "only one of reps and hold and distance"),
    ],
)
def test_no_measure_or_two(fields: dict[str, Any], message: str) -> None:
    ((where, text),) = errors(**fields)
    assert where == ()
    assert message in text


@pytest.mark.parametrize(
    ("field", "written", "words"),
    [
        ("sets", 10**9, "1 to 20 sets, not 1000000000"),
        ("sets", 0, "1 to 20 sets"),
        ("reps", 1000, "1 to 200"),
        ("hold", "11 min", "10 min"),
        ("hold", "0 s", "1 s"),
        ("duration", "3 h", "2 h"),
        ("rest", "20 min", "15 min"),
        ("load", "900 kg", "at most 500"),
    ],
)
def test_bounds(field: str, written: object, words: str) -> None:
    fields = {"reps": 8, field: written} if field not in ("hold", "duration") else {field: written}
    found = errors(**fields)
    assert any(field in where and words in text for where, text in found), found


def test_every_fault_at_once() -> None:
    found = errors(sets="two", reps=8, rest=30, setz=3, frequency={"per_week": 9})
    assert {where[0] for where, _ in found} == {"sets", "rest", "setz", "frequency"}


@pytest.mark.parametrize(
    ("written", "weekdays", "count", "times"),
    [
        ({"per_week": 3}, (), 3, 1),
        (3, (), 3, 1),
        ("daily", (), 7, 1),
        ({"days": ("fri", "mon")}, (0, 4), 2, 1),
        ({"per_week": 5, "times_a_day": 2}, (), 5, 2),
        ({"times_a_day": 3}, (), 7, 3),
    ],
)
def test_frequency(written: Any, weekdays: tuple[int, ...], count: int, times: int) -> None:
    frequency = Frequency.model_validate(written)
    assert (frequency.weekdays, frequency.count, frequency.times_a_day) == (weekdays, count, times)


@pytest.mark.parametrize(
    "written", [{}, {"per_week": 3, "days": ("mon",)}, {"days": ("mon", "mon")}, {"per_week": 0}, True]
)
def test_frequency_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        Frequency.model_validate(written)


@pytest.mark.parametrize(
    "written",
    [
        "12 kg",
        "bodyweight",
        {"effort": {"reps_in_reserve": 3}},
        {"effort": {"rpe": "6-7"}},
        {"weight": "12 kg", "effort": {"rpe": 6}},
        {"band": {"brand": "TheraBand", "colour": "red"}},
    ],
)
def test_load_survives_saving(written: Any) -> None:
    load = Load.model_validate(written)
    assert Load.model_validate(load.model_dump(mode="json", exclude_none=True)) == load


@pytest.mark.parametrize(
    "written",
    ["heavy", {}, {"effort": {}}, {"effort": {"rpe": 6, "reps_in_reserve": 2}}, {"band": {"colour": "red"}}, 12],
)
def test_load_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        Load.model_validate(written)


def test_tempo_keeps_the_written_order() -> None:
    lifting = Tempo.model_validate({"lift": "2 s", "pause": "1 s", "lower": "3 s"})
    assert [name for name, _ in lifting.beats] == ["lift", "pause", "lower"]
    assert lifting.seconds == 6
    lowering = Tempo.model_validate({"lower": "3 s", "pause": "0 s", "lift": "1 s"})
    assert [name for name, _ in lowering.beats] == ["lower", "lift"]


@pytest.mark.parametrize(
    ("base", "change", "result"),
    [
        ({"reps": 8, "sets": 2}, {"reps": 10}, {"reps": "10", "sets": "2"}),
        ({"reps": 8}, {"hold": "3 s"}, {"reps": "8", "hold": "3 s"}),
        ({"reps": 8, "hold": "3 s"}, {"reps": 10}, {"reps": "10", "hold": "3 s"}),
        ({"hold": "30 s"}, {"reps": 8}, {"reps": "8"}),
        ({"hold": "30 s"}, {"duration": "1 min"}, {"duration": "1 min"}),
        ({"reps": 8, "hold": "3 s"}, {"duration": "1 min"}, {"duration": "1 min"}),
        ({"reps": 8, "hold": "3 s"}, {"hold": None}, {"reps": "8"}),
        ({"reps": 8, "rest": "1 min"}, {"rest": None}, {"reps": "8"}),
        ({"hold": "30 s"}, {"reps": 3, "hold": "20 s"}, {"reps": "3", "hold": "20 s"}),
    ],
)
def test_merge(base: dict[str, Any], change: dict[str, Any], result: dict[str, Any]) -> None:
    assert said(merge(dose(**base), WeekDose.model_validate(change))) == result


def test_merge_needs_a_measure() -> None:
    with pytest.raises(ValueError, match="needs one of"):
        merge(dose(hold="30 s"), WeekDose.model_validate({"hold": None}))


def test_frequencies_are_merged_field_by_field() -> None:
    base = dose(reps=8, frequency={"days": ("mon", "wed"), "times_a_day": 2})
    days = merge(base, WeekDose.model_validate({"frequency": {"per_week": 5}})).frequency
    assert days is not None and (days.per_week, days.days, days.times_a_day) == (5, None, 2)
    times = merge(base, WeekDose.model_validate({"frequency": {"times_a_day": 3}})).frequency
    assert times is not None and (times.days, times.times_a_day) == (("mon", "wed"), 3)


@pytest.mark.parametrize(
    ("progression", "where", "words"),
    [
        (({"reps": 10}, {"reps": 10}), ("progression", 1), "is the same as the step before"),
        (({"reps": 8},), ("progression", 0), "is the same as the step before"),
        (({"duration": "1 min"},), ("progression", 0), "has duration, which the dose is not counted in"),
        (({"load": None},), ("progression", 0), "takes nothing away"),
        (({},), ("progression", 0), "changes nothing"),
        (({"frequency": 3},), ("progression", 0, "frequency"), "not permitted"),
    ],
)
def test_steps_that_lead_nowhere(progression: Any, where: tuple[int | str, ...], words: str) -> None:
    ((_, text),) = errors(reps=8, progression=progression)
    assert words in text
    with pytest.raises(ContentError) as caught:
        load_yaml(
            Dose, f"reps: 8\nprogression:\n{''.join(f'  - {json.dumps(step)}' + chr(10) for step in progression)}", "x"
        )
    (problem,) = caught.value.problems
    assert problem.place and problem.place.line == 3 + int(where[1])


def test_steps_and_weeks_do_not_stand_beside_each_other() -> None:
    ((_, text),) = errors(reps=8, progression=({"reps": 10},), weeks={3: {"reps": 12}})
    assert "stands beside weeks, whose week 3 changes the dose too" in text
    days = dose(reps=8, progression=({"reps": 10},), weeks={3: {"frequency": 3}})
    assert len(days.progression) == 1, "days are no amount"


def test_a_step_may_add_a_hold_to_repetitions() -> None:
    assert len(dose(reps=8, progression=({"hold": "3 s"}, {"hold": "5 s"})).progression) == 2


@pytest.mark.parametrize("week", [0, 13, "x"])
def test_there_are_twelve_weeks(week: object) -> None:
    assert errors(reps=8, weeks={week: {"reps": 9}})
