"""What comes from templates, films and manuals is found at its place, and what may be somebody's own is left alone."""

from __future__ import annotations

import pytest

from generator.assets import asset
from generator.content.checking.checked import load
from generator.content.checking.placeholder import known_placeholders, placeholders
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.content.library import load_library
from tests.content.samples import CLINIC, EXERCISE

OWN = CLINIC.replace("phone: 020 7946 0123", "phone: 0117 012 3456").replace("sample: true\n", "")


def clinic(**more: str) -> Clinic:
    kept = [line for line in OWN.splitlines() if line.split(":")[0] not in more]
    text = "\n".join([*kept, *(f"{key}: {value}" for key, value in more.items())])
    return load(Clinic, text, "c.yaml")[0]


def exercise(**more: str) -> Exercise:
    kept = [line for line in EXERCISE.splitlines() if line.split(":")[0] not in more]
    text = "\n".join([*kept, *(f"{key}: {value}" for key, value in more.items())])
    return load(Exercise, text, "e.yaml")[0]


def test_a_file_of_ones_own_has_none() -> None:
    assert placeholders(clinic()) == [] == placeholders(exercise())


FOR_FILMS = [
    ("GB", "020 7946 0000"),
    ("GB", "+44 20 7946 0123"),
    ("GB", "0044 (0)20 7946 0123"),
    ("GB", "(0131) 496 0999"),
    ("GB", "07700 900456 x12"),
    ("US", "555-0142"),
    ("US", "(303) 555-0100"),
    ("US", "+1 303-555-0199"),
    ("CA", "604-555-0123"),
    ("DE", "+44 20 7946 0123"),
    ("AU", "02 5550 1234"),
]
SOMEBODYS = [
    ("GB", "020 7947 0000"),
    ("GB", "0117 012 3456"),
    ("GB", "111"),
    ("DE", "030 5550123"),
    ("DE", "020 79460000"),
    ("US", "(303) 555-1212"),
    ("US", "303-555-0200"),
]


@pytest.mark.parametrize(("country", "phone"), FOR_FILMS)
def test_numbers_that_nobody_answers(country: str, phone: str) -> None:
    (problem,) = placeholders(clinic(country=country, phone=f'"{phone}"'))
    assert (problem.path, problem.rule) == ("phone", "placeholder")
    assert phone in problem.message and problem.place
    assert placeholders(clinic(country=country, phone=f'"{phone}"', sample="true")) == []


@pytest.mark.parametrize(("country", "phone"), SOMEBODYS)
def test_numbers_that_somebody_may_answer(country: str, phone: str) -> None:
    assert placeholders(clinic(country=country, phone=f'"{phone}"')) == []


@pytest.mark.parametrize(
    "host", ["example.org", "EXAMPLE.com", "videos.example.net", "clinic.test", "a.b.invalid:8080"]
)
def test_addresses_that_lead_nowhere(host: str) -> None:
    for found, path in (
        (placeholders(clinic(web=f"https://{host}/x?y")), "web"),
        (placeholders(clinic(video=f"{{base: https://{host}/v/}}")), "video.base"),
        (placeholders(exercise(video=f"https://{host}/wall")), "video"),
    ):
        assert [problem.path for problem in found] == [path]
    assert len(placeholders(clinic(email="hello@example.org"))) == 1


@pytest.mark.parametrize("host", ["example.org.uk", "myexample.com", "test.clinic", "contest.org"])
def test_addresses_that_may_lead_somewhere(host: str) -> None:
    assert placeholders(clinic(web=f"https://{host}/example.org")) == []


@pytest.mark.parametrize("words", ["New one", "new exercise", "TODO", "TODO: ask Sam", "Lorem ipsum dolor", "xxx"])
def test_words_still_to_be_written(words: str) -> None:
    (problem,) = placeholders(exercise(tip=f'"{words}"'))
    assert problem.path == "tip" and "still to be written" in problem.message


@pytest.mark.parametrize("words", ["New ones come later.", "Todos los dias.", "Lift one.", "Xylophone."])
def test_words_that_only_look_like_it(words: str) -> None:
    assert placeholders(exercise(tip=f'"{words}"')) == []


def test_the_list_has_the_words_of_the_template_and_only_a_wall_may_have_them() -> None:
    text = asset("templates", "exercise.yaml").read_text("utf-8")
    of_a_wall = load(Exercise, text.replace("{title}", "Wall sit"), "e.yaml")[0]
    assert placeholders(of_a_wall) == []
    other = load(Exercise, text.replace("{title}", "Bird dog"), "e.yaml")[0]
    found = placeholders(other)
    assert len(found) == len(known_placeholders().exercise) >= 5
    assert {problem.path.split("[")[0] for problem in found} == {"purpose", "steps", "tip", "easier"}


def test_a_new_clinic_has_one_line_that_nothing_is_made_with() -> None:
    text = asset("templates", "clinic.yaml").read_text("utf-8").replace("{title}", "Hill View")
    assert [problem.path for problem in placeholders(load(Clinic, text, "c.yaml")[0])] == ["phone"]


def test_bundled_clinics_are_samples_and_nothing_else_is() -> None:
    library = load_library()
    assert all(library.clinic(name).sample for name in library.clinic_ids())
    others = [library.exercise(name).sample for name in library.exercise_ids()]
    assert not any(others + [library.routine(name).sample for name in library.routine_ids()])
