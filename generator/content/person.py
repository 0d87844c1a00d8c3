"""Whom a page is prepared for: the only client data there is, kept apart from the plan and printed on the page only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problems import overlong

# Characters that the strip of the first page has room for, and the note under it.
LONGEST = {"name": 80, "by": 80, "note": 300}
# The same of a note for one exercise: also in a narrow cell it leaves the pictures their room.
LONGEST_NOTE_FOR = 160
# The chart's code has room for no more beside all else that it says.
PSEUDONYM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,11}")
PSEUDONYM_FORM = "for example P-0017: up to 12 letters, digits, dots, hyphens and underscores"
# Keys of a plan file that are about one person: problems point at them and show nothing of their lines.
_PRIVATE = ("note", "note_for")


def is_private(path: tuple[str | int, ...]) -> bool:
    """Whether what a path leads to is about one person."""
    return bool(path) and path[0] in _PRIVATE


@dataclass(frozen=True, slots=True)
class Person:
    """Names and notes as they are printed; a name that is empty is a line to write on.

    `note` stands on page 1, `note_for` holds notes by exercise id, for its card and its row of the chart.
    `pseudonym` stands in the code of the chart only: a number by which the clinic knows whose sheet came back.
    Names and notes are left out of `repr`, so that no traceback and no log shows one. Raises ValueError for what is no
    text, is too long or is no pseudonym, without repeating it.
    """

    name: str = field(default="", repr=False)
    by: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    pseudonym: str = ""
    note_for: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)

    def __post_init__(self) -> None:
        for key, longest in LONGEST.items():
            object.__setattr__(self, key, _in_one_line(key, getattr(self, key), longest))
        written: object = self.note_for
        if not isinstance(written, Mapping) or not all(isinstance(key, str) for key in written):
            raise ValueError("note_for: needs notes by exercise id")
        notes = {key: _in_one_line(f"note_for.{key}", text, LONGEST_NOTE_FOR) for key, text in written.items()}
        object.__setattr__(self, "note_for", notes)
        code: object = self.pseudonym
        if not isinstance(code, str) or (code and not PSEUDONYM.fullmatch(code)):
            raise ValueError(f"pseudonym: needs a code, {PSEUDONYM_FORM}")


def _in_one_line(key: str, text: object, longest: int) -> str:
    """The text without line breaks and tabs, which are no words; one that has none stays the same value."""
    if not isinstance(text, str):
        raise ValueError(f"{key}: needs a text, not a value of type {type(text).__name__}")
    if len(text) > longest:
        raise ValueError(f"{key}: {overlong(text, longest)}")
    return re.sub(r" *[\t\r\n]\s*", " ", text).strip() if re.search(r"[\t\r\n]", text) else text
