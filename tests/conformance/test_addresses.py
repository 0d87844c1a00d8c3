"""Long addresses are printed in every style, layout and paper: the codes read from paper, nothing covered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from generator.content.checking import checked
from generator.content.choices import ChartKind, Layout, StyleName
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import pages_for, prepare
from generator.output.pdf import pdf_bytes
from generator.page.format import Format
from generator.page.page import Element, Page, Words
from tests.conformance import family, odd, paper

LIST = "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PLxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx&index=3"
TRACKED = LIST + "&utm_source=newsletter&utm_medium=email&utm_campaign=hamstring&si=AbCdEfGhIjKlMnOp"
SHOWN = "youtube.com/watch?v=dQw4w9WgXcQ"
DEEP = "https://videos.example.clinic/" + "/".join(f"folder-number-{n}" for n in range(27)) + "/the-last-of-all"
ONE_WORD = "https://videos.example.clinic/" + "abcdefghij" * 30
LONGEST = ONE_WORD + "k" * (498 - len(ONE_WORD))
# As written, as encoded, and what stands on paper, cut in the middle or not.
ADDRESSES = {
    "tracked": (TRACKED, LIST, SHOWN),
    "list": (LIST, LIST, SHOWN),
    "deep": (DEEP, DEEP, DEEP.removeprefix("https://")),
    "one word": (ONE_WORD, ONE_WORD, ONE_WORD.removeprefix("https://")),
    "longest": (LONGEST, LONGEST, LONGEST.removeprefix("https://")),
    "letters": (
        "https://www.übung.example.clinic/rücken?v=ä",
        "https://www.xn--bung-zra.example.clinic/r%C3%BCcken?v=%C3%A4",
        "xn--bung-zra.example.clinic/r%C3%BCcken?v=%C3%A4",
    ),
}
FORMS = [
    form
    for on, layout, style, chart in product(Paper, Layout, StyleName, (ChartKind.STANDARD, ChartKind.FULL))
    if (form := Format(paper=on, layout=layout, style=style, chart=chart)).has_room
    if layout is Layout.CARDS or chart is ChartKind.STANDARD
]
FEW = [
    Format(paper=Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD),
    Format(paper=Paper.LETTER, style="large-print", chart=ChartKind.FULL, layout=Layout.CARDS),
    Format(paper=Paper.LETTER, style="mono"),
]
CASES = [("tracked", form) for form in FORMS] + [(name, form) for name in ADDRESSES for form in FEW]


def made(folder: Path, written: str, form: Format) -> tuple[list[Page], bytes]:
    one = odd.exercise(video={"address": written, "minutes": 2})
    bare = odd.exercise(video=written, figure=None, photos=None)
    phases = odd.routine(("odd-one", "cat-cow"), ("bare",), video=written)
    phases["phases"][1]["video"] = written + "#2"
    odd.write(folder, {"odd-one": one, "bare": bare}, phases)
    shop = family.workshop().with_library(load_library(folder))
    prescription = checked.build(Prescription, {"routine": "odd", "clinic": "brookside", "language": "en-GB"})
    master = prepare(prescription, shop, form)
    pages = pages_for(master, prescription, Person())
    return list(pages.pages), pdf_bytes(pages, shop.faces, shop.press, created=master.plan.routine.issued)


def decoded(data: bytes, dots: int) -> list[str]:
    """Every QR code that is read from the pages at so many dots an inch."""
    with pypdfium2.PdfDocument(data) as document:
        pictures = [page.render(scale=dots / 72, grayscale=True).to_numpy() for page in document]
    found = [code for picture in pictures for code in zxingcpp.read_barcodes(picture)]
    return [code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode]


def elements(pages: Sequence[Page]) -> list[Element]:
    waiting = [kid for page in pages for placed in page.blocks for kid in placed.block.kids]
    found = []
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Element):
            found.append(kid)
            waiting += kid.kids
    return found


def links(pages: Sequence[Page]) -> list[Element]:
    return [one for one in elements(pages) if one.address]


@pytest.mark.parametrize(("name", "form"), CASES, ids=str)
def test_no_address_refuses_a_style(name: str, form: Format, tmp_path: Path) -> None:
    written, encoded, shown = ADDRESSES[name]
    pages, data = made(tmp_path, written, form)
    for page in pages:
        assert paper.collisions(page) == []
    own = [link for link in links(pages) if link.address in (encoded, encoded + "#2")]
    assert own and all(link.alt and link.address and link.address in link.alt for link in own)
    sample = "https://example.org/"  # the sample clinic's own videos
    codes = [text for text in decoded(data, 200) if not text.startswith(sample)]
    coded = [link.address for link in own if link.alt and link.address and link.alt.startswith("QR code")]
    assert sorted(codes) == sorted(coded) and len(codes) >= 4
    for link in own:
        printed = "".join(words.run.text for words in link.kids if isinstance(words, Words))
        if form.is_sheet and printed == ("All" if link.address == encoded else "Part 2"):
            continue  # the small codes of the front say what they are of
        start, cut, end = printed.partition("…")
        whole = shown + ("#2" if link.address != encoded else "")
        assert (whole.startswith(start) and whole.endswith(end) and len(start) > 15) if cut else printed == whole


@pytest.mark.parametrize("name", ADDRESSES)
def test_codes_are_read_from_a_coarse_scan(name: str, tmp_path: Path) -> None:
    _, encoded, _ = ADDRESSES[name]
    _, data = made(tmp_path, ADDRESSES[name][0], FEW[0])
    assert decoded(data, 150).count(encoded) == 4
