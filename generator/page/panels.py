"""Pictures with their captions in a box: in the rows that let the people on them be largest, all at one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.manuscript.picture import Panel
from generator.page.measures import Style
from generator.page.page import Element, Picture, Role, Words
from generator.page.paragraph import set_word
from generator.shapes.drawing import Drawing
from generator.text.setter import Span

# White between two pictures, beside one another and one under the other, in steps.
_BESIDE, _UNDER = 0.6, 0.45
# From the ground of a picture to its caption's baseline, in steps; a line of a caption, in sizes.
_CAPTION, _LINE = 0.8, 1.15
# Where captions would make pictures smaller than this share of what they are without, they are left out: the steps
# beside them say the same.
_WORTH = 0.86


@dataclass(frozen=True, slots=True)
class _PanelRow:
    """Pictures on one ground line; `spans` are where each may stand with its caption, `captions` their lines."""

    panels: tuple[Panel, ...]
    spans: tuple[tuple[float, float], ...]
    captions: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> tuple[float, float]:
        return sum(panel.size[0] for panel in self.panels), max(panel.size[1] for panel in self.panels)

    @property
    def caption_lines(self) -> int:
        return max(map(len, self.captions))


@dataclass(frozen=True, slots=True)
class Fit:
    """Pictures as they go into a box: their scale, and the height that they take."""

    rows: tuple[_PanelRow, ...]
    scale: float
    height: float


def fit_panels(style: Style, panels: Sequence[Panel], width: float, height: float) -> Fit:
    """The largest pictures that a box holds, with captions where these cost them little."""
    bare = _largest_of(style, panels, width, height, captions=False)
    if not any(panel.caption for panel in panels):
        return bare
    told = _largest_of(style, panels, width, height, captions=True)
    return told if told.scale >= bare.scale * _WORTH else bare


def place_panels(style: Style, fit: Fit, width: float, top: float) -> list[Element]:
    """One figure of all pictures, then their captions, in a column of `width` from `top` down."""
    pictures: list[Picture] = []
    captions: list[Element] = []
    for row in fit.rows:
        ground = top + row.size[1] * fit.scale
        for panel, (start, end), lines in zip(row.panels, row.spans, row.captions, strict=True):
            wide, tall = (own * fit.scale for own in panel.size)
            x = (start + end - wide) / 2
            pictures.append(Picture(x, ground - tall, wide, tall, panel.content, style.palette))
            if lines:
                captions.append(Element(Role.CAPTION, _caption(style, lines, (start + end) / 2, ground)))
        top = ground + _caption_height(style, row.caption_lines) + style.theme.step * _UNDER
    return [Element(Role.FIGURE, tuple(pictures), alt=fit.rows[0].panels[0].alt), *captions]


def _largest_of(style: Style, panels: Sequence[Panel], width: float, height: float, *, captions: bool) -> Fit:
    """Tries as many pictures a row as there are, then fewer; the first of the largest people wins."""
    fits = [_fit(style, panels, width, height, count, captions=captions) for count in range(len(panels), 0, -1)]
    return max(fits, key=lambda fit: fit.scale)


def _fit(style: Style, panels: Sequence[Panel], width: float, height: float, count: int, *, captions: bool) -> Fit:
    rows = [_row(style, panels[at : at + count], width, captions=captions) for at in range(0, len(panels), count)]
    said = sum(_caption_height(style, row.caption_lines) for row in rows)
    air = style.theme.step * _UNDER * (len(rows) - 1)
    free = (width - _gaps(style, row.panels) for row in rows)
    across = min(room / row.size[0] for room, row in zip(free, rows, strict=True))
    tall = sum(row.size[1] for row in rows)
    scale = min(across, max(height - said - air, 1.0) / tall, _limit(style, panels))
    return Fit(tuple(rows), scale, tall * scale + said + air)


def _row(style: Style, panels: Sequence[Panel], width: float, *, captions: bool) -> _PanelRow:
    """Each picture has its share of the width, and its caption that width."""
    gap = style.theme.step * _BESIDE
    total = sum(panel.size[0] for panel in panels)
    free = width - _gaps(style, panels)
    spans, x = [], 0.0
    for panel in panels:
        own = free * panel.size[0] / total
        spans.append((x, x + own))
        x += own + gap
    texts = (_lines(style, panel.caption, span) if captions else () for panel, span in zip(panels, spans, strict=True))
    return _PanelRow(tuple(panels), tuple(spans), tuple(texts))


def _gaps(style: Style, panels: Sequence[Panel]) -> float:
    return style.theme.step * _BESIDE * (len(panels) - 1)


def _limit(style: Style, panels: Sequence[Panel]) -> float:
    """Drawings have a size of their own; a photograph's pixels have none."""
    return style.theme.largest if any(isinstance(panel.content, Drawing) for panel in panels) else float("inf")


def _lines(style: Style, text: str, span: tuple[float, float]) -> tuple[str, ...]:
    if not text:
        return ()
    lines = style.setter.lines([Span(text, "semibold")], style.theme.small, span[1] - span[0])
    return tuple("".join(piece.run.text for piece in line.pieces) for line in lines)


def _caption_height(style: Style, lines: int) -> float:
    """From the ground line to the last baseline and the tails under it."""
    if not lines:
        return 0.0
    size = style.theme.small
    return style.theme.step * _CAPTION + size * _LINE * (lines - 1) + size * 0.2


def _caption(style: Style, lines: Sequence[str], middle: float, ground: float) -> tuple[Words, ...]:
    size, first = style.theme.small, ground + style.theme.step * _CAPTION
    return tuple(
        set_word(style, line, middle, first + index * size * _LINE, size, "semibold", align="middle")
        for index, line in enumerate(lines)
    )
