"""When to get help, on the chart: every warning sign in a frame, as large as the running text around it."""

from __future__ import annotations

from dataclasses import replace

from generator.manuscript.chart import ChartHelp
from generator.page.chart.chart_measures import Sizes
from generator.page.chart.stacked import ChartShelf
from generator.page.help_box import lay_out_help, lay_out_help_parts
from generator.page.measures import Style
from generator.page.page import Block

_LEAD = 1.15
_HEAD = 1.1  # of the size of other heads


def help_shelves(
    style: Style, sizes: Sizes, help_: ChartHelp | None, width: float
) -> tuple[tuple[ChartShelf, ...], ...]:
    """The ways to set the box, roomy first: a line for each sign, or all run in; on a narrow page in two boxes.

    One way without a box if there is none.
    """
    if help_ is None:
        return ((),)
    own = _sized(style, sizes)
    blocks = [lay_out_help(own, help_.help, width, listed=listed, beside=True) for listed in (True, False)]
    ways: list[tuple[Block, ...]] = [(block,) for block in blocks]
    if style.narrow:
        ways += [lay_out_help_parts(own, help_.help, width, listed=listed, beside=True) for listed in (True, False)]
    return tuple(tuple(ChartShelf(block, help=True) for block in way) for way in ways)


def _sized(style: Style, sizes: Sizes) -> Style:
    """The handout's box in the sizes of a chart."""
    changes = {"body": sizes.text, "step": sizes.text * _LEAD, "help_head": sizes.section * _HEAD}
    return replace(style, theme=style.theme.model_copy(update=changes))
