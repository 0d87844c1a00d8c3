"""Who is in a print file, for the desk that hands the sheets out: words, no layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.wording import Wording, fill


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One client: the row's number, the name (or pseudonym), the routine, and how many pages."""

    row: str
    name: str
    routine: str
    pages: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return (self.row, self.name, self.routine, self.pages)


@dataclass(frozen=True, slots=True)
class CoverList:
    """Title, heads of the columns and rows in their order; `page` has {n} and {total}."""

    title: str
    language: str
    head: CoverRow
    rows: tuple[CoverRow, ...]
    page: str

    def page_line(self, number: int, total: int) -> str:
        """ "Page 2 of 3"."""
        return fill(self.page, n=number, total=total)


def cover_list(rows: Sequence[CoverRow], wording: Wording) -> CoverList:
    """The list of these rows."""
    words = wording.cover_list
    head = CoverRow(words.row, words.name, words.routine, words.pages)
    return CoverList(words.title, wording.language, head, tuple(rows), wording.footer.page)
