"""What a plan changes of its routine is told in words, in the record and in a comparison, and has a code of its own."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.choices import ChartKind
from generator.content.library import Library, load_library
from generator.content.prescription import Prescription
from generator.export import diff_text, record_text
from generator.language.wording import load_wording
from generator.manuscript.describe_chart import charts_of
from generator.page.finished.cells import routine_code
from generator.plan import plan_weeks
from generator.sentences import footer_lines, short_footer

WORDING = load_wording("en-GB")
WISH: dict[str, Any] = {"routine": "hip-hinge-foundations", "clinic": "brookside", "language": "en-GB"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


TOLD: list[tuple[dict[str, Any], str]] = [
    ({"drop": ["hip-hinge"]}, "Taken out: Hip hinge"),
    ({"phases": {"strengthen": "off"}}, "Taken out: Lift with nearly straight legs"),
    ({"add": ["glute-bridge"]}, "Added: Hip lift on your back"),
    ({"swap": {"hip-hinge": "sit-to-stand"}}, "Added: Stand up and sit down. 2 sets of 6 slow stand-ups."),
    ({"sides": {"banded-hamstring-pump": "left"}}, "each leg. → 12 slow moves on your left leg."),
    (
        {"order": ["banded-hamstring-pump"]},
        "Get ready, order: Pressure at the top of your thigh, Knee pump with a band → ",
    ),
    ({"videos": {"hip-hinge": None}}, "Hip hinge, video: https://example.org/v/hip-hinge → none"),
    ({"title": "Bend well"}, "Routine: Hip hinge foundations → Bend well"),
    ({"dose": {"hip-hinge": {"load": "4 kg"}}}, "Use 4 kg"),
]


@pytest.mark.parametrize(("changes", "words"), TOLD)
def test_what_changed(library: Library, changes: dict[str, Any], words: str) -> None:
    plan = plan_weeks(Prescription.model_validate(WISH | changes), library)
    as_written = plan.prescription.as_written
    assert as_written == Prescription.model_validate(WISH)
    routine = plan_weeks(as_written, library)
    assert words in diff_text(routine, plan, WORDING)
    record = record_text(plan, WORDING, routine=routine)
    assert "Changed from the routine:" in record and words in record
    assert "Changed from the routine:" not in record_text(routine, WORDING, routine=routine)


def test_a_changed_programme_has_a_code_on_its_pages_and_in_its_chart(library: Library) -> None:
    wishes = [WISH, *(WISH | changes for changes, _ in TOLD)]
    plans = [plan_weeks(Prescription.model_validate(wish), library) for wish in wishes]
    assert plans[0].code == "" and "plan" not in footer_lines(plans[0], WORDING)[0]
    assert len({plan.code for plan in plans}) == len(plans)
    for plan in plans[1:]:
        assert f"Version 1.0, plan\N{NO-BREAK SPACE}{plan.code}." in footer_lines(plan, WORDING)[0]
        assert plan.code in short_footer(plan, WORDING)
    identities = [charts_of(plan, WORDING, ChartKind.PARTS)[0].identity for plan in plans]
    assert len({routine_code(one.programme) for one in identities}) == len(plans)
    assert {one.routine for one in identities} == {"hip-hinge-foundations"}, "the routine is still known by its id"


def test_a_programme_without_a_routine_says_so(library: Library) -> None:
    own = {"clinic": "brookside", "language": "en-GB", "exercises": ["cat-cow"], "issued": "2026-11-23"}
    plan = plan_weeks(Prescription.model_validate(own), library)
    assert plan.prescription.as_written is None
    assert "without a routine" in record_text(plan, WORDING)
