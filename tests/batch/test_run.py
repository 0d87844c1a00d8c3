"""A batch from beginning to end, and again after something has changed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner

from generator import make
from generator.batch import work
from generator.batch.run import Report
from generator.cli import main
from generator.problems import ContentError, Severity
from tests.batch.conftest import Run, made_up
from tests.batch.printed import read_table

HEAD = ["routine", "name", "note", "pseudonym", "copies"]


def pdfs(out: Path) -> dict[str, int]:
    """Name and inode of every file that was made: a file that was made again is another one."""
    return {path.name: path.stat().st_ino for path in sorted(out.glob("*.pdf"))}


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def errors(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems if problem.severity is Severity.ERROR]


def test_one_file_for_each_row(run: Run, tmp_path: Path) -> None:
    report = run([HEAD, ["calves", "Ann Lee", "Mind the cat.", "", ""], ["knees", "Ben Ng", "", "P-17", "3"]])
    out = tmp_path / "out"
    assert dict(report.counts) == {"made": 2}
    first, second = pdfs(out)
    assert first == "0002-calves-1.0-en-GB-a4-sheet-standard.pdf"
    assert second == "P-17-knees-1.0-en-GB-a4-sheet-standard.pdf"
    assert "Ann Lee" in text_of(out / first) and "Mind the cat." in text_of(out / first)
    assert "Ben Ng" in text_of(out / second)
    for line, name in zip(read_table(out / "manifest.csv"), (first, second), strict=True):
        data = (out / name).read_bytes()
        assert line["file"] == name and line["status"] == "made" and line["version"] == "1.0"
        assert line["sha256"] == hashlib.sha256(data).hexdigest()
        with pypdfium2.PdfDocument(data) as pdf:
            assert int(line["pages"]) == len(pdf)


def test_each_row_may_have_its_own_length(run: Run, tmp_path: Path) -> None:
    report = run([["routine", "weeks", "start"], ["calves", "8", ""], ["calves", "", ""], ["calves", "5", ""]])
    assert dict(report.counts) == {"made": 2, "problem": 1}
    out = tmp_path / "out"
    assert list(pdfs(out)) == [
        f"000{n}-calves-1.0-en-GB-a4-sheet-standard{more}.pdf" for n, more in ((2, "-8-weeks"), (3, ""))
    ]
    texts = [text_of(out / name) for name in pdfs(out)]
    assert ["Week 8" in text for text in texts] == [True, False]
    assert any("monday.csv:4:2: weeks: needs 4, 6, 8 or 12, not 5" in message for message in errors(report))


def test_names_stand_on_pages_only(run: Run, tmp_path: Path) -> None:
    rows = [HEAD, ["calves", "Zebedee Quill", "", "", ""]]
    run(rows, print_file=True)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) >= 6
    for path in files:
        assert "Zebedee" not in path.name
        assert b"Zebedee" not in path.read_bytes()
    run(rows, names=True)
    assert read_table(tmp_path / "out" / "manifest.csv")[0]["name"] == "Zebedee Quill"


def test_a_bad_row_stops_nobody_else(run: Run, tmp_path: Path) -> None:
    rows = [
        ["routine", "name", "start", "style", "options", "dose"],
        ["calves", "Ann", "2026-11-23", "", "heel-lift=step", "wall-sit.sets=3; wall-sit.reps=8-10"],
        ["calfs", "Ben", "", "", "", ""],
        ["calves", "Cleo", "on Monday", "huge", "", ""],
        ["calves", "Dan 膝", "", "", "heel-lift=ball", ""],
        ["calves", "Eve", "", "", "", "wall-sit.sets=many; squat.reps=3"],
        ["", "Finn", "", "", "", ""],
        ["calves", "Gus 膝", "", "", "", ""],
    ]
    report = run(rows)
    assert dict(report.counts) == {"made": 1, "problem": 6}
    found = [message.replace(str(tmp_path) + "/", "").split("\n")[0] for message in errors(report)]
    expected = [
        'monday.csv:3:1: routine: there is no routine "calfs"',
        'monday.csv:4:3: start: needs a date, not "on Monday"',
        "monday.csv:4:4: style: needs standard, large-print or mono, not",
        'monday.csv:5:5: options.heel-lift: heel-lift has no option "ball"',
        "monday.csv:6:6: dose.wall-sit.sets: needs",
        "monday.csv:7:1: routine: this key is missing",
        "monday.csv:8:2: the fonts lack 膝 (U+819D",
    ]
    assert [message[: len(words)] for message, words in zip(found, expected, strict=True)] == expected
    lines = read_table(tmp_path / "out" / "manifest.csv")
    assert [(line["row"], line["status"]) for line in lines] == [("2", "made")] + [
        (str(n), "problem") for n in range(3, 9)
    ]


def test_rows_with_problems_are_mended_and_fed_back(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    rows = [HEAD, ["calves", "Ann", "", "", ""], ["calfs", 'Ben; "B"', "=1+1", "", ""], ["knees", "Cleo", "", "", ""]]
    report = run(rows)
    to_mend = out / "monday-problems.csv"
    assert str(to_mend) in report.files
    assert read_table(to_mend) == [
        {
            **dict(zip(HEAD, ["calfs", 'Ben; "B"', "'=1+1", "", ""], strict=True)),
            "row": "3",
            "problem": 'routine: there is no routine "calfs"',
        }
    ]
    before = pdfs(out)
    to_mend.write_text(to_mend.read_text("utf-8-sig").replace("calfs", "calves"), "utf-8")
    report = run(roster=to_mend)
    assert dict(report.counts) == {"made": 1}
    after = pdfs(out)
    assert set(after) - set(before) == {"0003-calves-1.0-en-GB-a4-sheet-standard.pdf"}
    assert before.items() < after.items()
    assert "=1+1" in text_of(out / "0003-calves-1.0-en-GB-a4-sheet-standard.pdf")
    statuses = {line["row"]: line["status"] for line in read_table(out / "manifest.csv")}
    assert statuses == {"2": "earlier", "3": "made", "4": "earlier"}
    assert "calves" in to_mend.read_text("utf-8"), "what somebody has mended is not thrown away"
    # The roster as it was finds its own files again, and does not write over the mended rows.
    report = run()
    assert dict(report.counts) == {"unchanged": 2, "problem": 1}
    assert pdfs(out) == after
    assert "calves" in to_mend.read_text("utf-8") and (out / "monday-problems-2.csv").exists()


def test_a_file_of_problems_goes_when_there_are_none(run: Run, tmp_path: Path) -> None:
    run([HEAD, ["calfs", "Ann", "", "", ""]])
    assert (tmp_path / "out" / "monday-problems.csv").exists()
    run([HEAD, ["calves", "Ann", "", "", ""]])
    assert not (tmp_path / "out" / "monday-problems.csv").exists()


def test_nothing_is_made_twice(run: Run, tmp_path: Path) -> None:
    run(made_up(10))
    before = pdfs(tmp_path / "out")
    report = run(made_up(10))
    assert dict(report.counts) == {"unchanged": 10}
    assert pdfs(tmp_path / "out") == before


def test_a_changed_row_is_made_again_and_no_other(run: Run, tmp_path: Path) -> None:
    rows = made_up(10)
    run(rows)
    before = pdfs(tmp_path / "out")
    rows[4][1] = "Somebody else"
    report = run(rows)
    after = pdfs(tmp_path / "out")
    assert dict(report.counts) == {"unchanged": 9, "made": 1}
    assert {name for name in after if after[name] != before.get(name)} == {sorted(before)[3]}


def test_an_inserted_row_makes_nothing_else_again(run: Run, tmp_path: Path) -> None:
    rows = made_up(10)
    run(rows)
    before = pdfs(tmp_path / "out")
    rows.insert(3, ["knees", "Late comer", ""])
    report = run(rows)
    after = pdfs(tmp_path / "out")
    assert dict(report.counts) == {"unchanged": 10, "made": 1}
    assert len(after) == 11
    assert set(before.values()) < set(after.values()), "files were renamed, not made"
    for line, row in zip(read_table(tmp_path / "out" / "manifest.csv"), rows[1:], strict=True):
        assert str(row[1]) in text_of(tmp_path / "out" / line["file"])


def test_rows_in_another_order_change_names_only(run: Run, tmp_path: Path) -> None:
    rows = made_up(10)
    run(rows)
    before = pdfs(tmp_path / "out")
    rows[1:] = rows[:0:-1]
    assert dict(run(rows).counts) == {"unchanged": 10}
    assert sorted(pdfs(tmp_path / "out").values()) == sorted(before.values())
    for line, row in zip(read_table(tmp_path / "out" / "manifest.csv"), rows[1:], strict=True):
        assert str(row[1]) in text_of(tmp_path / "out" / line["file"])


def test_another_routine_for_a_row_leaves_one_file(run: Run, tmp_path: Path) -> None:
    rows = made_up(3)
    run(rows)
    rows[1][0] = "knees"
    run(rows)
    assert [name[:10] for name in pdfs(tmp_path / "out")] == ["0002-knees", "0003-knees", "0004-calve"]


def test_a_changed_routine_is_made_again_and_no_other(run: Run, tmp_path: Path, content: Path) -> None:
    run(made_up(10))
    routine = content / "routines" / "knees.yaml"
    routine.write_text(routine.read_text().replace("Go slowly", "Go gently"))
    assert dict(run().counts) == {"unchanged": 5, "made": 5}


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 half", None])
def test_a_damaged_or_missing_file_is_made_again(run: Run, tmp_path: Path, damage: bytes | None) -> None:
    run(made_up(6))
    path = sorted((tmp_path / "out").glob("*.pdf"))[2]
    good = path.read_bytes()
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    assert dict(run().counts) == {"unchanged": 5, "made": 1}
    assert path.read_bytes() == good


@pytest.mark.parametrize("torn", [b'{"row": "12', b"\xff\xfe\n", b"[]\n{}\n\n", b'{"row": 1}\n'])
def test_a_torn_journal_costs_nothing_but_time(run: Run, tmp_path: Path, torn: bytes) -> None:
    run(made_up(4))
    journal = tmp_path / "out" / ".handouts" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + torn)
    assert dict(run().counts) == {"unchanged": 4}
    journal.write_bytes(torn)
    assert dict(run().counts) == {"made": 4}


def test_a_journal_leads_nowhere_else(run: Run, tmp_path: Path) -> None:
    run(made_up(2))
    precious = tmp_path / "precious.pdf"
    precious.write_bytes(b"mine")
    entry = {"row": "0" * 32, "number": 2, "file": "../precious.pdf", "pages": 1, "master": ""}
    entry["sha256"] = hashlib.sha256(b"mine").hexdigest()
    journal = tmp_path / "out" / ".handouts" / "journal.jsonl"
    journal.write_text(journal.read_text() + json.dumps(entry) + "\n")
    assert dict(run().counts) == {"unchanged": 2}
    assert precious.read_bytes() == b"mine"


def test_the_journal_says_nothing_of_anybody(run: Run, tmp_path: Path) -> None:
    run(made_up(3))
    state = tmp_path / "out" / ".handouts"
    first = (state / "journal.jsonl").read_text()
    (state / "key").unlink()
    run()
    second = (state / "journal.jsonl").read_text()
    rows = [line.split('"row": "')[1][:32] for text in (first, second) for line in text.splitlines() if '"row"' in line]
    assert len(set(rows)) == 6, "with another key the same rows have other hashes"


def test_a_folder_belongs_to_one_roster(run: Run, tmp_path: Path) -> None:
    run(made_up(3))
    before = pdfs(tmp_path / "out")
    other = tmp_path / "tuesday.csv"
    with pytest.raises(ContentError, match="holds the handouts of another roster"):
        run(made_up(2), roster=other)
    assert pdfs(tmp_path / "out") == before


def test_duplicates_are_told_of_and_made(run: Run, tmp_path: Path) -> None:
    row = ["calves", "Ann", "", "", ""]
    report = run([HEAD, row, row, [*row[:3], "P1", ""], ["calves", "Ben", "", "p1", ""]])
    assert dict(report.counts) == {"made": 4}
    found = [problem for problem in report.problems if problem.rule == "roster-duplicate"]
    warnings = [str(problem).replace(str(tmp_path) + "/", "").split("\n")[0] for problem in found]
    assert warnings == [
        "monday.csv:3:1: warning: this row says the same as row 2",
        "monday.csv:5:1: warning: row 4 has the same number or pseudonym",
    ]
    names = [name.casefold() for name in pdfs(tmp_path / "out")]
    assert len(set(names)) == 4
    assert dict(run().counts) == {"unchanged": 4}


HOSTILE = [
    '=HYPERLINK("https://evil.example")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "../../etc/passwd",
    "<b>Ann</b> &amp; ]]> (\\)",
    "/Type /Catalog >> endobj",
    "%s {0} $(id) `id`",
]


def test_text_of_a_roster_is_text(run: Run, tmp_path: Path) -> None:
    rows = [["routine", "name", "by"], *(["calves", text, text] for text in HOSTILE)]
    report = run(rows, names=True, print_file=True)
    assert dict(report.counts) == {"made": len(HOSTILE)}
    out = tmp_path / "out"
    for line, text in zip(read_table(out / "manifest.csv"), HOSTILE, strict=False):
        assert text.split()[0] in text_of(out / line["file"]).replace("\r\n", "").replace("\n", "")
        assert line["name"].lstrip("'") == text and line["name"][0] not in "=+-@"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "monday.csv", "out"]


@pytest.mark.parametrize("pseudonym", ["../x", "a/b", "=1", "Ann Lee", "x" * 13, "ä", ".hidden"])
def test_a_pseudonym_is_no_path_and_no_formula(run: Run, tmp_path: Path, pseudonym: str) -> None:
    report = run([HEAD, ["calves", "Ann", "", pseudonym, ""]])
    assert "2:4: pseudonym: cannot be" in errors(report)[0]


def test_a_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    report = run([HEAD, ["calves", "Ann 膝", "", "", ""], ["knees", "Ben", "x" * 301, "", ""]], destination="")
    assert dict(report.counts) == {"problem": 2}
    assert [message.split(":")[1:3] for message in errors(report)] == [["2", "2"], ["3", "3"]]
    assert not (tmp_path / "out").exists()
    assert dict(run(made_up(4), destination="").counts) == {"checked": 4}


def test_a_plan_that_its_content_forbids_is_told_at_every_row(run: Run, content: Path) -> None:
    (content / "exercises" / "wall-sit.yaml").write_text("name: [")
    report = run(made_up(4))
    assert dict(report.counts) == {"problem": 4}
    found = errors(report)
    assert sum("this routine cannot be made, see" in message for message in found) == 4
    assert sum("wall-sit.yaml:" in message and "cannot be made" not in message for message in found) == 1


def test_a_clinic_at_fault_is_named_at_every_row(run: Run, content: Path, tmp_path: Path) -> None:
    """A template's telephone number is the clinic's fault: no routine can be made for it, and none is to be mended."""
    CliRunner().invoke(main, ["new", "clinic", "harbour", "-o", str(content)])
    file = content / "clinics" / "harbour.yaml"
    line = [line.partition(":")[0] for line in file.read_text().splitlines()].index("phone") + 1
    report = run([["routine", "name", "clinic"], ["calves", "Ann", "harbour"], ["knees", "Ben", "harbour"]])
    place = f"{file}:{line}:8"
    assert [message.splitlines()[0] for message in errors(report)] == [
        f'{place}: phone: "020 7946 0000" is a number for examples, nobody answers it',
        *(f"{tmp_path / 'monday.csv'}:{row}:3: this clinic cannot be printed, see {place}" for row in (2, 3)),
    ]


NOTED = ["routine", "name", "note", "layout", "note_for"]


def test_notes_stand_in_every_layout_and_on_pages_only(run: Run, tmp_path: Path) -> None:
    row = ["calves", "Ann", "Mind the Quagga."]
    own = "Heel-Lift=Slowly; the Quagga waits; wall-sit = Not with\nthe Quagga."
    report = run([NOTED, [*row, "sheet", own], [*row, "cards", own]], print_file=True, singles=True)
    assert dict(report.counts) == {"made": 2}
    out = tmp_path / "out"
    for name in pdfs(out):
        text = " ".join(text_of(out / name).split())
        clients = 2 if "print" in name else 1
        assert text.count("Mind the Quagga.") == clients, name
        assert all(text.count(note) >= clients for note in ("Slowly; the Quagga waits", "Not with the Quagga.")), name
    for path in (path for path in out.rglob("*") if path.is_file()):
        assert b"Quagga" not in path.read_bytes() and "Quagga" not in path.name


def test_a_note_in_error_is_told_at_its_cell_and_not_quoted(run: Run) -> None:
    rows = [
        ["calves", "Ann", "", "", "heel-lft=Quagga"],
        ["calves", "Ben", "", "", "Quagga, slowly"],
        ["calves", "Cy", "", "", "heel-lift=Quagga " + "x" * 160],
        ["calves", "Di", "Quagga \u6c34", "", ""],
        ["calves", "Ed", "", "", "heel-lift=a; heel-lift=b"],
    ]
    report = run([NOTED, *rows])
    assert dict(report.counts) == {"problem": 5}
    found = errors(report)
    assert "Quagga" not in "".join(found)
    assert "2:5: note_for.heel-lft: this plan has no exercise" in found[0] and "did you mean heel-lift?" in found[0]
    assert "3:5: note_for: needs exercise=text" in found[1]
    assert "4:5: note_for: the note for heel-lift has 167 characters, the most allowed is 160" in found[2]
    assert "5:3: note: the fonts lack" in found[3]
    assert "6:5: note_for:" in found[4] and "has two notes" in found[4]


def test_rows_with_notes_of_as_many_lines_share_their_pages(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str] = []
    prepare = make.prepare

    def counted(*given: Any) -> Any:
        laid_out.append(repr(given[3:]))
        return prepare(*given)

    monkeypatch.setattr(work, "prepare", counted)
    rows = [["calves", f"Client {i}", f"Mind {i}." if i % 2 else "", "", f"wall-sit=Do {i}."] for i in range(12)]
    run([NOTED, *rows])
    assert len(laid_out) == 3
    before = pdfs(tmp_path / "out")
    assert dict(run([NOTED, *rows]).counts) == {"unchanged": 12}
    rows[3][4] = "wall-sit=Do more."
    assert dict(run([NOTED, *rows]).counts) == {"unchanged": 11, "made": 1}
    assert sum(before[name] != inode for name, inode in pdfs(tmp_path / "out").items()) == 1


def test_workers_make_the_same_files(run: Run, tmp_path: Path) -> None:
    run(made_up(40))
    alone = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}
    run(destination=str(tmp_path / "two"), jobs=2)
    assert {path.name: path.read_bytes() for path in (tmp_path / "two").glob("*.pdf")} == alone
    assert len(alone) == 40
