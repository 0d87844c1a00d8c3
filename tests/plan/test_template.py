"""A client's plan as a routine: the routine made of it gives the same plan, and reads well as a file."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.checking.checked import load
from generator.content.library import MODELS, Library, load_library
from generator.content.prescription import Prescription
from generator.content.routine import Routine
from generator.content.written import yaml_of, yaml_text
from generator.plan import Plan, plan_weeks, template_of
from generator.problems import ContentError
from tests.shelf import Shelf, strength

WISH: dict[str, Any] = {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def done(plan: Plan) -> list[tuple[Any, ...]]:
    return [(one.id, one.option, one.side, one.weeks, one.days_by_week, one.video) for one in plan.exercises]


PLANS: list[dict[str, Any]] = [
    {},
    {"alternative": "chair"},
    {"drop": ["deadlift"], "add": ["cat-cow@stretch:1@daily"], "swap": {"hip-hinge": "sit-to-stand"}},
    {"phases": {"strengthen": "off"}},
    {"sides": {"hamstring-curl": "left"}, "videos": {"hip-hinge": {"slug": "other"}}},
    {"dose": {"hip-hinge": {"reps": 5, "load": "4 kg", "progression": [{"reps": 7}]}}},
    {"dose": {"hip-hinge": {"duration": "30 s"}, "deadlift": {"frequency": {"days": ["mon", "thu"]}}}},
    {"dose": {"deadlift": {"weeks": {"2": {"sets": 3}, "4": {"sets": 4}}}}},
]


@pytest.mark.parametrize("changes", PLANS)
def test_the_routine_of_a_plan_gives_the_same_plan(library: Library, changes: dict[str, Any]) -> None:
    plan = plan_weeks(Prescription.model_validate(WISH | changes), library)
    text = yaml_text(template_of(plan.prescription, library, "After work"))
    routine, document = load(Routine, text, "after-work.yaml")
    assert routine.title == "After work" and max(map(len, document.lines)) < 300
    again = plan_weeks(
        Prescription.model_validate(WISH | {"routine": "after-work"}),
        library.with_value("routines", "after-work", routine, document),
    )
    assert done(again) == done(plan)


def test_a_programme_of_exercises_alone_becomes_a_routine(library: Library) -> None:
    own = {"clinic": "brookside", "language": "en-GB", "issued": "2026-11-23", "exercises": ["hip-hinge", "cat-cow@3"]}
    plan = plan_weeks(Prescription.model_validate(own), library)
    routine = load(Routine, yaml_text(template_of(plan.prescription, library, "Mine")), "mine.yaml")[0]
    assert [str(phase.id) for phase in routine.phases] == ["mobilise", "strengthen"]
    assert "back-pain" in routine.tags and str(routine.issued) == "2026-11-23"


def test_what_a_routine_cannot_say_is_refused() -> None:
    entry = "{exercise: a, dose: {reps: 8, progression: [{reps: 10}]}}"
    phase = f"{{id: p, name: P, kind: strengthen, frequency: 3, exercises: [{entry}]}}"
    shelf = Shelf(f"phases:\n  - {phase}\n", {"a": strength("reps: 5")})
    plan = shelf.plan(dose={"a": {"reps": 6, "progression": "same"}})
    assert [str(rung.reps) for rung in plan.exercises[0].ladder.rungs] == ["6", "8"]  # type: ignore[union-attr]
    with pytest.raises(ContentError, match=r"dose\.a.*cannot be written into a routine"):
        template_of(plan.prescription, shelf, "A")


def test_every_bundled_file_is_written_and_read_to_the_same_value(library: Library) -> None:
    for kind, model in MODELS.items():
        for name in library.ids(kind):
            value = library.value(kind, name)
            text = yaml_of(value)
            assert load(model, text, f"{name}.yaml")[0] == value, name
            assert not any(line != line.rstrip() for line in text.splitlines())


def test_content_from_memory_is_found_and_has_places(library: Library) -> None:
    exercise = library.exercise("cat-cow")
    mine = exercise.model_copy(update={"name": "My own way"})
    own = library.with_value("exercises", "my-own-way", mine)
    assert own.unknown("exercises", "my-own-way") is None and library.unknown("exercises", "my-own-way")
    found = own.exercise("my-own-way")
    assert found == mine.model_copy(update={"name": found.name}) and found.name.place is not None
    plan = plan_weeks(Prescription.model_validate(WISH | {"add": ["my-own-way"]}), own)
    assert "my-own-way" in [one.id for one in plan.exercises]
    with pytest.raises(ContentError, match=r"broken\.yaml:\d"):
        library.with_value("exercises", "broken", exercise.model_copy(update={"steps": ()}))
