"""What gives way on the back of a sheet when space is short, and in which order: one table, roomy first.

Nothing in it shortens or drops what keeps a client safe (the urgent signs, the rule), "Missed a day? Just carry on.",
or makes boxes, marks and type smaller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.page.said_in_front import MEASURE, PEN, PLAN, RULE


@dataclass(frozen=True, slots=True)
class Space:
    """How roomy a page is. Distances are units: `row` of a part, `number` of pain, `pitch` of lines to write on.

    `letters` stand over every fortnight, or only over the first. What may be left out: the graph, which change
    counts, steps that are sentences (cards have them), what the others do, measures after the first, the line for
    what is easier. `visit_apart`: whoever looks at the sheet has a box of its own, else a line in the foot. `air`
    is a share of the white between parts. Of the client's plan all clauses stand here, or `plan_short` the goal and
    when, or it is not here at all. `beside`: a measure's boxes stand beside the weeks' table. What to do after each
    week, how to measure, and how to use a pen are not `here` where the front says them.
    """

    graph: float = 42.0
    letters: bool = True
    row: float = 7.9
    number: float = 9.9
    pitch: float = 8.2
    change: bool = True
    sentences: bool = True
    others: bool = True
    more_measures: bool = True
    easier: bool = True
    visit_apart: bool = True
    air: float = 1.0
    plan_short: bool = False
    plan_here: bool = True
    beside: bool = False
    rule_here: bool = True
    measure_here: bool = True
    pen_here: bool = True


# The order in which room is made; each row is tried on top of those before it.
GIVES_WAY: tuple[tuple[str, dict[str, object]], ...] = (
    ("height of a graph", {"graph": 30.0}),
    ("day letters over the second fortnight", {"letters": False}),
    ("height of rows", {"row": 7.5, "number": 9.4}),
    ("pitch of the plan's lines", {"pitch": 7.6}),
    ("which change counts", {"change": False}),
    ("steps that are sentences", {"sentences": False}),
    ("what the others do", {"others": False}),
    ("measures after the first", {"more_measures": False}),
    ("what is easier than before", {"easier": False}),
    ("the clinician's own box", {"visit_apart": False}),
    ("white between the parts", {"air": 0.75}),
    ("more of it", {"air": 0.45}),
)


# The same in large print, where all stands across the page.
LARGE_GIVES_WAY: tuple[tuple[str, dict[str, object]], ...] = (
    ("height of a graph", {"graph": 30.0}),
    ("height of rows", {"row": 7.0, "number": 8.2}),
    ("white between the parts", {"air": 0.6}),
    ("rows as high as their boxes", {"row": 6.0, "number": 7.0}),
    ("the clinician's own box", {"visit_apart": False}),
    ("what is easier than before", {"easier": False}),
    ("which change counts", {"change": False}),
    ("steps that are sentences", {"sentences": False}),
    ("what the others do", {"others": False}),
    ("a measure's own line", {"beside": True}),
    ("more white", {"air": 0.38}),
    ("measures after the first", {"more_measures": False}),
)


class PlanRoom(StrEnum):
    """What may become of the client's plan when all else has given way: nothing, another page, fewer of its clauses."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    SHORT = "short"


# A graph where nobody asked for one.
_NO_GRAPH: dict[str, object] = {"graph": 0.0}

# What gives way last, by what may become of the plan.
LAST: dict[PlanRoom, tuple[dict[str, object], ...]] = {
    PlanRoom.HERE: (_NO_GRAPH,),
    PlanRoom.ELSEWHERE: ({"plan_here": False}, _NO_GRAPH),
    PlanRoom.SHORT: ({"plan_short": True}, _NO_GRAPH, {"plan_here": False}),
}


def first_space(said: Collection[str]) -> Space:
    """The roomiest, without what is `said` in front."""
    left = [("plan_here", PLAN), ("rule_here", RULE), ("measure_here", MEASURE), ("pen_here", PEN)]
    return Space(**{name: False for name, part in left if part in said})


def spaces(ways: Sequence[dict[str, object]], first: Space) -> Iterator[Space]:
    """From the first to the tightest."""
    space = first
    yield space
    for change in ways:
        space = replace(space, **change)  # type: ignore[arg-type]
        yield space


def tightest(ways: Sequence[dict[str, object]], first: Space) -> Space:
    """The last of `spaces`: what fits in any of them, fits in it."""
    *_, last = spaces(ways, first)
    return last


def given_way(plan: PlanRoom, *, large: bool = False) -> tuple[dict[str, object], ...]:
    """All that may give way, in order."""
    return (*(change for _, change in (LARGE_GIVES_WAY if large else GIVES_WAY)), *LAST[plan])
