"""One posed figure in front of the camera: its depth picture with everything that the painting stages read from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from generator.figure.arrays import Array
from generator.figure.body.flesh import Flesh
from generator.figure.lines.cracks import limb_picture
from generator.figure.lines.ink import InkPen
from generator.figure.lines.vector import Subpath
from generator.figure.mesh.raster import Pixels, rasterise
from generator.figure.mesh.smoothing import blurred, halved
from generator.figure.mesh.solids import Mesh
from generator.shapes.geometry import MM

_LIGHT = np.array([-0.50, 0.62, 0.60]) / np.linalg.norm([-0.50, 0.62, 0.60])  # in camera axes
_NO_SHADE = ("hair", "hair_grey")


@dataclass(frozen=True, slots=True)
class ShotStyle:
    """How large and how fine a figure is drawn."""

    mm_per_metre: float
    mm_per_pixel: float = 0.060
    pen: InkPen = field(default_factory=InkPen)
    weight: float | None = None  # factor of all line widths; None = by scale

    @property
    def line_weight(self) -> float:
        """Smaller figures get thinner lines, but not in proportion."""
        if self.weight is not None:
            return self.weight
        return float(np.clip((self.mm_per_metre / 36.0) ** 0.55, 0.70, 1.05))


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of one pose."""

    pixels: Pixels
    flesh: Flesh
    style: ShotStyle
    normal: Array
    limb: Array
    brightness: Array  # (h, w) cosine to the light, smoothed over the body
    person: Array  # mask of everything but props

    @property
    def points_per_pixel(self) -> float:
        """Scale of the canvas."""
        return self.style.mm_per_pixel * MM

    def to_canvas(self, outline: Iterable[Subpath]) -> list[Subpath]:
        """Pixel outlines to canvas points: the world's origin lies at (0, 0)."""
        factor = self.points_per_pixel
        return [part.moved(factor, -self.pixels.shift * factor) for part in outline]

    def pen_width(self, millimetres: float) -> float:
        """A line width in canvas points, scaled like all lines of this figure."""
        return millimetres * MM * self.style.line_weight

    def pen_pixels(self, millimetres: float) -> float:
        """A line width in pixels, scaled like all lines of this figure."""
        return millimetres * self.style.line_weight / self.style.mm_per_pixel

    def left_towards_viewer(self) -> float:
        """1 when the figure's left side faces the viewer, -1 when its right side does."""
        pelvis = self.flesh.posture.frame("pelvis")[1]
        return float((self.pixels.axes @ pelvis[:, 1])[2])


def take_shot(body: list[Mesh], props: list[Mesh], flesh: Flesh, axes: Array, style: ShotStyle) -> Shot:
    """Rasterise a person and props."""
    pixels = rasterise([*body, *props], axes, style.mm_per_metre / style.mm_per_pixel)
    normal = pixels.normals()
    person = (pixels.mesh >= 0) & (pixels.mesh < len(body))
    return Shot(pixels, flesh, style, normal, limb_picture(pixels), _brightness(normal, person), person)


def _brightness(normal: Array, person: Array) -> Array:
    # Props keep their facets; the body is smoothed so that shade comes in large calm patches.
    light = normal @ _LIGHT
    weight = halved(person.astype(np.float32))
    soft = blurred(halved(np.where(person, light, 0.0)), 4.5) / np.maximum(blurred(weight, 4.5), 0.05)
    large = np.repeat(np.repeat(soft, 2, 0), 2, 1)[: light.shape[0], : light.shape[1]]
    result: Array = np.where(person, large, light)
    return result


def shaded_mask(shot: Shot) -> Array:
    """Where the body lies in its own shade."""
    result: Array = shot.person & (shot.brightness < -0.12) & ~shot.pixels.where(material=_NO_SHADE)
    return result
