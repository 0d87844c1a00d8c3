import io
import re
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from generator.output.fonts import glyph_map, subset_tag, unicode_map
from generator.output.pdf import pdf_bytes
from generator.page.page import Element, Role
from tests.output import specimen
from tests.output.specimen import BOLD, FACES, REGULAR, words


class Fonts(dict[str, Any]):
    """The fonts of a file by name; keeps the file open as long as they are looked at."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        super().__init__({str(name)[1:]: font for name, font in self.pdf.pages[0].Resources.Font.items()})


def document(text: str) -> bytes:
    return pdf_bytes(
        specimen.one_block(Element(Role.PARAGRAPH, (words(0, 20, text), words(0, 40, "Bold", face=BOLD)))),
        FACES,
        created=specimen.CREATED,
    )


def test_map_to_the_subset_leads_to_the_same_outlines() -> None:
    text = "Ação ½ → zebra"
    found = Fonts(document(text))
    descendant = found[REGULAR].DescendantFonts[0]
    to_subset = descendant.CIDToGIDMap.read_bytes()
    subset = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    whole = TTFont(FACES[REGULAR].path)
    for char in set(text):
        old = FACES[REGULAR].gid(char)
        assert old is not None
        new = int.from_bytes(to_subset[2 * old : 2 * old + 2], "big")
        before, after = whole["glyf"][whole.getGlyphName(old)], subset["glyf"][subset.getGlyphName(new)]
        assert (new > 0) and before.getCoordinates(whole["glyf"])[0] == after.getCoordinates(subset["glyf"])[0]


def test_tables_of_installed_fonts_are_left_out() -> None:
    for font in Fonts(document("abc")).values():
        subset = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
        assert not {"name", "OS/2"} & set(subset.keys())
        assert {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= set(subset.keys())  # ISO 32000-1, 9.9


def test_widths_are_the_faces_own() -> None:
    fonts = Fonts(document("Wide, narrow"))
    widths = fonts[REGULAR].DescendantFonts[0].W
    rows = zip([int(first) for first in list(widths)[::2]], list(widths)[1::2], strict=True)
    found = {first + i: float(width) for first, row in rows for i, width in enumerate(row)}
    wanted = {FACES[REGULAR].gid(char) for char in "Wide, narrow"}
    assert set(found) == wanted
    assert all(found[gid] == FACES[REGULAR].advance(gid) for gid in found)


def test_every_font_says_what_pdf_asks_of_it() -> None:
    fonts = Fonts(document("abc"))
    for name, font in fonts.items():
        descriptor = font.DescendantFonts[0].FontDescriptor
        for key in ("Ascent", "Descent", "CapHeight", "StemV", "ItalicAngle", "Flags", "FontBBox", "FontFile2"):
            assert f"/{key}" in descriptor, key
        assert re.fullmatch(rf"/[A-Z]{{6}}\+{name}", str(font.BaseFont))
        assert font.BaseFont == descriptor.FontName == font.DescendantFonts[0].BaseFont
        assert font.Encoding == "/Identity-H"


def test_only_faces_in_use_are_embedded() -> None:
    assert set(Fonts(document("abc"))) == {REGULAR, BOLD}


@pytest.mark.parametrize(("count", "blocks"), [(1, 1), (100, 1), (101, 2), (250, 3)])
def test_unicode_map_comes_in_blocks_of_a_hundred(count: int, blocks: int) -> None:
    text = unicode_map(FACES[REGULAR], list(range(3, 3 + 2 * count, 2))).decode("ascii").split("endcodespacerange")[1]
    sizes = [int(size) for size in re.findall(r"(\d+) beginbfrange", text)]
    assert len(sizes) == blocks
    assert sum(sizes) == count
    assert max(sizes) <= 100
    assert len(re.findall(r"^<[0-9A-F]{4}> <[0-9A-F]{4}> <(?:[0-9A-F]{4})+>$", text, re.M)) == count
    assert "<0000>" not in text


def test_alphabets_are_ranges_and_every_glyph_keeps_its_character() -> None:
    face = FACES[REGULAR]
    gids = sorted({gid for char in map(chr, range(0x20, 0x3000)) if (gid := face.gid(char))})
    found: dict[int, str] = {}
    rows = re.findall(r"^<(\w{4})> <(\w{4})> <(\w+)>$", unicode_map(face, gids).decode("ascii"), re.M)
    for first, last, text in rows:
        low, high, start = int(first, 16), int(last, 16), bytes.fromhex(text).decode("utf-16-be")
        assert low // 256 == high // 256
        for gid in range(low, high + 1):
            found[gid] = chr(ord(start) + gid - low) if len(start) == 1 else start
    assert found == {gid: face.character(gid) or "\ufffd" for gid in gids}
    letters = unicode_map(face, sorted(gid for gid, char in found.items() if char.isascii() and char.isalpha()))
    assert b"2 beginbfrange" in letters


def test_unicode_map_writes_characters_beyond_the_first_plane_as_pairs() -> None:
    face = FACES[REGULAR]
    high = next(char for char in map(chr, range(0x10000, 0x1FFFF)) if face.gid(char))
    gid = face.gid(high)
    assert gid is not None
    assert high.encode("utf-16-be").hex().upper().encode() in unicode_map(face, [gid])


def test_glyph_map_counts_from_one() -> None:
    assert glyph_map([2, 5]) == bytes([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2])
    assert glyph_map([]) == b"\0\0"


def test_tag_tells_subsets_apart() -> None:
    assert subset_tag("A", [1, 2]) == subset_tag("A", [1, 2])
    assert len({subset_tag("A", [1, 2]), subset_tag("A", [1, 3]), subset_tag("B", [1, 2])}) == 3
