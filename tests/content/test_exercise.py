"""An exercise and its variants."""

from __future__ import annotations

import pickle

import pytest

from generator.content.checking.checked import load
from generator.content.exercise import Exercise
from generator.problems import ContentError, Place, Prose

from .samples import EXERCISE


def exercise(more: str = "") -> Exercise:
    return load(Exercise, EXERCISE + more, "f.yaml")[0]


def test_texts_keep_their_places_and_fold_white_space() -> None:
    found = exercise("tip: >\n  Keep your heels\n  down.\nfeel:   'your  thighs\u00a0working '\n")
    assert found.tip == "Keep your heels down." and found.feel == "your thighs\u00a0working"
    assert found.tip.place == Place("f.yaml", 9, 6)
    assert found.steps[1].place == Place("f.yaml", 7, 27)


def test_values_never_change_and_equal_files_are_equal() -> None:
    found = exercise()
    with pytest.raises(ValueError, match="frozen"):
        found.name = Prose("Other")
    assert found == exercise()
    again = pickle.loads(pickle.dumps(found))
    assert again == found and again.name.place == found.name.place


def test_an_easier_way_is_a_text_or_names_an_exercise() -> None:
    found = exercise("easier: Slide less.\nharder: {text: Slide more., exercise: deep-squat}\n")
    assert found.easier is not None and (found.easier.text, found.easier.exercise) == ("Slide less.", None)
    assert found.harder is not None and found.harder.exercise == "deep-squat"


def test_a_variant_changes_only_what_it_says() -> None:
    found = exercise(
        "equipment: [wall]\ntip: Slowly.\nvariants:\n"
        "  ball: {label: With a ball, equipment: [wall, ball], dose: {reps: 10}, steps: [Roll down.]}\n"
    )
    ball = found.option("ball")
    assert ball.equipment == ("wall", "ball") and ball.steps == ("Roll down.",)
    assert ball.dose.reps is not None and ball.dose.reps.low == 10
    assert ball.dose.sets == found.dose.sets
    assert (ball.name, ball.tip) == (found.name, found.tip)
    assert found.equipment == ("wall",)
    with pytest.raises(KeyError):
        found.option("towel")


def test_a_variant_with_its_own_figure_does_not_show_the_photograph() -> None:
    found = exercise(
        "picture: squat.png\nalt: A squat.\nvariants:\n"
        "  chair: {label: Chair, figure: {pose: sitting}}\n  towel: {label: Towel}\n"
    )
    assert found.option("chair").picture is None
    assert found.option("towel").picture == "squat.png"


@pytest.mark.parametrize(
    "name", ["../x.png", "/etc/passwd", "a/../b.png", "C:x.png", "a\\b.png", "./x.png", "a//b", "."]
)
def test_a_picture_is_named_inside_the_folder(name: str) -> None:
    with pytest.raises(ContentError, match="needs the name of a file"):
        exercise(f"picture: '{name}'\nalt: A squat.\n")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://localhost",
        "//example.org",        "HTTPS://example.org", "https://user:secret@example.org/", "https://example.org/a b", "https://exam\u200bple.org",
        "https://example.org\\@evil.org", "data:text/html,x", "https:///path",
    ],
)  # fmt: skip
def test_only_plain_https_addresses(address: str) -> None:
    with pytest.raises(ContentError, match="address"):
        exercise(f'video: "{address}"\n'.replace("\\", "\\\\"))


def test_markup_is_only_text() -> None:
    found = exercise("tip: '<b>bold</b> &amp; {curly} %s'\n")
    assert found.tip == "<b>bold</b> &amp; {curly} %s"
