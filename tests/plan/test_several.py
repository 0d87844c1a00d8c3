"""Several routines in one programme, each at its times or in its weeks: one plan, one chart, all words of all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.batch.client import client_of
from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.plan_file import PlanFile
from generator.content.plan_length import LENGTHS
from generator.content.prescribe import prescribed
from generator.content.prescription import Prescription
from generator.content.roster.roster_file import read_roster
from generator.language.wording import load_wording
from generator.manuscript.describe_chart import charts_of
from generator.naming import name_of
from generator.page.format import Format
from generator.plan import Plan, plan_weeks
from generator.plan.template import template_of
from generator.problems import ContentError
from generator.sentences import ask_first, phase_when
from tests.conformance.family import workshop
from tests.truth.contradictions import contradictions
from tests.truth.test_family import made

BUNDLED = load_library()
WORDING = load_wording("en-GB")
FOUNDATIONS, ROTATE, BACK = "hip-hinge-foundations", "hinge-and-rotate", "back-care-stretches"


def wish(*routines: Any, **more: Any) -> Prescription:
    return Prescription.model_validate({"routine": list(routines), "clinic": "brookside", "language": "en-GB", **more})


def planned(*routines: Any, **more: Any) -> Plan:
    return plan_weeks(wish(*routines, **more), BUNDLED)


def when(plan: Plan) -> list[str]:
    return [phase_when(phase, plan, WORDING).replace("\N{NO-BREAK SPACE}", " ") for phase in plan.phases]


# How it is written, and when a client reads that each part is done.
TABLE: list[tuple[tuple[Any, ...], list[str]]] = [
    ((FOUNDATIONS, ROTATE), ["3 days a week"] * 3 + ["Every day, 2 times a day"]),
    (
        (f"{FOUNDATIONS}@morning", f"{ROTATE}@evening"),
        ["3 days a week, in the morning"] * 2 + ["3 days a week, in the evening", "Every day, 2 times a day"],
    ),
    (
        (f"{FOUNDATIONS}@weeks-1-2", f"{ROTATE}@weeks-3-4"),
        ["3 days a week, in weeks 1 and 2"] * 2
        + ["3 days a week, in weeks 3 and 4", "Every day, 2 times a day, in weeks 3 and 4"],
    ),
    (
        (FOUNDATIONS, {"routine": ROTATE, "times": ["morning", "evening"], "weeks": "even"}),
        ["3 days a week"] * 2
        + ["3 days a week, in the morning and in the evening, in weeks 2 and 4"]
        + ["Every day, 2 times a day, in weeks 2 and 4"],
    ),
]


@pytest.mark.parametrize(("routines", "read"), TABLE)
def test_what_a_client_reads(routines: tuple[Any, ...], read: list[str]) -> None:
    plan = planned(*routines)
    assert when(plan) == read
    assert str(plan.routine.title) == "Hip hinge foundations and Hinge and rotate"
    assert len(plan.code) == 6, "no single routine gives this programme"


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("kind", [ChartKind.PARTS, ChartKind.STANDARD])
def test_one_chart_has_a_box_for_every_session_of_all(kind: ChartKind, length: int) -> None:
    weeks = f"weeks-{length // 2 + 1}-{length}"
    plan = planned(f"{FOUNDATIONS}@morning", f"{BACK}@evening", f"{ROTATE}@{weeks}", weeks=length, title="All")
    charts = charts_of(plan, WORDING, kind)
    boxes = sum(count for chart in charts for row in chart.rows for week in row.boxes for count in week)
    things = [[one] for one in plan.exercises] if kind is ChartKind.STANDARD else [one.exercises for one in plan.phases]
    sessions = sum(
        len(one[0].days_by_week[week - 1]) * one[0].times_in_week(week)
        for one in things
        for week in range(1, length + 1)
    )
    assert boxes == sessions
    for chart in charts:
        assert len({row.key for row in chart.rows}) == len(chart.rows)


def test_each_routine_keeps_its_order_and_its_words() -> None:
    """A stretch of the morning comes before what prepares the evening; whom to ask first is said of all."""
    plan = planned(f"{BACK}@morning", f"{FOUNDATIONS}@evening")
    assert [str(phase.phase.id) for phase in plan.phases] == ["warm-up", "cool-down", "prepare", "strengthen"]
    alone = [plan_weeks(wish(name), BUNDLED) for name in (BACK, FOUNDATIONS)]
    for other in alone:
        assert set(other.routine.message) <= set(plan.routine.message)
        assert set(other.routine.stop_if) <= set(plan.routine.stop_if)
        assert set(other.routine.tags) <= set(plan.routine.tags)
        assert set(ask_first(other, WORDING)) <= set(ask_first(plan, WORDING))
        assert str(other.routine.why) in str(plan.routine.why)
    assert plan.routine.progress is None or all(one.routine.progress == plan.routine.progress for one in alone)
    assert plan.video is None


def test_the_same_routine_twice_has_two_parts_of_each() -> None:
    plan = planned(f"{ROTATE}@morning", f"{ROTATE}@weeks-3-4@evening")
    ids = [str(phase.phase.id) for phase in plan.phases]
    assert len(set(ids)) == 4 and [name.removesuffix("-2") for name in ids[2:]] == ids[:2]
    assert str(plan.routine.title) == "Hinge and rotate"
    dropped = planned(f"{ROTATE}@morning", f"{ROTATE}@evening", phases={ids[2]: "off"})
    assert [str(phase.phase.id) for phase in dropped.phases] == [ids[0], ids[1], ids[3]]


def test_an_alternative_is_that_of_those_that_have_it() -> None:
    plan = planned("hamstring-health", ROTATE, alternative="chair")
    assert "on a chair" in plan.routine.title and plan.exercises[0].id == "seated-cat-cow"
    own = planned({"routine": "hamstring-health", "alternative": "chair"}, ROTATE)
    assert [one.id for one in own.exercises] == [one.id for one in plan.exercises]


REFUSED: list[tuple[tuple[Any, ...], dict[str, Any], str, str]] = [
    ((f"{ROTATE}@noon", BACK), {}, 'does not say when: "noon"', "ID@weeks-1-2"),
    ((ROTATE, "hinge"), {}, 'there is no routine "hinge"', ""),
    ((ROTATE, f"{BACK}@weeks-5-8"), {}, "is done in none of the plan's 4 weeks", "--weeks 8"),
    ((ROTATE, f"{BACK}@weeks-0-2"), {}, "needs weeks from 1 to 12", "odd or even"),
    ((FOUNDATIONS, ROTATE, BACK), {}, "the titles together have 63 characters", "--title"),
    ((ROTATE, BACK, FOUNDATIONS, ROTATE), {}, "has 4 items, the most allowed is 3", ""),
    ((ROTATE, BACK), {"alternative": "chair"}, 'has no alternative "chair"', "its alternatives are"),
    (({"routine": ROTATE, "alternative": "chair"}, BACK), {}, 'hinge-and-rotate has no alternative "chair"', "none"),
    ((ROTATE, BACK), {"drop": ["deadlift"]}, '"deadlift" is not among the exercises', ""),
]


@pytest.mark.parametrize(("routines", "more", "message", "hint"), REFUSED)
def test_what_is_refused_has_a_way_out(
    routines: tuple[Any, ...], more: dict[str, Any], message: str, hint: str
) -> None:
    with pytest.raises(ContentError) as caught:
        planned(*routines, **more)
    assert any(message in problem.message and hint in problem.hint for problem in caught.value.problems)


def test_a_programme_of_several_is_no_template() -> None:
    with pytest.raises(ContentError, match="cannot be written into one routine"):
        template_of(wish(ROTATE, BACK), BUNDLED, "Mine")


# The ways to write it: options, a plan file, a roster.


def test_every_way_to_write_it_gives_the_same_plan(tmp_path: Path) -> None:
    asked = prescribed(BUNDLED, {"routine": [f"{ROTATE}@morning", f"{BACK}@weeks-3-4"], "language": "en-GB"})
    text = asked.to_yaml()
    assert text.startswith("routine:") and "routines" not in text
    saved, _ = checked.load(PlanFile, text, "plan.yaml")
    assert saved.prescription == asked
    path = tmp_path / "monday.csv"
    path.write_text(f"routine,clinic,language\nHinge and rotate@morning; {BACK}@weeks-3-4,brookside,en-GB\n", "utf-8")
    roster = read_roster(path)
    row = client_of(roster, roster.rows[0], {}, Format(paper=Paper.A4), BUNDLED)
    assert row.prescription == asked
    assert prescribed(BUNDLED, {"routine": ROTATE}, saved).routines == (), "another routine stands in place of them"
    assert prescribed(BUNDLED, {"weeks": 8}, saved).routines == asked.routines


def test_a_wrong_line_of_a_plan_file_is_told_at_its_place() -> None:
    text = f"routine: [{ROTATE}, {BACK}@nightly]\nclinic: brookside\nlanguage: en-GB\n"
    with pytest.raises(ContentError) as caught:
        checked.load(PlanFile, text, "plan.yaml")
    (problem,) = caught.value.problems
    assert (problem.place and problem.place.line, problem.path) == (1, "routine[2]")


def test_its_file_names_each_of_them_once() -> None:
    asked = wish(f"{FOUNDATIONS}@morning", f"{ROTATE}@evening", f"{ROTATE}@bedtime", version="1.0")
    name = name_of(asked, Format(paper=Paper.A4))
    assert name.startswith("hip-hinge-foundations_hinge-and-rotate-1.0-en-GB-a4-sheet-standard-plan-")


@pytest.mark.parametrize("layout", Layout)
def test_its_sheet_agrees_with_its_plan(layout: Layout) -> None:
    chart = ChartKind.PARTS if layout is Layout.SHEET else ChartKind.STANDARD
    asked = wish(f"{FOUNDATIONS}@morning", f"{ROTATE}@evening@weeks-3-4")
    master, sheet = made(asked, workshop(), Format(paper=Paper.A4, layout=layout, chart=chart))
    assert contradictions(sheet, master.plan, master.wording) == []
