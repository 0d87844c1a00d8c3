"""A clinic's exercise that says only what differs from another one; and what is wrong with that, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.library import Library, load_library
from generator.problems import ContentError

BUNDLED = load_library()


def own(folder: Path, **files: str) -> Library:
    (folder / "exercises").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "exercises" / f"{name.replace('_', '-')}.yaml").write_text(text)
    return load_library(folder)


def test_what_differs_stands_over_the_bundled_file(tmp_path: Path) -> None:
    library = own(tmp_path, hip_hinge="extends: hip-hinge\nname: Bow\ndose: {sets: 4, rest: 2 min}\nharder: null\n")
    mine, theirs = library.exercise("hip-hinge"), BUNDLED.exercise("hip-hinge")
    assert (mine.name, str(mine.dose.sets), str(mine.dose.rest), mine.harder) == ("Bow", "4", "2 min", None)
    assert (mine.steps, mine.figure, mine.dose.reps) == (theirs.steps, theirs.figure, theirs.dose.reps)
    assert theirs.dose.progression and mine.dose.progression == (), "another amount ends the old steps"
    assert mine.name.place and mine.name.place.file.endswith("hip-hinge.yaml") and mine.name.place.line == 2
    assert mine.steps[0].place and "handouts/exercises" in mine.steps[0].place.file
    assert not [one for one in library.check("exercises", "hip-hinge") if one.severity == "error"]


def test_another_id_and_another_measure(tmp_path: Path) -> None:
    slow_text, slower = "extends: hip-hinge\ndose: {duration: 30 s}\n", "extends: slow-hinge\nname: Slower\n"
    library = own(tmp_path, slow_hinge=slow_text, slower=slower)
    slow = library.exercise("slow-hinge")
    assert slow.dose.measure == "duration" and slow.name == BUNDLED.exercise("hip-hinge").name
    assert library.exercise("slower").dose == slow.dose and library.exercise("slower").name == "Slower"
    assert library.exercise("hip-hinge") == BUNDLED.exercise("hip-hinge")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"mine": "extends: hip-hing\n"}, r'mine\.yaml:1:10: extends: there is no other exercise "hip-hing" to extend'),
        ({"mine": "extends: mine\n"}, r'mine\.yaml:1:10: extends: there is no other exercise "mine"'),
        ({"mine": "extends: yours\n", "yours": "extends: mine\n"}, "to extend"),
        ({"mine": "extends: hip-hinge\ndose: {sets: many}\n"}, r"mine\.yaml:2:14: dose\.sets: needs"),
        ({"mine": "extends: hip-hinge\ncolour: red\n"}, r'mine\.yaml:2:1: colour: "colour" is not a known key'),
        ({"mine": "extends: 3\n"}, r"mine\.yaml:1:10: extends: needs a text, not 3"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(ContentError, match=message):
        own(tmp_path, **files).exercise("mine")


def test_a_picture_is_found_beside_the_file_that_names_it(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    own(first, base="extends: cat-cow\npicture: a.png\nalt: A person.\n")
    (first / "exercises" / "a.png").write_bytes(b"")
    own(second, mine="extends: base\nname: Mine\n")
    library = load_library(first, second)
    assert library.picture("mine", "a.png") == first / "exercises" / "a.png"
