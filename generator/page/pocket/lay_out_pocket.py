"""Pocket cards on pages to cut: exercises first, then safety in one piece each, and more where a page has room left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.content.paper import Paper
from generator.manuscript.pocket import Pocket
from generator.page.measures import Style
from generator.page.page import Block, Element, Line, Page, Placed, Role
from generator.page.paragraph import set_column, set_word
from generator.page.pocket.pocket_card import card_fits, lay_out_pocket_card
from generator.page.pocket.pocket_measures import CutGrid, PocketSizes, cut_grids, pocket_frame, pocket_sizes
from generator.page.pocket.pocket_panel import PanelSpan, lay_out_panel, span_of
from generator.page.signs import TAIL, decoration
from generator.shapes.geometry import MM
from generator.text.setter import Span

_CUT, _CUT_DASH = 0.75, (4.0, 3.0)
_FOLD_DASH = (0.75, 3.0)
_RISE = 0.85  # of the size: from the upper edge to the first baseline
_AIR = 1.4 * MM


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block to cut out, and how many cards of the grid it takes across and down."""

    block: Block
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Leaf:
    """A page that is being filled: which cards of its grid are taken, row by row, and what stands where."""

    grid: CutGrid
    taken: set[tuple[int, int]] = field(default_factory=set)
    pieces: list[tuple[int, int, _Piece]] = field(default_factory=list)

    def put(self, piece: _Piece) -> bool:
        """The first place where the piece fits; False if there is none."""
        grid = self.grid
        for row in range(grid.rows - piece.rows + 1):
            for column in range(grid.columns - piece.columns + 1):
                own = {(row + down, column + across) for down in range(piece.rows) for across in range(piece.columns)}
                if not own & self.taken:
                    self.taken |= own
                    self.pieces.append((row, column, piece))
                    return True
        return False


def lay_out_pocket(style: Style, paper: Paper, gutter: float, pocket: Pocket) -> tuple[Page, ...]:
    """As many cards on a page as their words and pictures allow. `gutter` is millimetres."""
    sizes = pocket_sizes(style.theme)
    style = _with_discs(style, sizes)
    frame = pocket_frame(paper, gutter)
    strip = _strip(style, sizes, pocket, frame.live, first=True)
    grids = cut_grids(style.theme, paper, frame, frame.top + strip.height)
    grid = next((grid for grid in grids if _fits(style, sizes, pocket, grid)), grids[-1])
    leaves = [_Leaf(grid)]
    for piece in _pieces(style, sizes, pocket, grid):
        if not any(leaf.put(piece) for leaf in leaves):
            leaves.append(_Leaf(grid))
            leaves[-1].put(piece)
    for panel in pocket.spare:
        span = span_of(style, sizes, panel, grid)
        if span:
            leaves[-1].put(_Piece(lay_out_panel(style, sizes, panel, grid, span), span.columns, span.rows))
    return tuple(_page(style, sizes, pocket, leaf, first=index == 0) for index, leaf in enumerate(leaves))


def _with_discs(style: Style, sizes: PocketSizes) -> Style:
    changes = {"disc": sizes.disc, "disc_number": sizes.disc_number}
    return replace(style, theme=style.theme.model_copy(update=changes))


def _fits(style: Style, sizes: PocketSizes, pocket: Pocket, grid: CutGrid) -> bool:
    return all(card_fits(style, sizes, card, grid) for card in pocket.cards) and all(
        span_of(style, sizes, panel, grid) for panel in pocket.safety
    )


def _pieces(style: Style, sizes: PocketSizes, pocket: Pocket, grid: CutGrid) -> Iterator[_Piece]:
    """What is always printed; a panel that no page holds takes a whole one, where it is told to be too high."""
    for card in pocket.cards:
        yield _Piece(lay_out_pocket_card(style, sizes, card, grid))
    for panel in pocket.safety:
        span = span_of(style, sizes, panel, grid) or PanelSpan(grid.columns, grid.rows, 99)
        yield _Piece(lay_out_panel(style, sizes, panel, grid, span), span.columns, span.rows)


def _page(style: Style, sizes: PocketSizes, pocket: Pocket, leaf: _Leaf, *, first: bool) -> Page:
    grid = leaf.grid
    frame = grid.frame
    pieces = sorted(leaf.pieces, key=lambda one: one[:2])
    cards = [
        Placed(grid.x + column * grid.width, grid.y + row * grid.height, piece.block) for row, column, piece in pieces
    ]
    strip = Placed(frame.start, frame.top, _strip(style, sizes, pocket, frame.live, first=first))
    cuts = Block(grid.width * grid.columns, grid.height * grid.rows, (decoration(*_lines(style, grid, pieces)),))
    return Page(frame.width, frame.height, (strip, *cards, Placed(grid.x, grid.y, cuts)))


def _strip(style: Style, sizes: PocketSizes, pocket: Pocket, width: float, *, first: bool) -> Block:
    """Over the cards: what they are, how to part them, and which version."""
    size, step, inks = sizes.label, sizes.label * 1.2, style.inks
    title = set_word(style, pocket.title, 0, size * _RISE, size, "bold")
    words = set_column(
        style,
        [Span(f"{pocket.how_to} ", "regular", inks.ink), Span(pocket.version, "regular", inks.grey)],
        *((0.0, size * _RISE + step) if style.theme.tall_rows else (title.run.width + size, size * _RISE)),
        width if style.theme.tall_rows else width - title.run.width - size,
        size,
        step,
    )
    elements = (Element(Role.TITLE if first else Role.PARAGRAPH, (title,)), Element(Role.PARAGRAPH, words.items))
    return Block(width, words.next - step + size * TAIL + _AIR, elements)


def _lines(style: Style, grid: CutGrid, pieces: Sequence[tuple[int, int, _Piece]]) -> list[Line]:
    """Where to cut, once for two neighbours, and where to fold."""
    edges: dict[tuple[float, float, float, float], None] = {}
    folds: list[tuple[float, float, float, float]] = []
    for row, column, piece in pieces:
        left, top = column * grid.width, row * grid.height
        right, bottom = left + piece.columns * grid.width, top + piece.rows * grid.height
        for across in range(piece.columns):
            x = left + across * grid.width
            edges |= dict.fromkeys(((x, top, x + grid.width, top), (x, bottom, x + grid.width, bottom)))
        for down in range(piece.rows):
            y = top + down * grid.height
            edges |= dict.fromkeys(((left, y, left, y + grid.height), (right, y, right, y + grid.height)))
        folds += _folds(grid, left, top, right, bottom)
    ink = style.inks.line
    cuts = [Line(*edge, width=_CUT, ink=ink, dash=_CUT_DASH) for edge in edges]
    return cuts + [Line(*fold, width=_CUT, ink=ink, dash=_FOLD_DASH) for fold in folds]


def _folds(
    grid: CutGrid, left: float, top: float, right: float, bottom: float
) -> Iterator[tuple[float, float, float, float]]:
    """Between the halves of what is wider than a pocket."""
    pocket = grid.width / 2 if grid.folded else grid.width
    if right - left > pocket * 1.5:
        yield left + pocket, top, left + pocket, bottom
