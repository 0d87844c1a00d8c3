import io
import re
from dataclasses import replace

import pikepdf
import pytest

from generator.output.lettering import Lettering, clusters, reads_apart
from generator.output.pdf import pdf_bytes
from generator.page.page import Element, Role
from generator.problems import ContentError
from generator.text.glyph_run import Glyph, Run
from tests.output import readback, specimen
from tests.output.specimen import BOLD, FACES, REGULAR, run, words


def lettered(text_run: Run, *, spelt_elsewhere: bool = False) -> str:
    out: list[str] = []
    Lettering(FACES, out).letter(text_run, spelt_elsewhere=spelt_elsewhere)
    return "\n".join(out)


def hexes(text: str, face: str = REGULAR) -> str:
    return "".join(f"{FACES[face].gid(char):04X}" for char in text)


def test_plain_text_is_one_string() -> None:
    assert lettered(run("Lie down.")) == f"/{REGULAR} 12 Tf\n<{hexes('Lie down.')}> Tj"


def test_a_change_of_face_keeps_the_line_going() -> None:
    mixed = Run(
        "ab", "en", "ltr", 12, 20, (*run("a").glyphs, *(g._replace(cluster=1) for g in run("b", face=BOLD).glyphs))
    )
    assert lettered(mixed) == f"/{REGULAR} 12 Tf\n<{hexes('a')}> Tj\n/{BOLD} 12 Tf\n<{hexes('b', BOLD)}> Tj"


def test_other_advances_than_the_faces_move_the_next_glyph() -> None:
    glyphs = list(run("abc").glyphs)
    glyphs[0] = glyphs[0]._replace(advance=glyphs[0].advance + 50)
    glyphs[2] = glyphs[2]._replace(advance=glyphs[2].advance - 20)
    spaced = replace(run("abc"), glyphs=tuple(glyphs))
    assert lettered(spaced).endswith(f"[<{hexes('a')}>-50<{hexes('bc')}>20] TJ")


@pytest.mark.parametrize("text", ["5 µm", "5 μm", "2 Ω", "no\u00a0break", "un\u2011broken", "plain"])
def test_equivalent_characters_need_no_spelling_out(text: str) -> None:
    assert "ActualText" not in lettered(run(text))


def test_a_glyph_that_would_read_wrong_is_spelt_out() -> None:
    out = lettered(run("soft\u00adhyphen"))
    assert f"/Span<</ActualText<FEFF00AD>>>BDC\n<{hexes('-')}> Tj\nEMC" in out
    assert "ActualText" not in lettered(run("soft\u00adhyphen"), spelt_elsewhere=True)


def test_a_ligature_is_spelt_out() -> None:
    ligature = next(gid for gid in range(1, 2400) if FACES[REGULAR].character(gid) is None)
    glyphs = (
        *run("o").glyphs,
        Glyph(REGULAR, ligature, FACES[REGULAR].advance(ligature), 1),
        run("n").glyphs[0]._replace(cluster=3),
    )
    out = lettered(Run("offn", "en", "ltr", 12, 20, glyphs))
    assert f"/Span<</ActualText(ff)>>BDC\n<{ligature:04X}>" in out
    assert out.endswith(f"EMC\n<{hexes('n')}> Tj")


def test_clusters_cover_the_text_once() -> None:
    glyphs = (Glyph(REGULAR, 5, 1, 0), Glyph(REGULAR, 6, 1, 0), Glyph(REGULAR, 7, 1, 2))
    text_run = Run("abcd", "en", "ltr", 12, 1, glyphs)
    assert [(text, len(group)) for text, group in clusters(text_run)] == [("ab", 2), ("cd", 1)]


def test_text_from_right_to_left_is_read_as_it_was_written() -> None:
    painted = replace(run("cba", language="he"), text="abc", direction="rtl")
    painted = replace(painted, glyphs=tuple(g._replace(cluster=2 - g.cluster) for g in painted.glyphs))
    assert lettered(painted).count("/ActualText(abc)") == 1


