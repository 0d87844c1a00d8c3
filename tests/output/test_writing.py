"""Files filled in from a stencil are the files that would have been written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.output.imprint import Imprint
from generator.output.pdf import pdf_bytes
from generator.output.press import Press
from generator.output.writing import document_bytes
from generator.page.page import Block, Element, Page, Pages, Placed, Role
from generator.problems import ContentError
from tests.output import specimen
from tests.output.counted import Counted
from tests.output.specimen import CREATED, FACES, REGULAR, glyphs_for

IMPRINT = Imprint("Sample", "en-GB", CREATED)


def for_client(name: str, *, tags: int = 1, copies: int = 1) -> Pages:
    """The specimen with a strip for the name in a slot; `tags` paragraphs, on so many pages."""
    base = specimen.specimen()
    words = [Element(Role.PARAGRAPH, (specimen.words(0, 9 + 12 * row, name),)) for row in range(tags)]
    strip = Placed(60, 700, Block(300, 40, tuple(words)), slot="strip")
    pages = tuple(
        replace(page, blocks=(*page.blocks, strip)) if number < copies else page
        for number, page in enumerate(base.pages)
    )
    return replace(base, pages=pages)


def press_for(text: str) -> Press:
    return Press(FACES, glyphs_for([for_client("A")], text, FACES))


def glyphs_of(text: str) -> frozenset[int]:
    return frozenset(gid for char in text if (gid := FACES[REGULAR].gid(char)))


LETTERS = "".join(map(chr, range(32, 127)))


def test_the_same_bytes_whoever_came_before(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    names = [f"Client {number}" for number in range(20)] + ["Zoe", "", "x" * 60, "Client 3"]
    press = press_for(LETTERS)
    files = [document_bytes(for_client(name), press, IMPRINT) for name in names]
    assert (counted.filled, counted.written) == (len(names) - 1, 1)
    fresh = [document_bytes(for_client(name), press_for(LETTERS), IMPRINT) for name in names]
    assert files == fresh
    assert len(set(files)) == len(set(names))


def test_names_with_marks_have_a_stencil_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    stocks = {face: (*one, glyphs_of("éüłß")) for face, one in glyphs_for([for_client("A")], LETTERS, FACES).items()}
    names = ["Ann", "Zoé", "Müller", "Ben", "Chloé"]
    press = Press(FACES, stocks)
    files = [document_bytes(for_client(name), press, IMPRINT) for name in names]
    assert (counted.filled, counted.written) == (3, 2)
    assert files == [document_bytes(for_client(name), Press(FACES, stocks), IMPRINT) for name in names]
    assert len(files[1]) > len(files[0]) + 300


def test_what_needs_more_of_a_file_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    press = press_for("Client")
    documents = [
        for_client("Client"),
        for_client("Zoë"),  # letters that the faces of everybody's files do not have
        for_client("Client", tags=2),  # another structure
        for_client("Client", copies=2),  # on two pages
        for_client("tneilC", copies=2),
    ]
    files = [document_bytes(pages, press, IMPRINT) for pages in documents]
    assert (counted.filled, counted.written) == (1, 4)
    assert files == [document_bytes(pages, press_for("Client"), IMPRINT) for pages in documents]


def test_equal_streams_stay_one_stream() -> None:
    press = press_for(LETTERS)

    def two(first: str, second: str) -> Pages:
        page = for_client(first).pages[0]
        other = replace(page, blocks=(*page.blocks[:-1], for_client(second).pages[0].blocks[-1]))
        return Pages("Sample", "en-GB", (page, other))

    for pair in (("Ann", "Ann"), ("Ann", "Ben"), ("Ben", "Ben"), ("Cat", "Dan")):
        data = document_bytes(two(*pair), press, IMPRINT)
        assert data == document_bytes(two(*pair), press_for(LETTERS), IMPRINT)


def test_problems_are_told_as_ever() -> None:
    press = press_for(LETTERS)
    document_bytes(for_client("Ann"), press, IMPRINT)
    pages = for_client("Ann")
    figure = Element(Role.FIGURE, (specimen.words(0, 9, "Ann"),))
    strip = replace(pages.pages[0].blocks[-1], block=Block(300, 40, (figure,)))
    first = replace(pages.pages[0], blocks=(*pages.pages[0].blocks[:-1], strip))
    with pytest.raises(ContentError, match="no alt text"):
        document_bytes(replace(pages, pages=(first, *pages.pages[1:])), press, IMPRINT)


def test_another_title_or_page_is_another_stencil() -> None:
    press = press_for(LETTERS)
    first = for_client("Ann")
    document_bytes(first, press, IMPRINT)
    other = replace(IMPRINT, title="Other")
    assert b"Other" in document_bytes(first, press, other)
    moved = tuple(Page(page.width + 1, page.height, page.blocks) for page in first.pages)
    assert document_bytes(replace(first, pages=moved), press, IMPRINT) != document_bytes(first, press, IMPRINT)


def test_a_document_without_slots_has_no_stencil() -> None:
    pages = specimen.specimen()
    press = Press(FACES)
    assert pdf_bytes(pages, FACES, press, created=CREATED) == pdf_bytes(pages, FACES, press, created=CREATED)
    assert not press._stencils
