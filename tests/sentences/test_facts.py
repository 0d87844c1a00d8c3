"""Facts and fixed lines."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.plan import Plan
from generator.sentences import (
    about_minutes,
    code_alt,
    continued,
    equipment_list,
    facts,
    footer_lines,
    graph_alt,
    measure_line,
    notes_head,
    progress_rule,
    session_video_length,
    time_fact,
    video_length,
)
from tests.shelf import Shelf, strength, stretch

ENGLISH = load_wording("en-GB")
ROUTINE = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"


def plan_of(exercise: str = "", routine: str = "", clinic: str = "", dose: str = "duration: 8 min") -> Plan:
    return Shelf(ROUTINE + routine, {"a": strength(dose) + exercise}, clinic).plan()


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_strip() -> None:
    strip = facts(plan_of("equipment: [mat, strap or towel]\n"), ENGLISH)
    assert [(label, loose(value)) for label, value in strip] == [
        ("Time", "8 minutes"),
        ("How often", "3 days a week"),
        ("You need", "Mat, strap or towel"),
    ]


@pytest.mark.parametrize(
    ("exercise", "text"),
    [
        ("", "Just a little space"),
        ("equipment: [rack]\nvariants: {b: {label: B, equipment: [ball, chair]}}\n", "Rack, or ball and chair"),
    ],
)
def test_equipment(exercise: str, text: str) -> None:
    assert equipment_list(plan_of(exercise), ENGLISH) == text


def test_progress() -> None:
    steps = "duration: 8 min, progress_to: Go further."
    assert progress_rule(plan_of(), ENGLISH) == (), "nothing has steps"
    assert progress_rule(plan_of(dose="reps: 8, weeks: {3: {reps: 9}}, progress_to: Go on."), ENGLISH) == ()
    own = plan_of(routine="progress: {up: Go up., stay: Stay there., back: Go back.}\n", dose=steps)
    assert [text for _, text in progress_rule(own, ENGLISH)] == [
        "Go up.",
        "Stay there.",
        "Go back. On the first step? Rest it for a day.",
    ]
    strict = plan_of(clinic="pain_rule: {go: [0, 2], care: [3, 5], stop: [6, 10]}\n", dose=steps)
    usual = progress_rule(strict, ENGLISH)
    assert [lead for lead, _ in usual] == ["Move up:", "Stay:", "Step back:"]
    assert "2 or less" in usual[0][1], "what the clinic's pain rule allows"


def test_the_graph_in_words() -> None:
    measure = "{id: m, name: Reach, unit: cm, min: -10, max: 40, step: 10, better: lower, how: Fold.%s}"
    for change, line in (
        (", change: 5", "Reach, in cm. A change of 5 cm or more counts."),
        ("", "Reach, in cm."),
    ):
        (found,) = plan_of(routine=f"measures: [{measure % change}]\n").routine.measures
        assert loose(measure_line(found, ENGLISH)) == line
        assert "Reach from -10 to 40 cm" in loose(graph_alt(found, (1, 2, 3, 4), ENGLISH))


TWO = (
    "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"
    "  - {id: q, name: Q, kind: stretch, frequency: 7, exercises: [b]}\n"
)


@pytest.mark.parametrize(
    ("routine", "lift", "fact"),
    [
        (ROUTINE, "10 min", "10 minutes"),
        (TWO, "10-13 min", "2 minutes, some days 12 to 15"),
        (TWO, "1 min", "2 to 3 minutes"),
    ],
)
def test_days_with_more_to_do_are_told_apart(routine: str, lift: str, fact: str) -> None:
    plan = Shelf(routine, {"a": strength(f"duration: {lift}"), "b": stretch("hold: 90 s")}).plan()
    assert loose(time_fact(plan, ENGLISH)) == fact


@pytest.mark.parametrize(
    ("minutes", "length"),
    [(12, "12 minute video"), (15, "15 minute video"), (2, ""), (11, ""), (16, "")],
)
def test_a_video_is_as_long_as_the_whole_session_or_its_length_is_not_printed(minutes: int, length: str) -> None:
    video = f"video: {{slug: r, minutes: {minutes}}}\n"
    plan = Shelf(video + TWO, {"a": strength("duration: 10-13 min"), "b": stretch("hold: 90 s")}).plan()
    assert loose(session_video_length(plan, ENGLISH)) == length


def test_small_lines() -> None:
    plan = plan_of(clinic="clinician: your physiotherapist\n")
    version, author = map(loose, footer_lines(plan, ENGLISH))
    assert version == "Knees. Version 1.0. Issued November 2026. Review by November 2029."
    assert author.startswith("Written by a physiotherapist.")
    assert continued("Warm-up", ENGLISH) == "Warm-up, continued"
    assert loose(about_minutes(plan.phases[0], ENGLISH)) == "About 8 minutes."
    assert notes_head(plan.clinic, ENGLISH) == "Notes from your physiotherapist"
    assert notes_head(plan_of().clinic, ENGLISH) == "Notes"
    assert [loose(video_length(minutes, ENGLISH)) for minutes in (None, 1, 16)] == [
        "",
        "1 minute video",
        "16 minute video",
    ]
    assert code_alt("https://example.org/v", ENGLISH) == "QR code: opens https://example.org/v"
