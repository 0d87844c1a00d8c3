"""The report on pages before and after sees what moved, what is missing and what cannot be made, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.look.difference import differences
from tests.look.family import commands, render
from tests.look.report import write_report

ROOT = Path(__file__).parents[1]


def picture(folder: Path, name: str, dot: int | None) -> None:
    page = Image.new("L", (60, 80), 255)
    if dot is not None:
        ImageDraw.Draw(page).rectangle((dot, 10, dot + 9, 19), fill=0)
    folder.mkdir(exist_ok=True)
    page.save(folder / name)


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    before, after = tmp_path / "before", tmp_path / "after"
    for side, dot in ((before, 10), (after, 30)):
        picture(side, "same-1.png", 10)
        picture(side, "moved-1.png", dot)
    picture(before, "gone-1.png", None)
    picture(after, "came-1.png", None)
    return before, after


def test_what_moved_came_or_went_is_told_and_what_stayed_is_not(sides: tuple[Path, Path]) -> None:
    told = {page.name: page.share for page in differences(*sides)}
    assert told == {"came-1.png": 1.0, "gone-1.png": 1.0, "moved-1.png": 200 / 4800, "same-1.png": 0.0}


def test_the_report_shows_them_and_what_was_not_made(sides: tuple[Path, Path], tmp_path: Path) -> None:
    report = write_report(tmp_path, differences(*sides), {"broken": "routine: <unknown>"})
    text = report.read_text("utf-8")
    assert "3 of 4 pages differ" in text
    assert "routine: &lt;unknown&gt;" in text
    assert "same-1.png" not in text
    assert (tmp_path / "between" / "moved-1.png").exists()
    assert all(f'src="{side}/moved-1.png"' in text for side in ("before", "after"))


def test_the_same_code_makes_the_same_pages(tmp_path: Path) -> None:
    sides = tmp_path / "before", tmp_path / "after"
    for side in sides:
        assert render(ROOT, side, "hinge-and-rotate-a4-standard-chart-parts") == {}
    pages = differences(*sides)
    assert pages[0].name == "hinge-and-rotate-a4-standard-chart-parts-1.png"
    assert [page.share for page in pages] == [0.0] * len(pages)


def test_what_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.look.family.commands", lambda: iter([("none", "no-such-routine")]))
    assert "no-such-routine" in render(ROOT, tmp_path)["none"]


def test_every_kind_of_page_is_looked_at() -> None:
    names = [name for name, _ in commands()]
    assert len(names) == len(set(names)) > 150
