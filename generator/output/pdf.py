"""Finished pages in, the bytes of one tagged PDF file out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.output.imprint import Imprint
from generator.output.press import Press
from generator.output.stencil import document_bytes
from generator.page.page import Pages
from generator.text.face import Face


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
) -> bytes:
    """A file that claims PDF/UA-1, with `archive` PDF/A-2a as well.

    `faces` are those that the runs name. `press` keeps what further files share; it must hold the same faces.
    `created` is a date of the content, such as the routine's issue: the clock is not asked, so the same input gives the
    same bytes. Raises ContentError for what no file can hold: a missing glyph, a coordinate that is not a number, a
    figure without alt text.
    """
    if press is None:
        press = Press(faces)
    elif press.faces != faces:
        raise ValueError("the press was made for other faces")
    imprint = Imprint(pages.title, pages.language, created, author, subject, keywords, archive, duplex)
    return document_bytes(pages, press, imprint)
