"""How a roster is to be read: what its heads mean, the order of its dates, its sheet and its encoding."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.content.roster.roster_columns import folded


@dataclass(frozen=True, slots=True)
class Reading:
    """What was said of one roster, or is remembered of a folder's.

    `columns` are heads as they are written, each with the column that is meant; several heads of one column are joined
    by a space, in this order. `ignored` are heads of columns to leave out. `dates` is a `DateOrder` or empty. `propose`
    takes what the heads most likely mean.
    """

    columns: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    dates: str = ""
    encoding: str = ""
    sheet: str = field(default="", compare=False)
    propose: bool = field(default=False, compare=False)

    def column_of(self, head: str) -> str:
        """The column that a head is said to mean; empty if nothing is said."""
        return next((column for written, column in self.columns if folded(written) == folded(head)), "")

    def rank_of(self, head: str) -> int:
        """Its place among the heads of one column."""
        heads = [folded(written) for written, _ in self.columns]
        return heads.index(folded(head)) if folded(head) in heads else len(heads)

    def ignores(self, head: str) -> bool:
        return folded(head) in map(folded, self.ignored)

    def with_columns(self, *columns: tuple[str, str]) -> Reading:
        """The same where these heads mean these columns, whatever was said of them before."""
        new = {folded(head) for head, _ in columns}
        kept = tuple(pair for pair in self.columns if folded(pair[0]) not in new)
        ignored = tuple(head for head in self.ignored if folded(head) not in new)
        return replace(self, columns=(*kept, *columns), ignored=ignored)

    def without(self, *heads: str) -> Reading:
        """The same where these heads are left out."""
        new = {folded(head) for head in heads}
        kept = tuple(pair for pair in self.columns if folded(pair[0]) not in new)
        ignored = tuple(head for head in self.ignored if folded(head) not in new)
        return replace(self, columns=kept, ignored=(*ignored, *dict.fromkeys(heads)))

    def over(self, remembered: Reading) -> Reading:
        """Everything that is known, what was said now above what is remembered."""
        known = remembered.with_columns(*self.columns).without(*self.ignored)
        dates, encoding = self.dates or known.dates, self.encoding or known.encoding
        return replace(known, dates=dates, encoding=encoding, sheet=self.sheet, propose=self.propose)


NOTHING_SAID = Reading()
