import io
from collections import Counter
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from generator.output.imprint import Imprint
from generator.output.press import Press
from generator.output.printfile import PrintFile
from generator.page.page import Block, Element, Page, Pages, Placed, Role
from generator.problems import ContentError
from tests.output import readback, specimen
from tests.output.specimen import A4, CREATED, FACES, words

IMPRINT = Imprint("Print file", "en-GB", CREATED)
LETTER = (612.0, 792.0)


def client(name: str, pages: int, size: tuple[float, float] = A4, language: str = "en-GB") -> Pages:
    title = Placed(48, 48, specimen.title_block(name))
    rest = Placed(48, 120, specimen.card(1))
    blocks = [(title, rest), *((rest, Placed(48, 780, specimen.footer(n))) for n in range(2, pages + 1))]
    return Pages(name, language, tuple(Page(*size, page) for page in blocks))


def printed(*clients: tuple[Pages, int]) -> bytes:
    out = io.BytesIO()
    file = PrintFile(out, Press(FACES))
    for number, (pages, copies) in enumerate(clients, 1):
        file.add(pages, bookmark=pages.title, label=f"{number:03}-", copies=copies)
    file.close(IMPRINT)
    return out.getvalue()


@pytest.fixture(scope="module")
def data() -> bytes:
    return printed((client("Ann", 3), 1), (client("Bob", 2, LETTER, "en-US"), 2), (client("Cleo", 1), 1))


def test_every_client_starts_on_the_front_of_a_sheet(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 10
        toc = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        assert toc == [("Ann", 0), ("Bob", 4), ("Cleo", 8)]
        assert [document.get_page_label(n) for n in range(10)] == [
            "001-1", "001-2", "001-3", "001-4", "002-1", "002-2", "002-1", "002-2", "003-1", "003-2",
        ]  # fmt: skip
        widths = [round(page.get_width()) for page in document]
    assert widths == [595] * 4 + [612] * 4 + [595] * 2


def test_cards_do_not_begin_on_the_back_of_a_sheet_that_is_handed_out_alone() -> None:
    odd, even = replace(client("Ann", 5), sheet=3), replace(client("Bob", 3), sheet=2)
    data = printed((odd, 1), (even, 1))
    with pypdfium2.PdfDocument(data) as document:
        labels = [document.get_page_label(n) for n in range(len(document))]
    texts = readback.texts(data)
    assert [number for number, text in enumerate(texts) if not text] == [3, 9]
    assert labels == [
        "001-1", "001-2", "001-3", "001-", "001-4", "001-5", "002-1", "002-2", "002-3", "002-4",
    ]  # fmt: skip


def test_blank_backs_hold_an_artifact_and_nothing_else(data: bytes) -> None:
    texts = readback.texts(data)
    assert [number for number, text in enumerate(texts) if not text] == [3, 9]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in (3, 9):
            (content,) = pdf.pages[number].Contents
            assert content.read_bytes() == b"/Artifact BMC EMC"
            assert "/StructParents" not in pdf.pages[number]


def test_every_client_is_a_part_in_its_own_language(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K[0].K)
        assert [str(part.S) for part in parts] == ["/Part"] * 4
        assert [str(part.Lang) for part in parts] == ["en-GB", "en-US", "en-US", "en-GB"]
        assert [str(part.K[0].S) for part in parts] == ["/H1"] * 4
    seen = readback.structure(data)
    assert readback.roles(seen[8])["H1"] == 1
    assert "For: Cleo" in [element.text for top in seen[8] for element in top.walk()]


def test_what_clients_share_is_stored_once() -> None:
    one = printed((client("Ann", 3), 1))
    three = printed(*((client(name, 3), 1) for name in ("Ann", "Bob", "Cleo")))
    with pikepdf.open(io.BytesIO(three)) as pdf:
        kinds = Counter(str(item.get("/Subtype")) for item in pdf.objects if isinstance(item, pikepdf.Stream))
        cards = {pdf.pages[n].Contents[part].objgen for n, part in ((0, 1), (4, 1), (8, 1))}
        footers = {pdf.pages[n].Contents[1].objgen for n in (1, 5, 9)}
        assert len(pdf.pages[0].Resources.Font) == 2
    assert kinds["/Form"] == 2
    assert len(cards) == 1
    assert len(footers) == 1
    assert (len(three) - len(one)) / 2 < 6000


def test_a_client_with_problems_leaves_no_trace() -> None:
    bad = Pages("Bad", "en-GB", (*client("Bad", 1).pages, Page(*A4, (Placed(0, 0, _wrong_block()),))))

    def make(with_bad: bool) -> bytes:
        out = io.BytesIO()
        file = PrintFile(out, Press(FACES))
        file.add(client("Ann", 1), bookmark="Ann", label="1-")
        if with_bad:
            with pytest.raises(ContentError):
                file.add(bad, bookmark="Bad", label="2-")
            with pytest.raises(ContentError):
                file.add(client("Half", 1), bookmark="\ud800", label="2-")
        file.add(client("Cleo", 1), bookmark="Cleo", label="3-")
        file.close(IMPRINT)
        return out.getvalue()

    assert make(with_bad=True) == make(with_bad=False)


def _wrong_block() -> Block:
    return Block(9, 9, (Element(Role.FIGURE, (words(0, 0, "a"),)),), place=specimen.PLACE)


def test_hundreds_of_clients_in_a_file_that_is_only_written_to() -> None:
    class Sink(io.RawIOBase):
        """Neither seeks nor reads, and forgets what it was given."""

        size = 0

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            assert isinstance(data, bytes)
            self.size += len(data)
            return len(data)

    sink, out = Sink(), io.BytesIO()
    for target in (sink, out):
        file = PrintFile(target, Press(FACES))  # type: ignore[arg-type] # a raw file has all that is asked of one
        for number in range(150):
            file.add(client(f"Client {number}", 2), bookmark=f"Client {number}", label=f"{number}-")
        file.close(IMPRINT)
    assert sink.size == len(out.getvalue())
    assert len(out.getvalue()) / 300 < 6000
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        assert len(document) == 300
        assert document.get_page_label(298) == "149-1"
        assert "For: Client 149" in document[298].get_textpage().get_text_range()
    with pikepdf.open(out) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        assert all(int(page.StructParents) in tree for page in pdf.pages)
