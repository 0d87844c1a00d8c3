import io

import pikepdf
import pytest

from generator.output.numbertree import NumberTree
from generator.output.objects import ObjectFile
from generator.output.pagetree import PageTree
from generator.output.syntax import stream


def written(file: ObjectFile, out: io.BytesIO, root_entries: bytes = b"") -> pikepdf.Pdf:
    tree = PageTree(file)
    page = file.reserve()
    file.pack(page, b"<</Type/Page/MediaBox[0 0 10 10]/Resources<<>>/Parent %d 0 R>>" % tree.add(page))
    catalogue, info = file.reserve(2), file.add(b"<<>>")
    file.pack(catalogue, b"<</Type/Catalog/Pages %d 0 R%b>>" % (tree.close(), root_entries))
    file.pack(catalogue + 1, b"null")
    file.close(catalogue, info)
    pdf = pikepdf.open(out)
    assert pdf.get_warnings() == []
    return pdf


@pytest.mark.parametrize("count", [1, 999, 1000, 1001, 2500])
def test_every_packed_object_is_found_again(count: int) -> None:
    out = io.BytesIO()
    file = ObjectFile(out)
    first = file.reserve(count)
    file.pack_all(first, tuple(b"(%d)" % i for i in range(count)))
    lone = file.add(stream(b"alone"))
    pdf = written(file, out)
    assert [str(pdf.get_object(first + i, 0)) for i in range(count)] == [str(i) for i in range(count)]
    assert pdf.get_object(lone, 0).read_bytes() == b"alone"


def test_the_identifier_follows_from_the_content() -> None:
    def make(text: bytes) -> bytes:
        out = io.BytesIO()
        file = ObjectFile(out)
        file.pack(file.reserve(), b"(%b)" % text)
        written(file, out)
        return out.getvalue()

    def identifier(data: bytes) -> bytes:
        return bytes(pikepdf.open(io.BytesIO(data)).trailer.ID[0])

    assert make(b"a") == make(b"a")
    assert identifier(make(b"a")) != identifier(make(b"b"))


@pytest.mark.parametrize("count", [0, 1, 64, 65, 200, 64 * 64 + 1])
def test_a_number_tree_is_found_key_by_key(count: int) -> None:
    out = io.BytesIO()
    file = ObjectFile(out)
    tree = NumberTree(file)
    for key in range(count):
        tree.add(3 * key, b"(%d)" % key)
    tree.close()
    pdf = written(file, out, b"/PageLabels %d 0 R" % tree.root)
    labels = pikepdf.NumberTree(pdf.Root.PageLabels)
    assert len(labels) == count
    assert {key: str(labels[key]) for key in labels} == {3 * key: str(key) for key in range(count)}
    if count:
        assert 3 * count not in labels


@pytest.mark.parametrize("count", [1, 63, 64, 65, 200])
def test_a_page_tree_counts_its_pages(count: int) -> None:
    out = io.BytesIO()
    file = ObjectFile(out)
    tree = PageTree(file)
    for number in range(count):
        page = file.reserve()
        parent = tree.add(page)
        file.pack(page, b"<</Type/Page/MediaBox[0 0 %d 10]/Parent %d 0 R>>" % (number + 1, parent))
    catalogue = file.reserve()
    file.pack(catalogue, b"<</Type/Catalog/Pages %d 0 R>>" % tree.close())
    file.close(catalogue, file.add(b"<<>>"))
    pdf = pikepdf.open(out)
    assert [int(page.mediabox[2]) for page in pdf.pages] == list(range(1, count + 1))
    assert all(len(kid.Kids) <= 64 for kid in pdf.Root.Pages.Kids)
