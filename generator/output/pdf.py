"""Finished pages in, the bytes of one tagged PDF file out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.output.imprint import Imprint
from generator.output.press import Press
from generator.output.writing import document_bytes
from generator.page.page import Pages
from generator.text.typeface import Face


def pdf_bytes(
    pages: Pages,
    faces: Mapping[str, Face],
    press: Press | None = None,
    *,
    created: date,
    archive: bool = False,
    duplex: bool = False,
    author: str = "",
    subject: str = "",
    keywords: str = "",
    identity: str = "",
) -> bytes:
    """A file that claims PDF/UA-1, with `archive` PDF/A-2a as well.

    `faces` are those that the runs name. `press` keeps what further files share; it must hold the same faces.
    `created` is a date of the content, such as the routine's issue: the clock is not asked, so the same input gives the
    same bytes. `identity` (32 hexadecimal digits) says which sheet it is, whatever its content is by now; without it
    the content says that. Raises ContentError for what no file can hold: a missing glyph, a coordinate that is not a
    number, a figure without alt text.
    """
    if press is None:
        press = Press(faces)
    elif press.faces != faces:
        raise ValueError("the press was made for other faces")
    imprint = Imprint(pages.title, pages.language, created, author, subject, keywords, archive, duplex)
    return document_bytes(pages, press, imprint, identity)


def identity_in(path: Path) -> str:
    """The identity that a file of ours was made with; empty for any other file. Raises OSError."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 64))
        start = re.search(rb"startxref\n([0-9]{1,12})\n%%EOF\n$", file.read())
        if start is None:
            return ""
        file.seek(int(start[1]))
        found = re.search(rb"/ID\[<([0-9a-f]{32})>", file.read(400))
    return found[1].decode("ascii") if found else ""
