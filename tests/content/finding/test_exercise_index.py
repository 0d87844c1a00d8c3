"""What words find among the bundled exercises, in which order, and why."""

from __future__ import annotations

import pytest

from generator.content.finding.exercise_index import ExerciseIndex
from generator.content.finding.search_words import terms
from generator.content.library import load_library


@pytest.fixture(scope="module")
def index() -> ExerciseIndex:
    library = load_library()
    return ExerciseIndex((name, library.exercise(name)) for name in library.exercise_ids())


def found(index: ExerciseIndex, *query: str) -> list[str]:
    return [hit.entry.id for hit in index.find(terms(query))]


@pytest.mark.parametrize(
    "query",
    [
        ("knee", "strength", "sitting", "no equipment"),
        ("no", "equipment", "seated", "knee", "strengthening"),
        ("chair stand",),
        ("sit-to-stand",),
    ],
)
def test_words_in_any_order_find_the_same_first(index: ExerciseIndex, query: tuple[str, ...]) -> None:
    assert found(index, *query)[:1] == ["sit-to-stand"]


def test_every_word_must_fit_and_says_where_it_did(index: ExerciseIndex) -> None:
    (hit,) = index.find(terms(["hamstrng", "strap"]))
    assert hit.entry.id == "lying-strap-stretch" and dict(hit.why) == {"hamstrng": "name", "strap": "name"}
    assert not found(index, "strap", "barbell")


def test_a_name_is_a_better_hit_than_a_purpose(index: ExerciseIndex) -> None:
    assert found(index, "bridge")[0] == "glute-bridge"
    assert "chair-hamstring-stretch" not in found(index, "back", "gentle", "seated")  # `back` of the thigh


def test_a_part_of_the_body_is_not_how_one_kneels(index: ExerciseIndex) -> None:
    assert not {"childs-pose", "low-lunge-sway"} & set(found(index, "knee"))
    assert "childs-pose" in found(index, "kneeling")


@pytest.mark.parametrize(("many", "one"), [("knees", "knee"), ("legs", "leg"), ("stretches", "stretch")])
def test_many_are_asked_for_as_one_is(index: ExerciseIndex, many: str, one: str) -> None:
    assert found(index, many) == found(index, one) != []


def test_muscles_of_the_picture_are_found_and_things_that_are_no_furniture_are_equipment(index: ExerciseIndex) -> None:
    assert "side-lying-hip-rotation" in found(index, "outer", "hip")
    assert not {"deadlift", "foam-roll-hamstrings", "lying-strap-stretch"} & set(found(index, "no equipment"))


def test_what_finds_nothing_says_how_to_find_more(index: ExerciseIndex) -> None:
    query = terms(["deadlift", "barbell", "gentle"])
    assert {term.asked for term, _ in index.without(query)} == {"gentle"}
    ((term, near),) = index.unknown(terms(["hamstrung", "stringy", "knee"])[1:2])
    assert term.asked == "stringy" and near


def test_every_bundled_exercise_says_what_it_is_found_by() -> None:
    library = load_library()
    assert [one for one in map(library.exercise, library.exercise_ids()) if not (one.region and one.level)] == []
