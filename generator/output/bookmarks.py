"""Bookmarks in reading order in, the outline's objects out (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.output.objects import ObjectFile
from generator.output.syntax import number, text_string


@dataclass(slots=True)
class _Entry:
    number: int
    parent: int
    title: bytes
    destination: bytes
    kids: list[int] = field(default_factory=list)  # indexes of entries


class Outline:
    """Collects bookmarks; `close` writes them and gives the number of the outline, None if there are no bookmarks."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._entries: list[_Entry] = []
        self._open: list[int] = []  # the way from the top to the latest entry

    def add(self, title: str, level: int, page: int, top: float) -> None:
        """`top` is from the page's bottom edge. A level too deep for its place hangs under the latest entry."""
        del self._open[max(level, 1) - 1 :]
        parent = self._open[-1] if self._open else -1
        destination = f"[{page} 0 R/XYZ null {number(top)} null]".encode("ascii")
        entry = _Entry(self._file.reserve(), parent, text_string(title), destination)
        index = len(self._entries)
        self._entries.append(entry)
        if parent >= 0:
            self._entries[parent].kids.append(index)
        self._open.append(index)

    def close(self) -> int | None:
        if not self._entries:
            return None
        root = self._file.reserve()
        top = [index for index, entry in enumerate(self._entries) if entry.parent < 0]
        first, last = self._entries[top[0]].number, self._entries[top[-1]].number
        # Sections are shown, what is inside them waits to be opened: a count below zero.
        self._file.pack(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, len(top)))
        self._write_row(top, root)
        for entry in self._entries:
            if entry.kids:
                self._write_row(entry.kids, entry.number)
        return root

    def _write_row(self, row: list[int], parent: int) -> None:
        """Entries beside each other."""
        before = [None, *row[:-1]]
        after = [*row[1:], None]
        for index, previous, following in zip(row, before, after, strict=True):
            entry = self._entries[index]
            links = b"/Parent %d 0 R" % parent
            if previous is not None:
                links += b"/Prev %d 0 R" % self._entries[previous].number
            if following is not None:
                links += b"/Next %d 0 R" % self._entries[following].number
            if entry.kids:
                first, last = self._entries[entry.kids[0]].number, self._entries[entry.kids[-1]].number
                links += b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, -len(entry.kids))
            self._file.pack(entry.number, b"<</Title%b/Dest%b%b>>" % (entry.title, entry.destination, links))
