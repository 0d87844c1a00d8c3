"""The name of an anatomy plate comes in, its drawing goes out."""

from __future__ import annotations

from functools import lru_cache

from generator.assets import asset
from generator.content.checking.checked import load
from generator.content.checking.fault_words import near
from generator.content.plate import Plate
from generator.figure.anatomy_plate import draw_plate
from generator.problems import ContentError, Problem, place_of
from generator.shapes.drawing import Drawing


def plate_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in asset("plates").glob("*.yaml")))


def plate_drawing(name: str, label_size: float) -> Drawing:
    """The plate at full size, for labels of so many points. Raises `ContentError` at the place of an unknown name."""
    known = plate_names()
    if name not in known:
        meant = near(name, known)
        hint = f"did you mean {meant}?" if meant else f"there are {', '.join(known)}"
        raise ContentError(
            [Problem(f'there is no anatomy plate "{name}"', place_of(name), hint=hint, rule="unknown-id")]
        )
    return _drawn(str(name), label_size)


@lru_cache(maxsize=8)
def _drawn(name: str, label_size: float) -> Drawing:
    path = asset("plates", f"{name}.yaml")
    plate, _ = load(Plate, path.read_text("utf-8"), path.name)
    return draw_plate(plate, label_size)
