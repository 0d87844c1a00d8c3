"""Text of a person is never markup, nor a formula: it stands on the page as it was written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from generator.cli import main

from .cases import BROOK, KNEES, SIT, scaffold

# What paragraphs of reportlab, XML, HTML, templates and shells would take for more than text.
MARKUP = "<b>x</b> &amp; {y} %s $(z) [a](b) <a href='javascript:c'>"
MARKED = {
    SIT: tuple("name short_name trade_name feel tip avoid easier harder steps stop_if equipment".split()),
    KNEES: ("title", "message", "why", "remember", "author", "stop_if"),
    BROOK: ("name", "hours", "urgent"),
}  # fmt: skip
LISTS = ("steps", "stop_if", "equipment", "remember", "message")


def marked(key: str) -> str:
    """A text of its own for each field, so that each can be found; short fields take what they hold."""
    return f"<i>{key[:3]}</i>&" if key == "short_name" else f"<i>{key}</i> {MARKUP}"[:60]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    scaffold(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Without white space and hyphens at line ends: how text was broken into lines says nothing here."""
    return "".join(text.replace("\ufffe", "").split())


# A row of a chart has the short name where it has no room for the name; a sheet does not say who wrote it.
@pytest.mark.parametrize(("layout", "unsaid"), [("cards", {"short_name"}), ("sheet", {"short_name", "author"})])
def test_markup_in_every_field_is_printed_as_it_stands(folder: Path, layout: str, unsaid: set[str]) -> None:
    expected = []
    for file, keys in MARKED.items():
        lines = [line for line in (folder / file).read_text("utf-8").splitlines() if line.split(":")[0] not in keys]
        for key in keys:
            value = json.dumps(marked(key))
            lines.append(f"{key}: [{value}]" if key in LISTS else f"{key}: {value}")
            expected.append((file, key, marked(key)))
        (folder / file).write_text("\n".join(lines) + "\n", "utf-8")
    result = CliRunner().invoke(
        main,
        [
            "make",
            "knees",
            "--clinic",
            "brook",
            "--content",
            "content",
            "--layout",
            layout,
            "-o",
            "out",
            "--by",
            "<b>D&D</b>",
            "--for",
            "<script>A&B</script>",
        ],
    )
    assert result.exit_code == 0, result.output
    (made,) = (folder / "out").glob("*.pdf")
    printed = squeezed(text_of(made)).casefold()
    assert len(expected) >= 20
    absent = [(file, key) for file, key, text in expected if squeezed(text).casefold() not in printed]
    assert [pair for pair in absent if pair[1] not in unsaid] == []
    assert squeezed("<script>A&B</script>").casefold() in printed
    assert (squeezed("<b>D&D</b>").casefold() in printed) is (layout == "cards")  # a sheet does not say by whom


def test_a_roster_never_makes_a_formula_nor_a_path(folder: Path) -> None:
    rows = [["routine", "name", "pseudonym", "note"]]
    attacks = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        '=HYPERLINK("http://x")',
        "\t=1",
        "../../up",
        "<b>x</b>",
    ]
    rows += [["hinge-and-rotate", attack, f"P{number}", attack] for number, attack in enumerate(attacks)]
    rows += [["=1+1", "Ann", "", ""], ["hinge-and-rotate", "Ann", "../up", ""]]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (folder / "roster.csv").write_text(text.getvalue(), "utf-8")
    result = CliRunner().invoke(
        main, ["batch", "roster.csv", "-o", "out", "--manifest-names", "--jobs", "1", "--only", "sheet"]
    )
    assert result.exit_code == 1, result.output  # the last two rows
    written = list((folder / "out").rglob("*.csv"))
    assert len(written) == 2
    for path in written:
        cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for cell in row]
        assert len(cells) > 10
        assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
    made = sorted(path.name for path in (folder / "out").glob("*.pdf"))
    assert len(made) == len(attacks), result.output
    assert all(name.startswith("P") and ".." not in name for name in made)
    assert list(folder.parent.glob("up*")) == []
    assert "=cmd|'" in text_of(folder / "out" / made[0])
