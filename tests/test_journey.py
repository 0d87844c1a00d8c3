"""From YAML to paper and back: what others read in the made files is what the content says."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from generator import sentences
from generator.content.checking.checked import build as checked
from generator.content.choices import ChartKind, Layout
from generator.content.library import Library, load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import Made, Master, build, prepare, print_for
from generator.page.format import Format
from generator.plan import other_ways
from generator.workshop import Workshop
from tests.output.counted import Counted

CARDS = Format(layout=Layout.CARDS, chart=ChartKind.STANDARD)
ROUTINES = (
    "back-care-stretches",
    "hamstring-health",
    "hinge-and-rotate",
    "hip-hinge-foundations",
    "ten-minute-follow-along",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def workshop(library: Library) -> Workshop:
    return Workshop(library)


def prescription(routine: str, **more: str) -> Prescription:
    return checked(Prescription, {"routine": routine, "clinic": "brookside", "language": "en-GB", **more})


@pytest.fixture(scope="module")
def made(workshop: Workshop) -> Callable[[str], tuple[Master, Made]]:
    """Each routine made once."""
    kept: dict[str, tuple[Master, Made]] = {}

    def make(routine: str) -> tuple[Master, Made]:
        if routine not in kept:
            wanted = prescription(routine)
            form = CARDS
            kept[routine] = prepare(wanted, workshop, form), build(wanted, Person(), workshop, form)
        return kept[routine]

    return make


def plain(text: str) -> str:
    """Letters and figures alone: line ends and kinds of spaces are the page's business."""
    return re.sub(r"\s+", "", text)


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return plain(" ".join(page.get_textpage().get_text_range() for page in document))


def test_the_library_has_exactly_these_routines(library: Library) -> None:
    assert library.routine_ids() == ROUTINES


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_step_and_dose_is_read_back_in_order(routine: str, made: Callable[[str], tuple[Master, Made]]) -> None:
    master, file = made(routine)
    text = text_of(file.data)
    seen: set[str] = set()
    position = text.index(plain(master.plan.phases[0].phase.name))
    checked_steps = 0
    for planned in master.plan.exercises:
        wanted = [str(planned.exercise.name), sentences.card_dose(planned, master.wording).amount]
        if planned.at is not None and planned.id in seen:
            continue  # by the clock, an exercise has one card
        if planned.id not in seen:
            wanted += map(str, planned.exercise.steps)
            checked_steps += len(planned.exercise.steps)
        seen.add(planned.id)
        for part in wanted:
            found = text.find(plain(part), position)
            assert found >= 0, part
            position = found
    assert checked_steps >= 10


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_code_leads_to_its_address(routine: str, made: Callable[[str], tuple[Master, Made]]) -> None:
    master, file = made(routine)
    plan = master.plan
    assert plan.video is not None
    ways = [way for one in plan.exercises for way in (one, *other_ways(one, plan.clinic.video))]
    explained = {(one.id, one.option): one.video.address for one in ways if one.video}
    document = pypdfium2.PdfDocument(file.data)
    found = [
        code.text
        for page in document
        for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil().convert("L"))
        if code.format == zxingcpp.BarcodeFormat.QRCode
    ]
    # The routine's own code stands on the first page and on the chart.
    assert sorted(found) == sorted([plan.video.address] * 2 + list(explained.values()))
    assert all(address.startswith("https://example.org/") for address in found)


def test_an_exercise_without_video_has_no_code_and_a_warning(workshop: Workshop) -> None:
    plain_clinic = workshop.library.clinic("brookside").model_copy(update={"video": None})

    class WithoutVideos(Library):
        def clinic(self, name: str) -> object:  # type: ignore[override]  # the same clinic, but for one field
            return plain_clinic

    own = Workshop(WithoutVideos(workshop.library.folders))
    file = build(prescription("hinge-and-rotate"), Person(), own, replace(CARDS, only="cards"))
    pictures = [page.render(scale=150 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(file.data)]
    assert [code for picture in pictures for code in zxingcpp.read_barcodes(picture)] == []
    assert {problem.rule for problem in file.problems} == {"no-video", "sample"}
    assert len(file.problems) == 5


def test_the_name_is_on_the_page_and_nowhere_else(workshop: Workshop) -> None:
    wanted = prescription("hamstring-health", start=date(2026, 11, 23).isoformat())
    file = build(wanted, Person(name="Zerlina Quux", by="Ottokar Blim"), workshop, CARDS)
    text = text_of(file.data)
    assert "ZerlinaQuux" in text
    assert "OttokarBlim" in text
    assert "23November2026" in text
    assert "Zerlina" not in file.name
    pdf = pikepdf.open(io.BytesIO(file.data))
    contents = {stream.objgen for page in pdf.pages for stream in page.Contents}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.objgen not in contents:
            assert b"Zerlina" not in item.read_bytes()
    assert "Zerlina" not in str(pdf.docinfo)
    with pdf.open_outline() as outline:
        assert "Zerlina" not in str([entry.title for entry in outline.root])


def test_the_same_input_gives_the_same_bytes(workshop: Workshop) -> None:
    wanted = prescription("back-care-stretches")
    fresh = Workshop(load_library())
    form = replace(CARDS, paper=Paper.LETTER)
    assert build(wanted, Person(), workshop, form).data == build(wanted, Person(), fresh, form).data


def test_file_names_say_what_is_in_them(workshop: Workshop) -> None:
    file = build(
        prescription("hinge-and-rotate", clinic="summit-training"), Person(), workshop, replace(CARDS, only="chart")
    )
    assert file.name == "hinge-and-rotate-1.0-en-GB-letter-cards-standard-chart-standard.pdf"


def test_black_ink_alone_where_the_style_has_no_colour(
    workshop: Workshop, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    file = build(
        prescription("hinge-and-rotate", clinic="summit-training"), Person(), workshop, replace(CARDS, style="mono")
    )
    path = tmp_path / "mono.pdf"
    path.write_bytes(file.data)
    shown = subprocess.run(
        [tool("gs"), "-q", "-o", "-", "-sDEVICE=inkcov", str(path)], capture_output=True, text=True, check=True
    )
    pages = [line.split()[:4] for line in shown.stdout.splitlines() if "CMYK" in line]
    assert len(pages) == file.pages
    assert all(float(ink) == 0 for page in pages for ink in page[:3])


def test_clients_of_one_plan_are_filled_in_whatever_differs(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes a batch quick: of the second file only what bears the name, the dates and the code is made."""
    counted = Counted(monkeypatch)
    workshop = Workshop(library)
    names = ("Ann Lee", "Zoë Müller", "Bo", "Chloë Möller")
    people = [Person(name, "Sam Ortiz", pseudonym=f"P-{number:04}") for number, name in enumerate(names)]
    starts = ("2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30")
    wishes = [prescription("hinge-and-rotate", start=start, review="2027-01-04") for start in starts]
    master = prepare(wishes[0], workshop, CARDS)
    for wish, person in zip(wishes, people, strict=True):
        print_for(master, wish, person, workshop)
    # Names with marks have a file of their own to fill in: no other bears such letters.
    assert (counted.filled, counted.written) == (2, 2)
