"""Whom a page is prepared for: the only client data there is, kept apart from the plan and printed on the page only."""

from __future__ import annotations

from dataclasses import dataclass, field

# Characters that the strip of the first page has room for, and the lines for notes.
LONGEST = {"name": 80, "by": 80, "note": 300}


@dataclass(frozen=True, slots=True)
class Person:
    """Names and a note as they are printed; empty means a line to write on.

    `pseudonym` stands in the code of the chart only: a number by which the clinic knows whose sheet came back.
    Names are left out of `repr`, so that no traceback and no log shows one.
    """

    name: str = field(default="", repr=False)
    by: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    pseudonym: str = ""
