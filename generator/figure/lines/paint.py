"""Flat tints: silhouette, clothes, hair, props, one tone of shade each, and far limbs a touch darker."""

from __future__ import annotations

import numpy as np

from generator.figure.arrays import Array
from generator.figure.lines.shot import Shot, shaded_mask
from generator.figure.lines.tints import trace
from generator.figure.lines.vector import Canvas

CLOTH = ("shirt", "shorts", "shoe", "sole", "hair", "hair_grey")
SHADED = ("skin", "shirt", "shorts", "shoe")
THINGS = ("wall", "wood", "metal", "foam", "rubber", "band", "cloth", "plate")
_FACETED = ("wood", "wall", "metal", "foam", "rubber", "cloth", "plate")
_LEAST_SHADE = 240.0  # half pixels squared, about 3.5 square millimetres: smaller patches look like stains
_SIDEWAYS = 0.6  # from here on the view counts as from the side, with a near and a far limb
_FAR_LIMBS = {True: (2, 4), False: (1, 3)}


def paint_tints(shot: Shot, canvas: Canvas) -> None:
    """All flat colours of a figure and its props."""
    canvas.fill("skin", shot.to_canvas(trace(shot.person, 0.8)))
    shade = shaded_mask(shot)
    _paint_far_limbs(shot, canvas, shade)
    skin = shot.pixels.where(material=("skin",)) & ~_far(shot)
    canvas.fill("skin_shade", shot.to_canvas(trace(skin & shade, 1.4, least_area=_LEAST_SHADE)))
    for material in CLOTH:
        mask = shot.pixels.where(material=(material,))
        if not mask.any():
            continue
        canvas.fill(material, shot.to_canvas(trace(mask, 0.7)))
        if material in SHADED:
            canvas.fill(f"{material}_shade", shot.to_canvas(trace(mask & shade, 1.4, least_area=_LEAST_SHADE)))
    _paint_things(shot, canvas)


def _paint_things(shot: Shot, canvas: Canvas) -> None:
    for material in THINGS:
        mask = shot.pixels.where(material=(material,)) & ~shot.person
        if not mask.any():
            continue
        canvas.fill(material, shot.to_canvas(trace(mask, 0.7)))
        if material in _FACETED:
            dark = mask & (shot.brightness < (0.05 if material in ("wood", "wall", "metal") else -0.05))
            canvas.fill(f"{material}_shade", shot.to_canvas(trace(dark, 0.7, least_area=20)))


def _far(shot: Shot) -> Array:
    towards = shot.left_towards_viewer()
    if abs(towards) < _SIDEWAYS:
        return np.zeros(shot.pixels.shape, dtype=bool)
    far: Array = shot.pixels.where(material=("skin",)) & np.isin(shot.limb, _FAR_LIMBS[towards > 0])
    return far


def _paint_far_limbs(shot: Shot, canvas: Canvas, shade: Array) -> None:
    far = _far(shot)
    if far.sum() < 100:
        return
    canvas.fill("skin_far", shot.to_canvas(trace(far, 0.8, least_area=20)))
    canvas.fill("skin_far_shade", shot.to_canvas(trace(far & shade, 1.4, least_area=60)))
