import hashlib
import io
import pickle
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.text.typeface import Face

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
STYLES = ("Regular", "Medium", "SemiBold", "Bold")


def face(style: str = "Regular") -> Face:
    return Face(f"SourceSans3-{style}", FONTS / f"SourceSans3-{style}.ttf")


def test_nothing_is_opened_before_it_is_asked() -> None:
    absent = Face("Absent", FONTS / "absent.ttf")
    assert absent.name == "Absent"
    with pytest.raises(Exception, match=r"absent\.ttf"):
        absent.gid("a")


@pytest.mark.parametrize("style", STYLES)
def test_measures_agree_with_a_second_reader(style: str) -> None:
    ours, theirs = face(style), TTFont(FONTS / f"SourceSans3-{style}.ttf")
    cmap, advances, order = theirs.getBestCmap(), theirs["hmtx"], theirs.getGlyphOrder()
    assert len(cmap) > 1500
    for code, name in cmap.items():
        gid = ours.gid(chr(code))
        assert gid is not None and order[gid] == name
        assert ours.advance(gid) == pytest.approx(advances[name][0] * 1000 / theirs["head"].unitsPerEm)
    assert (ours.ascent, ours.descent) == (theirs["OS/2"].sTypoAscender, theirs["OS/2"].sTypoDescender)
    assert ours.cap_height == theirs["OS/2"].sCapHeight
    assert theirs["name"].getDebugName(6) == ours.name


@pytest.mark.parametrize("style", STYLES)
def test_covers_what_the_handouts_promise(style: str) -> None:
    wanted = "✓☐→°×½–—…“”‘’•≥≤" + "ÀßŁőŞțΑωάЖыѓẾựđ" + "".join(map(chr, range(32, 127)))
    assert [c for c in wanted if face(style).gid(c) is None] == []


def test_a_character_that_the_face_lacks() -> None:
    assert face().gid("膝") is None
    assert face().gid("\n") is None


def test_a_glyph_with_several_characters_names_the_plain_one() -> None:
    ours = face()
    space, mu = ours.gid("\u00a0"), ours.gid("\u00b5")
    assert space is not None and ours.character(space) == " "
    assert mu is not None and ours.character(mu) == "\u03bc"
    assert ours.character(0) is None


def test_subset_numbers_glyphs_by_ascending_id() -> None:
    ours = face()
    text = "zebra ½ é"
    gids = sorted({gid for c in text if (gid := ours.gid(c)) is not None})
    cut = TTFont(io.BytesIO(ours.subset(reversed(gids))))
    assert cut["maxp"].numGlyphs >= len(gids) + 1
    for new, old in enumerate([0, *gids]):
        assert cut["hmtx"][cut.getGlyphName(new)][0] == ours.advance(old)
    assert ours.subset(gids) == ours.subset(gids)
    assert ours.gid("q") is not None, "cutting leaves the face as it was"


def test_a_face_travels_without_its_file() -> None:
    ours = face()
    ours.gid("a")
    sent = pickle.dumps(ours)
    assert len(sent) < 500
    assert pickle.loads(sent).gid("a") == ours.gid("a")


def test_bundled_files_are_the_unmodified_ones() -> None:
    listed = dict(re.findall(r"\| (\S+\.ttf) \| ([0-9a-f]{64}) \|", (FONTS / "README.md").read_text()))
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in FONTS.glob("*.ttf")}
    assert len(found) == 4
    assert found == listed
