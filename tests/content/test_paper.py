"""A paper is one row of a table: everything else asks there, so one more row is all that another paper needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assets import asset
from generator.cli import main
from generator.content.paper import VERTICAL_MARGIN, Paper
from generator.page.measures import frame_of
from generator.shapes.geometry import MM
from tests.conftest import CHECKOUT

# Runs the command with one row more in the table than the file has.
_WITH_B5 = """
import sys, types
import generator.content
from pathlib import Path
path = Path(generator.content.__file__).with_name("paper.py")
row = '    B5 = "b5", Size(176.0, 250.0, 14.0, 12.7)\\n'
text = path.read_text("utf-8").replace("    A5 = ", row + "    A5 = ")
assert row in text
module = types.ModuleType("generator.content.paper")
sys.modules[module.__name__] = module
exec(compile(text, str(path), "exec"), module.__dict__)
from generator.__main__ import main
main()
"""


def with_b5(*arguments: str | Path) -> str:
    command = [sys.executable, "-c", _WITH_B5, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, env=os.environ.copy())
    assert done.returncode == 0, done.stderr
    return done.stdout


def page_size(path: Path) -> tuple[float, float]:
    import pypdfium2

    width, height = pypdfium2.PdfDocument(str(path))[0].get_size()
    return round(width / MM, 1), round(height / MM, 1)


@pytest.mark.parametrize(
    ("layout", "style", "chart"),
    [
        ("cards", "standard", "standard"),
        ("sheet", "mono", "parts"),
        ("cards", "large-print", "standard"),
        ("cards", "large-print", "parts"),
        ("sheet", "large-print", "parts"),
    ],
)
def test_another_paper_needs_a_row_and_nothing_else(tmp_path: Path, layout: str, style: str, chart: str) -> None:
    made = tmp_path / "made.pdf"
    wish = ("make", "hinge-and-rotate", "--paper", "b5", "--layout", layout, "--style", style, "--chart", chart)
    with_b5(*wish, "-o", made)
    assert page_size(made) == (176.0, 250.0)


def test_rosters_and_schema_know_another_paper(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("routine,paper\nhinge-and-rotate,b5\n", "utf-8")
    with_b5("batch", roster, "--check")
    assert "b5" in with_b5("batch", "--help")
    schema = json.loads(with_b5("schema", "clinic"))
    assert schema["$defs"]["Paper"]["enum"] == ["a4", "letter", "b5", "a5"]


@pytest.mark.parametrize("paper", Paper)
def test_every_paper_leaves_what_printers_cannot_reach(paper: Paper) -> None:
    for across in (False, True):
        frame = frame_of(paper, landscape=across)
        assert min(frame.start, frame.width - frame.end) >= 12.7 * MM - 0.01
        assert min(frame.top, frame.height - frame.bottom) >= VERTICAL_MARGIN * MM - 0.01


def test_an_a5_sheet_is_half_of_a4() -> None:
    half, whole = Paper.A5.size, Paper.A4.size
    assert (half.height, half.width * 2) == (whole.width, whole.height - 1)


def test_whoever_writes_a_clinic_is_told_of_every_paper() -> None:
    readme, template = (CHECKOUT / "README.md").read_text("utf-8"), asset("templates", "clinic.yaml").read_text("utf-8")
    (row,) = [line for line in readme.splitlines() if line.startswith("| `paper` |")]
    (line,) = [line for line in template.splitlines() if line.startswith("paper:")]
    assert [paper for paper in Paper if paper not in line or f"`{paper}`" not in row] == []


def test_large_print_is_refused_on_a_small_paper_with_the_way_out(tmp_path: Path) -> None:
    words = ("make", "hamstring-health", "--paper", "a5", "--style", "large-print", "-o", str(tmp_path / "x.pdf"))
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 1 and not (tmp_path / "x.pdf").exists()
    assert "paper: large print has no room on a5" in told.stderr and "larger paper" in told.stderr
