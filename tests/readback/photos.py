"""A table of what a reader finds on simulated photographs, scans and copies: `python -m tests.readback.photos 20`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from PIL import Image

from tests.readback.finding import codes_on, frames_off, marks_on
from tests.readback.returned import KINDS, Kind, copied, filled_in, photographed, printed, scanned

Seeing = Callable[[Image.Image, int], Image.Image]

WAYS: dict[str, Seeing] = {
    "photo": photographed,
    "blurred photo": partial(photographed, hard=True),
    "lower left torn": partial(photographed, cut=3),
    "upper right torn": partial(photographed, cut=1),
    "scan": scanned,
    "1-bit copy": copied,
}


def found(kind: Kind, see: Seeing, number: int, *, frames: bool = True) -> tuple[Counter[str], list[float]]:
    """Of so many pictures: those with each code, with any, with all marks; and how far frames are off (mm)."""
    page, told = printed(kind)
    counts: Counter[str] = Counter()
    off: list[float] = []
    for seed in range(number):
        picture = see(filled_in(page, told["pages"][0], seed), seed)
        codes = codes_on(picture, told["pages"][0])
        counts.update({code.corner for code in codes})
        counts["any code"] += bool(codes)
        marks = marks_on(picture, told["pages"][0], codes) if codes else {}
        counts["marks"] += len(marks) == 4
        if len(marks) == 4 and frames:
            off += frames_off(picture, told["pages"][0], marks).values()
    return counts, off


def rows(number: int) -> Iterator[str]:
    """A line for each kind of chart and way to see it."""
    yield f"{'chart':36}{'seen as':18}{'lower':>7}{'upper':>7}{'any':>7}{'marks':>7}{'off mm (99 %)':>15}"
    for kind in KINDS:
        for name, see in WAYS.items():
            counts, off = found(kind, see, number)
            shares = [counts[key] for key in ("lower-left", "upper-right", "any code", "marks")]
            worst = f"{sorted(off)[int(len(off) * 0.99)]:.2f}" if off else "-"
            yield f"{kind!s:36}{name:18}" + "".join(f"{share:>7}" for share in shares) + f"{worst:>15}"


if __name__ == "__main__":
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        print(row, flush=True)
