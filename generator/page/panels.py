"""Pictures with their captions, one, two side by side, or two one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.manuscript.picture import Panel
from generator.page.measures import Style
from generator.page.page import Element, Picture, Role, Words
from generator.page.paragraph import set_word
from generator.shapes.drawing import Drawing
from generator.text.setter import Span

# Where paper is short, pairs of pictures stand side by side up to this share of their column.
_WIDE_PAIR = 1.6

# Two pictures are a little smaller than one.
_OF_TWO = 0.926


def with_pictures(style: Style, share: float) -> Style:
    """The same style with pictures of another size: higher and wider, or lower and narrower."""
    theme = style.theme
    changes: dict[str, float] = {
        "picture_height": theme.picture_height * share,
        "picture": theme.picture * (1 + share) / 2,
        "picture_pair": theme.picture_pair * max((1 + share) / 2, 1.0),
        "largest": theme.largest * max(share, 1.0),
    }
    if share < 1 and not theme.stacked:
        changes["wide_pair"] = _WIDE_PAIR
    return replace(style, theme=theme.model_copy(update=changes))


def stand_side_by_side(style: Style, panels: Sequence[Panel]) -> bool:
    """Two pictures that are not too wide for one row at full size (photographs fit any width)."""
    width = sum(panel.content.width for panel in panels if isinstance(panel.content, Drawing))
    return len(panels) == 2 and width <= style.theme.picture_pair * style.theme.wide_pair


def column_width(style: Style, panels: Sequence[Panel]) -> float:
    """As wide as the pictures can use at their full height, within the theme's columns; the text gets the rest."""
    theme = style.theme
    if not stand_side_by_side(style, panels):
        return theme.picture
    sizes = [panel.size for panel in panels]
    scale = min(theme.picture_height / max(tall for _, tall in sizes), _largest(panels, theme.largest * _OF_TWO))
    needed = sum(own for own, _ in sizes) * scale + theme.step * 1.2
    return min(max(needed, theme.picture), theme.picture_pair)


def place_panels(
    style: Style, panels: Sequence[Panel], width: float, top: float, *, wide: bool = False
) -> tuple[list[Element], float]:
    """One figure of all pictures, then their captions, in a column of `width`; returns where they end.

    `wide` says that there is room for two pictures side by side, whatever their width.
    """
    if not panels:
        return [], top
    place = _beside if wide or stand_side_by_side(style, panels) else _stacked
    pictures, captions, end = place(style, panels, width, top)
    figure = Element(Role.FIGURE, tuple(pictures), alt=panels[0].alt)
    return [figure, *(Element(Role.CAPTION, tuple(words)) for words in captions if words)], end


_Placed = tuple[list[Picture], list[list[Words]], float]


def _stacked(style: Style, panels: Sequence[Panel], width: float, top: float) -> _Placed:
    """One under the other, at one scale; a single one as high as the theme allows."""
    sizes = [panel.size for panel in panels]
    height = style.theme.picture_height / (1 if len(panels) == 1 else 1.35)
    scale = min(
        width / max(own for own, _ in sizes),
        height / max(tall for _, tall in sizes),
        _largest(panels, style.theme.largest),
    )
    pictures: list[Picture] = []
    captions: list[list[Words]] = []
    end = top
    for panel, (own, tall) in zip(panels, sizes, strict=True):
        if pictures:
            end += style.theme.step * 0.7
        x = (width - own * scale) / 2
        pictures.append(Picture(x, end, own * scale, tall * scale, panel.content, style.palette))
        words, end = _caption(style, panel.caption, (0.0, width), end + tall * scale)
        captions.append(words)
    return pictures, captions, end


def _beside(style: Style, panels: Sequence[Panel], width: float, top: float) -> _Placed:
    """Start and end at one scale on one ground line, each with its caption centred below."""
    gap = style.theme.step * 0.73
    sizes = [panel.size for panel in panels]
    total = sum(own for own, _ in sizes)
    highest = max(tall for _, tall in sizes)
    scale = min(
        (width - gap) / total, style.theme.picture_height / highest, _largest(panels, style.theme.largest * _OF_TWO)
    )
    spare = (width - gap - total * scale) / len(panels)
    ground = top + highest * scale
    pictures: list[Picture] = []
    captions: list[list[Words]] = []
    x, end = 0.0, ground
    for panel, (own, tall) in zip(panels, sizes, strict=True):
        room = own * scale + spare
        start = x + spare / 2
        pictures.append(Picture(start, ground - tall * scale, own * scale, tall * scale, panel.content, style.palette))
        margin = gap * 0.4
        span = (max(x - margin, 0.0), min(x + room + margin, width))
        words, below = _caption(style, panel.caption, span, ground)
        captions.append(words)
        end = max(end, below)
        x += room + gap
    return pictures, captions, end


def _largest(panels: Sequence[Panel], limit: float) -> float:
    """Drawings have a size of their own; a photograph's pixels have none."""
    return limit if any(isinstance(panel.content, Drawing) for panel in panels) else float("inf")


def _caption(style: Style, text: str, span: tuple[float, float], above: float) -> tuple[list[Words], float]:
    """Lines centred between the two ends of `span` under a picture that ends at `above`; and the last baseline."""
    if not text:
        return [], above
    size = style.theme.small
    y = above + style.theme.step * 0.85
    words = []
    start, end = span
    middle = (start + end) / 2
    for line in style.setter.lines([Span(text, "semibold")], size, end - start):
        line_text = "".join(piece.run.text for piece in line.pieces)
        words.append(set_word(style, line_text, middle, y, size, "semibold", align="middle"))
        y += size * 1.2
    return words, y - size * 1.2
