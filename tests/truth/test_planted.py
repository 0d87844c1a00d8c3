"""The checker refuses a contradiction of each kind: planted in what was read back, and in a page itself."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

import pytest

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.make import Master
from generator.manuscript import describe_rows as chart_words
from generator.page.format import Format
from tests.conformance.family import workshop
from tests.truth.contradictions import contradictions
from tests.truth.sheet import Sheet
from tests.truth.test_family import made

CARDS = Format(paper=Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD)
HINGE = {"routine": "hip-hinge-foundations"}
BY_WEEK = {
    "hip-hinge": {"weeks": {3: {"reps": 10}, 4: {"reps": 12}}},
    "stiff-leg-deadlift": {"weeks": {4: {"sets": 3}}},
}
FRONT = Format(paper=Paper.A4, layout=Layout.SHEET, chart=ChartKind.PARTS, only="sheet")
SHEETS: dict[str, tuple[dict[str, Any], Format]] = {
    "hinge": (HINGE, CARDS),
    "weeks": ({**HINGE, "dose": BY_WEEK}, CARDS),
    "daily": (
        {**HINGE, "dose": {"hip-hinge": {"frequency": "daily"}}},
        CARDS,
    ),
    "kilos": (
        {**HINGE, "dose": {"stiff-leg-deadlift": {"load": "12 kg"}}},
        dataclasses.replace(CARDS, only="cards"),
    ),
    "weeks in large print": (
        {**HINGE, "dose": BY_WEEK},
        dataclasses.replace(CARDS, style="large-print", only="chart"),
    ),
    "front": (HINGE, FRONT),
    "front by weeks": ({**HINGE, "dose": BY_WEEK}, FRONT),
    "front, low rows": ({"routine": "hamstring-health"}, FRONT),
    "front, left": ({"routine": "back-care-stretches", "side": "left"}, FRONT),
    "front, clock": ({"routine": "ten-minute-follow-along"}, FRONT),
    "health": ({"routine": "hamstring-health"}, dataclasses.replace(CARDS, only="cards")),
    "left": (
        {"routine": "back-care-stretches", "side": "left"},
        CARDS,
    ),
    "clock": (
        {"routine": "ten-minute-follow-along"},
        CARDS,
    ),
}
HOW = "Stand with straight knees and fold down. Measure from your fingertips to the floor."
PLANTED = [
    ("hinge", "told", "8 slow ", "10 slow "),
    ("hinge", "told", "Stop at a mild pull", "Hold for 3 seconds at a mild pull"),
    ("hinge", "told", "An empty bar or two light dumbbells", "One or two sets"),
    ("kilos", "told", "Tip: The weight", "Begin with: The weight"),
    ("hinge", "told", "2 sets of 8 slow ", "8 sets of 2 slow "),
    ("hinge", "told", "12 slow moves", "12 slow lifts"),
    ("hinge", "told", "slowly for 1 minute", "slowly for 1 minute 10 seconds"),
    ("hinge", "told", "Rest 2 minutes", "Rest 1 minute"),
    ("hinge", "told", "moves on each leg", "moves on your left leg"),
    ("hinge", "told", "moves on each leg", "moves"),
    ("hinge", "told", "Knee pump with a band", "Lift with nearly straight legs"),
    ("hinge", "told", "Knee pump with a band", "Knee pump"),
    ("hinge", "told", "Or: Ball under", "Or: Bar under"),
    ("hinge", "told", "3 days a week", "2 days a week"),
    ("hinge", "told", "2 minute video", "3 minute video"),
    ("hinge", "rows", "12 moves", "10 moves"),
    ("hinge", "rows", "1 minute, each leg", "1 minute, left leg"),
    ("hinge", "rows", "1 minute, each leg", "1 minute"),
    ("hinge", "rows", "Hip hinge", "Hinge at the hip"),
    ("hinge", "rows", " 12 moves, each leg", ""),
    ("hinge", "week", "5 minutes", "5 to 9 minutes"),
    ("hinge", "week", "3 days a week", "4 days a week"),
    ("hinge", "front", "Time 10 minutes", "Time 10 to 12 minutes"),
    ("hinge", "front", "Time 10 minutes", "Time 9 minutes"),
    ("hinge", "front", "10 minute video", "14 minute video"),
    ("hinge", "front", "10 minute video", "11 minute video"),
    ("hinge", "told", "8, later 10, later 12 slow bends", "8, later 10, later 14 slow bends"),
    ("hinge", "told", "8, later 10, later 12 slow bends", "8, later 12 slow bends"),
    ("hinge", "told", "Then: hinge a little lower.", "Go on."),
    ("hinge", "told", "hinge a little lower", "hinge a little faster"),
    ("hinge", "told", "Next step: Lean in a little more.", "Next step: Lean back."),
    ("hinge", "rows", "8, later 10, later 12 bends", "8, later 10 bends"),
    ("hinge", "rows", "8, later 10, later 12 bends", "8 bends"),
    ("hinge", "rows", "3 sets of 8 lifts", "3 sets of 9 lifts"),
    ("hinge", "steps", "8 10 12 bends", "8 10 14 bends"),
    ("hinge", "steps", "8 10 12 bends", "8 12 bends"),
    ("hinge", "steps", "8 10 12 bends", "10 8 12 bends"),
    ("hinge", "steps", "2 sets of 10 lifts 3 sets of 8 lifts", "3 sets of 8 lifts 2 sets of 10 lifts"),
    ("hinge", "rows", "→ 2 sets of 10 lifts →", "→ 10 lifts →"),
    ("hinge", "told", "→ 2 sets of 10 lifts →", "→ 2 sets →"),
    ("clock", "told", "Tip: Grow long", "Next step: Grow long"),
    ("health", "front", "7 minutes, some days 17", "8 minutes, some days 17"),
    ("health", "front", "7 minutes, some days 17", "7 minutes, some days 18"),
    ("health", "week", "10 minutes", "9 minutes"),
    ("hinge", "steps", "Hinge a little lower.", "Hinge a little faster."),
    ("hinge", "steps", "3 Hip hinge", "Hip hinge"),
    ("hinge", "chart", "Next week", "Notes"),
    ("hinge", "chart", "On the first step? Rest it for a day.", ""),
    ("hinge", "handout", "On the first step? Rest it for a day.", ""),
    ("daily", "week", "3 to 7 days a week", "Every day"),
    ("daily", "labels", "3 to 7 days a week", "every day"),
    ("daily", "labels", "3 to 7 days a week", "3 days a week"),
    ("clock", "chart", "Days done this week", "Next week"),
    ("clock", "handout", "Remember", "When to move up or step back"),
    ("weeks", "told", "Next step: Lean in a little more.", ""),
    ("hinge", "totals", "of 3", "of 4"),
    ("hinge", "labels", "Get ready 3 days a week", "Get ready every day"),
    ("hinge", "chart", "Days of 12", "Days of 13"),
    ("hinge", "chart", HOW, ""),
    ("weeks", "told", "week 4: 12", "week 4: 14"),
    ("weeks", "told", "Then build up: week 3: 10 bends, week 4: 12.", "Easier: Go less deep."),
    ("weeks", "told", "week 3: 10 bends, ", ""),
    ("weeks", "heads", "", "3: 10 bends"),
    ("weeks", "rows", "from week 3: 10 bends", "from week 3: 9 bends"),
    ("weeks", "rows", "; from week 4: 3 sets", "; from week 4: 2 sets"),
    ("weeks", "rows", "; from week 3: 10 bends; from week 4: 12 bends", ""),
    ("weeks", "rows", "from week 3: 10 bends; ", ""),
    ("weeks in large print", "rows", "12 bends", "8 bends"),
    ("front", "told", "12 moves, each leg", "12 moves, left leg only"),
    ("front", "told", "12 moves, each leg", "12 moves"),
    ("front", "told", "8 → 10 → 12 bends", "8 → 9 → 12 bends"),
    ("front", "told", "8 → 10 → 12 bends", "8 bends"),
    ("front", "told", "2 sets of 10 lifts", "2 sets of 12 lifts"),
    ("front", "told", "Knee pump with a band", "Knee pump"),
    ("front", "tabs", "3 days a week", "4 days a week"),
    ("front by weeks", "told", "from week 4: 3 sets", "from week 4: 4 sets"),
    ("front by weeks", "told", "; from week 3: 10 bends; from week 4: 12 bends", ""),
    ("front, low rows", "told", "2 sets, each leg. Start: 8 ", "3 sets, each leg. Start: 8 "),
    ("front, low rows", "told", "2 sets, each leg. Start: 8 ", "2 sets. Start: 8 "),
    ("front, left", "told", "left leg only", "right leg only"),
    ("front, left", "told", "left leg only", "each leg"),
    ("front, clock", "told", "0:45 right", "0:45 left"),
    ("front, clock", "told", "8:15 measure", "8:10 measure"),
    ("front, clock", "told", "40 seconds", "45 seconds"),
    ("left", "told", "on your left leg", "on your right leg"),
    ("left", "told", "You should feel:", "Do the same on the other side. You should feel:"),
    ("left", "rows", "left leg", "right leg"),
    ("clock", "listing", "Low lunge with a sway", "Low lunge"),
    ("clock", "told", "your right foot", "your left foot"),
    ("clock", "told", "At 0:45", "At 0:50"),
    ("clock", "told", HOW, ""),
    ("clock", "rows", "40 seconds, 2 times", "40 seconds, 3 times"),
    ("clock", "rows", "Low lunge", "Lunge"),
]  # fmt: skip


@functools.cache
def sheet_of(name: str) -> tuple[Master, Sheet]:
    wish, form = SHEETS[name]
    return made(_wish(wish), workshop(), form)


def _wish(said: dict[str, Any]) -> Prescription:
    return checked.build(Prescription, {"clinic": "brookside", "language": "en-GB", **said})


def replaced(value: Any, old: str, new: str) -> Any:
    """The same with other words in every text, or every text of its parts."""
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, tuple):
        return tuple(replaced(one, old, new) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return dataclasses.replace(value, **{name: replaced(one, old, new) for name, one in fields})
    return value


@pytest.mark.parametrize(("name", "part", "old", "new"), PLANTED)
def test_a_planted_contradiction_is_refused(name: str, part: str, old: str, new: str) -> None:
    master, sheet = sheet_of(name)
    planted = dataclasses.replace(sheet, **{part: replaced(getattr(sheet, part), old, new)})
    assert planted != sheet, "there is nothing to replace"
    assert contradictions(sheet, master.plan, master.wording) == []
    assert contradictions(planted, master.plan, master.wording)


def test_a_page_that_asks_another_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that the chart makes up stands in the PDF, and is read there."""
    monkeypatch.setattr(chart_words, "row_dose", lambda *_: "7 lifts, each leg")
    master, sheet = made(_wish(HINGE), workshop(), dataclasses.replace(CARDS, only="chart"))
    found = contradictions(sheet, master.plan, master.wording)
    assert any(fault.startswith("row 2: says 7 lifts") for fault in found)
