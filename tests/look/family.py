"""Every kind of page as commands that any state of the project understands, and their pages as pixels."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pypdfium2
from PIL import Image

RESOLUTION = 72  # dots per inch: enough to see what moved
_ROUTINES = (
    "back-care-stretches",
    "hamstring-health",
    "hinge-and-rotate",
    "hip-hinge-foundations",
    "ten-minute-follow-along",
)
_PAPERS, _STYLES = ("a4", "letter"), ("standard", "large-print", "mono")
_LAYOUTS, _CHARTS = ("sheet", "cards"), ("parts", "graph", "standard", "full")
_DATED = "--start 2026-11-23 --review 2026-12-21 --side left"


def commands() -> Iterator[tuple[str, str]]:
    """Name and options of every file: handouts and charts apart, so that each page is there once."""
    for routine, paper, style in product(_ROUTINES, _PAPERS, _STYLES):
        common = f"{routine} --paper {paper} --style {style}"
        for layout in _LAYOUTS:
            yield (
                f"{routine}-{paper}-{style}-{layout}",
                f"{common} --only {'sheet' if layout == 'sheet' else 'cards'} --layout {layout}",
            )
        for chart in _CHARTS:
            yield f"{routine}-{paper}-{style}-chart-{chart}", f"{common} --only chart --chart {chart}"
    for routine in _ROUTINES:
        yield f"{routine}-dated", f"{routine} {_DATED}"
    yield "hamstring-health-chair", "hamstring-health --alternative chair"
    yield "hamstring-health-gutter", "hamstring-health --gutter --duplex"


def render(tree: Path, folder: Path, only: str = "") -> dict[str, str]:
    """Makes every file with the code in `tree` and writes its pages as PNG into `folder`; `only` is part of a name.

    What cannot be made comes back: its name and what was said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    failed = {}
    for name, options in commands():
        if only not in name:
            continue
        pdf = folder / f"{name}.pdf"
        call = [sys.executable, "-m", "generator", "make", *options.split(), "-o", str(pdf)]
        environment = {**os.environ, "PYTHONPATH": str(tree), "HANDOUTS_CACHE": str(folder / "cache")}
        made = subprocess.run(call, cwd=tree, env=environment, capture_output=True, text=True, check=False)
        if made.returncode:
            failed[name] = made.stderr.strip()
            continue
        for number, picture in enumerate(_pictures(pdf), 1):
            picture.save(folder / f"{name}-{number}.png")
        pdf.unlink()
    return failed


def _pictures(pdf: Path) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=RESOLUTION / 72).to_pil()
