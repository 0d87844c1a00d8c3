"""A spreadsheet that is a zip of XML: what may be unpacked, and the elements of a part one by one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any
from xml.etree import ElementTree

from generator.problems import ContentError, Place, Problem

# How much there may be once it is unpacked. zipfile reads no more than a part announces.
_MOST_UNPACKED = 200_000_000
_MOST_PARTS = 2_000
_PIECE = 1 << 20
# What readers raise for a file that is no workbook, wherever in it the damage is; XML parsers raise SyntaxError.
_DAMAGE = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError, RuntimeError, EOFError),
    *(NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error),
)


@contextmanager
def reading_book(file: str) -> Iterator[None]:
    """A damaged workbook is a `ContentError`."""
    try:
        yield
    except _DAMAGE:
        hint = "open it in a spreadsheet and save it again as .xlsx, or as CSV UTF-8"
        raise ContentError([Problem("this workbook cannot be read", Place(file, 1, 1), hint=hint)]) from None


def refuse_bombs(data: bytes, file: str) -> bool:
    """Nothing is unpacked that is too large, and no XML with definitions of its own, which could expand without end.

    Whether there is a formula of Excel in the file.
    """
    has_formulas = False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise ContentError([Problem("this workbook is too large", Place(file, 1, 1), hint="save it as CSV UTF-8")])
        for part in parts:
            if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
                continue
            with archive.open(part) as opened:
                before = b""
                while piece := opened.read(_PIECE):
                    seen = before + piece
                    # UTF-16 hides the word behind zero bytes.
                    if b"<!DOCTYPE" in seen.replace(b"\0", b""):
                        message = "this workbook defines entities, which no spreadsheet writes"
                        raise ContentError([Problem(message, Place(file, 1, 1))])
                    has_formulas = has_formulas or b"<f" in seen
                    before = piece[-20:]
    return has_formulas


def walk(part: IO[bytes], tag: str) -> Iterator[tuple[str, Any]]:
    """`start` and `end` of each element; one of that name, without its namespace, is forgotten once it was seen."""
    stack: list[Any] = []
    for event, element in ElementTree.iterparse(part, ("start", "end")):
        if event == "start":
            stack.append(element)
        yield event, element
        if event == "end":
            stack.pop()
            if _local(element) == tag:
                element.clear()
                if stack:
                    stack[-1].remove(element)


def elements(part: IO[bytes], tag: str) -> Iterator[Any]:
    """The elements of that name, each whole and then forgotten."""
    return (element for event, element in walk(part, tag) if event == "end" and _local(element) == tag)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
