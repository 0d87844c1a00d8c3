"""A style comes in; out goes how it is set on a narrow paper: the same sizes of type, one thing under the other."""

from __future__ import annotations

from dataclasses import replace

from generator.page.measures import Frame, Style
from generator.shapes.geometry import MM

# From this live width on, text stands beside a pair of pictures, and two columns of it beside one another.
_WIDE = 150 * MM
# Of a theme's: the step of lines, which are short here, and the shapes of the pain rule.
_STEP, _SHAPE = 0.945, 0.79

_LABEL = 11.0


def is_narrow(frame: Frame) -> bool:
    """Whether pages of this live area have no room for text beside pictures."""
    return frame.live < _WIDE


def on_frame(style: Style, frame: Frame) -> Style:
    """The style for this live area. Where it is wide, or the style is narrow already, that is the style itself."""
    if style.narrow or not is_narrow(frame):
        return style
    theme = style.theme
    changes = {
        "stacked": True,
        "step": theme.step * _STEP,
        "footer_height": max(theme.footer_height, 2.1 * max(theme.footer * 1.3, theme.page_number * 1.05)),
        "shape": theme.shape * (1.0 if theme.tall_rows else _SHAPE),
    }
    return replace(style, theme=theme.model_copy(update=changes), narrow=True)


def plate_label(style: Style) -> float:
    """For which size of labels a plate is drawn (points): on a narrow page they are numbers, for which any will do."""
    return _LABEL if style.narrow else style.theme.small
