"""Judges from outside: the file passes, and the same file with one thing broken does not."""

import io
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from generator.output.imprint import Imprint
from generator.output.pdf import pdf_bytes
from generator.output.press import Press
from generator.output.printfile import PrintFile
from tests import tools
from tests.output import readback, specimen
from tests.output.specimen import CREATED, FACES

UA, ARCHIVE = page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A


def print_file(clients: int) -> bytes:
    out = io.BytesIO()
    file = PrintFile(out, Press(FACES))
    for number in range(clients):
        file.add(specimen.specimen(f"Client {number}"), bookmark=f"Client {number}", label=f"{number}-", copies=2)
    file.close(Imprint("Print file", "en-GB", CREATED))
    return out.getvalue()


MADE: dict[str, Callable[[], bytes]] = {
    "handout": lambda: pdf_bytes(specimen.specimen(), FACES, created=CREATED, subject="Exercises"),
    "archive": lambda: pdf_bytes(specimen.specimen(), FACES, created=CREATED, author="A & B", archive=True),
    "duplex": lambda: pdf_bytes(specimen.specimen("Ζωή"), FACES, created=CREATED, duplex=True),
    "print file": lambda: print_file(3),
}


@pytest.fixture(scope="module", params=MADE)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("made") / f"{request.param}.pdf"
    path.write_bytes(MADE[request.param]())
    return path


def faults(path: Path, profile: Any = UA) -> list[str]:
    report = page_validation.validate_pdf(str(path), profile=profile)
    found = sorted({failure.rule_id for failure in report.failures})
    assert bool(report.is_compliant) == (not found)
    return found


def test_page_validation_passes(made: Path) -> None:
    assert faults(made) == []


def test_verapdf_passes(made: Path) -> None:
    assert tools.verapdf(made, "ua1") == []


def test_an_archive_is_one_to_both_judges(tmp_path: Path) -> None:
    path = tmp_path / "archive.pdf"
    path.write_bytes(MADE["archive"]())
    assert faults(path, ARCHIVE) == []
    assert tools.verapdf(path, "2a") == []


def test_a_handout_without_the_claim_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(MADE["handout"]())
    assert faults(path, ARCHIVE) != []


