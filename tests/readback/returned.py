"""Printed charts as grey pictures, filled in with a pen and seen by a scanner, a copier or a phone. Seeds decide all.

Lengths are millimetres until a picture is made; paper is white at 255.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from generator.content.choices import ChartKind, StyleName
from generator.content.library import load_library
from generator.content.paper import Paper
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import prepare, print_for
from generator.page.finished.sheet_json import sheet_json
from generator.page.format import Format
from generator.workshop import Workshop

DPI = 200
PER_MM = DPI / 25.4

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Kind:
    """A kind of chart that comes back."""

    chart: ChartKind
    paper: Paper
    style: StyleName = StyleName.STANDARD
    routine: str = "hamstring-health"
    pseudonym: str = ""

    def __str__(self) -> str:
        return f"{self.chart}-{self.paper}-{self.style}{'-pseudonym' if self.pseudonym else ''}"


KINDS = (
    Kind(ChartKind.PARTS, Paper.A4),
    Kind(ChartKind.PARTS, Paper.LETTER, pseudonym="P-0017"),
    Kind(ChartKind.PARTS, Paper.A5),
    Kind(ChartKind.PARTS, Paper.A4, StyleName.LARGE_PRINT),
    Kind(ChartKind.STANDARD, Paper.A4),
    Kind(ChartKind.STANDARD, Paper.LETTER, routine="hinge-and-rotate", pseudonym="P-0017"),
    Kind(ChartKind.FULL, Paper.A4, routine="back-care-stretches"),
)


@cache
def printed(kind: Kind) -> tuple[Image.Image, dict[str, Any]]:
    """The first page of a kind as a printer prints it, and what is written for its reader."""
    wish = Prescription.model_validate({"routine": kind.routine, "clinic": "brookside", "language": "en-GB"})
    workshop = Workshop(load_library())
    form = Format(paper=kind.paper, style=kind.style, chart=kind.chart, only="chart")
    person = Person(pseudonym=kind.pseudonym)
    master = prepare(wish, workshop, form, person)
    sheet = master.laid.sheet
    assert sheet
    made = print_for(master, wish, person, workshop)
    with pypdfium2.PdfDocument(made.data) as document:
        picture = document[0].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    return picture, sheet_json(sheet)


def filled_in(page: Image.Image, told: dict[str, Any], seed: int) -> Image.Image:
    """Ticks of one pen in about half of the boxes; some are large enough to leave them."""
    rng = np.random.default_rng(seed)
    sheet = page.copy()
    draw = ImageDraw.Draw(sheet)
    pen, grey = max(2, round(rng.uniform(0.35, 0.8) * PER_MM)), int(rng.uniform(15, 110))
    for cell in told["cells"]:
        if rng.random() < 0.5:
            continue
        side = min(cell["width"], cell["height"]) * rng.uniform(0.5, 1.15)
        x, y = cell["x"] + cell["width"] * rng.uniform(0.4, 0.6), cell["y"] + cell["height"] * rng.uniform(0.45, 0.6)
        stroke = np.array([(-0.38, -0.02), (-0.1, 0.36), (0.5, -0.48)]) * side + (x, y) + rng.normal(0, 0.15, (3, 2))
        draw.line([(float(u), float(v)) for u, v in stroke * PER_MM], fill=grey, width=pen, joint="curve")
    return sheet


def homography(source: Points, target: Points) -> Points:
    """The 3 x 3 matrix that takes at least four points to others, least squares."""
    middle, size = source.mean(0), np.abs(source - source.mean(0)).max()
    there, wide = target.mean(0), np.abs(target - target.mean(0)).max()
    rows = []
    for (x, y), (u, v) in zip((source - middle) / size, (target - there) / wide, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, -u], [0, 0, 0, x, y, 1, -v * x, -v * y, -v]]
    own = np.linalg.svd(np.array(rows))[2][-1].reshape(3, 3)
    into = np.array([[1 / size, 0, -middle[0] / size], [0, 1 / size, -middle[1] / size], [0, 0, 1]])
    out = np.array([[wide, 0, there[0]], [0, wide, there[1]], [0, 0, 1]])
    return np.asarray(out @ own @ into)


def moved(matrix: Points, points: Points) -> Points:
    """Points through a homography."""
    one = np.asarray(points, float) @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(one[..., :2] / one[..., 2:])


def photographed(page: Image.Image, seed: int, *, cut: int | None = None, hard: bool = False) -> Image.Image:
    """A phone's picture: 4 % askew, a little out of focus, light from one side, noise. `cut`: this corner is torn off.

    Corners are counted clockwise from the upper left one. `hard` is twice as blurred, and darker.
    """
    rng = np.random.default_rng([7, seed])
    wide, high = page.size
    sheet = page
    if cut is not None:
        sheet = page.copy()
        x, y = (wide * (cut in (1, 2)), high * (cut in (2, 3)))
        far = rng.uniform(38, 46) * PER_MM
        legs = [(x, y), (x + far * (1 - 2 * (x > 0)), y), (x, y + far * (1 - 2 * (y > 0)))]
        ImageDraw.Draw(sheet).polygon(legs, fill=90)
    room = 0.06
    canvas = (round(wide * (1 + 2 * room)), round(high * (1 + 2 * room)))
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], float)
    askew = corners + np.array([wide, high]) * (room + rng.uniform(-0.04, 0.04, (4, 2)))
    back = homography(askew, corners)
    back /= back[2, 2]
    shot = sheet.transform(
        canvas, Image.Transform.PERSPECTIVE, tuple(back.ravel()[:8]), Image.Resampling.BICUBIC, fillcolor=90
    )
    shot = shot.filter(ImageFilter.GaussianBlur(rng.uniform(0.6, 1.4) * (2.0 if hard else 1.0)))
    down, across = np.mgrid[0 : canvas[1], 0 : canvas[0]].astype(np.float32)
    turn = rng.uniform(0, 2 * np.pi)
    side = (across / canvas[0] - 0.5) * np.cos(turn) + (down / canvas[1] - 0.5) * np.sin(turn)
    light = (0.8 if not hard else 0.55) + rng.uniform(0.1, 0.4) * side
    seen = np.asarray(shot, np.float32) * light + rng.normal(0, rng.uniform(2, 7), down.shape).astype(np.float32)
    return Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8))


def scanned(page: Image.Image, seed: int) -> Image.Image:
    """From a flatbed: a degree or two askew, a little larger or smaller, grey, with some noise."""
    rng = np.random.default_rng([8, seed])
    turned = page.rotate(rng.uniform(-2, 2), Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    share = rng.uniform(0.97, 1.02)
    sized = turned.resize((round(turned.width * share), round(turned.height * share)), Image.Resampling.BICUBIC)
    seen = np.asarray(sized.filter(ImageFilter.GaussianBlur(0.5)), np.float32)
    return Image.fromarray(np.clip(seen + rng.normal(0, 3, seen.shape), 0, 255).astype(np.uint8))


def copied(page: Image.Image, seed: int) -> Image.Image:
    """Black and white at 150 dpi, as a copier or a fax makes it."""
    rng = np.random.default_rng([9, seed])
    turned = page.rotate(rng.uniform(-1, 1), Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    small = turned.resize((round(turned.width * 150 / DPI), round(turned.height * 150 / DPI)), Image.Resampling.BOX)
    return small.point(lambda value: 255 if value > 150 else 0).convert("L")
