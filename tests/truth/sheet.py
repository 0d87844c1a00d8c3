"""A finished PDF as the words that a client reads, sorted by what they speak of; PDFium reads them, not our code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.output.readback import Seen, structure
from tests.truth.quantities import plain


@dataclass(frozen=True, slots=True)
class Told:
    """An exercise on a card or on the front: number, name, all paragraphs; `more` are steps and captions."""

    number: str
    name: str
    lines: tuple[str, ...]
    more: tuple[str, ...]
    on_front: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the chart that belongs to exercises: their numbers, the words behind them; `week` in a table of one."""

    numbers: tuple[str, ...]
    text: str
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`listing` and `week` are those of page 1; `heads` are the chart's weeks with their number and their words.

    `labels` are its other rows, `totals` the words in their cells, `steps` what may be moved up to; `tabs` are phases
    of the handout with what is said of them. `handout` and `chart` are all text, page by page.
    """

    told: tuple[Told, ...]
    rows: tuple[Row, ...]
    heads: tuple[tuple[int, str], ...]
    labels: tuple[str, ...]
    totals: tuple[str, ...]
    steps: tuple[str, ...]
    tabs: tuple[tuple[str, str], ...]
    listing: tuple[tuple[str, str], ...]
    week: tuple[str, ...]
    front: tuple[str, ...]
    handout: tuple[str, ...]
    chart: tuple[str, ...]


def read(data: bytes) -> Sheet:
    pages = structure(data)
    every = [seen for page in pages for seen in _all(page)]
    rows = [seen for page in pages if _is_chart(page) for seen in _all(page) if seen.role == "TR" and seen.kids]
    return Sheet(
        told=tuple(told for page, front in _sides(pages) for seen in _all(page) if (told := _told(seen, front))),
        rows=tuple(_rows(rows)),
        heads=tuple(head for seen in rows for head in _heads(seen)),
        labels=tuple(text for seen in rows if (text := words(seen.kids[0])) and not re.match(r"\d|Week \d", text)),
        totals=tuple(words(kid) for seen in rows for kid in seen.kids if kid.role == "TD" and words(kid)),
        steps=tuple(_after(pages, "My steps")),
        tabs=tuple(tab for seen in every for tab in _tab(seen)),
        listing=tuple(entry for seen in _under(every, "Your exercises") for entry in _entry(seen)),
        week=tuple(words(seen) for seen in _under(every, "Your week") if seen.role in ("TR", "P")),
        front=tuple(words(seen) for seen in _all(pages[0]) if seen.role == "P"),
        handout=tuple(" ".join(map(words, page)) for page in pages if not _is_chart(page)),
        chart=tuple(" ".join(map(words, page)) for page in pages if _is_chart(page)),
    )


def words(seen: Seen) -> str:
    return plain(seen.all_text)


def _sides(pages: list[list[Seen]]) -> Iterator[tuple[list[Seen], bool]]:
    """Each page, and whether it is the front of a sheet: before the chart, where emergency signs begin with "Stop"."""
    chart = next((number for number, page in enumerate(pages) if _is_chart(page)), len(pages))
    heads = [words(seen) for page in pages[:chart] for seen in _all(page) if seen.role == "H2"]
    front = any(head.startswith("Stop. Call") for head in heads)
    for number, page in enumerate(pages):
        yield page, front and number < chart


def _told(seen: Seen, on_front: bool) -> Told | None:
    if seen.role != "Sect" or not seen.kids:
        return None
    head = next((kid for kid in seen.kids if kid.role != "Figure"), seen)
    found = re.match(r"(\d+) (.+)", words(head)) if head.role == "H3" else None
    if not found:
        return None
    lines = tuple(words(kid) for kid in seen.kids if kid.role == "P")
    return Told(found[1], found[2], lines, _more(seen), on_front)


def _more(seen: Seen) -> tuple[str, ...]:
    return tuple(words(one) for one in seen.walk() if one.role in ("LBody", "Caption"))


def _is_chart(page: list[Seen]) -> bool:
    return any(
        re.match(r"My (\d+ weeks|weeks \d+ to \d+)", words(seen)) for seen in _all(page) if seen.role in ("H1", "P")
    )


def _all(page: list[Seen]) -> Iterator[Seen]:
    for top in page:
        yield from top.walk()


def _rows(rows: list[Seen]) -> Iterator[Row]:
    """The rows of exercises; in a table of one week they speak of that."""
    week: int | None = None
    for seen in rows:
        heads = [number for number, _ in _heads(seen)]
        week = (heads[0] if len(heads) == 1 else None) if heads else week
        found = re.match(r"(\d+(?:, \d+)*) (\D.+)", words(seen.kids[0]))
        if found:
            yield Row(tuple(found[1].split(", ")), found[2], week)


def _heads(seen: Seen) -> Iterator[tuple[int, str]]:
    for kid in seen.kids:
        found = re.match(r"Week (\d+)\b(.*)", words(kid))
        if found:
            yield int(found[1]), found[2].strip()


def _tab(seen: Seen) -> Iterator[tuple[str, str]]:
    """A phase and what is said of it."""
    if seen.role == "Sect" and seen.kids and seen.kids[0].role == "H2":
        yield words(seen.kids[0]), " ".join(words(kid) for kid in seen.kids[1:] if kid.role == "P")


def _under(every: list[Seen], head: str) -> Iterator[Seen]:
    for seen in every:
        if seen.role == "Sect" and any(kid.role == "H2" and words(kid) == head for kid in seen.kids):
            yield from seen.walk()


def _entry(seen: Seen) -> Iterator[tuple[str, str]]:
    if seen.role == "LI":
        number, name = (words(kid) for kid in seen.kids)
        yield number, name


def _after(pages: list[list[Seen]], head: str) -> Iterator[str]:
    """The paragraphs behind a heading, to the next one."""
    inside = False
    for seen in (seen for page in pages for seen in _all(page)):
        if seen.role in ("H1", "H2", "Table"):
            inside = seen.role == "H2" and words(seen) == head
        elif inside and seen.role == "P":
            yield words(seen)