def elements(node: Any) -> Iterator[Any]:
    """Every structure element below."""
    if isinstance(node, Array):
        for kid in node:
            yield from elements(kid)
    elif isinstance(node, Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def of_role(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    found = [element for element in elements(pdf.Root.StructTreeRoot.K) if role == element.S]
    assert found, role
    return found


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [font for _, font in pdf.pages[0].Resources.Font.items()]


def append(pdf: pikepdf.Pdf, content: bytes) -> None:
    pdf.pages[0].obj.Contents.append(pdf.make_stream(content))


def without(key: str, *things: Any) -> None:
    for thing in things:
        del thing[key]


def set_key(key: str, value: Any, *things: Any) -> None:
    for thing in things:
        thing[key] = value


def no_embedded_file(pdf: pikepdf.Pdf) -> None:
    without("/FontFile2", *(font.DescendantFonts[0].FontDescriptor for font in fonts(pdf)))


def unicode_to_nothing(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        data = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(re.sub(rb"(<[0-9A-F]{4}>) <[0-9A-F]{4,8}>", rb"\1 <0000>", data))


def other_metadata(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata = pdf.make_stream(data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return change


TEXT = b"BT /SourceSans3-Regular 9 Tf 1 0 0 1 300 300 Tm <0029> Tj ET"

BREAK: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a figure without alt": lambda pdf: without("/Alt", *of_role(pdf, "/Figure")),
    "no language": lambda pdf: without("/Lang", pdf.Root),
    "title not shown": lambda pdf: without("/DisplayDocTitle", pdf.Root.ViewerPreferences),
    "not marked": lambda pdf: without("/MarkInfo", pdf.Root),
    "no metadata": lambda pdf: without("/Metadata", pdf.Root),
    "no claim in the metadata": other_metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no title in the metadata": other_metadata(b"dc:title", b"dc:source"),
    "no structure": lambda pdf: without("/StructTreeRoot", pdf.Root),
    "no parent tree": lambda pdf: without("/ParentTree", pdf.Root.StructTreeRoot),
    "no tab order": lambda pdf: without("/Tabs", pdf.pages[0].obj),
    "headers without scope": lambda pdf: without("/A", *of_role(pdf, "/TH")),
    "a link without words": lambda pdf: without("/Contents", pdf.pages[0].Annots[0]),
    "a link outside the structure": lambda pdf: without("/StructParent", pdf.pages[0].Annots[0]),
    "a link in no link element": lambda pdf: set_key("/S", Name.Span, *of_role(pdf, "/Link")),
    "a heading level left out": lambda pdf: set_key("/S", Name.H4, *of_role(pdf, "/H2")),
    "a role nobody knows": lambda pdf: set_key("/S", Name.Card, *of_role(pdf, "/Sect")),
    "a list item outside a list": lambda pdf: set_key("/S", Name.Sect, *of_role(pdf, "/L")),
    "a row with a column more": lambda pdf: of_role(pdf, "/TR")[2].K.append(of_role(pdf, "/TR")[2].K[1]),
    "text outside any mark": lambda pdf: append(pdf, TEXT),
    "a mark nobody owns": lambda pdf: append(pdf, b"/P <</MCID 9999>> BDC " + TEXT + b" EMC"),
    "an artifact inside content": lambda pdf: append(pdf, b"/P <</MCID 0>> BDC /Artifact BMC " + TEXT + b" EMC EMC"),
    "fonts not embedded": no_embedded_file,
    "fonts without characters": lambda pdf: without("/ToUnicode", *fonts(pdf)),
    "characters that are none": unicode_to_nothing,
    "wrong widths": lambda pdf: set_key("/W", Array([41, Array([1])]), *(f.DescendantFonts[0] for f in fonts(pdf))),
    "a map to missing glyphs": lambda pdf: set_key(
        "/CIDToGIDMap", pdf.make_stream(bytes(10)), *(font.DescendantFonts[0] for font in fonts(pdf))
    ),
    "an unknown language": lambda pdf: set_key("/Lang", String("english, mostly"), pdf.Root),
}


# page-validation has no rule for these; veraPDF has.
UNSEEN = {"a mark nobody owns"}


def broken(name: str, folder: Path) -> Path:
    path = folder / "broken.pdf"
    with pikepdf.open(io.BytesIO(MADE["handout"]())) as pdf:
        BREAK[name](pdf)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return path


def test_a_copy_with_nothing_broken_still_passes(tmp_path: Path) -> None:
    BREAK["nothing"] = lambda pdf: None
    try:
        path = broken("nothing", tmp_path)
    finally:
        del BREAK["nothing"]
    assert faults(path) == []
    assert len(BREAK) > 25


@pytest.mark.parametrize("name", sorted(BREAK.keys() - UNSEEN))
def test_page_validation_refuses(name: str, tmp_path: Path) -> None:
    assert faults(broken(name, tmp_path)) != []


@pytest.mark.parametrize("name", BREAK)
def test_verapdf_refuses(name: str, tmp_path: Path) -> None:
    assert tools.verapdf(broken(name, tmp_path), "ua1") != []


def roles_of(tree: dict[str, Any], found: Counter[str]) -> Counter[str]:
    if "role" in tree:
        found[tree["role"]] += 1
    for kid in tree.get("children", ()):
        roles_of(kid, found)
    return found


def content_of(tree: dict[str, Any]) -> Iterator[str]:
    if tree.get("type") == "content":
        yield tree["id"]
    for kid in tree.get("children", ()):
        yield from content_of(kid)


def test_firefox_and_chrome_see_the_same(made: Path, tmp_path: Path) -> None:
    chrome = readback.structure(made.read_bytes())
    firefox = tools.pdfjs_pages(made, tmp_path)
    assert len(chrome) == len(firefox) >= 2
    inked = 0
    for left, right in zip(chrome, firefox, strict=True):
        if right["tree"] is None or not left:
            continue
        inked += 1
        # Firefox shows of the elements above the blocks all on every page; what is below must agree.
        ours, theirs = readback.roles(left), roles_of(right["tree"], Counter())
        for role in ("H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure", "Link", "TR", "TH", "TD"):
            assert ours[role] <= theirs[role], role
        marks = list(content_of(right["tree"]))
        assert len(marks) == len(set(marks)) > 20
        words = " ".join(right["texts"][mark] for mark in marks if mark in right["texts"])
        assert "Lying stretch with a strap" in words
    assert inked >= 2


def test_ink_stays_where_the_page_data_put_it(tmp_path: Path) -> None:
    ghostscript = tools.require("gs")
    path = tmp_path / "handout.pdf"
    path.write_bytes(MADE["handout"]())
    command = [ghostscript, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=bbox", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    boxes = [tuple(map(float, box)) for box in re.findall(r"%%HiRes\w+: (\S+) (\S+) (\S+) (\S+)", answer.stderr)]
    assert len(boxes) == 2
    for left, bottom, right, top in boxes:
        assert 47 < left < 49
        assert 547 < right < 549
        assert 30 < bottom < 60
        assert 785 < top < 800


def test_black_pages_print_with_black_alone(tmp_path: Path) -> None:
    ghostscript = tools.require("gs")

    def inks(pages: Any) -> list[float]:
        path = tmp_path / "page.pdf"
        path.write_bytes(pdf_bytes(pages, FACES, created=CREATED))
        command = [ghostscript, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-o", "-", "-sDEVICE=inkcov", str(path)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        return [float(value) for value in answer.stdout.split()[:4]]

    *colours, black = inks(specimen.one_block(*specimen.chart_row(1, "a").kids, *specimen.footer(1).kids))
    assert colours == [0, 0, 0]
    assert black > 0
    assert sum(inks(specimen.one_block(*specimen.card(1).kids))[:3]) > 0, "a coloured page is told apart"
