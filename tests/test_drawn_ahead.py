"""The library's figures are drawn ahead: none is missing or stale, and a few are drawn anew each day."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from generator.assets import asset
from generator.content.figure.figure_spec import plain
from generator.content.library import Library, load_library
from generator.draw import draw_ahead, picture_bytes, stale_figures
from generator.figure.stored import from_bytes
from generator.pictures.figures import drawn, file_name, library_figures
from generator.shapes.drawing import Drawing
from generator.workshop import Workshop

FEW = 3  # figures drawn anew in one run; another few each day
ALIKE = 0.98  # share of inked pixels that two drawings of one pose have in common


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def workshop(library: Library) -> Workshop:
    return Workshop(library)


def mask(drawing: Drawing, workshop: Workshop) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which pixels have ink."""
    png = picture_bytes(drawing, "figure", ".png", "mono", workshop)
    return np.asarray(Image.open(io.BytesIO(png)).convert("L")) < 250


def overlap(one: Drawing, other: Drawing, workshop: Workshop) -> float:
    a, b = mask(one, workshop), mask(other, workshop)
    return float((a & b).sum() / (a | b).sum()) if a.shape == b.shape else 0.0


def test_no_figure_is_missing_or_stale(library: Library) -> None:
    assert stale_figures(library, asset("figures")) == []


def test_nothing_lies_there_that_no_figure_needs(library: Library) -> None:
    wanted = {file_name(name, option, plain(spec)) for name, option, spec in library_figures(library)}
    assert {path.name for path in asset("figures").glob("*")} == wanted
    assert len(wanted) >= 31


def test_a_changed_pose_and_a_changed_engine_are_stale(library: Library, tmp_path: Path) -> None:
    for path in asset("figures").glob("*.gz"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert stale_figures(library, tmp_path) == []
    changed, missing, foreign, *_ = sorted(tmp_path.iterdir())
    foreign.write_bytes(gzip.compress(b'{"format": 999}'))
    content = json.loads(gzip.decompress(changed.read_bytes()))
    changed.write_bytes(gzip.compress(json.dumps(content | {"key": "another engine"}).encode()))
    missing.unlink()
    assert stale_figures(library, tmp_path) == [changed.name, missing.name, foreign.name]


def test_only_what_is_stale_is_drawn(library: Library, tmp_path: Path) -> None:
    for path in asset("figures").glob("*.gz"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    first = min(tmp_path.iterdir())
    first.unlink()
    (tmp_path / "gone-000000000000.json.gz").write_bytes(b"")
    made = [name for name, path in draw_ahead(library, tmp_path) if path]
    assert made == [first.name]
    assert first.read_bytes() == (asset("figures") / first.name).read_bytes()
    assert not (tmp_path / "gone-000000000000.json.gz").exists()


def test_a_few_drawn_anew_look_as_they_did(library: Library, workshop: Workshop) -> None:
    figures = list(library_figures(library))
    start = date.today().toordinal() * FEW
    for name, option, spec in (figures[(start + step) % len(figures)] for step in range(FEW)):
        kept = from_bytes((asset("figures") / file_name(name, option, plain(spec))).read_bytes())
        for old, new in zip(kept.frames, drawn(plain(spec)).frames, strict=True):
            assert overlap(old, new, workshop) >= ALIKE, name


def test_the_comparison_sees_another_figure(library: Library, workshop: Workshop) -> None:
    one, other = (from_bytes(path.read_bytes()).frames[0] for path in sorted(asset("figures").glob("*.gz"))[:2])
    assert overlap(one, one, workshop) == 1.0
    assert overlap(one, other, workshop) < ALIKE


def test_each_file_is_small(library: Library) -> None:
    for path in asset("figures").glob("*.gz"):
        frames = len(from_bytes(path.read_bytes()).frames)
        # Each frame at most 20 KB, and a thumbnail of at most half as much.
        assert path.stat().st_size <= frames * 20_000 + 10_000, path.name
