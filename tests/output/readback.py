"""PDF bytes in, what other programs make of them out: never the code that wrote them."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Seen:
    """An element of the structure, as Chrome's PDFium hands it to a screen reader."""

    role: str
    alt: str
    actual_text: str
    language: str
    text: str = ""
    kids: list[Seen] = field(default_factory=list)

    def walk(self) -> Iterator[Seen]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def all_text(self) -> str:
        return " ".join(seen.text for seen in self.walk() if seen.text)


def _string(function: Callable[..., int], handle: Any) -> str:
    size = function(handle, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(handle, buffer, size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")


def _mark_texts(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Text by marked-content id."""
    texts: dict[int, str] = {}
    text_page = page.get_textpage()
    size = 4096
    buffer = ctypes.create_string_buffer(size)
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        length = pdfium.FPDFTextObj_GetText(item.raw, text_page.raw, pointer, size)
        texts[mark] = texts.get(mark, "") + buffer.raw[:length].decode("utf-16-le").rstrip("\0")
    return texts


def _element(handle: Any, texts: dict[int, str]) -> Seen:
    seen = Seen(
        role=_string(pdfium.FPDF_StructElement_GetType, handle),
        alt=_string(pdfium.FPDF_StructElement_GetAltText, handle),
        actual_text=_string(pdfium.FPDF_StructElement_GetActualText, handle),
        language=_string(pdfium.FPDF_StructElement_GetLang, handle),
    )
    for index in range(pdfium.FPDF_StructElement_CountChildren(handle)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, index)
        if mark >= 0:
            seen.text += texts.get(mark, "")
        child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, index)
        if child:
            seen.kids.append(_element(child, texts))
    return seen


def structure(data: bytes) -> list[list[Seen]]:
    """For each page the elements on top."""
    with pypdfium2.PdfDocument(data) as document:
        pages = []
        for page in document:
            texts = _mark_texts(page)
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            count = pdfium.FPDF_StructTree_CountChildren(tree)
            pages.append([_element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, i), texts) for i in range(count)])
            pdfium.FPDF_StructTree_Close(tree)
            page.close()
        return pages


def roles(page: list[Seen]) -> Counter[str]:
    return Counter(seen.role for top in page for seen in top.walk())


def texts(data: bytes) -> list[str]:
    """The text of each page in the order of its content."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pixels(data: bytes, page: int = 0, dpi: int = 72) -> Any:
    """A page as a grey Pillow image."""
    with pypdfium2.PdfDocument(data) as document:
        return document[page].render(scale=dpi / 72, grayscale=True).to_pil()
