"""Pages in, the tree that a reader walks to find page n out (ISO 32000-1, 7.7.3), written branch by branch."""

from __future__ import annotations

from generator.output.objects import ObjectFile
from generator.output.syntax import references

_WIDTH = 64


class PageTree:
    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self.count = 0
        self._root = file.reserve()
        self._branch = file.reserve()
        self._pages: list[int] = []
        self._branches: list[int] = []

    def add(self, page: int) -> int:
        """The number of the page's parent."""
        if len(self._pages) == _WIDTH:
            self._write_branch()
            self._branch = self._file.reserve()
        self._pages.append(page)
        self.count += 1
        return self._branch

    def _write_branch(self) -> None:
        kids, count = references(self._pages), len(self._pages)
        self._file.pack(self._branch, b"<</Type/Pages/Parent %d 0 R/Kids%b/Count %d>>" % (self._root, kids, count))
        self._branches.append(self._branch)
        self._pages = []

    def close(self) -> int:
        """The number of the tree's root."""
        self._write_branch()
        kids = references(self._branches)
        self._file.pack(self._root, b"<</Type/Pages/Kids%b/Count %d>>" % (kids, self.count))
        return self._root
