"""Made-up charts of any size, and what a page of one has on it in page coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.content.choices import ChartKind
from generator.manuscript.box_name import single_box
from generator.manuscript.chart import (
    Chart,
    ChartDay,
    ChartPerson,
    ChartPhase,
    ChartWeek,
    ChartWords,
    Clause,
    Counts,
    Graph,
    Identity,
    IfThenPlan,
    NumberRow,
    TickRow,
    WriteBox,
)
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import StripField
from generator.page.page import Cell, Element, Item, Line, Page, Picture, Role, Shape, Squares, Words
from tests.page.conftest import Box, box_of, drawing, items_of

ADDRESS = "https://videos.example.org/ham-health"
NAMES = ("Cat cow", "Rock back", "Lying, knee", "Hip hinge", "Hamstring curl", "Bridge", "Belly breath, low")
DOSES = ("8 rounds", "2 sets of 8 lifts, each leg", "30 seconds, each leg")
BLANK = ChartPerson((StripField("Name"), StripField("Start date")), StripField("Next visit"))
SOMEBODY = ChartPerson(
    (StripField("Name", "Aleksandra Bartholomew-Featherstonehaugh"), StripField("Start date", "23 November 2026")),
    StripField("Next visit", "21 December 2026"),
    "P-0017",
)
EVERY_DAY = tuple(range(7))
# The kinds that lie across the paper or stand by themselves.
ACROSS = [kind for kind in ChartKind if not kind.is_back]


def counts(days: Sequence[int] = EVERY_DAY, times: int = 1) -> Counts:
    return tuple(tuple(times if day in days else 0 for day in range(7)) for _ in range(4))


def rows(number: int, days: Sequence[int] = EVERY_DAY, times: int = 1, first: int = 1) -> tuple[TickRow, ...]:
    return tuple(
        TickRow(
            f"move-{n}", str(n), NAMES[n % len(NAMES)], counts(days, times), drawing(90, 60), dose=DOSES[n % len(DOSES)]
        )
        for n in range(first, first + number)
    )


def phases(*sizes: int, days: Sequence[int] = EVERY_DAY, times: int = 1) -> tuple[ChartPhase, ...]:
    """Phases of so many rows each, numbered through."""
    found, first = [], 1
    for index, size in enumerate(sizes, 1):
        own = rows(size, days, times, first)
        found.append(ChartPhase(f"Part {index}", "every day", own, f"Part {index}, continued"))
        first += size
    return tuple(found)


def chart(parts: tuple[ChartPhase, ...] = (), *, numbers: int = 2, dated: bool = False, **changes: object) -> Chart:
    """An ordinary chart with seven planned days, and what a test wants different about it."""
    parts = parts or phases(3, 3, 2)
    made = Chart(
        title="My 4\N{NO-BREAK SPACE}weeks",
        routine="Hamstring health",
        instruction="Tick a box when you have done it. Missed a day? Just carry on.",
        weeks=_weeks(dated),
        phases=parts,
        numbers=_numbers(parts, numbers),
        steps=None,
        plan=IfThenPlan(
            "My goal",
            ((Clause("After I"), Clause("I will do this in")), (Clause("If", "gets in the way,"), Clause("I will"))),
            Clause("I will do this after"),
        ),
        graph=graph(),
        boxes=tuple(
            WriteBox(single_box(key), key.title(), unit)
            for key, unit in (("before", "cm"), ("after", "cm"), ("days", "of 28"))
        ),
        bring="Bring this page.",
        private="Keep it private.",
        clinic="Brookside Physiotherapy, 020\N{NO-BREAK SPACE}7946\N{NO-BREAK SPACE}0123",
        version="Version 1.0.",
        words=_words(),
        identity=Identity("hamstring-health", "1.0"),
        video=Invitation(ADDRESS, "QR code", "Follow along"),
        how_much="How much: see your handout.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the test's own words, checked by layout


def graph(**changes: object) -> Graph:
    columns = ("Start", "1", "2", "3", "4")
    made = Graph("My reach", "In cm. 5 cm or more is real.", -10, 40, 10, 5, "cm", columns, "week", "Graph", "floor")
    return replace(made, **changes)  # type: ignore[arg-type]


def _weeks(dated: bool) -> tuple[ChartWeek, ...]:
    return tuple(
        ChartWeek(
            f"Week {week + 1}",
            tuple(ChartDay("MTWTFSS"[day], str((22 + week * 7 + day) % 30 + 1) if dated else "") for day in range(7)),
            "of 7",
            "30 Nov" if dated else "",
            "28 Sept" if dated else "",
        )
        for week in range(4)
    )


def _numbers(parts: tuple[ChartPhase, ...], number: int) -> tuple[NumberRow, ...]:
    planned = tuple(
        tuple(any(row.boxes[week][day] for part in parts for row in part.rows) for day in range(7)) for week in range(4)
    )
    fewer = tuple(tuple(day in (0, 2, 4, 6) and own for day, own in enumerate(week)) for week in planned)
    names = ("pain-during", "pain-morning", "effort", "minutes")
    made = NumberRow("", "Pain", "during, 0–10", planned, fewer, "3", fewer_note="on days 1, 3, 5 and 7")
    return tuple(replace(made, key=name) for name in names[:number])


def _words() -> ChartWords:
    ticks = tuple(f"boxes: {count}" for count in range(1, 7))
    choices = (("up", "up"), ("stay", "stay"), ("back", "back"), ("call", "call us"))
    return ChartWords(
        "Exercise", "Example", "rest", "nothing", ticks, "number box", "Days done", "Next week", choices,
        "back: call", "Code", "Page {n} of {total}", "Day {n}",
    )  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """An item with its box in page coordinates."""

    item: Item
    box: Box


def standing(page: Page) -> list[Standing]:
    """Words, pictures, codes and cells of a page."""
    found = []
    for placed in page.blocks:
        for item in items_of(placed.block):
            box = box_of(item)
            if box:
                x, y = placed.x, placed.y
                found.append(Standing(item, (box[0] + x, box[1] + y, box[2] + x, box[3] + y)))
    return found


def collisions(page: Page) -> list[tuple[Item, Item]]:
    """Pairs that cover one another by more than half a point."""
    found = sorted(standing(page), key=lambda one: one.box[0])
    pairs = []
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            if other.box[0] > one.box[2] - 0.5:
                break
            across = min(one.box[2], other.box[2]) - other.box[0]
            down = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
            if across > 0.5 and down > 0.5:
                pairs.append((one.item, other.item))
    return pairs


# Of the bundled faces, as shares of the size: the highest letter without an accent, the lowest tail.
_RISE, _DROP = 0.72, 0.25
_FIGURES = re.compile(r"-?\d+\.?\d*(?:[eE][-+]?\d+)?")


def ink_box(item: Item) -> Box:
    """Left, top, right, bottom of all that an item may print."""
    if isinstance(item, Words):
        size = item.run.size
        drop = 0.02 if item.run.text.isdigit() else _DROP  # figures have no tails
        return item.x, item.y - size * _RISE, item.x + item.run.width, item.y + size * drop
    if isinstance(item, Line):
        half = item.width / 2
        x0, x1 = sorted((item.x0, item.x1))
        y0, y1 = sorted((item.y0, item.y1))
        return x0 - half, y0 - half, x1 + half, y1 + half
    if isinstance(item, Shape):
        numbers = [float(number) for number in _FIGURES.findall(item.path)]
        half = item.width / 2 if item.stroke else 0.0
        across, down = numbers[::2], numbers[1::2]
        return min(across) - half, min(down) - half, max(across) + half, max(down) + half
    box = box_of(item)
    assert box is not None, item
    half = item.stroke / 2 if isinstance(item, Cell) else 0.0
    return box[0] - half, box[1] - half, box[2] + half, box[3] + half


def ink_collisions(page: Page) -> list[tuple[Item, Item]]:
    """Words that touch anything at all, and boxes to fill in that touch rules, bars, pictures or one another.

    Words may stand wholly within a filled shape (a bar, a grey day, an example's box). Boxes may stand side by side,
    and on grey; their lines may meet.
    """
    found = []
    for placed in page.blocks:
        for item in items_of(placed.block):
            left, top, right, bottom = ink_box(item)
            if not isinstance(item, Words) or item.run.text.strip():
                found.append((item, (left + placed.x, top + placed.y, right + placed.x, bottom + placed.y)))
    found.sort(key=lambda one: one[1][0])
    pairs = []
    for index, (one, a) in enumerate(found):
        for other, b in found[index + 1 :]:
            if b[0] >= a[2]:
                break
            if min(a[3], b[3]) - max(a[1], b[1]) > 0.01 and _may_not_touch(one, a, other, b):
                pairs.append((one, other))
    return pairs


def _may_not_touch(one: Item, a: Box, other: Item, b: Box) -> bool:
    if isinstance(other, Words):
        one, a, other, b = other, b, one, a
    if isinstance(one, Words):
        inside = b[0] <= a[0] and b[1] <= a[1] and b[2] >= a[2] and b[3] >= a[3]
        return not (isinstance(other, Shape) and inside)
    if isinstance(other, Cell):
        one, a, other, b = other, b, one, a
    if not isinstance(one, Cell) or isinstance(other, Shape):
        return False
    return min(a[2], b[2]) - max(a[0], b[0]) > 1.0 and min(a[3], b[3]) - max(a[1], b[1]) > 1.0


def cells(pages: Sequence[Page]) -> dict[str, Cell]:
    """All cells by name; a name that comes twice is a fault."""
    found: dict[str, Cell] = {}
    for page in pages:
        for one in standing(page):
            if isinstance(one.item, Cell):
                assert str(one.item.name) not in found
                found[str(one.item.name)] = one.item
    return found


def words(page: Page) -> list[Words]:
    return [one.item for one in standing(page) if isinstance(one.item, Words)]


def squares(page: Page) -> list[Standing]:
    return [one for one in standing(page) if isinstance(one.item, Squares)]


def pictures(page: Page) -> list[Picture]:
    return [one.item for one in standing(page) if isinstance(one.item, Picture)]


def elements(page: Page, role: Role) -> Iterator[Element]:
    waiting: list[Element | Item] = [kid for placed in page.blocks for kid in placed.block.kids]
    while waiting:
        kid = waiting.pop(0)
        if isinstance(kid, Element):
            if kid.role is role:
                yield kid
            waiting = [*kid.kids, *waiting]
