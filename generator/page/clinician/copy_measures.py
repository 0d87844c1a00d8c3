"""Sizes and distances of the clinician's copy: a theme comes in, points go out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.theme import Theme
from generator.page.measures import Style
from generator.shapes.geometry import MM

# The step of the theme that distances are drawn for.
_STEP = 5.5 * MM
_PICTURES = 31.0  # width of the column of pictures
_PICTURE_LEAST, _PICTURE_TIGHT = 10.0, 8.0  # height of its pictures


@dataclass(frozen=True, slots=True)
class CopySizes:
    """Type sizes, the step of lines, and distances in points. A narrow page has one column of words, not two."""

    title: float
    name: float
    text: float
    step: float
    pictures: float
    picture_least: float
    gutter: float
    air: float
    row_air: float
    writing: float
    narrow: bool


def copy_sizes(style: Style, *, tight: bool = False) -> CopySizes:
    """Type is a little smaller than a client's, and smaller still and lower where `tight`."""
    theme: Theme = style.theme
    unit, text = theme.step / _STEP, max(theme.smallest, theme.small * (9 if tight else 10) / 11)
    return CopySizes(
        title=theme.section * 20 / 14.5,
        name=max(theme.smallest, theme.note * (10 if tight else 11.5) / 12),
        text=text,
        step=text * 1.17,
        pictures=_PICTURES * MM * unit,
        picture_least=(_PICTURE_TIGHT if tight else _PICTURE_LEAST) * MM * unit,
        gutter=4 * MM * unit,
        air=(1.4 if tight else 2.4) * MM * unit,
        row_air=(0.5 if tight else 1.1) * MM * unit,
        writing=theme.writing,
        narrow=style.narrow or theme.stacked,
    )
