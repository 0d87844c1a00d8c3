"""What gives way on the back of a sheet when space is short, and in which order: one table, roomy first.

Nothing in it shortens or drops what keeps a client safe (the urgent signs, the rule), "Missed a day? Just carry on.",
or makes boxes, marks and type smaller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Space:
    """How roomy a page is. Distances are units: `row` of a part, `number` of pain, `pitch` of lines to write on.

    `letters` stand over every fortnight, or only over the first. What may be left out: the graph, which change counts,
    what the others do, measures after the first, the line for what is easier. `visit_apart`: whoever looks at the sheet
    has a box of its own, else a line in the foot. `plan_here`: the client's plan stands here.
    """

    graph: bool = True
    letters: bool = True
    row: float = 7.3
    number: float = 9.2
    pitch: float = 8.2
    change: bool = True
    others: bool = True
    more_measures: bool = True
    easier: bool = True
    visit_apart: bool = True
    plan_here: bool = True


# The order in which room is made; each row is tried on top of those before it.
GIVES_WAY: tuple[tuple[str, dict[str, object]], ...] = (
    ("a graph where nobody asked for one", {"graph": False}),
    ("day letters over the second fortnight", {"letters": False}),
    ("height of rows", {"row": 6.9, "number": 8.9}),
    ("pitch of the plan's lines", {"pitch": 7.6}),
    ("which change counts", {"change": False}),
    ("what the others do", {"others": False}),
    ("measures after the first", {"more_measures": False}),
    ("what is easier than before", {"easier": False}),
    ("the clinician's own box", {"visit_apart": False}),
    ("the plan's place on this page", {"plan_here": False}),
)


def spaces(*, plan_may_go: bool = True) -> Iterator[Space]:
    """From roomy to tight."""
    space = Space()
    yield space
    for _, change in GIVES_WAY:
        if plan_may_go or "plan_here" not in change:
            space = replace(space, **change)  # type: ignore[arg-type]
            yield space
