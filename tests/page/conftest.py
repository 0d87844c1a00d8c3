"""Styles with the bundled faces, and the boxes that things on a page take up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator.assets import asset
from generator.content.choices import StyleName
from generator.content.paper import Paper
from generator.content.theme import load_theme
from generator.manuscript.card import Card, CardNote
from generator.manuscript.invitation import Invitation
from generator.manuscript.picture import Panel
from generator.page.format import Format
from generator.page.measures import Style, inks_of
from generator.page.page import Block, Cell, Element, Ink, Item, Picture, Squares, Words
from generator.shapes.drawing import Drawing, Fill
from generator.text.setter import Setter
from generator.text.typeface import Face

WEIGHTS = {"regular": "Regular", "medium": "Medium", "semibold": "SemiBold", "bold": "Bold"}
PALETTE = (("muscle", Ink(0.9, 0.4, 0.3)), ("fibre", Ink(0.5, 0.1, 0.1)))

Box = tuple[float, float, float, float]


@pytest.fixture(scope="session")
def setter() -> Setter:
    faces = {
        weight: [Face(f"SourceSans3-{name}", asset("fonts", f"SourceSans3-{name}.ttf"))]
        for weight, name in WEIGHTS.items()
    }
    return Setter(faces, "en-GB")


@pytest.fixture(scope="session")
def style_of(setter: Setter) -> Callable[[str], Style]:
    def make(name: str) -> Style:
        theme = load_theme(name)
        return Style(theme, inks_of(theme), PALETTE, setter)

    return make


@pytest.fixture(params=["standard", "large-print", "mono"])
def style(request: pytest.FixtureRequest, style_of: Callable[[str], Style]) -> Style:
    return style_of(request.param)


# Every style with each paper that has room for it.
OFFERED = [(style, paper) for style in StyleName for paper in Paper if Format(paper=paper, style=style).has_room]


def items_of(block: Block) -> Iterator[Item]:
    waiting: list[Element | Item] = list(reversed(block.kids))
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Element):
            waiting.extend(reversed(kid.kids))
        else:
            yield kid


def box_of(item: Item) -> Box | None:
    """Left, top, right, bottom of what must not be covered: words (x-height to baseline), pictures, codes, cells."""
    if isinstance(item, Words):
        return item.x, item.y - item.run.size * 0.5, item.x + item.run.width, item.y
    if isinstance(item, Picture | Cell):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Squares):
        return item.x, item.y, item.x + item.size, item.y + item.size
    return None


def overlaps(block: Block) -> list[tuple[Item, Item]]:
    """Pairs of things that cover one another by more than half a point."""
    boxed = [(item, box) for item in items_of(block) if (box := box_of(item))]
    found = []
    for index, (one, a) in enumerate(boxed):
        for other, b in boxed[index + 1 :]:
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            if across > 0.5 and down > 0.5:
                found.append((one, other))
    return found


def text_of(block: Block) -> str:
    return " ".join(item.run.text for item in items_of(block) if isinstance(item, Words))


def drawing(width: float = 150, height: float = 110) -> Drawing:
    return Drawing(width, height, (Fill("0 0 m 10 0 l 10 10 l h", "muscle"),))


def card(**changes: object) -> Card:
    """An ordinary card, and what a test wants different about it."""
    address = "https://example.org/v/str-lying"
    values: dict[str, object] = {
        "number": "6",
        "name": "Lying stretch with a strap",
        "trade_name": "Supine hamstring stretch",
        "doses": (("", "Hold for 30\u00a0seconds. Do it 2\u00a0times on each leg."),),
        "then": None,
        "how": ("Every day.",),
        "steps": ("Lie on your back.", "Loop a strap round one foot.", "Send that foot up toward the ceiling."),
        "notes": (
            CardNote("feel", "You should feel:", "a mild pull behind the raised thigh."),
            CardNote("tip", "Tip:", "Breathe."),
        ),
        "panels": (Panel(drawing(), "Draw the leg toward you and hold", "A person lies on the back, one leg up."),),
        "video": Invitation(
            address,
            "QR code",
            "Watch how",
            "1\u00a0minute video",
        ),
    }
    return Card(**{**values, **changes})  # type: ignore[arg-type]  # the test's own words, checked by layout
