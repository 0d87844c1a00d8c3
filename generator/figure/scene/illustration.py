"""What drawing a figure gives: frames, and what its author should know."""

from __future__ import annotations

from dataclasses import dataclass

from generator.shapes.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Illustration:
    """`frames`: one drawing, or start and end that share scale, height and ground line. `angles` (degrees) and
    `residuals` (by how many metres each contact is missed) are those of every frame; `findings` are sentences for the
    author: hidden muscles, missed contacts, angles beyond a joint's limits."""

    frames: tuple[Drawing, ...]
    angles: tuple[dict[str, float], ...] = ()
    residuals: tuple[dict[str, float], ...] = ()
    findings: tuple[str, ...] = ()
