"""Notes to one person: on page 1 and with their exercise, in every layout and style, and nowhere but on the page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.content.choices import ChartKind, Layout, Portion
from generator.content.paper import Paper
from generator.content.person import LONGEST, LONGEST_NOTE_FOR, Person
from generator.make import build, checked_pages, note_shape, pages_for, prepare
from generator.page.finished.faults import words_of
from generator.page.format import Format
from generator.page.page import Page, Placed
from generator.page.page_number import NUMBER
from generator.problems import ContentError, Place, Prose
from generator.shapes.geometry import MM
from tests.conformance import family
from tests.conformance.family import SINGLE, Case, master, prescription, workshop
from tests.output.readback import structure

MARKER = "Zinnia-Quagga"


def filled(text: str, length: int) -> str:
    """A text of exactly this length, of common words."""
    return (text * (length // len(text) + 1))[: length - 1] + "."


LONG = filled("Please keep the left knee soft and go slowly. ", LONGEST["note"])
LONG_FOR = filled("Only as far as it feels easy on the left side. ", LONGEST_NOTE_FOR)


@cache
def exercises(case: Case) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one.id) for one in master(case).plan.exercises))


def said(page: Page) -> str:
    """All words of a page, as they are read aloud, without any space."""
    blocks = (" ".join(words.run.text for words in words_of(placed.block)) for placed in page.blocks)
    return "".join(" ".join(blocks).split())


def tight(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", SINGLE, ids=str)
def test_the_longest_notes_stand_in_every_layout_style_and_paper(case: Case) -> None:
    person = Person(note=LONG, note_for=dict.fromkeys(exercises(case), LONG_FOR))
    wish = prescription(case)
    made = prepare(wish, workshop(), case.form, person)
    pages = checked_pages(made, wish, person).pages
    whole, front = "".join(said(page) for page in pages), said(pages[0])
    behind = case.form.is_sheet and case.form.only == Portion.CARDS  # the sheet bears it
    assert whole.count(tight(LONG)) == front.count(tight(LONG)) == (0 if behind else 1)
    assert behind or front.index(tight("From your")) < front.index(tight(LONG))
    assert whole.count(tight(LONG_FOR)) >= len(exercises(case))
    # Words that are too many without a note are found by another test.
    without = {pair for page in family.pages(case).pages for pair in overlapping(page)}
    assert [pair for page in pages for pair in overlapping(page) if pair not in without] == []


def overlapping(page: Page) -> Iterator[tuple[str, str]]:
    """Blocks that reach into one below them, and notes that reach into the margin.

    Strips may stand within a head, the foot of a chart within its band, and a page's number within a footer.
    """
    blocks = [placed for placed in page.blocks if placed.slot not in ("strip", "first row", "client", NUMBER)]
    for placed in blocks:
        end, right = placed.y + placed.block.height - 0.5, placed.x + placed.block.width
        reached = [one for one in blocks if placed.y + 1 < one.y < end and placed.x < one.x + one.block.width]
        reached = [one for one in reached if one.x < right and said_by(one) and "Keep it private" not in said_by(one)]
        if reached or (placed.slot.startswith("note") and end > page.height - 15 * MM):
            yield said_by(placed), " ".join(said_by(one) for one in reached)


def said_by(placed: Placed) -> str:
    return " ".join(words.run.text for words in words_of(placed.block))[:20]


def test_an_exercise_has_its_note_before_the_next_one_is_read() -> None:
    for layout, only, chart in (
        (Layout.CARDS, "cards", ChartKind.STANDARD),
        (Layout.SHEET, "sheet", ChartKind.PARTS),
        (Layout.CARDS, "chart", ChartKind.FULL),
        (Layout.CARDS, "chart", ChartKind.PARTS),
    ):
        form = Format(Paper.A4, layout=layout, only=only, chart=chart)
        case = Case("hamstring-health", form)
        person = Person(note="Sleep well.", note_for={"hip-hinge": f"Stop at {MARKER}."})
        data = build(prescription(case), person, workshop(), form).data
        text = "".join("".join(tight(seen.all_text) for seen in page) for page in structure(data))
        if layout is Layout.CARDS and chart is ChartKind.PARTS:  # over the weeks
            assert f"Hiphinge:Stopat{MARKER}." in text and text.count(MARKER) == 1
            continue
        before, after = ("Hiphinge", "Liftwith")
        note = text.index(f"Stopat{MARKER}.")
        assert text.index("Sleepwell.") < text.rindex(before, 0, note) < note < text.index(after, note), (layout, chart)
        assert text.count(MARKER) == 1


def test_a_note_on_the_back_of_a_sheet_names_its_exercise() -> None:
    case = Case("hamstring-health", Format(Paper.A4, only="chart", chart=ChartKind.PARTS, layout=Layout.CARDS))
    person = Person(note_for={"hip-hinge": "Slowly.", "cat-cow": "Gently."})
    pages = pages_for(prepare(prescription(case), workshop(), case.form, person), prescription(case), person)
    assert "Hiphinge:Slowly." in said(pages.pages[0])
    assert "Catandcow:Gently." in said(pages.pages[0])


def test_an_exercise_that_comes_twice_has_its_note_once_with_its_card_and_once_in_its_row() -> None:
    form = Format(Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD)
    case = Case("ten-minute-follow-along", form)
    counts = [one.id for one in master(case).plan.exercises]
    twice = next(name for name in counts if counts.count(name) == 2)
    person = Person(note_for={twice: "Slowly."})
    for only, times in (("cards", 1), ("chart", 1)):
        own = replace(form, only=only)
        made = prepare(prescription(case), workshop(), own, person)
        whole = "".join(said(page) for page in pages_for(made, prescription(case), person).pages)
        assert whole.count("Foryou:Slowly.") == times


def test_notes_of_as_many_lines_share_pages_and_others_are_refused() -> None:
    case = Case("hip-hinge-foundations", Format(Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD))
    wish = prescription(case)
    first = Person(note="Mind the left knee.", note_for={"hip-hinge": "Slowly, please."})
    second = Person(note="Mind your back, too.", note_for={"hip-hinge": "With the chair."})
    longer = replace(second, note=LONG)
    shared = prepare(wish, workshop(), case.form, first)
    assert note_shape(shared, second) == shared.notes != note_shape(shared, longer)
    assert pages_for(shared, wish, second) == pages_for(prepare(wish, workshop(), case.form, second), wish, second)
    for other in (longer, Person()):
        with pytest.raises(ValueError, match="other notes"):
            pages_for(shared, wish, other)


def test_what_a_note_says_is_in_no_other_part_of_the_file_and_in_no_message(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    case = Case("hamstring-health", Format(Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD))
    person = Person(note=f"Mind {MARKER}.", note_for={"hip-hinge": f"Ask {MARKER}."}, pseudonym="P-1")
    with caplog.at_level(logging.DEBUG):
        made = prepare(prescription(case), workshop(), case.form, person)
        file = build(prescription(case), person, workshop(), case.form)
    assert MARKER not in caplog.text
    assert MARKER not in repr(person) + repr(made.laid.sheet and made.laid.sheet.chart) + file.name + repr(
        file.problems
    )
    assert MARKER.encode() not in file.data
    pdf = pikepdf.open(io.BytesIO(file.data))
    contents = {stream.objgen for page in pdf.pages for stream in page.Contents}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.objgen not in contents:
            assert MARKER.encode() not in item.read_bytes()
    with pdf.open_outline() as outline:
        assert MARKER not in str(list(titles(outline.root)))
    assert MARKER not in str(pdf.docinfo)


def titles(entries: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for entry in entries:
        yield str(entry.title)
        yield from titles(entry.children)


def faults_of(person: Person) -> list[str]:
    case = Case("hip-hinge-foundations", Format(Paper.A4, layout=Layout.CARDS, chart=ChartKind.STANDARD))
    with pytest.raises(ContentError) as caught:
        build(prescription(case), person, workshop(), case.form)
    return [str(problem) for problem in caught.value.problems]


def test_a_letter_that_no_font_has_is_told_where_it_was_written_without_the_note() -> None:
    cell = Place("monday.csv", 3, 5)
    (front,) = faults_of(Person(note=Prose("Ruhig \u6c34 bleiben", cell)))
    assert front.startswith("monday.csv:3:5: note: the fonts lack") and "bleiben" not in front
    plain = faults_of(Person(note_for={"hip-hinge": "Ruhig \u6c34 bleiben"}))
    assert any(message.startswith("note_for.hip-hinge: the fonts lack") for message in plain)
    assert "bleiben" not in "".join(plain)


def test_a_note_for_an_exercise_that_the_plan_lacks_names_one_that_it_has() -> None:
    (message,) = faults_of(Person(note_for={"hip-hing": MARKER}))
    assert "note_for.hip-hing: this plan has no exercise" in message and "did you mean hip-hinge?" in message
    assert MARKER not in message


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == code, result.output
    return str(result.output)


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make = ("make", "hip-hinge-foundations", "--only", "chart", "--chart", "standard")
    note = ("--note", f"Mind {MARKER}.", "--note-for", f"hip-hinge=Ask {MARKER}; a=b.")
    told = run(*make, *note, "--save-plan", "plan.yaml")
    assert MARKER not in told and "plan.yaml: saved without notes" in told
    assert MARKER not in (tmp_path / "plan.yaml").read_text("utf-8")
    assert MARKER not in "".join(str(path) for path in tmp_path.rglob("*"))
    assert "saved without notes" not in run(*make, "--save-plan", "plain.yaml", "-o", "plain.pdf")
    assert "--note-for hip-hing: this plan has no exercise" in run(*make, "--note-for", "hip-hing=Slowly.", code=1)
    assert "--note: the fonts lack" in run(*make, "--note", "\u6c34", code=1)
    for wrong in (
        ("--note", MARKER + "x" * 300),
        ("--note-for", f"hip-hinge={MARKER}" + "x" * 160),
        ("--note-for", MARKER),
        ("--note-for", f"hip-hinge={MARKER}", "--note-for", f"hip-hinge={MARKER}"),
    ):
        message = run(*make, *wrong, code=2)
        assert MARKER not in message and wrong[0] in message


def test_a_plan_file_may_hold_notes_that_are_neither_saved_nor_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("make", "hip-hinge-foundations", "--save-plan", "plain.yaml", "--only", "chart", "-o", "plain.pdf")
    plain = (tmp_path / "plain.yaml").read_text("utf-8")
    Path("noted.yaml").write_text(f"{plain}note: Mind {MARKER}.\nnote_for: {{hip-hinge: Ask {MARKER}.}}\n", "utf-8")
    told = run("make", "--plan", "noted.yaml", "--save-plan", "again.yaml", "--only", "chart", "-o", "noted.pdf")
    assert (tmp_path / "again.yaml").read_text("utf-8") == plain and "saved without notes" in told
    text = "".join(tight(seen.all_text) for page in structure(Path("noted.pdf").read_bytes()) for seen in page)
    assert f"Mind{MARKER}." in text and f"Ask{MARKER}." in text
    assert "The two plans are the same." in run("diff", "plain.yaml", "noted.yaml")
    assert MARKER not in run("plan", "--plan", "noted.yaml", "--format", "json")
    record = run("record", "--plan", "noted.yaml", "--note", "Walk first.")
    assert "Note: Walk first." in record and f"   Note: Ask {MARKER}." in record and "Mind" not in record
    run("check", "noted.yaml")
    Path("wrong.yaml").write_text(f"{plain}note_for:\n  hip-hing: Ask.\n", "utf-8")
    line = len(plain.splitlines()) + 2
    assert f"wrong.yaml:{line}:3: note_for.hip-hing: this routine has no exercise" in run("check", "wrong.yaml", code=1)
    wrong = f"{plain}note: [{MARKER}]\nnote_for: {{hip-hinge: {MARKER * 20}, hip-hing: {MARKER}}}\n"
    Path("wrong.yaml").write_text(wrong, "utf-8")
    for told in (run("check", "wrong.yaml", code=1), run("make", "--plan", "wrong.yaml", code=1)):
        assert f"wrong.yaml:{line - 1}:7: note: needs one text" in told and MARKER not in told
