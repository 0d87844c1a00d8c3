"""What a programme may be besides its page's form: weeks, side, dates, notes, each with each paper, style and chart."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout, StyleName
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.plan_length import LENGTHS
from generator.content.prescription import Prescription
from generator.make import Master, pages_for, prepare
from generator.output.pdf import pdf_bytes
from generator.page.format import Format
from generator.page.page import Pages
from tests import tools
from tests.conformance import family, paper
from tests.conformance.pairwise import Pair, Sample, covering, pairs, possible
from tests.conformance.test_ink import too_far_out
from tests.conformance.test_judges import UA, faults
from tests.truth.contradictions import contradictions
from tests.truth.sheet import read

CHOICES: dict[str, tuple[object, ...]] = {
    "routine": family.ROUTINES,
    "paper": tuple(Paper),
    "layout": tuple(Layout),
    "style": tuple(StyleName),
    "chart": tuple(ChartKind),
    "weeks": LENGTHS,
    "side": ("", "left", "right"),
    "start": ("", "2026-11-23"),
    "note": ("", "Keep the left knee soft, and rest a day whenever it feels hot or swollen in the morning."),
}


def _has_sides(routine: str) -> bool:
    return any(one.side in ("each", "alternate") for one in family.plan(routine).exercises) and not any(
        one.at is not None for one in family.plan(routine).exercises
    )


SIDED = frozenset(filter(_has_sides, family.ROUTINES))


def fits(sample: Mapping[str, object]) -> bool:
    """Large print has no room on A5; a side is refused where nothing follows it."""
    small = sample.get("paper") == Paper.A5 and sample.get("style") == StyleName.LARGE_PRINT
    sideless = bool(sample.get("side")) and sample.get("routine", next(iter(SIDED))) not in SIDED
    return not small and not sideless


def named(sample: Sample) -> str:
    return "-".join("note" if key == "note" else str(value) for key, value in sample.items() if value)


SAMPLES = {named(sample): sample for sample in covering(CHOICES, fits)}


@dataclass(frozen=True, slots=True)
class Made:
    master: Master
    pages: Pages
    data: bytes


@functools.cache
def made(name: str) -> Made:
    sample = SAMPLES[name]
    form = Format(**{key: sample[key] for key in ("paper", "layout", "style", "chart")})  # type: ignore[arg-type]
    clinic, shop = family.CLINICS[form.sheet], family.workshop()
    said = {key: sample[key] for key in ("routine", "weeks", "side", "start") if sample[key]}
    language = str(shop.library.clinic(clinic).locale)
    wish = checked.build(Prescription, said | {"clinic": clinic, "language": language})  # type: ignore[arg-type]
    person = Person(note=str(sample["note"]))
    master = prepare(wish, shop, form, person)
    pages = pages_for(master, wish, person)
    created = master.plan.routine.issued
    return Made(master, pages, pdf_bytes(pages, shop.faces, shop.press, created=created, duplex=form.is_leaf))


def test_each_pair_of_choices_is_seen() -> None:
    seen = set[Pair]().union(*map(pairs, SAMPLES.values()))
    assert possible(CHOICES, fits) <= seen
    assert all(map(fits, SAMPLES.values())) and len(SAMPLES) < 60


def test_a_pair_that_is_left_out_is_missed() -> None:
    fewer = [sample for sample in SAMPLES.values() if (sample["weeks"], sample["side"]) != (12, "left")]
    assert not possible(CHOICES, fits) <= set[Pair]().union(*map(pairs, fewer))


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_covers_anything_or_leaves_the_page(name: str) -> None:
    pages = made(name).pages.pages
    assert too_far_out(pages) == []
    assert [found for page in pages for found in paper.collisions(page)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_agree_with_the_plan(name: str) -> None:
    one = made(name)
    assert contradictions(read(one.data), one.master.plan, one.master.wording) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_judges_pass(name: str, tmp_path: Path) -> None:
    path = tmp_path / "programme.pdf"
    path.write_bytes(made(name).data)
    assert faults(path, UA) == []
    assert tools.verapdf(path, "ua1") == []
