"""What a programme may be besides its page's form: weeks, side, dates, notes, each with each paper, style and chart."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout, StyleName
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.plan_length import LENGTHS
from generator.content.prescription import Prescription
from generator.make import Master, pages_for, prepare
from generator.output.pdf import pdf_bytes
from generator.page.format import Format
from generator.page.page import Pages, Role
from tests import tools
from tests.conformance import family, paper
from tests.conformance.pairwise import Pair, Sample, covering, pairs, possible
from tests.conformance.test_addresses import elements, links
from tests.conformance.test_ink import ink_boxes, inked, too_far_out
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


@pytest.mark.tool
def test_ghostscript_sees_no_ink_in_the_margins(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.pdf" for name in SAMPLES]
    for path in paths:
        path.write_bytes(made(path.stem).data)
    inked([page for name in SAMPLES for page in made(name).pages.pages], ink_boxes(paths))


def rough(name: str) -> list[Image.Image]:
    with pypdfium2.PdfDocument(made(name).data) as document:
        return [page.render(scale=150 / 72).to_pil().convert("L") for page in document]


def codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    formats = zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix))
    return zxingcpp.read_barcodes(picture, formats=formats)


def misread(name: str, pictures: Iterable[Image.Image]) -> list[str]:
    """Addresses that are printed or read too often or not at all; and codes of a chart that are not seen twice."""
    pages = made(name).pages.pages
    leads = {link.alt: str(link.address) for link in links(pages)}
    told = Counter(leads[one.alt] for one in elements(pages) if one.role == Role.FIGURE and one.alt in leads)
    seen = [code for picture in pictures for code in codes(picture)]
    videos = Counter(code.text for code in seen if code.format == zxingcpp.BarcodeFormat.QRCode)
    chart = Counter(code.text for code in seen if code.format != zxingcpp.BarcodeFormat.QRCode)
    odd = [text for text, count in chart.items() if count != 2] if chart else ["no code of a chart"]
    return [*(told - videos), *(videos - told), *odd]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_code_is_read_from_a_rough_picture_and_a_copy(name: str) -> None:
    pictures = rough(name)
    assert misread(name, pictures) == []
    assert misread(name, (picture.point(lambda value: 255 if value > 150 else 0) for picture in pictures)) == []


def test_a_code_that_cannot_be_read_is_missed() -> None:
    name = next(iter(SAMPLES))
    pictures = rough(name)
    for number, picture in enumerate(pictures):
        torn = picture.copy()
        torn.paste(255, (torn.width // 2, 0, torn.width, torn.height // 3))
        if len(codes(torn)) < len(codes(picture)):
            assert misread(name, [*pictures[:number], torn, *pictures[number + 1 :]]) != []
            return
    raise AssertionError("no page has a code there")
