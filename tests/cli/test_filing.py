"""A sheet made again replaces itself without a word; another sheet of the same name is neither lost nor silent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.output.pdf import identity_in

PLAIN = "hip-hinge-foundations-1.0-en-GB-a4-sheet-standard"
Make = Callable[..., Result]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    monkeypatch.chdir(tmp_path)

    def invoke(*more: str) -> Result:
        result = CliRunner().invoke(main, ["make", "hip-hinge-foundations", "--only", "chart", *more])
        assert result.exit_code == 0, result.output
        return result

    return invoke


def made(result: Result) -> str:
    return result.stdout.strip()


def test_clients_in_a_row_keep_their_sheets(make: Make, tmp_path: Path) -> None:
    blank = made(make())
    assert blank == f"{PLAIN}-chart.pdf"
    ann, ben = make("--for", "Ann Lee"), make("--for", "Ben Fry")
    assert [made(ann), made(ben)] == [f"{PLAIN}-chart-2.pdf", f"{PLAIN}-chart-3.pdf"]
    assert "another sheet stays there" in ann.stderr
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    for arguments, name in (((), blank), (("--for", "Ann Lee"), made(ann)), (("--for", "Ben Fry"), made(ben))):
        again = make(*arguments)
        assert made(again) == name and "another sheet" not in again.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")} == before


def test_changed_content_replaces_its_own_sheet_quietly(make: Make, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "handouts/routines/hip-hinge-foundations.yaml"
    own = tmp_path / "mine/routines/hip-hinge-foundations.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(source.read_text("utf-8"), "utf-8")
    first = make("--for", "Ann Lee", "--content", "mine")
    before = Path(made(first)).read_bytes()
    own.write_text(own.read_text("utf-8").replace("title: ", "title: Our ", 1), "utf-8")
    again = make("--for", "Ann Lee", "--content", "mine")
    assert made(again) == made(first) and "another sheet" not in again.stderr
    assert Path(made(again)).read_bytes() != before


def test_a_file_that_the_user_named_is_replaced_but_not_unsaid(make: Make) -> None:
    assert "another sheet" not in make("-o", "x.pdf", "--for", "Ann Lee").stderr
    assert "another sheet" not in make("-o", "x.pdf", "--for", "Ann Lee").stderr
    assert "x.pdf: another sheet was there and is replaced" in make("-o", "x.pdf", "--for", "Ben Fry").stderr


def test_what_nobody_here_has_made_is_another_sheet(make: Make, tmp_path: Path) -> None:
    for number, data in enumerate((b"", b"%PDF-1.4 a letter", b"startxref\n999999\n%%EOF\n")):
        (tmp_path / f"{PLAIN}-chart.pdf").write_bytes(data)
        assert made(make()) == f"{PLAIN}-chart-2.pdf"
        assert (tmp_path / f"{PLAIN}-chart.pdf").read_bytes() == data, number


def test_the_identity_is_read_back_and_another_reader_agrees(make: Make, tmp_path: Path) -> None:
    ann, ben = (tmp_path / made(make("--for", name)) for name in ("Ann Lee", "Ben Fry"))
    assert identity_in(ann) != identity_in(ben) != ""
    with pikepdf.open(ann) as pdf:
        permanent, changing = (bytes(half).hex() for half in pdf.trailer.ID)
    assert identity_in(ann) == permanent != changing
