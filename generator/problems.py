"""Where something was written, and what is wrong with it: every message to a user is one of these values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a text file; line and column count from 1, as editors do."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Prose(str):
    """A text that remembers where it was written, so that the page can still name its YAML line.

    It compares, hashes and joins as the plain `str` it is; a text made from it by joining has no place.
    """

    __slots__ = ("place",)
    place: Place | None

    def __new__(cls, text: str, place: Place | None = None) -> Self:
        self = super().__new__(cls, text)
        self.place = place
        return self


def place_of(text: str) -> Place | None:
    """The place where a text was written, if it is known."""
    return getattr(text, "place", None)


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `path` is the dotted way to the value (`dose.sets`), `message` says what was found and what is allowed,
    `hint` how to mend it, `excerpt` is the source line that the place points into, `rule` a stable id.
    """

    message: str
    place: Place | None = None
    path: str = ""
    hint: str = ""
    excerpt: str = ""
    severity: Severity = Severity.ERROR
    rule: str = "content"

    def __str__(self) -> str:
        head = ": ".join(
            part
            for part in (
                str(self.place) if self.place else "",
                "warning" if self.severity is Severity.WARNING else "",
                self.path,
                self.message,
            )
            if part
        )
        lines = [head]
        lines += pointed_at(self.place, self.excerpt)
        if self.hint:
            lines.append("  hint: " + self.hint)
        return "\n".join(lines)

    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of reading: by file, line and column; problems without a place come first."""
        place = self.place or Place("", 0, 0)
        return (place.file, place.line, place.column, self.message)


def overlong(text: str, most: int) -> str:
    """What is wrong with a text of more characters than are allowed, without repeating any of it."""
    return f"has {len(text):,} characters, the most allowed is {most:,}"


def pointed_at(place: Place | None, excerpt: str) -> list[str]:
    """The source line and a mark under the place, indented; nothing where there is neither."""
    if place is None or not excerpt:
        return []
    before = "".join("\t" if char == "\t" else " " for char in excerpt[: place.column - 1])
    return [f"  {excerpt}", f"  {before}^"]


class ContentError(Exception):
    """Content cannot be used; carries every problem found, never only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems, key=Problem.sort_key)
        super().__init__("\n".join(str(p) for p in self.problems))
