"""Doses in a client's words: right plurals, numbers kept with their units, no raw notation."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.language.wording import load_wording
from generator.plan import PlannedExercise
from generator.problems import ContentError
from generator.sentences import clinician_line, dose_notes, dose_sentence, short_dose
from tests.shelf import Shelf

ENGLISH = load_wording("en-GB")
LEG = "muscles: [hamstrings, calf]\n"
SLOW = "tempo: {lower: 3 s, pause: 1 s, lift: 2 s}"


def planned(dose: str, side: str = "both", kind: str = "strength", more: str = LEG, **fields: Any) -> PlannedExercise:
    routine = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"
    exercise = f"kind: {kind}\nside: {side}\ndose: {{{dose}}}\n{more}"
    return Shelf(routine, {"a": exercise}).plan(**fields).exercises[0]


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("dose", "side", "kind", "sentence"),
    [
        (f"sets: 2, reps: 8, unit: lift, rest: 1 min, {SLOW}", "each", "strength",
         "2 sets of 8 slow lifts on each leg. Rest 1 minute between sets."),
        ("sets: 2-3, reps: 8-12, unit: curl", "both", "strength", "2 to 3 sets of 8 to 12 bends."),
        ("sets: 1, reps: 1, unit: curl", "both", "strength", "1 bend."),
        ("reps: 8, unit: lift, rest: 1 min", "left", "strength", "8 lifts on your left leg."),
        ("reps: 8", "each", "strength", "Do it 8 times on each leg."),
        ("reps: 1", "both", "strength", "Do it 1 time."),
        ("sets: 2, reps: 8", "both", "strength", "2 sets of 8."),
        ("reps: 10, unit: march", "alternate", "mobility", "10 knee lifts on each leg. Change legs each time."),
        ("sets: 3, reps: 10, unit: bend, hold: 3 s, rest: 90 s", "both", "strength",
         "3 sets of 10 bends. Hold each one for 3 seconds. Rest 1 minute 30 seconds between sets."),
        ("hold: 30 s", "both", "stretch", "Hold for 30 seconds."),
        ("hold: 30 s", "each", "stretch", "Hold for 30 seconds on each leg."),
        ("hold: 30-60 s, sets: 2", "each", "stretch", "Hold for 30 to 60 seconds. Do it 2 times on each leg."),
        ("hold: 30 s, sets: 2, rest: 10 s", "right", "stretch",
         "Hold for 30 seconds. Do it 2 times on your right leg. Rest 10 seconds in between."),
        ("hold: 30 s, reps: 3", "each", "stretch", "Hold for 30 seconds. Do it 3 times on each leg."),
        ("hold: 30 s, sets: 2-3", "alternate", "stretch",
         "Hold for 30 seconds. Do it 2 to 3 times on each leg, in turn."),
        ("hold: 1 min, sets: 1", "both", "stretch", "Hold for 1 minute."),
        ("duration: 1 min, unit: roll", "each", "soft-tissue", "Roll slowly for 1 minute on each leg."),
        ("duration: 1-2 min", "both", "warm-up", "Keep going for 1 to 2 minutes."),
        ("duration: 30 s - 2 min", "both", "stretch", "Hold for 30 seconds to 2 minutes."),
        ("duration: 1 min, unit: knee-bend", "alternate", "mobility", "Bend one knee then the other for 1 minute."),
        ("duration: 1 min, unit: knee-bend", "left", "mobility",
         "Bend and straighten your knee for 1 minute on your left leg."),
        ("duration: 40 s, unit: breath, sets: 2, rest: 0 s", "both", "breathing",
         "Breathe slowly for 40 seconds. Do it 2 times."),
        ("distance: 20 m, sets: 2", "both", "strength", "Go 20 metres. Do it 2 times."),
        ("distance: 1 step", "both", "strength", "Go 1 step."),
    ],
)  # fmt: skip
def test_the_large_line(dose: str, side: str, kind: str, sentence: str) -> None:
    assert loose(dose_sentence(planned(dose, side, kind), ENGLISH)) == sentence


@pytest.mark.parametrize(
    ("muscles", "limb", "words"),
    [
        ("[hamstrings, lower back]", "", "on each leg"),
        ("[side body, hamstrings]", "", "on each side"),
        ("[lower back]", "", "on each side"),
        ("[shoulder]", "", "on each arm"),
        ("[]", "", "on each side"),
        ("[hamstrings]", ", limb: foot", "with each foot"),
        ("[hamstrings]", ", limb: front foot", "with each foot in front"),
    ],
)
def test_the_word_for_a_side(muscles: str, limb: str, words: str) -> None:
    exercise = planned(f"hold: 30 s{limb}", "each", "stretch", f"muscles: {muscles}\n")
    assert words in dose_sentence(exercise, ENGLISH)


@pytest.mark.parametrize(
    ("dose", "kind", "notes"),
    [
        ("reps: 8, load: bodyweight", "strength", ()),
        ("reps: 8, load: 12.5 kg", "strength", ("Use 12.5 kg.",)),
        ("reps: 8, load: {effort: {reps_in_reserve: 3}}", "strength", ("Stop when you could still do 3 more.",)),
        ("reps: 8, load: {effort: {reps_in_reserve: 2-3}}", "strength", ("Stop when you could still do 2 to 3 more.",)),
        ("reps: 8, load: {effort: {reps_in_reserve: 0}}", "strength",
         ("Stop when you could not do one more with good form.",)),
        ("reps: 8, load: {effort: {rpe: 6}}", "strength",
         ("It should feel like 6 out of 10, where 10 is as hard as you can.",)),
        ("reps: 8, load: {band: {brand: Acme, colour: red}}", "strength", ("Use the red band (Acme).",)),
        (f"reps: 8, {SLOW}", "strength", ("Lower 3 seconds, pause 1 and lift 2.",)),
        (f"reps: 8, {SLOW}", "mobility", ()),
    ],
)  # fmt: skip
def test_notes(dose: str, kind: str, notes: tuple[str, ...]) -> None:
    assert tuple(map(loose, dose_notes(planned(dose, kind=kind), ENGLISH))) == notes


@pytest.mark.parametrize(
    ("dose", "side", "text"),
    [
        (f"sets: 2, reps: 8, unit: lift, {SLOW}", "each", "2 sets of 8 lifts, each leg"),
        ("hold: 30 s, sets: 2", "each", "Hold for 30 seconds, 2 times, each leg"),
        ("hold: 30 s", "right", "Hold for 30 seconds on your right leg"),
        ("duration: 1 min, unit: roll", "each", "Roll slowly for 1 minute, each leg"),
        ("reps: 10, unit: bend, hold: 3 s", "both", "10 bends, hold each one for 3 seconds"),
    ],
)
def test_few_lines(dose: str, side: str, text: str) -> None:
    assert loose(short_dose(planned(dose, side, "stretch"), ENGLISH)) == text


@pytest.mark.parametrize(
    ("dose", "side", "text"),
    [
        (f"sets: 2, reps: 8-12, rest: 1 min, {SLOW}, load: {{weight: 12 kg, effort: {{reps_in_reserve: 3}}}}", "each",
         "2 × 8–12, each side, tempo 3-1-2 (lower, pause, lift), 12 kg, RIR 3, rest 1 min, 3/week"),
        ("sets: 3, reps: 10, hold: 3 s, frequency: {times_a_day: 2}", "both", "3 × 10 × 3 s, 3/week, 2/day"),
        ("hold: 30 s, load: bodyweight", "alternate", "30 s, alternating, bodyweight, 3/week"),
        ("reps: 5, load: {effort: {rpe: 7}}", "left", "5, left, RPE 7, 3/week"),
    ],
)  # fmt: skip
def test_the_clinicians_line(dose: str, side: str, text: str) -> None:
    assert loose(clinician_line(planned(dose, side), ENGLISH)) == text


def test_american_spelling() -> None:
    assert loose(dose_sentence(planned("distance: 20 m"), load_wording("en-US"))) == "Go 20 meters."


def test_a_unit_without_a_word_is_named_with_its_place() -> None:
    with pytest.raises(ContentError) as caught:
        dose_sentence(planned("reps: 8, unit: lft"), ENGLISH)
    (problem,) = caught.value.problems
    assert '"lft"' in problem.message and problem.hint == "did you mean lift?"


amounts = st.one_of(
    st.builds("reps: {}, unit: {}".format, st.integers(1, 200), st.sampled_from(["rep", *ENGLISH.units])),
    st.builds("reps: {}-{}".format, st.integers(1, 9), st.integers(9, 20)),
    st.builds("hold: {} s".format, st.integers(1, 600)),
    st.builds("duration: {} s, unit: {}".format, st.integers(1, 7200), st.sampled_from(list(ENGLISH.units))),
    st.builds("distance: {} {}".format, st.integers(1, 999), st.sampled_from(["m", "km", "ft", "steps"])),
)


@example("duration: 3661 s, unit: knee-bend", "left", "", "mobility")
@given(
    amounts,
    st.sampled_from(["both", "each", "left", "right", "alternate"]),
    st.sampled_from(["", ", sets: 1", ", sets: 3", ", sets: 2-3", ", sets: 2, rest: 45 s"]),
    st.sampled_from(["strength", "stretch", "mobility"]),
)
def test_every_dose_reads_as_sentences(amount: str, side: str, sets: str, kind: str) -> None:
    exercise = planned(amount + sets, side, kind)
    text = dose_sentence(exercise, ENGLISH)
    assert re.fullmatch(r"([A-Z0-9][^.]*\. )*[A-Z0-9][^.]*\.", text), text
    # A number and what it counts are never parted, and there is no notation.
    assert not re.search(r"\d (second|minute|hour|set|time|metre|step)", text), text
    assert not re.search(r"[×@{}]|RPE|RIR|\b(\w+) \1\b", text), text
    assert not re.search(r"\b1\N{NO-BREAK SPACE}(seconds|minutes|sets|times|steps|metres)\b", text), text
    # An hour with odd minutes and seconds is six words by itself.
    assert max(len(part.split()) for part in text.split(". ")) <= (16 if "hour" in text else 15)
    assert short_dose(exercise, ENGLISH)
    assert clinician_line(exercise, ENGLISH)
