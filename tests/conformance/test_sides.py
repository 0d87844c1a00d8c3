"""On a sheet for one side nothing speaks of the other, in no layout, chart or export: words, captions, descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from generator.check.lexicon import lexicon
from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout, Portion
from generator.content.library import load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.export import calendar_text, plan_text, record_text
from generator.make import Master, pages_for, prepare
from generator.page.format import Format
from generator.page.page import Element, Item, Pages, Words
from generator.plan import plan_weeks
from generator.workshop import Workshop
from tests.conformance import family

FORMS = [
    Format(layout=Layout.CARDS, chart=ChartKind.STANDARD),
    Format(layout=Layout.SHEET, chart=ChartKind.PARTS),
    Format(layout=Layout.CARDS, style="large-print", chart=ChartKind.FULL),
]
# Of the body or of both hands at once, not of the side that is trained.
HARMLESS = ("in both legs", "in each hand")


def one_sided(shop: Workshop) -> Iterator[Prescription]:
    """Every routine, its alternatives, its exercises' variants, for each side; a timed sequence has its own."""
    library = shop.library
    for name, side in product(library.routine_ids(), ("left", "right")):
        routine = library.routine(name)
        for alternative in (None, *routine.alternatives):
            wish = {"routine": name, "clinic": "brookside", "language": "en-GB", "side": side}
            prescription = checked.build(
                Prescription, {**wish, **({"alternative": alternative} if alternative else {})}
            )
            if any(phase.kind != "sequence" for phase in routine.phases):
                assert {one.side for one in plan_weeks(prescription, library).exercises} <= {"both", side}
                yield prescription


def texts_of(pages: Pages) -> Iterator[str]:
    """What is read of each block, and every description."""
    for page in pages.pages:
        for placed in page.blocks:
            found = list(_texts(placed.block.kids))
            yield " ".join(words for words, is_alt in found if not is_alt)
            yield from (words for words, is_alt in found if is_alt)


def _texts(kids: tuple[Element | Item, ...]) -> Iterator[tuple[str, bool]]:
    for kid in kids:
        if isinstance(kid, Element):
            if kid.alt:
                yield kid.alt, True
            yield from _texts(kid.kids)
        elif isinstance(kid, Words):
            yield kid.run.text, False


def test_a_plate_of_either_thigh_is_described_as_such() -> None:
    case = next(one for one in CASES if (one.routine, one.side) == ("hip-hinge-foundations", "left"))
    found = printed(family.workshop(), case, Format(layout=Layout.CARDS, only=Portion.CARDS))
    assert [text for text in found if "right thigh" in text] == []
    assert any(text.startswith("Back of the thigh") for text in found)


def wrong_in(texts: Iterator[str]) -> list[str]:
    found = []
    for text in texts:
        text = text.replace("\N{NO-BREAK SPACE}", " ")
        for words in HARMLESS:
            text = text.replace(words, "")
        found += [words for words, _ in lexicon().other_side.found_in(text)]
    return found


def printed(shop: Workshop, prescription: Prescription, form: Format) -> list[str]:
    master: Master = prepare(prescription, shop, form)
    return list(texts_of(pages_for(master, prescription, Person())))


def exported(shop: Workshop, prescription: Prescription) -> list[str]:
    plan = plan_weeks(prescription.model_copy(update={"start": date(2026, 11, 23)}), shop.library)
    wording = prepare(prescription, shop, FORMS[0]).wording
    return [make(plan, wording) for make in (plan_text, record_text, calendar_text)]


CASES = list(one_sided(family.workshop()))


def _named(prescription: Prescription) -> str:
    return "-".join(filter(None, (prescription.routine, prescription.side, prescription.alternative)))


def test_most_routines_can_be_given_for_one_side() -> None:
    assert len(CASES) >= 12
    assert {case.side for case in CASES} == {"left", "right"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.layout}-{form.style}-{form.chart}")
@pytest.mark.parametrize("prescription", CASES, ids=_named)
def test_no_page_of_one_side_speaks_of_the_other(prescription: Prescription, form: Format) -> None:
    assert wrong_in(iter(printed(family.workshop(), prescription, form))) == []


@pytest.mark.parametrize("prescription", CASES, ids=_named)
def test_no_export_of_one_side_speaks_of_the_other(prescription: Prescription) -> None:
    assert wrong_in(iter(exported(family.workshop(), prescription))) == []


@pytest.mark.parametrize("name", family.workshop().library.ids("exercises"))
def test_no_exercise_does_where_it_can_be_done_on_one_side(name: str) -> None:
    exercise = family.workshop().library.exercise(name)
    for one in (exercise, *map(exercise.option, exercise.variants)):
        if one.side == "both":
            continue
        for side in ("left", "right"):
            meant = one.on(side)
            levels = (level.text for level in (meant.easier, meant.harder) if level)
            said = (meant.name, meant.purpose, meant.feel, meant.tip, meant.avoid, meant.alt)
            texts = (*meant.steps, *meant.captions, *meant.stop_if, *levels, *filter(None, said))
            assert wrong_in(iter(texts)) == []


PLANTED = {
    "step": (
        "  - {text: Hold and breathe. Then change legs., only: each}\n",
        "  - Hold and breathe. Then change legs.\n",
    ),
    "caption": ("captions: [", "captions: [Left then the other leg, "),
    "alt": ("\nalt: ", "\nalt: Shown on each side. "),
    "tip": ("\ntip: ", "\ntip: Stretch both sides. "),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_sentence_is_found(what: str, tmp_path: Path) -> None:
    source = family.workshop().library.path("exercises", "seated-hamstring-stretch").read_text("utf-8")
    assert PLANTED[what][0] in source
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "seated-hamstring-stretch.yaml").write_text(source.replace(*PLANTED[what], 1), "utf-8")
    shop = Workshop(load_library(tmp_path))
    case = next(one for one in CASES if one.routine == "back-care-stretches")
    assert wrong_in(iter(printed(shop, case, FORMS[0])))


def test_pictures_and_their_words_are_mirrored_for_the_left() -> None:
    cases = {str(case.side): case for case in CASES if case.routine == "back-care-stretches"}
    alts = {
        side: [t for t in printed(family.workshop(), case, FORMS[0]) if "straight legs" in t]
        for side, case in cases.items()
    }
    assert "folds over the right leg" in alts["right"][0]
    assert "folds over the left leg" in alts["left"][0]
