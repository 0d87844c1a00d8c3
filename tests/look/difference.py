"""Two folders of page pictures become a list of what differs, the largest difference first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

SEEN = 48  # of 255: a pixel that differs by less is the edge of the same letter


@dataclass(frozen=True, slots=True)
class Difference:
    """One page: its name, which share of its pixels differs (1 where it is on one side only), where it is there."""

    name: str
    share: float
    before: Path | None
    after: Path | None


def differences(before: Path, after: Path) -> list[Difference]:
    """Every page of either folder, also those that are the same (share 0)."""
    names = sorted({path.name for folder in (before, after) for path in folder.glob("*.png")})
    found = [_difference(name, before / name, after / name) for name in names]
    return sorted(found, key=lambda one: (-one.share, one.name))


def _difference(name: str, before: Path, after: Path) -> Difference:
    if not (before.exists() and after.exists()):
        return Difference(name, 1.0, before if before.exists() else None, after if after.exists() else None)
    return Difference(name, share(Image.open(before), Image.open(after)), before, after)


def share(one: Image.Image, other: Image.Image) -> float:
    """Which share of the pixels differs visibly; 1 for pages of different sizes."""
    if one.size != other.size:
        return 1.0
    a, b = (np.asarray(picture.convert("L"), dtype=np.int16) for picture in (one, other))
    return float((np.abs(a - b) > SEEN).mean())
