"""Finished pages in; the boxes on them by name, what identifies their layout, and a JSON value to rebuild it from."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.manuscript.box_name import BoxName
from generator.manuscript.chart import Identity
from generator.page.page import Cell, Element, Item, Page
from generator.shapes.geometry import MM

FORMAT = 2  # of payload and JSON; a reader refuses one that it does not know


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell on its page (from 1); tenths of a millimetre from the page's upper left corner."""

    page: int
    name: BoxName
    x: int
    y: int
    width: int
    height: int


def cells_of(pages: Sequence[Page]) -> tuple[PlacedCell, ...]:
    """Every cell, by page and in reading order."""
    return tuple(
        PlacedCell(
            number,
            cell.name,
            _tenths(placed.x + cell.x),
            _tenths(placed.y + cell.y),
            _tenths(cell.width),
            _tenths(cell.height),
        )
        for number, page in enumerate(pages, 1)
        for placed in page.blocks
        for cell in cells_in(placed.block.kids)
    )


def cells_in(kids: Sequence[Element | Item]) -> Iterator[Cell]:
    """The cells among `kids`, in reading order."""
    for kid in kids:
        if isinstance(kid, Cell):
            yield kid
        elif isinstance(kid, Element):
            yield from cells_in(kid.kids)


def _tenths(points: float) -> int:
    return round(points / MM * 10)


def fingerprint(cells: Sequence[PlacedCell]) -> str:
    """40 bits as eight characters (RFC 4648, 6: A-Z and 2-7): the same exactly when the cells are the same.

    Nothing enters it but names, pages and places of cells: no text that a person wrote, no name, no date.
    """
    lines = sorted(f"{c.page} {c.name} {c.x} {c.y} {c.width} {c.height}" for c in cells)
    digest = hashlib.sha256("\n".join(lines).encode("ascii")).digest()
    return base64.b32encode(digest[:5]).decode("ascii")


def routine_code(routine: str) -> str:
    """30 bits of a routine's id as six characters, since the id itself may be too long for a small code."""
    digest = hashlib.sha256(routine.encode("utf-8")).digest()
    return base64.b32encode(digest[:5]).decode("ascii")[:6]


@dataclass(frozen=True, slots=True)
class Payload:
    """What the code of a page says: format and page number, routine and version, layout, and perhaps a pseudonym."""

    routine: str
    version: str
    page: int
    layout: str
    pseudonym: str = ""

    @property
    def text(self) -> str:
        """Parts with a space between them, in the characters that a Data Matrix packs three into two bytes.

        Raises ValueError for a pseudonym or version with other than letters of ASCII, figures, `.` and `-`.
        """
        parts = [str(FORMAT), self.routine, self.version, str(self.page), self.layout]
        parts += [self.pseudonym] if self.pseudonym else []
        for part in parts:
            if not part or not all(char.isascii() and (char.isalnum() or char in ".-_") for char in part):
                raise ValueError(f"not for a code: {part!r}")
        return " ".join(parts)


def read_payload(text: str) -> Payload:
    """The payload of a scanned code; ValueError if it is not one of ours or of another format."""
    parts = text.split(" ")
    if len(parts) not in (5, 6) or parts[0] != str(FORMAT) or not parts[3].isdigit() or not all(parts):
        raise ValueError(f"not the code of a chart: {text!r}")
    return Payload(parts[1], parts[2], int(parts[3]), parts[4], parts[5] if len(parts) == 6 else "")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a reader is told beside the boxes: marks and codes of every page, and what a `kind` of sheet is about.

    `words` say what a box is; `weeks` and `rows` what was planned; `graphs` are those of each page.
    """

    kind: str
    marks: Sequence[dict[str, object]]
    codes: Sequence[dict[str, object]]
    words: Callable[[BoxName], str]
    weeks: Sequence[dict[str, object]] = ()
    rows: Sequence[dict[str, object]] = ()
    graphs: Sequence[Sequence[dict[str, object]]] = ()


def cells_json(pages: Sequence[Page], facts: SheetFacts, identity: Identity) -> dict[str, object]:
    """Everything a reader and a report need of a returned sheet, in millimetres; nothing in it is of one person."""
    cells = cells_of(pages)
    graphs = facts.graphs or [()] * len(pages)
    return {
        "format": FORMAT,
        "kind": facts.kind,
        "unit": "mm",
        "routine": identity.routine,
        "routine_code": routine_code(identity.programme),
        "version": identity.version,
        "plan": identity.plan,
        "fingerprint": fingerprint(cells),
        "page_count": len(pages),
        "weeks": list(facts.weeks),
        "rows": list(facts.rows),
        "pages": [
            {
                "page": number,
                "width": round(page.width / MM, 1),
                "height": round(page.height / MM, 1),
                "marks": list(facts.marks),
                "codes": list(facts.codes),
                "graphs": list(own_graphs),
                "cells": [_cell_json(cell, facts.words(cell.name)) for cell in cells if cell.page == number],
            }
            for number, (page, own_graphs) in enumerate(zip(pages, graphs, strict=True), 1)
        ],
    }


def _cell_json(cell: PlacedCell, words: str) -> dict[str, object]:
    """A box: its whole name and the fields it is made of, what it is in words, and where it stands.

    A field that does not apply is 0 or empty.
    """
    name = cell.name
    return {
        "name": str(name),
        "kind": name.kind.value,
        "words": words,
        "part": name.part,
        "key": name.key,
        "week": name.week,
        "day": name.day,
        "count": name.count,
        "set": name.of_set,
        "choice": name.choice,
        "x": cell.x / 10,
        "y": cell.y / 10,
        "width": cell.width / 10,
        "height": cell.height / 10,
    }
