"""Pictures are read once; an edited pose and a file written again are other pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cache import Cache
from generator.content.checking.checked import load
from generator.content.figure.figure_spec import FigureSpec
from generator.figure.stored import StoredFigure
from generator.pictures import gallery as room
from generator.pictures.gallery import Gallery
from generator.problems import ContentError

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="%d" height="9"/></svg>'


def pose(knee: int) -> FigureSpec:
    return load(FigureSpec, f"pose: {{base: standing, right: {{knee: {knee}}}}}\n", "f.yaml")[0]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of figures that were asked of the artist."""
    names: list[str] = []

    def draw(name: str, *_: object) -> StoredFigure:
        names.append(name)
        return StoredFigure(name, ())

    monkeypatch.setattr(room, "figure_of", draw)
    return names


def test_equal_poses_are_one_figure_and_others_are_others(drawn: list[str]) -> None:
    gallery = Gallery(Cache(None))
    assert gallery.figure("a", None, pose(10)) is gallery.figure("a", None, pose(10))
    assert drawn == ["a"]
    gallery.figure("a", None, pose(20))
    gallery.figure("a", "chair", pose(10))
    gallery.figure("a", None, pose(10), "woman")
    assert drawn == ["a"] * 4


def test_what_is_not_there_is_nothing_where_nothing_is_drawn(drawn: list[str]) -> None:
    assert Gallery(Cache(None), draws=False).figure("a", None, pose(10)) is None
    assert drawn == []


def test_a_picture_is_read_again_only_if_its_file_has_changed(tmp_path: Path) -> None:
    gallery = Gallery(Cache(None))
    file = tmp_path / "logo.svg"
    file.write_bytes(SVG % 3)
    first = gallery.picture("logo.svg", tmp_path)
    assert gallery.picture("logo.svg", tmp_path) is first
    file.write_bytes(SVG % 5)
    os.utime(file, (1, 1))
    assert gallery.picture("logo.svg", tmp_path) != first
    file.unlink()
    with pytest.raises(ContentError, match="not there"):
        gallery.picture("logo.svg", tmp_path)
