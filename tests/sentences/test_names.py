"""Short names are beginnings of the names, and tell exercises apart."""

from __future__ import annotations

import pytest

from generator.content.checking.checked import load
from generator.content.exercise import Exercise
from generator.content.library import load_library
from generator.language.wording import load_wording
from generator.sentences import is_beginning, short_names

ENGLISH = load_wording("en-GB")


def exercise(name: str, short: str = "") -> Exercise:
    own = f"short_name: {short}\n" if short else ""
    rest = "purpose: P.\nposition: standing\nkind: stretch\nside: both\nsteps: [S.]\ndose: {hold: 30 s}\n"
    return load(Exercise, f"name: {name!r}\n{own}{rest}", "f.yaml")[0]


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Lying stretch with a strap"], ["Lying stretch"]),
        (["Rock back on hands and knees"], ["Rock back"]),
        (["Seated stretch, one leg long"], ["Seated stretch"]),
        (["Wall sit (both legs)"], ["Wall sit"]),
        (["Cat and cow"], ["Cat and cow"]),  # one word is too little
        (["March on a chair"], ["March on a chair"]),
        (
            ["Hip hinge with a pause", "Hip hinge in daily tasks"],
            ["Hip hinge with a pause", "Hip hinge in daily tasks"],
        ),
        (["Knee lift, lying", "Knee lift, on a chair"], ["Knee lift, lying", "Knee lift, on a chair"]),
        (["Standing forward fold", "Forward fold with bends"], ["Standing forward fold", "Forward fold with bends"]),
        (["Knee lift on a chair with a band", "Knee lift on a mat"], ["Knee lift on a chair", "Knee lift on a mat"]),
    ],
)
def test_a_name_ends_where_it_still_reads_well(names: list[str], short: list[str]) -> None:
    found = short_names([exercise(name) for name in names], ENGLISH)
    assert [found[name] for name in names] == short


@pytest.mark.parametrize(
    ("own", "short"), [("Lying", "Lying"), ("Strap", "Lying stretch"), ("Lying str", "Lying stretch")]
)
def test_the_author_may_choose_the_end_but_no_other_name(own: str, short: str) -> None:
    found = short_names([exercise("Lying stretch with a strap", own)], ENGLISH)
    assert list(found.values()) == [short]


def test_all_bundled_names_are_kept_apart() -> None:
    library = load_library()
    exercises = [library.exercise(name) for name in library.exercise_ids()]
    found = short_names(exercises, ENGLISH)
    assert len(set(found.values())) == len({exercise.name for exercise in exercises})
    assert all(is_beginning(short, name) for name, short in found.items())