@pytest.mark.parametrize(
    "wrong", [{"missing": (1,)}, {"missing": (0, 1), "glyphs": ()}, {"glyphs": (Glyph(REGULAR, 0, 500, 0),)}]
)
def test_a_missing_glyph_never_reaches_paper(wrong: dict[str, tuple[object, ...]]) -> None:
    lost = replace(run("ab"), **wrong)  # type: ignore[arg-type] # fields of several types
    block = Element(Role.PARAGRAPH, (replace(words(0, 20, "ab"), run=lost),))
    with pytest.raises(ContentError, match="no face has a glyph") as caught:
        pdf_bytes(specimen.one_block(block), FACES, created=specimen.CREATED)
    assert [problem.place for problem in caught.value.problems] == [specimen.PLACE]


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [
        ((0, 20, "your"), (0, 36, "back"), True),
        ((0, 20, "your "), (0, 36, "back"), False),
        ((0, 20, "your"), (0, 36, " back"), False),
        ((0, 20, "Done."), (0, 36, "Next"), True),
        ((0, 20, "self-"), (0, 36, "check"), False),
        ((0, 20, "lying –"), (0, 36, "sitting"), True),
        ((0, 20, "Watch"), (100, 20, "now"), True),
        ((0, 20, "ab"), (run("ab").width, 20, "c"), False),
        ((0, 20, "10"), (run("10").width, 17, "2"), False),
    ],
)
def test_lines_and_words_that_stand_apart_read_apart(
    before: tuple[float, float, str], after: tuple[float, float, str], apart: bool
) -> None:
    assert reads_apart(words(*before), words(*after), in_address=False) == apart


def test_a_broken_address_stays_in_one_piece() -> None:
    assert not reads_apart(words(0, 20, "videos.example."), words(0, 36, "org/lying"), in_address=True)
    assert reads_apart(words(0, 20, "Watch the"), words(0, 36, "video"), in_address=True)


def test_a_screen_reader_hears_the_end_of_a_line() -> None:
    inner = Element(Role.SPAN, (words(0, 68, "it"), words(0, 84, "goes", face=BOLD)))
    lines = (words(0, 20, "Lie on"), words(0, 36, "your back –"), words(0, 52, "and up-"), inner, words(0, 100, "on"))
    other = Element(Role.PARAGRAPH, (words(0, 120, "New."),))
    data = pdf_bytes(specimen.one_block(Element(Role.PARAGRAPH, lines), other), FACES, created=specimen.CREATED)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (content,) = pdf.pages[0].Contents
        strings = re.findall(rb"(?<=<)[0-9A-F]+(?=>)", content.read_bytes().replace(b"/P<<", b""))
    chars = {f"{FACES[face].gid(char):04X}": char for face in (REGULAR, BOLD) for char in " -.–LNabcdeghiknoprstuwy"}
    read = "".join(chars[string[i : i + 4].decode()] for string in strings for i in range(0, len(string), 4))
    assert read == "Lie on your back – and up-it goes onNew."
    paragraph, after = readback.structure(data)[0][0].kids
    text = paragraph.text.replace("\x02", "-")  # PDFium's sign for a hyphen at the end of a line
    assert (text, paragraph.kids[0].text, after.text) == ("Lie on your back – and up-on", "it goes ", "New.")


def test_every_character_comes_back() -> None:
    text = "ÀÉÎõü ŁŐȘß Ελλάδα Ωμέγα Кириллица Việt Nam ½ × 90° → ✓ ☐ “quoted” 12–15"
    block = Element(Role.PARAGRAPH, (words(0, 20, text), words(0, 40, "soft\u00adhyphen")))
    data = pdf_bytes(specimen.one_block(block), FACES, created=specimen.CREATED)
    assert readback.structure(data)[0][0].kids[0].text.replace("\r\n", "") == text + " soft\u00adhyphen"


def test_a_foreign_word_says_its_language() -> None:
    block = Element(Role.PARAGRAPH, (words(0, 20, "The word "), words(60, 20, "Übung", language="de")))
    data = pdf_bytes(specimen.one_block(block), FACES, created=specimen.CREATED)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = b"".join(part.read_bytes() for part in pdf.pages[0].Contents)
    assert len(re.findall(rb"/Span<</Lang\(de\)>>BDC[^E]+EMC", content)) == 1
