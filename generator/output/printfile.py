"""Many clients' documents in, one file to print out: every client starts on the front of a sheet and is found again.

Faces, figures, codes and equal parts of pages are written once; memory does not grow with what has been written.
"""

from __future__ import annotations

from typing import BinaryIO

from generator.output.assemble import Assembly, DocumentPart
from generator.output.imprint import Imprint
from generator.output.press import Press
from generator.page.page import Pages


class PrintFile:
    """`add` every client in the order of printing, then `close`; `out` is a binary file that is only written to."""

    def __init__(self, out: BinaryIO, press: Press) -> None:
        self._assembly = Assembly(out, press, repeats=False)
        self._page_size = (0.0, 0.0)

    @property
    def page_count(self) -> int:
        return self._assembly.page_count

    def add(self, pages: Pages, *, bookmark: str, label: str, copies: int = 1) -> None:
        """A client's pages, collated. `bookmark` is what the client is called in the outline, at the first copy.

        `label` goes before the page numbers, which start from 1 for every copy: `017-1`, `017-2`.
        """
        for copy in range(copies):
            self._turn_over()
            self._assembly.add(pages, DocumentPart("" if copy else bookmark, label))
            last = pages.pages[-1]
            self._page_size = (last.width, last.height)

    def _turn_over(self) -> None:
        """A blank back, so that the next client's first page is not printed on this client's last."""
        if self._assembly.page_count % 2:
            self._assembly.add_blank(*self._page_size)

    def close(self, imprint: Imprint) -> None:
        """Also blanks the last back: two print files in a row then stay apart."""
        self._turn_over()
        self._assembly.close(imprint)
