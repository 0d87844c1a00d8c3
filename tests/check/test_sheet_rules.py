"""Rules of plan and page: weeks that ask too much or too little, pages that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator.check.dosing import RULES as DOSE_RULES
from generator.check.layout import RULES as PAGE_RULES
from generator.check.rule import Slip
from generator.check.rules import SHEET_RULES
from generator.check.sheets import Sheets, lay_out
from generator.check.video_lengths import RULES as VIDEO_RULES
from generator.content.choices import Layout
from generator.content.library import Library, load_library
from generator.content.paper import Paper
from generator.content.prescription import Prescription
from generator.content.theme import load_theme
from generator.page.format import Format
from generator.page.page import Block, Element, Ink, Page, Placed, Role, Shape, Words
from generator.text.glyph_run import Run
from generator.workshop import Workshop
from tests.shelf import Shelf, mobility, strength, stretch


def phase(kind: str, exercises: str = "[a]", more: str = "frequency: {per_week: 3}") -> str:
    return f"phases:\n  - {{id: p, name: P, kind: {kind}, {more}, exercises: {exercises}}}\n"


def sheets_of(routine: str, exercises: dict[str, str]) -> Sheets:
    return Sheets(Shelf(routine, exercises).plan(), load_theme("standard"), Format(paper=Paper.A4), (), (), ())


def slips(rule: str, sheets: Sheets) -> list[Slip]:
    (found,) = (one for one in (*DOSE_RULES, *VIDEO_RULES, *PAGE_RULES) if one.id == rule)
    return list(found.find(sheets))


SIX = {name: mobility() for name in "abcdef"}
TIMED = "[" + ", ".join(f"{{exercise: {name}, duration: 60 s, side: both}}" for name in "abcdef") + "]"
GROWS = {"a": strength("reps: 8, weeks: {3: {reps: 10}}")}
STEPS = {"a": strength("reps: 8, progression: [{reps: 10}]")}
TWO_HOLDS = {"a": stretch("sets: 2, hold: 30 s", muscles="[calf]")}
FOUR_HOLDS = {"a": stretch("sets: 4, hold: 30 s", muscles="[calf]")}
ONE = {"a": mobility("duration: 45 s")}
RANGE = {"a": mobility("duration: 90 s - 3 min")}


def filmed(minutes: int) -> str:
    return f"video: {{slug: r, minutes: {minutes}}}\n" + phase("mobilise")


TWO_FILMED = (
    "video: {slug: r, minutes: 5}\nphases:\n"
    "  - {id: p, name: P, kind: mobilise, frequency: 3, video: {slug: p, minutes: 2}, exercises: [a]}\n"
    "  - {id: q, name: Q, kind: mobilise, frequency: 3, video: {slug: q, minutes: 2}, exercises: [a]}\n"
)
CASES = [
    ("many-exercises", phase("mobilise", "[a, b, c, d, e, f]"), SIX, "6 exercises on one day"),
    ("many-exercises", phase("mobilise", "[a, b, c, d, e]"), SIX, ""),
    ("many-exercises", phase("habit", "[a, b, c, d, e, f]"), SIX, ""),
    ("many-exercises", phase("sequence", TIMED, "length: 6 min"), SIX, ""),
    ("long-session", phase("strengthen"), {"a": strength("sets: 10, reps: 10, rest: 3 min")}, "of 32 minutes"),
    ("long-session", phase("strengthen"), {"a": strength("sets: 2, reps: 10, rest: 1 min")}, ""),
    ("strength-in-a-row", phase("strengthen", more="frequency: {days: [mon, tue]}"), {"a": strength()}, "2 days of"),
    ("strength-in-a-row", phase("strengthen", more="frequency: {days: [mon, sun]}"), {"a": strength()}, "2 days of"),
    ("strength-in-a-row", phase("strengthen", more="frequency: {per_week: 5}"), {"a": strength()}, "5 days of"),
    ("strength-in-a-row", phase("strengthen", more="frequency: {days: [mon, wed, fri]}"), {"a": strength()}, ""),
    ("strength-in-a-row", phase("mobilise", more="frequency: {per_week: 7}"), {"a": mobility()}, ""),
    ("beyond-usual", phase("strengthen", "[{exercise: a, weeks: {6: {sets: 3}}}]"), GROWS, "a changes in week 6"),
    ("beyond-usual", phase("strengthen", "[{exercise: a, weeks: {4: {sets: 3}}}]"), GROWS, ""),
    ("cut-progression", phase("strengthen", "[{exercise: a, dose: {reps: 4}}]"), GROWS, "sets reps of a"),
    ("cut-progression", phase("strengthen", "[{exercise: a, dose: {reps: 4, progression: same}}]"), GROWS, ""),
    ("cut-progression", phase("strengthen", "[{exercise: a, dose: {reps: 4, weeks: {2: {reps: 5}}}}]"), GROWS, ""),
    ("cut-progression", phase("strengthen", "[{exercise: a, weeks: {4: {reps: 9}}}]"), GROWS, ""),
    ("cut-progression", phase("strengthen", "[{exercise: a, dose: {sets: 3}}]"), GROWS, ""),
    ("no-growth", phase("strengthen"), {"a": strength("reps: 8, progression: [{reps: 10}, {reps: 9}]")}, "step 3 of a"),
    ("no-growth", phase("strengthen"), {"a": strength("sets: 2, reps: 10, progression: [{sets: 3, reps: 8}]")}, ""),
    ("cut-progression", phase("strengthen", "[{exercise: a, dose: {reps: 4}}]"), STEPS, "sets reps of a"),
    ("cut-progression", phase("strengthen", "[{exercise: a, dose: {reps: 4, progression: []}}]"), STEPS, ""),
    ("stretch-hold", phase("stretch"), {"a": stretch("hold: 5 s")}, "held for 5 s"),
    ("stretch-hold", phase("stretch"), {"a": stretch("hold: 30-90 s")}, "held for 30 s - 1 min 30 s"),
    ("stretch-hold", phase("stretch"), {"a": stretch("hold: 60 s")}, ""),
    ("stretch-hold", phase("stretch"), {"a": stretch("reps: 10, hold: 2 s")}, ""),
    ("little-stretching", phase("stretch"), {"a": stretch("hold: 30 s", muscles="[calf]")}, "1.5 minutes"),
    ("little-stretching", phase("stretch"), TWO_HOLDS, ""),
    ("much-stretching", phase("stretch", more="frequency: {per_week: 7}"), FOUR_HOLDS, "14.0 minutes"),
    ("much-stretching", phase("stretch"), TWO_HOLDS, ""),
    ("video-minutes", filmed(2), ONE, "a video of 2 minutes, but the session takes 1"),
    ("video-minutes", filmed(1), ONE, ""),
    ("video-minutes", phase("mobilise", more="frequency: 3, video: {slug: p, minutes: 9}"), ONE, '"P" takes 1'),
    ("video-minutes", phase("mobilise", more="frequency: 3, video: {slug: p, minutes: 1}"), ONE, ""),
    ("video-minutes", phase("mobilise", more="frequency: 3, video: {slug: p}"), ONE, ""),
    ("video-minutes", TWO_FILMED, RANGE, "videos of its phases together takes 4"),
    ("video-minutes", TWO_FILMED.replace("minutes: 5}", "minutes: 4}"), RANGE, ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "routine", "exercises", "what"), CASES)
def test_a_plan_is_found_or_left_alone(rule: str, routine: str, exercises: dict[str, str], what: str) -> None:
    found = slips(rule, sheets_of(routine, exercises))
    assert [what in slip.what for slip in found[:1]] == ([True] if what else [])
    assert all(slip.place and slip.hint and slip.allowed for slip in found)


INK, PALE, WHITE = Ink(0.1, 0.1, 0.1), Ink(0.6, 0.6, 0.6), Ink(1.0, 1.0, 1.0)


def words(text: str, size: float = 12.5, ink: Ink = INK, x: float = 10, y: float = 20) -> Words:
    return Words(x, y, Run(text, "en", "ltr", size, 6.0 * len(text), ()), ink)


def page_of(*items: Words | Shape | Element, role: Role = Role.PARAGRAPH) -> Page:
    """A page with one block and a footer."""
    foot = Block(500, 20, (Element(Role.PARAGRAPH, (words("Page 1 of 1", 9),)),))
    block = Block(500, 100, (Element(role, tuple(items)),))
    return Page(595, 842, (Placed(45, 43, block), Placed(45, 770, foot)))


@cache
def library() -> Library:
    return load_library()


def printed(*pages: Page, style: str = "standard", chart: bool = False) -> Sheets:
    sheets = sheets_of(phase("strengthen"), {"a": strength()})
    return replace(
        sheets, form=Format(paper=Paper.A4, style=style), handout=() if chart else pages, chart=pages if chart else ()
    )


BOX = Shape("0 0 m 500 0 l 500 100 l 0 100 l h", fill=INK)
PAGES = [
    ("small-type", printed(page_of(words("Stand with your back straight.", 11))), "type of 11 pt"),
    ("small-type", printed(page_of(words("Time", 11))), ""),
    ("small-type", printed(page_of(words("Time", 10))), "type of 10 pt"),
    ("small-type", printed(page_of(words("Sit", 11), role=Role.LIST_BODY)), "type of 11 pt"),
    ("small-type", printed(page_of(words("Stand with your back straight.", 9.5)), chart=True), ""),
    ("small-type", printed(page_of(words("Time", 9)), chart=True), "type of 9 pt"),
    ("small-type", printed(page_of(words("Time", 15)), style="large-print"), "type of 9 pt"),
    ("low-contrast", printed(page_of(words("Time", ink=PALE))), "contrast of 2.8"),
    ("low-contrast", printed(page_of(words("Time", ink=PALE), words("Time"))), "contrast of 2.8"),
    ("low-contrast", printed(page_of(words("Time", ink=WHITE))), "contrast of 1.0"),
    ("low-contrast", printed(page_of(BOX, words("Time", ink=WHITE))), ""),
    ("low-contrast", printed(page_of(BOX, words("Time"))), "contrast of 1.0"),
    ("low-contrast", printed(page_of(words("Time", y=300), BOX)), ""),
    ("no-red-flags", printed(page_of(words("Call 112"))), "lacks a warning sign"),
    ("no-red-flags", printed(page_of(words("Call 999"))), ""),
]


@pytest.mark.parametrize(("rule", "sheets", "what"), PAGES)
def test_a_page_is_found_or_left_alone(rule: str, sheets: Sheets, what: str) -> None:
    found = slips(rule, sheets)
    assert bool(found) == bool(what)
    assert not what or any(what in slip.what for slip in found), [slip.what for slip in found]


def test_every_rule_of_plan_and_page_has_a_wrong_sample_and_a_right_one() -> None:
    tried = [(rule, bool(what)) for rule, _, _, what in CASES] + [(rule, bool(what)) for rule, _, what in PAGES]
    for rule in SHEET_RULES:
        assert {(rule.id, True), (rule.id, False)} <= set(tried)


def test_a_sign_taken_off_a_real_page_is_missed() -> None:
    workshop = Workshop(library())
    wish = Prescription.model_validate({"routine": "hinge-and-rotate", "clinic": "brookside", "language": "en-GB"})
    sheets = lay_out(wish, workshop, Format(paper=Paper.A4, layout=Layout.CARDS, only="cards"))
    assert slips("no-red-flags", sheets) == []
    without_last = replace(sheets, handout=sheets.handout[:-1])
    assert any("urine" in slip.found for slip in slips("no-red-flags", without_last))
    sheet = lay_out(wish, workshop, Format(paper=Paper.A4, only="sheet"))
    assert slips("no-red-flags", sheet) == []
    front = sheet.handout[0]
    gap = replace(sheet, handout=(replace(front, blocks=front.blocks[:-1]), *sheet.handout[1:]))
    assert any("urine" in slip.found for slip in slips("no-red-flags", gap)), "a sheet has them on its front"


def test_numbers_of_a_slip_are_words_for_people() -> None:
    (slip,) = slips("long-session", sheets_of(phase("strengthen"), {"a": strength("sets: 10, reps: 10, rest: 3 min")}))
    assert slip.place and slip.place.file == "r.yaml"
