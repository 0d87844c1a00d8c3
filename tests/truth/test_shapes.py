"""Doses of every shape say on each page what the plan has: read back from the PDF, and refused where it is changed."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

import pytest

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.make import Master
from generator.page.format import Format
from tests.conformance.family import workshop
from tests.truth.contradictions import contradictions
from tests.truth.sheet import Sheet
from tests.truth.test_family import made

# Ways to count repetitions and weigh loads, by exercise of one routine.
SHAPES: dict[str, dict[str, Any]] = {
    "set by set": {
        "deadlift": {"reps": "12/10/8", "load": "20/22.5/25 kg"},
        "hip-hinge": {"reps": "3 x 5+"},
        "hamstring-curl": {"reps": "12 left, 8 right"},
    },
    "as many as you can": {
        "deadlift": {"reps": "3 x max", "ends_when": "your back begins to round"},
        "hip-hinge": {"reps": "2 x as many as you can in 30 s"},
        "hamstring-curl": {"reps": "10/10-12/max"},
        "rock-back": {"reps": "5+"},
    },
    "steps": {
        "deadlift": {"reps": "12/10/8", "progression": [{"reps": "12/12/10"}, {"load": "20/20/25 kg"}]},
        "hip-hinge": {"reps": "3 x 5+", "weeks": {3: {"reps": "6+"}}},
    },
}
FORMS = [
    Format(paper=Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD),
    Format(paper=Paper.A4, layout=Layout.SHEET, chart=ChartKind.PARTS),
    Format(paper=Paper.A4, layout=Layout.CARDS, chart=ChartKind.FULL, style="large-print"),
]


def wish(shape: str) -> Prescription:
    asked: dict[str, Any] = {
        "routine": "hamstring-health",
        "clinic": "brookside",
        "language": "en-GB",
        "dose": SHAPES[shape],
    }
    return checked.build(Prescription, asked)


@functools.cache
def sheet_of(shape: str, form: Format) -> tuple[Master, Sheet]:
    return made(wish(shape), workshop(), form)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.style}")
@pytest.mark.parametrize("shape", SHAPES)
def test_pages_say_what_the_plan_has(shape: str, form: Format) -> None:
    master, sheet = sheet_of(shape, form)
    assert contradictions(sheet, master.plan, master.wording) == []


@pytest.mark.parametrize("wrong", ["Use 20 kg, 23.5 kg, then 25 kg.", "Use 20 kg, then 25 kg.", ""])
def test_another_weight_on_the_front_is_found(wrong: str) -> None:
    master, sheet = sheet_of("set by set", FORMS[1])
    said = "Use 20 kg, 22.5 kg, then 25 kg."
    told = tuple(
        dataclasses.replace(one, lines=tuple(line.replace(said, wrong) for line in one.lines)) if one.on_front else one
        for one in sheet.told
    )
    changed = dataclasses.replace(sheet, told=told)
    assert changed != sheet
    assert any("front" in fault for fault in contradictions(changed, master.plan, master.wording))


@pytest.mark.parametrize(
    ("shape", "said", "wrong"),
    [
        ("set by set", "12, 10, then 8", "12, 11, then 8"),
        ("set by set", "12, 10, then 8", "10, then 8"),
        ("set by set", "22.5 kg", "23.5 kg"),
        ("set by set", "5 or more", "6 or more"),
        ("set by set", "and 8 on your right leg", "and 9 on your right leg"),
        ("as many as you can", "as many slow lifts as you can", "20 slow lifts"),
        ("as many as you can", "in 30 seconds", "in 40 seconds"),
    ],
)
def test_what_a_card_says_otherwise_is_found(shape: str, said: str, wrong: str) -> None:
    master, sheet = sheet_of(shape, dataclasses.replace(FORMS[0], only="cards"))
    told = tuple(
        dataclasses.replace(one, lines=tuple(line.replace(said, wrong) for line in one.lines)) for one in sheet.told
    )
    changed = dataclasses.replace(sheet, told=told)
    assert changed != sheet
    assert contradictions(changed, master.plan, master.wording) != []
