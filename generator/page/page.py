"""Pages as plain data: blocks of items at fixed places, with the role each plays for a reader.

Conventions: points, y runs down from the top edge, items are placed in their block's own coordinates.
The order of `kids` is the order of painting and of reading aloud. What stands outside any element is decoration
(an artifact in the sense of ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.manuscript.box_name import BoxName
from generator.problems import Place
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster
from generator.text.glyph_run import Run


class Role(StrEnum):
    """Standard structure types, ISO 32000-1, 14.8.4; the value is the name that the file bears."""

    SECTION = "Sect"
    TITLE = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    FIGURE = "Figure"
    CAPTION = "Caption"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    DATA = "TD"
    LINK = "Link"
    SPAN = "Span"
    ARTIFACT = "Artifact"


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour to print with, sRGB 0..1; `hatch` adds diagonal lines in that grey or colour (survives a photocopy)."""

    red: float
    green: float
    blue: float
    hatch: tuple[float, float, float] | None = None

    @property
    def is_grey(self) -> bool:
        return self.red == self.green == self.blue


@dataclass(frozen=True, slots=True)
class Words:
    """A run with its baseline starting at x, y."""

    x: float
    y: float
    run: Run
    ink: Ink


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke, butt caps unless `round`."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    ink: Ink
    dash: tuple[float, ...] = ()
    round: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A path (grammar of `Drawing`, in points, block coordinates), filled and / or stroked.

    `hatch` (pitch in points, line width in points) fills with 45 degree lines in the stroke ink instead of solid fill.
    """

    path: str
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 0.75
    hatch: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing or photograph scaled into the box at x, y; `palette` gives ink for the drawing's colour names."""

    x: float
    y: float
    width: float
    height: float
    content: Drawing | Raster
    palette: tuple[tuple[str, Ink], ...] = ()


@dataclass(frozen=True, slots=True)
class Squares:
    """A matrix code (QR or Data Matrix) drawn as one path; rows of booleans, quiet zone not included.

    `quiet` modules around it are to stay free (ISO/IEC 18004, 9.1, for a QR code).
    `shared` says that other sheets have it too, so that it is stored once for all; else it is painted where it stands.
    """

    x: float
    y: float
    size: float
    modules: tuple[tuple[bool, ...], ...]
    ink: Ink
    shared: bool = True
    quiet: int = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A box to tick or to write in, known by name so that a returned sheet can be read; nothing is printed inside."""

    name: BoxName
    x: float
    y: float
    width: float
    height: float
    ink: Ink
    stroke: float = 0.85


Item = Words | Line | Shape | Picture | Squares | Cell


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the logical structure; consecutive items in `kids` are one piece of marked content.

    `alt` describes a figure or link, `actual_text` replaces what is drawn (a tick box), `scope` is Column or Row of a
    header, spans count table columns and rows, `numbered` says a list's labels are numbers, `address` is a link's
    target (its rectangle is the box around the items inside).
    """

    role: Role
    kids: tuple[Element | Item, ...] = ()
    alt: str | None = None
    actual_text: str | None = None
    language: str | None = None
    scope: str | None = None
    column_span: int = 1
    row_span: int = 1
    numbered: bool = False
    address: str | None = None


@dataclass(frozen=True, eq=True)
class Block:
    """A part of a page that is laid out, encoded and compressed once, however often it is placed.

    `bookmark` (text, level from 1) makes an outline entry that leads here; `place` is what to name if it does not fit.
    """

    width: float
    height: float
    kids: tuple[Element | Item, ...]
    bookmark: tuple[str, int] | None = None
    place: Place | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        # A card holds thousands of values and is looked up once per document: hash it once.
        known = self.__dict__.get("_hash")
        if known is None:
            known = hash((self.width, self.height, self.kids, self.bookmark))
            object.__setattr__(self, "_hash", known)
        return known


@dataclass(frozen=True, slots=True)
class Group:
    """A structure element that neighbouring blocks share, also over a page break: equal groups, one element."""

    role: Role
    key: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at x, y of a page; `groups` from the outermost in.

    `slot` names a block that is exchanged for each person (same size, so that nothing else moves).
    """

    x: float
    y: float
    block: Block
    groups: tuple[Group, ...] = ()
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper; `blocks` in reading order."""

    width: float
    height: float
    blocks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole document: title and language (BCP 47) for the file, then its pages.

    The first `sheet` of them are handed out alone, too: where many documents are printed, what follows begins a leaf.
    """

    title: str
    language: str
    pages: tuple[Page, ...]
    sheet: int = 0
