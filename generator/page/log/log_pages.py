"""How the blocks of a strength log are dealt out to pages: how many stand on each, how wide, and how high a row is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.manuscript.strength_log import LogBlock, LogPart, LogSession, LogWords
from generator.page.log.log_block import (
    LogShape,
    head_height,
    heads_widths,
    label_width,
    pain_width,
    rows_height,
    weight_width,
)
from generator.page.log.log_measures import BETWEEN_SETS, WITHIN_SET, LogSizes
from generator.page.measures import Style
from generator.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class LogPage:
    """Blocks of one page, in `columns` and as many rows as it takes, and their shape; `title` says which weeks."""

    title: str
    blocks: tuple[LogBlock, ...]
    columns: int
    shape: LogShape


@dataclass(frozen=True, slots=True)
class LogRoom:
    """What a page has for blocks (points), and what they are set with."""

    style: Style
    sizes: LogSizes
    words: LogWords
    width: float
    height: float

    def column(self, columns: int) -> float:
        return (self.width - self.sizes.gutter * (columns - 1)) / columns


def deal_log(room: LogRoom, parts: Sequence[LogPart]) -> tuple[LogPage, ...]:
    """All pages. Raises `ContentError` for more sets than a row has room for."""
    return tuple(page for part in parts for page in _pages(room, part))


def _pages(room: LogRoom, part: LogPart) -> Iterator[LogPage]:
    """The blocks of these weeks, evenly on as few pages as can be; an empty one follows where there is room."""
    blocks = [piece for block in part.blocks for piece in _cut(room, block)]
    most = max(columns * _most_rows(room, blocks, columns) for columns in (1, 2))
    if not most:
        raise ContentError([_too_many(room, block) for block in blocks if not _fits(room, [block], 1)])
    count = -(-len(blocks) // most)
    for number in range(count):
        own = blocks[len(blocks) * number // count : len(blocks) * (number + 1) // count]
        key = f"{part.spare.key}-{number + 1}" if number else part.spare.key
        yield _page(room, part.title, own, replace(part.spare, key=key, sessions=own[0].sessions))


def _page(room: LogRoom, title: str, blocks: Sequence[LogBlock], spare: LogBlock) -> LogPage:
    """Across the page if all of them fit so, with wider boxes; else two side by side."""
    columns = 1 if len(blocks) <= _most_rows(room, blocks, 1) else 2
    most = _most_rows(room, [*blocks, spare], columns)
    rows = min(most, -(-(len(blocks) + 1) // columns))
    shown = [*blocks, spare] if len(blocks) < columns * rows else list(blocks)
    return LogPage(title, tuple(shown), columns, _shape(room, shown, columns, rows))


def _shape(room: LogRoom, blocks: Sequence[LogBlock], columns: int, rows: int) -> LogShape:
    """Rows as high as the page allows, within reason."""
    shape = _least_shape(room, blocks, columns)
    white = room.height - rows * _height(room, blocks, shape) - (rows - 1) * room.sizes.apart
    lines = max(len(block.sessions) for block in blocks)
    return replace(shape, pitch=min(shape.pitch + white / rows / lines, room.sizes.row_most))


def _least_shape(room: LogRoom, blocks: Sequence[LogBlock], columns: int) -> LogShape:
    width, sizes = room.column(columns), room.sizes
    head = max(head_height(room.style, sizes, block, room.words, width) for block in blocks)
    label = max(label_width(room.style, sizes, block) for block in blocks)
    plain = LogShape(width, head, sizes.row_least, label)
    with_pain = replace(plain, pain=pain_width(sizes))
    roomy = all(_weight(with_pain, block) >= sizes.weight_roomy for block in blocks)
    return with_pain if roomy else plain


def _height(room: LogRoom, blocks: Sequence[LogBlock], shape: LogShape) -> float:
    return shape.head + max(rows_height(room.sizes, block, shape.pitch) for block in blocks)


def _most_rows(room: LogRoom, blocks: Sequence[LogBlock], columns: int) -> int:
    """How many of the highest of these blocks stand one under the other; 0 where boxes would be too narrow."""
    if not _fits(room, blocks, columns):
        return 0
    apart = room.sizes.apart
    return int((room.height + apart + 0.01) // (_height(room, blocks, _least_shape(room, blocks, columns)) + apart))


def _fits(room: LogRoom, blocks: Sequence[LogBlock], columns: int) -> bool:
    shape = _least_shape(room, blocks, columns)
    return all(_has_room(room, shape, block) for block in blocks)


def _has_room(room: LogRoom, shape: LogShape, block: LogBlock) -> bool:
    """Whether a pen has room in the boxes, and the words over them."""
    weight, count = _weight(shape, block), _count(shape, block)
    over_weight, over_count = heads_widths(room.style, room.sizes, block, room.words)
    return weight >= max(room.sizes.weight_least, over_weight) and count >= over_count


def _count(shape: LogShape, block: LogBlock) -> float:
    return shape.set_width(block.sets) - BETWEEN_SETS - WITHIN_SET - _weight(shape, block)


def _weight(shape: LogShape, block: LogBlock) -> float:
    return weight_width(shape.set_width(block.sets))


def _cut(room: LogRoom, block: LogBlock) -> Iterator[LogBlock]:
    """The block, in as many pieces as it takes for each to fit a page, by weeks as far as these are no higher."""
    whole = _least_shape(room, [block], 1)
    free = room.height - whole.head
    if rows_height(room.sizes, block, whole.pitch) <= free:
        yield block
        return
    most = int((free - len(block.weeks) * room.sizes.week_gap) // whole.pitch)
    piece: tuple[LogSession, ...] = ()
    for week in _weeks(block, most):
        if piece and len(piece) + len(week) > most:
            yield replace(block, sessions=piece)
            piece = ()
        piece += week
    yield replace(block, sessions=piece)


def _weeks(block: LogBlock, most: int) -> Iterator[tuple[LogSession, ...]]:
    """The sessions of each week, of one with very many in pieces."""
    for _, sessions in groupby(block.sessions, key=lambda session: session.week):
        week = tuple(sessions)
        yield from (week[start : start + most] for start in range(0, len(week), most))


def _too_many(room: LogRoom, block: LogBlock) -> Problem:
    shape = _least_shape(room, [block], 1)
    sets = next(n for n in range(block.sets, -1, -1) if not n or _has_room(room, shape, replace(block, sets=n)))
    message = f"a strength log on this paper has room for {sets} sets, and {block.name} has {block.sets}"
    return Problem(message, block.place, "sets", "print it on a larger paper, or leave --only log out")
