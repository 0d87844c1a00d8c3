"""Whom a page is prepared for: the only client data there is, kept apart from the plan and printed on the page only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Characters that the strip of the first page has room for, and the lines for notes.
LONGEST = {"name": 80, "by": 80, "note": 300}
# The chart's code has room for no more beside all else that it says.
PSEUDONYM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,11}")
PSEUDONYM_FORM = "for example P-0017: up to 12 letters, digits, dots, hyphens and underscores"


@dataclass(frozen=True, slots=True)
class Person:
    """Names and a note as they are printed; empty means a line to write on.

    `pseudonym` stands in the code of the chart only: a number by which the clinic knows whose sheet came back.
    Names are left out of `repr`, so that no traceback and no log shows one. Raises ValueError for what is no text,
    is too long or is no pseudonym, without repeating it.
    """

    name: str = field(default="", repr=False)
    by: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    pseudonym: str = ""

    def __post_init__(self) -> None:
        for key, longest in LONGEST.items():
            text: object = getattr(self, key)
            if not isinstance(text, str):
                raise ValueError(f"{key}: needs a text, not a value of type {type(text).__name__}")
            if len(text) > longest:
                raise ValueError(f"{key}: has {len(text):,} characters, the most allowed is {longest}")
        code: object = self.pseudonym
        if not isinstance(code, str) or (code and not PSEUDONYM.fullmatch(code)):
            raise ValueError(f"pseudonym: needs a code, {PSEUDONYM_FORM}")
