"""A made-up document with every kind of item and every role, set by a few lines that know only advances."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from PIL import Image

from generator.manuscript.box_name import number_box
from generator.output.box import items_in
from generator.output.press import Stocks
from generator.page.page import (
    Block,
    Cell,
    Element,
    Group,
    Ink,
    Item,
    Line,
    Page,
    Pages,
    Picture,
    Placed,
    Role,
    Shape,
    Squares,
    Words,
)
from generator.problems import Place
from generator.shapes.drawing import Drawing, Fill, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.pixels import Raster
from generator.text.glyph_run import Glyph, Run
from generator.text.typeface import Face

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FACES = {
    name: Face(name, FONTS / f"{name}.ttf")
    for name in ("SourceSans3-Regular", "SourceSans3-Medium", "SourceSans3-SemiBold", "SourceSans3-Bold")
}
REGULAR, BOLD = "SourceSans3-Regular", "SourceSans3-Bold"
BLACK, GREY, BLUE = Ink(0, 0, 0), Ink(0.2, 0.2, 0.2), Ink(0.04, 0.31, 0.42)
CREATED = date(2026, 11, 2)
A4 = (595.28, 841.89)
PLACE = Place("handouts/routines/specimen.yaml", 12, 3)
ADDRESS = "https://videos.example.org/lying-strap?t=65"


@cache
def run(text: str, size: float = 12, face: str = REGULAR, language: str = "en-GB", direction: str = "ltr") -> Run:
    glyphs = []
    for index, char in enumerate(text):
        gid = FACES[face].gid(char)
        assert gid is not None, char
        glyphs.append(Glyph(face, gid, FACES[face].advance(gid), index))
    width = sum(glyph.advance for glyph in glyphs) * size / 1000
    return Run(text, language, direction, size, width, tuple(glyphs), place=PLACE)


def words(x: float, y: float, text: str, size: float = 12, face: str = REGULAR, language: str = "en-GB") -> Words:
    return Words(x, y, run(text, size, face, language), BLACK)


SPHERE = Gradient((50, 0, 0, 50, 45, 345), ((0, "#ffffff"), (0.5, "#808080"), (1, "#202020")), (0.2, 0.1, 0.1))


def drawing(shade: str = "strap") -> Drawing:
    body = "0 0 m 600 0 l 600 400 l 0 400 l h"
    return Drawing(
        60,
        40,
        (
            Fill(body, "skin"),
            Fill("100 100 m 300 50 400 350 500 300 c h", "muscle"),
            Fill("0 0 m 90 0 l 90 90 l h", "#804000", Gradient((90, 0, 0, 90, 0, 0), ((0, "#ff0000"), (1, "#008000")))),
            Fill("0 300 m 90 300 l 90 390 l h", "#808080", SPHERE),
            Stroke("0 400 m 300 100 l 600 400 l", shade, 12, (30, 20)),
            Stroke("0 0 m 600 400 l", "#1A1A1A", 8),
        ),
        unit=0.1,
    )


PALETTE = (
    ("skin", Ink(0.95, 0.95, 0.95)),
    ("muscle", Ink(0.8, 0.5, 0.5, hatch=(0.1, 0.1, 0.1))),
    ("strap", BLUE),
)


@cache
def photograph() -> Raster:
    out = io.BytesIO()
    Image.new("RGB", (24, 16), (30, 120, 160)).save(out, "JPEG")
    return Raster(24, 16, 3, out.getvalue(), is_jpeg=True)


SAMPLES = Raster(4, 2, 1, bytes(range(0, 256, 32)))
MODULES = tuple(tuple((row * column + row + column) % 3 == 0 for column in range(21)) for row in range(21))


def title_block(name: str = "Anna Jones") -> Block:
    kids = (
        Element(Role.TITLE, (words(0, 20, "Hamstring health ½ × 90° → ✓", 22, BOLD),)),
        Element(Role.PARAGRAPH, (words(0, 40, "For: "), words(30, 40, name, 12, BOLD))),
        Line(0, 50, 500, 50, 0.75, GREY),
    )
    return Block(500, 60, kids, bookmark=("Hamstring health", 1), place=PLACE)


def steps(first: int, *texts: str) -> Element:
    items = []
    for index, text in enumerate(texts):
        y = 50 + 16 * index
        label = Element(Role.LABEL, (words(120, y, f"{first + index}."),))
        body = Element(Role.LIST_BODY, (words(136, y, text),))
        items.append(Element(Role.LIST_ITEM, (label, body)))
    return Element(Role.LIST, tuple(items), numbered=True)


def card(number: int) -> Block:
    """An exercise: heading, figure, numbered steps, bullets, a link and its code."""
    link = Element(
        Role.LINK, (words(0, 130, "videos.example.org/lying-strap"),), alt="Watch the video", address=ADDRESS
    )
    code = Element(Role.FIGURE, (Squares(440, 20, 42, MODULES, BLACK),), alt=f"QR code that leads to {ADDRESS}")
    circle = Shape("0 8 m 8 0 l 16 8 l 8 16 l h", fill=Ink(1, 1, 1), stroke=BLACK, hatch=(2.2, 0.75))
    bullets = Element(
        Role.LIST,
        (
            Element(
                Role.LIST_ITEM,
                (
                    Element(Role.LABEL, (circle,), actual_text="•"),
                    Element(Role.LIST_BODY, (words(20, 112, "Stop if pain shoots below your knee."),)),
                ),
            ),
        ),
    )
    kids = (
        Shape("0 0 m 500 0 l 500 140 l 0 140 l h", fill=Ink(0.96, 0.96, 0.96), stroke=GREY),
        Element(Role.HEADING_2, (words(120, 24, f"{number} Lying stretch with a strap", 16, BOLD),)),
        Element(
            Role.FIGURE,
            (Picture(4, 20, 105, 70, drawing(), PALETTE),),
            alt="A person lies on the back, one leg raised with a strap round the foot.",
        ),
        steps(1, "Lie on your back.", "Loop the strap round one foot."),
        Element(Role.HEADING_3, (words(120, 92, "Stop signs", 13, BOLD),)),
        bullets,
        Element(Role.PARAGRAPH, (words(0, 128, "Film: "), link, Element(Role.SPAN, (words(200, 128, "(1 min)"),)))),
        code,
    )
    return Block(500, 140, kids, bookmark=(f"{number} Lying stretch", 2), place=PLACE)


def pictures_block() -> Block:
    caption = Element(Role.CAPTION, (words(0, 72, "Photographs of the clinic", 11),))
    photo = Element(Role.FIGURE, (Picture(0, 0, 90, 60, photograph()), caption), alt="The clinic's front door")
    grey = Element(Role.FIGURE, (Picture(100, 0, 90, 60, SAMPLES),), alt="Eight shades of grey")
    foreign = Element(Role.PARAGRAPH, (words(200, 20, "Ελληνικά μ Ω", language="el"),), language="el")
    mixed = Element(Role.PARAGRAPH, (words(200, 40, "The word "), words(260, 40, "Übung", language="de")))
    odd = Element(Role.PARAGRAPH, (words(200, 60, "5 µm, 2 Ω, soft\u00adhyphen, no\u00a0break, un\u2011broken"),))
    ornament = Element(Role.ARTIFACT, (Shape("0 80 m 500 80 l", stroke=GREY), words(400, 76, "page 1", 9)))
    return Block(500, 80, (photo, grey, foreign, mixed, odd, ornament), place=PLACE)


def chart_head() -> Block:
    texts = ("Exercise", *(f"Day {day}" for day in range(1, 8)))
    headers = tuple(
        Element(Role.HEADER, (words(4 + 62 * index, 14, text, 10, BOLD),), scope="Column")
        for index, text in enumerate(texts)
    )
    lines = tuple(Line(0, y, 500, y, 0.75, GREY) for y in (0, 20))
    return Block(500, 20, (*lines, Element(Role.ROW, headers)), place=PLACE)


def chart_row(week: int, name: str) -> Block:
    cells = []
    for day in range(1, 8):
        x = 4 + 62 * day
        box = Cell(number_box(name, week, day), x, 3, 15, 15, BLACK)
        tick = Element(Role.SPAN, (box,), actual_text="☐", alt=f"Tick box for day {day}")
        cells.append(Element(Role.DATA, (tick,)))
    head = Element(Role.HEADER, (words(4, 14, name, 10),), scope="Row")
    rule = Line(0, 22, 500, 22, 0.75, GREY, (2, 2), round=True)
    return Block(500, 22, (rule, Element(Role.ROW, (head, *cells))), place=PLACE)


def spanning_row() -> Block:
    data = Element(Role.DATA, (words(4, 14, "Week 1: start gently", 10, BOLD),), column_span=8)
    return Block(500, 20, (Element(Role.ROW, (data,)),), place=PLACE)


def footer(number: int) -> Block:
    kids = (Line(0, 0, 500, 0, 0.5, GREY), words(0, 14, f"Brookside Physiotherapy · page {number}", 9))
    return Block(500, 20, kids, place=PLACE)


def specimen(name: str = "Anna Jones", title: str = "Hamstring health – handout & chart") -> Pages:
    """Two pages of cards and one table that runs over a page break."""
    section, table = Group(Role.SECTION, "exercises"), Group(Role.TABLE, "chart")
    first = Page(
        *A4,
        (
            Placed(48, 48, title_block(name)),
            Placed(48, 120, card(1), (section,)),
            Placed(48, 280, card(2), (section,)),
            Placed(48, 440, pictures_block()),
            Placed(48, 560, chart_head(), (table,)),
            Placed(48, 580, spanning_row(), (table,)),
            *(Placed(48, 600 + 22 * i, chart_row(1, f"Stretch {i}"), (table,)) for i in range(5)),
            Placed(48, 790, footer(1)),
        ),
    )
    second = Page(
        *A4,
        (
            *(Placed(48, 48 + 22 * i, chart_row(2, f"Stretch {i}"), (table,)) for i in range(8)),
            Placed(48, 300, card(3), (section,)),
            Placed(48, 790, footer(2)),
        ),
    )
    return Pages(title, "en-GB", (first, second))


def one_block(*kids: Element | Item, language: str = "en-GB") -> Pages:
    block = Block(500, 200, kids, place=PLACE)
    return Pages("One block", language, (Page(*A4, (Placed(48, 48, block),)),))


def glyphs_for(documents: Iterable[Pages], text: str, faces: Mapping[str, Face]) -> dict[str, Stocks]:
    """What to freeze: the glyphs of documents and, in the same faces, those for more text."""
    found: dict[str, set[int]] = {}
    for pages in documents:
        for page in pages.pages:
            for placed in page.blocks:
                for item in items_in(placed.block.kids):
                    if isinstance(item, Words):
                        for glyph in item.run.glyphs:
                            found.setdefault(glyph.face, set()).add(glyph.gid)
    for face, gids in found.items():
        gids.update(gid for char in text if (gid := faces[face].gid(char)))
    return {face: (frozenset(gids),) for face, gids in found.items()}
