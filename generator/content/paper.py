"""The papers that are printed on: their sizes, their margins, and where each is what offices use.

A paper is one row of this table. Layout, command line, rosters, clinic files and the schema all read it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

# Free above and below on every paper (mm): what 99 % of the office printers in foomatic's and hplip's tables leave.
VERTICAL_MARGIN = 15.0
# What large print needs in width (mm).
_LARGE_PRINT = 160.0


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of an upright sheet and its margin at each side, upright and lying across (mm).

    The second is smaller on large papers: a chart needs the width, and 12.7 is enough on 97 % of printers.
    """

    width: float
    height: float
    side: float
    side_across: float


class Paper(StrEnum):
    """A paper's name, its size, and the countries that print on it; the first paper is that of all others."""

    size: Size
    countries: frozenset[str]

    A4 = "a4", Size(210.0, 297.0, 16.0, 14.0)
    # The countries and territories of CLDR's supplemental data, "US-Letter".
    LETTER = "letter", Size(215.9, 279.4, 17.5, 14.0), "BZ CA CL CO CR GT MX NI PA PH PR SV US VE"
    A5 = "a5", Size(148.0, 210.0, 13.0, 13.0)

    def __new__(cls, name: str, size: Size | None = None, countries: str = "") -> Self:
        """A row of the table; `Paper(name)` alone finds it."""
        assert size is not None
        paper = str.__new__(cls, name)
        paper._value_ = name
        paper.size = size
        paper.countries = frozenset(countries.split())
        return paper

    @property
    def is_small(self) -> bool:
        """Whether large print has no room on it: a card would take two pages, and days would run into each other."""
        return self.size.width < _LARGE_PRINT

    @classmethod
    def usual_in(cls, country: str) -> Paper:
        """What offices of a country (two capitals) print on."""
        papers = list(cls)
        return next((paper for paper in papers if country in paper.countries), papers[0])
