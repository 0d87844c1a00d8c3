"""What the front of a sheet says for its back, in the order in which it does: large print has no room for all there."""

from __future__ import annotations

from dataclasses import replace

from generator.page.measures import Style

URGENT, RULE, MEASURE, PEN, PLAN = "urgent", "rule", "measure", "pen", "plan"

# When to call today always; then the client's plan, what to do after each week, how to measure, how to fill in.
_WAYS = (
    (URGENT,),
    (URGENT, PLAN),
    (URGENT, RULE, PLAN),
    (URGENT, RULE, MEASURE, PLAN),
    (URGENT, RULE, MEASURE, PEN, PLAN),
)


def ways_to_say(style: Style) -> tuple[tuple[str, ...], ...]:
    """Each in the order in which it stands, the least first; nothing but in large print."""
    return _WAYS if style.theme.tall_rows else ((),)


def styles_of_sheet(style: Style) -> tuple[Style, ...]:
    """The roomy one first; large print has a closer one."""
    return (style, replace(style, close=True)) if style.theme.tall_rows else (style,)
