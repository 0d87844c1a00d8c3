"""How hard and how slowly, as trainers and clinicians write it: what a client reads, or why not and what to write."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan.duration import Moving, seconds_of
from generator.problems import ContentError
from generator.sentences import clinician_line, dose_notes
from generator.sentences.words_of import dose_in_words
from tests.sentences.test_shapes import loose, planned

ENGLISH = load_wording("en-GB")
SCALE = "on a scale from 6 (no effort) to 20 (all you can)."
TOP = "Lower 3 seconds, pause 1, lift 2 and pause 1 at the top."


@pytest.mark.parametrize(
    ("effort", "read", "step", "notation"),
    [
        ("rpe: 7.5", "It should feel like 7.5 out of 10, where 10 is as hard as you can.", "effort 7.5 out of 10",
         "RPE 7.5"),
        ("borg: 6", f"It should feel like no effort at all: 6 {SCALE}", "effort 6 on the scale of 6 to 20", "Borg 6"),
        ("borg: 8", f"It should feel extremely light: 8 {SCALE}", "effort 8 on the scale of 6 to 20", "Borg 8"),
        ("borg: 13", f"It should feel somewhat hard: 13 {SCALE}", "effort 13 on the scale of 6 to 20", "Borg 13"),
        ("borg: 12-13", f"It should feel light to somewhat hard: 12 to 13 {SCALE}",
         "effort 12 to 13 on the scale of 6 to 20", "Borg 12–13"),
        ("borg: 15-16", f"It should feel hard: 15 to 16 {SCALE}", "effort 15 to 16 on the scale of 6 to 20",
         "Borg 15–16"),
        ("borg: 20", f"It should feel as hard as can be: 20 {SCALE}", "effort 20 on the scale of 6 to 20", "Borg 20"),
        ("heart_rate: 120", "Keep your heart rate at 120 beats a minute.", "120 heartbeats a minute",
         "heart rate 120 bpm"),
        ("heart_rate: 110-125 bpm", "Keep your heart rate at 110 to 125 beats a minute.",
         "110 to 125 heartbeats a minute", "heart rate 110–125 bpm"),
    ],
)  # fmt: skip
def test_effort(effort: str, read: str, step: str, notation: str) -> None:
    one = planned(f"reps: 8, load: {{effort: {{{effort}}}}}")
    assert loose(" ".join(dose_notes(one, ENGLISH))) == read
    assert loose(dose_in_words(one.dose, ENGLISH, ("load",))) == step
    assert loose(clinician_line(one, ENGLISH)) == f"8, {notation}, 3/week"


def test_a_heart_rate_ends_no_set() -> None:
    one = planned("reps: max, load: {effort: {heart_rate: 120}}")
    assert dose_notes(one, ENGLISH)[1] == "Stop when you could not do one more with good form."


@pytest.mark.parametrize(
    ("tempo", "read", "seconds"),
    [
        ("3-1-2-0", "Lower 3 seconds, pause 1 and lift 2.", 6),
        ("3-1-2-1", TOP, 7),
        ("3/1/2/1", TOP, 7),
        ('"3121"', TOP, 7),
        ("3121", TOP, 7),
        ("2-0-2-0", "Lower 2 seconds and lift 2.", 4),
        ("10-0-2-0", "Lower 10 seconds and lift 2.", 12),
        ("{lower: 3 s, pause: 1 s, lift: 2 s, top: 1 s}", TOP, 7),
        ("{lift: 2 s, top: 1 s, lower: 3 s, pause: 1 s}", "Lift 2 seconds, pause 1 at the top, lower 3 and pause 1.",
         7),
        ("{lift: 2 s, pause: 1 s, lower: 3 s}", "Lift 2 seconds, pause 1 and lower 3.", 6),
    ],
)  # fmt: skip
def test_tempo(tempo: str, read: str, seconds: int) -> None:
    one = planned(f"reps: 8, tempo: {tempo}")
    assert loose(" ".join(dose_notes(one, ENGLISH))) == read
    assert seconds_of(Moving(one.dose, one.side)) == (8 * seconds, 8 * seconds)


@pytest.mark.parametrize(
    ("dose", "message", "hint"),
    [
        ("reps: 8, tempo: 31X0", 'takes no X, as in "31X0"', "write 1 for it"),
        ("reps: 8, tempo: 3-1-X-0", 'takes no X, as in "3-1-X-0"', "write 1 for it"),
        ("reps: 8, tempo: 3-1", 'needs four figures, such as 3-1-2-0, not "3-1"', "{lower: 3 s, pause: 1 s, lift"),
        ("reps: 8, tempo: 0-0-0-0", "needs lower, pause or lift", "{lower: 3 s, pause: 1 s, lift: 2 s}"),
        ("reps: 8, load: {effort: {borg: 4}}", "needs 6 to 20; rpe is the scale of 0 to 10", ""),
        ("reps: 8, load: {effort: {borg: 13, rpe: 5}}", "needs one of reps_in_reserve, rpe, borg and heart_rate", ""),
        ("reps: 8, load: {effort: {cr10: 4}}", '"cr10" is not a known key', "rpe is the scale of 0 to 10"),
        ("reps: 8, rpe: 7.5", '"rpe" is not a known key', "load: {effort: {rpe: 7.5}}"),
        ("reps: 8, heart_rate: 120", '"heart_rate" is not a known key', "load: {effort: {heart_rate: 110-125}}"),
        ("hold: 5 breaths", 'not "5 breaths"', "a slow breath takes about 5 s: write 25 s"),
        ("hold: 1 slow breath", 'not "1 slow breath"', "write 5 s, and the breaths in a step"),
        ("hold: 30 s, rest_between_sides: 10 s", '"rest_between_sides" is not a known key', "in a step"),
        ("hold: 30 s, rest_after: 10 s", '"rest_after" is not a known key', "a group's after a round"),
        ("duration: 20 s on / 10 s off", "needs", 'groups: ["a: 8 rounds, 20 s on, 10 s off"]'),
        ("reps: 8, emom: 1", '"emom" is not a known key', 'groups: ["a: 10 rounds, every 1 min"]'),
        ("reps: 8, load: {effort: {heart_rate: 60 %}}", 'needs 120 or 110-125 bpm, not "60 %"', ""),
        ("reps: 8, load: {effort: {heart_rate: 300}}", "needs 40 to 220 beats a minute, not 300 bpm", ""),
    ],
)
def test_what_is_refused_has_a_place_and_a_way_out(dose: str, message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        planned(dose)
    (problem,) = caught.value.problems
    assert message in problem.message and hint in problem.hint
    assert problem.place and (problem.place.file, problem.place.line) == ("a.yaml", 7) and problem.place.column > 10
