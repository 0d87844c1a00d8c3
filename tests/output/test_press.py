from generator.output.pdf import pdf_bytes
from generator.output.press import Press
from generator.page.page import Element, Role
from tests.output import specimen
from tests.output.specimen import BOLD, CREATED, FACES, REGULAR


def glyphs_of(text: str) -> frozenset[int]:
    return frozenset(gid for char in text if (gid := FACES[REGULAR].gid(char)))


def test_a_press_keeps_a_bounded_number_of_things() -> None:
    press = Press(FACES)
    for number in range(3200):
        press.segment(specimen.footer(number), "en-GB")
    assert press.segment.cache_info().currsize == press.segment.cache_info().maxsize == 3072


def test_what_bears_a_name_pushes_nothing_else_out() -> None:
    press = Press(FACES)
    press.tray("").segment(specimen.footer(0), "en-GB")
    for number in range(3200):
        press.tray("strip").segment(specimen.footer(number), "en-GB")
    assert press.segment.cache_info().currsize == 1
    assert press.personal.segment.cache_info().currsize == 512


def test_a_warm_press_makes_nothing_twice() -> None:
    press = Press(FACES)
    pages = specimen.specimen()
    pdf_bytes(pages, FACES, press, created=CREATED)
    stages = (press.segment, press.painting, press.structure, press.content)
    made = [stage.cache_info().misses for stage in stages]
    pdf_bytes(pages, FACES, press, created=CREATED)
    assert made == [stage.cache_info().misses for stage in stages]
    assert min(made[:3]) > 10
    assert made[3] == len(pages.pages)  # a stream for each page, however many blocks it has


def test_frozen_glyphs_of_a_face_that_is_not_used_embed_nothing() -> None:
    frozen = {BOLD: (frozenset(range(1, 500)),)}
    pages = specimen.one_block(Element(Role.PARAGRAPH, (specimen.words(0, 9, "abc"),)))
    assert pdf_bytes(pages, FACES, Press(FACES, frozen), created=CREATED) == pdf_bytes(pages, FACES, created=CREATED)


def test_a_file_gets_a_whole_stock_of_glyphs_or_none_of_it() -> None:
    letters, marked = glyphs_of("abc"), glyphs_of("éèß")
    press = Press(FACES, {REGULAR: (letters, marked)})
    assert press.frozen(REGULAR, [glyphs_of("xy")]) == letters
    assert press.frozen(REGULAR, [glyphs_of("xy"), glyphs_of("né")]) == letters | marked
    assert press.frozen(BOLD, [glyphs_of("é")]) == frozenset()
