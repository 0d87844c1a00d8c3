"""Texts that are said for some sides only, in exercises, variants, routines and phases."""

from __future__ import annotations

import pickle

import pytest

from generator.content.checking.checked import load
from generator.content.exercise import Exercise
from generator.content.routine import Routine
from generator.problems import ContentError

from .samples import EXERCISE, ROUTINE

STEPS = "steps: [Stand by a wall., Slide down.]"


def exercise(more: str, steps: str = STEPS) -> Exercise:
    return load(Exercise, EXERCISE.replace(STEPS, steps) + more, "f.yaml")[0]


SIDED = "steps: [Stand., {text: Lift. Then change legs., only: each}, {text: Lift., only: one side}]"


@pytest.mark.parametrize(
    ("side", "steps"),
    [
        ("each", ("Stand.", "Lift. Then change legs.")),
        ("left", ("Stand.", "Lift.")),
        ("right", ("Stand.", "Lift.")),
        ("both", ("Stand.",)),
        ("alternate", ("Stand.",)),
    ],
)
def test_steps_are_those_of_the_side(side: str, steps: tuple[str, ...]) -> None:
    assert exercise("", SIDED).on(side).steps == steps


def test_a_single_text_is_the_first_that_fits_or_none() -> None:
    found = exercise(
        "tip: [{text: In turn., only: [each, alternate]}, Slowly.]\nfeel: {text: a pull, only: one side}\n"
    )
    assert [found.on(side).tip for side in ("each", "alternate", "both", "left")] == [
        "In turn.",
        "In turn.",
        "Slowly.",
        "Slowly.",
    ]
    assert (found.on("each").feel, found.on("right").feel) == (None, "a pull")


def test_levels_stop_signs_and_variants_are_sided_too() -> None:
    found = exercise(
        "easier: {text: Rest in between., only: each}\nstop_if: [{text: both hurt, only: each}, it hurts]\n"
        "variants: {ball: {label: Ball, avoid: {text: Swapping fast., only: alternate}}}\n"
    )
    assert found.on("left").easier is None and found.on("each").easier is not None
    assert found.on("left").stop_if == ("it hurts",)
    ball = found.option("ball")
    assert (ball.on("alternate").avoid, ball.on("left").avoid) == ("Swapping fast.", None)


def test_a_caption_that_is_not_said_keeps_its_place() -> None:
    found = exercise("captions: [Bend, {text: Change, only: each}]\n")
    assert found.on("each").captions == ("Bend", "Change")
    assert found.on("left").captions == ("Bend", "")


def test_places_survive_and_values_can_be_sent_to_other_processes() -> None:
    found = exercise("", SIDED)
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    step = again.on("left").steps[1]
    assert (
        step == "Lift."
        and step.place is not None
        and (step.place.line, step.place.column) == (7, SIDED.rindex("Lift.") + 1)
    )


def test_a_dump_is_what_the_file_says() -> None:
    tip = [{"text": "In turn.", "only": ["each"]}, "Slowly."]
    found = exercise("tip: [{text: In turn., only: each}, Slowly.]\n", SIDED).model_dump(
        mode="json", exclude_unset=True
    )
    assert found["tip"] == tip and found["steps"][2] == {"text": "Lift.", "only": ["one side"]}


def test_what_depends_on_nothing_stays_the_same_value() -> None:
    found = exercise("tip: Slowly.\n")
    assert found.on("left") is found


def test_a_routine_and_its_phases() -> None:
    text = ROUTINE.replace(
        "message: Move every day.", "message: [{text: Move both., only: each}, Move every day.]"
    ).replace("kind: mobilise,", "kind: mobilise, intro: {text: Both legs., only: each},")
    routine = load(Routine, text + "remember: [Breathe., {text: Stretch both sides., only: each}]\n", "f.yaml")[0]
    one, both = routine.on("left"), routine.on("each")
    assert (one.message, one.remember, one.phases[0].intro) == (("Move every day.",), ("Breathe.",), None)
    assert (both.message[0], both.remember[1], both.phases[0].intro) == (
        "Move both.",
        "Stretch both sides.",
        "Both legs.",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tip: {text: A., only: eech}", 'f.yaml:9:23: tip.only: needs each, alternate or one side, not "eech"'),
        ("tip: {text: A., onyl: each}", 'f.yaml:9:17: tip.onyl: "onyl" is not a known key'),
        ("tip: {only: each}", "tip.text: this key is missing"),
        ("tip: {Note: stand}", "put a text that holds a colon and a space in quotes"),
        (
            "tip: [A., {text: B., only: each}]",
            "f.yaml:9:7: tip[1]: is for all sides, so what stands behind it is never said",
        ),
        ("tip: []", "has 0 items"),
    ],
)
def test_slips_are_told_at_their_place(line: str, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        exercise(line + "\n")
    assert any(said in str(problem) for problem in caught.value.problems)


def test_a_hint_names_the_keys_of_such_a_text() -> None:
    with pytest.raises(ContentError, match="did you mean only"):
        exercise("tip: {text: A., onyl: each}\n")
    with pytest.raises(ContentError, match="did you mean only"):
        exercise("", "steps: [{text: A., onyl: each}]")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (EXERCISE.replace(STEPS, "steps: [{text: A., only: each}]"), "steps"),
        (EXERCISE.replace("purpose: Makes standing up easier.", "purpose: {text: A., only: one side}"), "purpose"),
        (EXERCISE + "variants: {ball: {label: B, steps: [{text: A., only: alternate}]}}\n", "variants.ball.steps"),
        (ROUTINE.replace("message: Move every day.", "message: {text: A., only: each}"), "message"),
        (ROUTINE.replace("why: It may help.", "why: {text: A., only: each}"), "why"),
    ],
)
def test_no_side_is_left_without_what_must_be_said(text: str, path: str) -> None:
    model = Routine if "phases" in text else Exercise
    with pytest.raises(ContentError) as caught:
        load(model, text, "f.yaml")
    assert [problem.path for problem in caught.value.problems] == [path]
    assert "nothing is left of it where the side is" in str(caught.value)
