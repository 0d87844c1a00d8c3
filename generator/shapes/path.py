"""Path strings (see drawing.py for their grammar): taken apart into numbers, measured, put together again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.shapes.geometry import Point

OPERATORS = frozenset("mlch")
POINTS_OF = {"m": 1, "l": 1, "c": 3, "h": 0}


def number_text(value: float) -> str:
    """The shortest plain text of a number: at most two decimals, never an exponent."""
    if value == int(value):
        return str(int(value))
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def segments(path: str) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Each operator with its points; ValueError where the grammar is broken."""
    numbers: list[float] = []
    for token in path.split():
        if token not in OPERATORS:
            numbers.append(float(token))
            continue
        if len(numbers) != 2 * POINTS_OF[token]:
            raise ValueError(f"operator {token!r} with {len(numbers)} numbers")
        yield token, tuple(zip(numbers[::2], numbers[1::2], strict=True))
        numbers = []
    if numbers:
        raise ValueError("numbers without an operator at the end of a path")


def points(path: str) -> list[Point]:
    """All points of a path, control points included."""
    return [point for _, found in segments(path) for point in found]


def polygon(corners: list[Point], closed: bool = True) -> str:
    """Straight lines through the corners."""
    words = [f"{number_text(x)} {number_text(y)} {'l' if i else 'm'}" for i, (x, y) in enumerate(corners)]
    return " ".join([*words, "h"] if closed else words)
