"""A face and the glyphs of it that a file uses in, the objects of one composite font out (ISO 32000-1, 9.7).

Content names a glyph by its id in the face's own file; the font's map leads from there to the glyph's number in the
subset. So content does not depend on what else a file says, and can be shared by files with different subsets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.output.objects import ObjectFile
from generator.output.syntax import deflated, number
from generator.text.typeface import Face

_SYMBOLIC = 4  # FontDescriptor flag: not limited to the Latin character set
_LINES_AT_MOST = 100  # in one block of a CMap (Adobe Technical Note 5014)
_SURROGATES = 0xD800  # the first character that is not one unit of its own value in UTF-16; those beyond are rare
# A glyph that no single character leads to is spelt out in the content; what it maps to is never read.
_NO_CHARACTER = "\ufffd"

_CMAP_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@dataclass(frozen=True, slots=True)
class Font:
    """The parts of a font, ready to be written into any file; dictionaries lack only object numbers."""

    name: str  # as content calls it
    base: bytes  # with the tag of the subset
    file: bytes
    glyph_map: bytes
    unicode_map: bytes
    descriptor: bytes
    widths: bytes

    def write(self, file: ObjectFile) -> int:
        """The number of the font in the file."""
        font_file, glyph_map = file.add(self.file), file.add(self.glyph_map)
        unicode_map, descriptor = file.add(self.unicode_map), file.reserve(3)
        descendant, font = descriptor + 1, descriptor + 2
        file.pack(descriptor, b"<<%b/FontFile2 %d 0 R>>" % (self.descriptor, font_file))
        file.pack(
            descendant,
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[%b]/CIDToGIDMap %d 0 R>>"
            % (self.base, descriptor, self.widths, glyph_map),
        )
        file.pack(
            font,
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (self.base, descendant, unicode_map),
        )
        return font


def make_font(face: Face, gids: frozenset[int]) -> Font:
    wanted = sorted(gids - {0})
    base = (subset_tag(face.name, wanted) + "+" + face.name).encode("ascii")
    data = face.subset(wanted)
    return Font(
        name=face.name,
        base=base,
        file=deflated(data, b"/Length1 %d" % len(data)),
        glyph_map=deflated(glyph_map(wanted)),
        unicode_map=deflated(unicode_map(face, wanted)),
        descriptor=_descriptor(face, base),
        widths=_widths(face, wanted),
    )


def subset_tag(face_name: str, gids: list[int]) -> str:
    """Six capitals that differ for different subsets (9.6.4), made from what is in it."""
    digest = hashlib.blake2b(f"{face_name} {gids}".encode(), digest_size=6).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest)


def glyph_map(gids: list[int]) -> bytes:
    """CIDToGIDMap: two bytes for each glyph id of the face, its number in the subset (see `Face.subset`)."""
    table = bytearray(2 * (gids[-1] + 1 if gids else 1))
    for new, old in enumerate(gids, 1):
        table[2 * old : 2 * old + 2] = new.to_bytes(2, "big")
    return bytes(table)


def unicode_map(face: Face, gids: list[int]) -> bytes:
    """ToUnicode: the characters of the glyphs, alphabets as ranges."""
    lines = [
        f"<{gids[start]:04X}> <{gids[end - 1]:04X}> <{_character(face, gids[start]).encode('utf-16-be').hex().upper()}>"
        for start, end in _alphabets(face, gids)
    ]
    blocks = [lines[start : start + _LINES_AT_MOST] for start in range(0, len(lines), _LINES_AT_MOST)]
    body = "".join(f"{len(block)} beginbfrange\n{chr(10).join(block)}\nendbfrange\n" for block in blocks)
    return _CMAP_HEAD + body.encode("ascii") + _CMAP_TAIL


def _character(face: Face, gid: int) -> str:
    return face.character(gid) or _NO_CHARACTER


def _alphabets(face: Face, gids: list[int]) -> Iterator[tuple[int, int]]:
    """From and to which of the glyphs both they and their characters follow each other.

    Only the last byte of either may change in a range (Adobe Technical Note 5014).
    """
    codes = [(gid, _character(face, gid)) for gid in gids]
    starts = [0]
    for place, ((gid, char), (after, following)) in enumerate(pairwise(codes), 1):
        plain = len(char) == len(following) == 1 and ord(following) < _SURROGATES
        if not (
            plain and after == gid + 1 and ord(following) == ord(char) + 1 and after % 256 and ord(following) % 256
        ):
            starts.append(place)
    if codes:
        yield from pairwise([*starts, len(codes)])


def _widths(face: Face, gids: list[int]) -> bytes:
    """Glyphs that follow each other share an array."""
    words: list[str] = []
    for before, gid in pairwise([-1, *gids]):
        words.append(" " if gid == before + 1 and words else f"]{gid}[")
        words.append(number(face.advance(gid)))
    return "".join([*words, "]"])[1:].encode("ascii") if words else b""


def _descriptor(face: Face, base: bytes) -> bytes:

    box = " ".join(number(side) for side in face.box)
    measures = (
        f"/Flags {_SYMBOLIC}/FontBBox[{box}]/ItalicAngle {number(face.italic_angle)}/Ascent {number(face.ascent)}"
        f"/Descent {number(face.descent)}/CapHeight {number(face.cap_height)}/StemV {number(face.stem_width)}"
    )
    return b"/Type/FontDescriptor/FontName/%b%b" % (base, measures.encode("ascii"))
