import io

import pypdfium2
import pytest

from generator.output.pdf import pdf_bytes
from generator.page.page import Block, Page, Pages, Placed
from tests.output.specimen import A4, CREATED, FACES


def bookmarks(*levels: int) -> list[tuple[int, str, int]]:
    """Level, title and page of each bookmark, as PDFium reads them."""
    pages = tuple(
        Page(*A4, (Placed(0, 100, Block(1, 1, (), bookmark=(f"Ü {number}", level))),))
        for number, level in enumerate(levels)
    )
    data = pdf_bytes(Pages("t", "en", pages), FACES, created=CREATED)
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        found = []
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            assert destination is not None
            assert destination.get_view()[1][1] == pytest.approx(A4[1] - 100, abs=0.01)
            page = destination.get_index()
            assert page is not None
            found.append((bookmark.level, bookmark.get_title(), page))
        return found


def test_bookmarks_nest_by_level() -> None:
    assert bookmarks(1, 2, 2, 3, 1, 2) == [
        (0, "Ü 0", 0),
        (1, "Ü 1", 1),
        (1, "Ü 2", 2),
        (2, "Ü 3", 3),
        (0, "Ü 4", 4),
        (1, "Ü 5", 5),
    ]


def test_a_level_that_is_too_deep_hangs_under_the_latest() -> None:
    assert [level for level, _, _ in bookmarks(3, 3, 1, 4, 2)] == [0, 1, 0, 1, 1]


def test_no_bookmarks_no_outline() -> None:
    blank = Pages("t", "en", (Page(*A4, ()),))
    with pypdfium2.PdfDocument(pdf_bytes(blank, FACES, created=CREATED)) as document:
        assert list(document.get_toc()) == []
