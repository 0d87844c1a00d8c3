"""A page as readable text: what stands where, in the order in which it is read, one line for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.page.page import Cell, Element, Item, Line, Page, Pages, Picture, Shape, Squares, Words
from generator.text.glyph_run import Run

_INDENT = "  "


def dump(pages: Pages) -> str:
    """All pages. Places are in points from the top left corner of the page, words by the start of their baseline."""
    lines = [f"{pages.title} ({pages.language})"]
    for number, page in enumerate(pages.pages, 1):
        lines += ["", f"page {number}: {page.width:.1f} x {page.height:.1f}", *_page(page)]
    return "\n".join(lines) + "\n"


def _page(page: Page) -> Iterator[str]:
    for placed in page.blocks:
        where = f"{placed.x:.1f} {placed.y:.1f}"
        groups = "".join(f" in {group.role.value} {group.key}" for group in placed.groups)
        slot = f" slot {placed.slot}" if placed.slot else ""
        yield f"block {where} {placed.block.width:.1f} x {placed.block.height:.1f}{groups}{slot}"
        yield from _kids(placed.block.kids, placed.x, placed.y, _INDENT)


def _kids(kids: tuple[Element | Item, ...], x: float, y: float, indent: str) -> Iterator[str]:
    for kid in kids:
        if isinstance(kid, Element):
            yield indent + _element(kid)
            yield from _kids(kid.kids, x, y, indent + _INDENT)
        else:
            yield indent + _item(kid, x, y)


def _element(element: Element) -> str:
    said = [element.role.value]
    for name in ("scope", "address", "alt", "actual_text", "language"):
        value = getattr(element, name)
        if value:
            said.append(f"{name}={value!r}")
    spans = (("columns", element.column_span), ("rows", element.row_span))
    said += [f"{name}={count}" for name, count in spans if count > 1]
    return " ".join(said)


def _item(item: Item, x: float, y: float) -> str:
    match item:
        case Words(run=run):
            return f"{x + item.x:.1f} {y + item.y:.1f} {_face(run)} {run.size:g}: {run.text}"
        case Line():
            ends = f"{x + item.x0:.1f} {y + item.y0:.1f} to {x + item.x1:.1f} {y + item.y1:.1f}"
            return f"line {ends} width {item.width:g}"
        case Shape():
            return f"shape of {len(item.path.split())} words"
        case Picture():
            return f"picture {x + item.x:.1f} {y + item.y:.1f} {item.width:.1f} x {item.height:.1f}"
        case Squares():
            return f"code {x + item.x:.1f} {y + item.y:.1f} {item.size:.1f}, {len(item.modules)} modules"
        case Cell():
            return f"cell {item.name} {x + item.x:.1f} {y + item.y:.1f} {item.width:.1f} x {item.height:.1f}"


def _face(run: Run) -> str:
    return run.glyphs[0].face if run.glyphs else "no glyph"
