"""Faces in, encoded parts of files out, each made once: what files share is kept here, within bounds.

Nothing that is kept depends on the order of work, so a file made by a press that has made thousands is the same, byte
for byte, as one made by a fresh press.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache

from generator.output.fonts import Font, make_font
from generator.output.form import FormObject, drawing_form, matrix_form, raster_form
from generator.output.objects import packed
from generator.output.placement import Painting, Spot, Structure, content, painting, structure
from generator.output.segment import Segment, compile_block, shape_of
from generator.output.stencil import Stencil
from generator.page.page import Block, Ink, Picture, Squares
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster
from generator.text.typeface import Face

# How many of each are kept; those not asked for longest go first. A handout has some fifty blocks of ten kilobytes.
_BLOCKS = 3072
_PLACES = 6144
# What bears a name is seldom asked for again, and must not push out what everybody has.
_PERSONAL = 512
# A stream holds about so many blocks, and is known by all that they paint.
_BLOCKS_A_PAGE = 8
_FORMS = 512
_FONTS = 64
_LAYOUTS = 112  # of eight plans, one for each weekday to start on, with and without letters with marks

# Of a face, sets of glyphs that a file gets as a whole.
Stocks = tuple[frozenset[int], ...]


class Tray:
    """Blocks encoded, on their places, and in the structure; so many of each are kept."""

    def __init__(self, compile_one: Callable[[Block, str], Segment], blocks: int, places: int) -> None:
        self.segment = lru_cache(blocks)(compile_one)
        self.painting = lru_cache(places)(self._painting)
        self.content = lru_cache(places // _BLOCKS_A_PAGE)(content)
        self.structure = lru_cache(places)(self._structure)
        self.shape = lru_cache(blocks)(self._shape)

    def _painting(self, block: Block, language: str, x: float, top: float, mark: int) -> Painting:
        return painting(self.segment(block, language), x, top, mark)

    def _structure(self, block: Block, language: str, spot: Spot) -> Structure:
        return structure(self.segment(block, language), spot)

    def _shape(self, block: Block, language: str) -> bytes:
        return shape_of(self.segment(block, language))


class Press(Tray):
    """Belongs to one set of faces. `frozen` are stocks of glyphs: so a batch cuts each face only once or twice.

    The first stock of a face is for every file, each other one for a file that needs any of it. `personal` is the tray
    for blocks that are exchanged for each person.
    """

    def __init__(self, faces: Mapping[str, Face], frozen: Mapping[str, Stocks] | None = None) -> None:
        super().__init__(self._compile, _BLOCKS, _PLACES)
        self.personal = Tray(self._compile, _PERSONAL, _PERSONAL)
        self.faces = faces
        self._frozen = dict(frozen or {})
        self._form = lru_cache(_FORMS)(_make_form)
        self.font = lru_cache(4 * _FONTS)(self._font)
        self._cut = lru_cache(_FONTS)(self._make_cut)
        self.packed = lru_cache(_LAYOUTS)(packed)
        self._stencils: OrderedDict[Hashable, Stencil] = OrderedDict()

    def stencil(self, key: Hashable) -> Stencil | None:
        """What was kept under this key, if it is still there."""
        found = self._stencils.get(key)
        if found is not None:
            self._stencils.move_to_end(key)
        return found

    def keep(self, key: Hashable, stencil: Stencil) -> None:
        self._stencils[key] = stencil
        while len(self._stencils) > _LAYOUTS:
            self._stencils.popitem(last=False)

    def frozen(self, face: str, used: Iterable[frozenset[int]]) -> frozenset[int]:
        """Glyphs of a face that every file gets which uses it so."""
        stocks = self._frozen.get(face, (frozenset(),))
        return stocks[0].union(*(stocks[number] for number in self.stocks(face, used)))

    def stocks(self, face: str, used: Iterable[frozenset[int]]) -> tuple[int, ...]:
        """Which stocks of a face a file needs beyond the first."""
        more = enumerate(self._frozen.get(face, ())[1:], 1)
        return tuple(number for number, stock in more if not all(map(stock.isdisjoint, used)))

    def _font(self, face: str, used: frozenset[frozenset[int]]) -> Font:
        """The font for a file whose segments use these sets of glyphs of a face."""
        return self._cut(face, self.frozen(face, used).union(*used))

    def _make_cut(self, face: str, gids: frozenset[int]) -> Font:
        return make_font(self.faces[face], gids)

    def _form_of(self, item: Picture | Squares) -> FormObject:
        if isinstance(item, Squares):
            return self._form(item.modules, ())
        return self._form(item.content, item.palette)

    def _compile(self, block: Block, language: str) -> Segment:
        return compile_block(block, language, self.faces, self._form_of)

    def tray(self, slot: str) -> Tray:
        """Where to ask for a block that stands in this slot."""
        return self.personal if slot else self


def _make_form(
    picture: Drawing | Raster | tuple[tuple[bool, ...], ...], palette: tuple[tuple[str, Ink], ...]
) -> FormObject:
    match picture:
        case Drawing():
            return drawing_form(picture, palette)
        case Raster():
            return raster_form(picture)
        case _:
            return matrix_form(picture)
