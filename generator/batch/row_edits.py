"""The cells of a row that change a routine's exercises come in; the keys of a plan, and what is wrong, go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.fields import quoted
from generator.problems import Problem, Prose, place_of

_LISTS = ("exercises", "drop", "add", "order")
_PAIRS = ("swap", "phases", "sides", "maxima", "videos")


def edits_in(cells: Mapping[str, Prose]) -> tuple[dict[str, Any], list[Problem]]:
    """What the columns of changes say; ids in small letters, since a spreadsheet likes to begin with a capital."""
    written: dict[str, Any] = {column: _ids(cells[column]) for column in _LISTS if column in cells}
    if "groups" in cells:
        place = cells["groups"].place
        written["groups"] = tuple(Prose(part.lower(), place) for part in parts(cells["groups"]))
    problems: list[Problem] = []
    for column in (column for column in _PAIRS if column in cells):
        written[column] = {}
        for key, value, problem in _pairs(cells[column], column):
            if problem:
                problems.append(problem)
            elif key in written[column]:
                problems.append(Problem(f"{key} is set twice", place_of(cells[column]), column))
            else:
                written[column][key] = _video(value) if column == "videos" else Prose(value.lower(), value.place)
    return written, problems


def parts(text: str) -> list[str]:
    """What stands in a cell with ; between two, or on lines of its own."""
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _ids(cell: Prose) -> tuple[Prose, ...]:
    found = (word.strip() for part in parts(cell) for word in part.split(","))
    return tuple(Prose(word.lower(), cell.place) for word in found if word)


def _pairs(cell: Prose, column: str) -> Iterator[tuple[str, Prose, Problem | None]]:
    for part in parts(cell):
        key, _, value = (piece.strip() for piece in part.partition("="))
        wrong = None
        if not key or not value:
            wrong = Problem(f"needs id=value, not {quoted(part)}", place_of(cell), column, "put ; between two")
        yield key.lower(), Prose(value, cell.place), wrong


def _video(value: Prose) -> Any:
    """An id alone is the name of a video at the clinic's address; none takes it away."""
    if value.lower() == "none":
        return None
    return value if value.startswith("https:") else {"slug": Prose(value.lower(), value.place)}
