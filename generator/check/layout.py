"""Finished pages that are hard to read: type too small, ink too pale on its ground, warning signs missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.check.sheets import Sheets
from generator.content.contrast import LEAST, contrast
from generator.language.wording import load_wording
from generator.page.finished.faults import words_of
from generator.page.page import Block, Element, Ink, Item, Page, Placed, Role, Shape, Words
from generator.plan.tags import BACK_PAIN
from generator.problems import Place, place_of

LARGE = "large-print"
_NEAR = 0.05  # points: what rounding may take off
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FEWEST_WORDS = 4  # of a sentence: a label has fewer


@dataclass(frozen=True, slots=True)
class LeastSizes:
    """The smallest type allowed, in points: running text, labels and captions, footers."""

    text: float
    label: float
    footer: float


HANDOUT = LeastSizes(12, 11, 9)
CHART = LeastSizes(9.5, 9.5, 9)
LARGE_PRINT = LeastSizes(16, 16, 16)


def small_type(sheets: Sheets) -> Iterator[Slip]:
    for pages, sizes in ((sheets.handout, HANDOUT), (sheets.chart, CHART)):
        sizes = LARGE_PRINT if sheets.form.style == LARGE else sizes
        for page in pages:
            foot = max((placed.y + placed.block.height for placed in page.blocks), default=0)
            for placed in page.blocks:
                is_foot = placed.y + placed.block.height > foot - 1
                for words, is_running in _said(placed.block):
                    least = sizes.footer if is_foot else sizes.text if is_running else sizes.label
                    if words.run.size < least - _NEAR:
                        yield _page_slip(
                            sheets, placed, words, f"type of {words.run.size:g} pt", f"at least {least:g} pt"
                        )


@lru_cache(maxsize=1024)
def _said(block: Block) -> tuple[tuple[Words, bool], ...]:
    """Every word of a block, and whether it is part of running text: of a sentence, or of an item of a list."""
    return tuple(_said_in(block.kids, in_list=False))


def _said_in(kids: tuple[Element | Item, ...], in_list: bool) -> Iterator[tuple[Words, bool]]:
    own = [kid for kid in kids if isinstance(kid, Words)]
    text = " ".join(words.run.text for words in own).strip()
    is_running = in_list or (len(text.split()) >= _FEWEST_WORDS and text.endswith((".", "!", "?")))
    yield from ((words, is_running) for words in own)
    for kid in kids:
        if isinstance(kid, Element):
            yield from _said_in(kid.kids, in_list or kid.role is Role.LIST_BODY)


def low_contrast(sheets: Sheets) -> Iterator[Slip]:
    for page in (*sheets.handout, *sheets.chart):
        for placed in page.blocks:
            for words, ratio in _pale(placed.block):
                yield _page_slip(sheets, placed, words, f"contrast of {ratio:.1f} to 1", f"at least {LEAST:g} to 1")


@lru_cache(maxsize=1024)
def _pale(block: Block) -> tuple[tuple[Words, float], ...]:
    """The words of a block that are too pale on their ground, with their contrast."""
    found = ((words, contrast_of(words.ink, ground)) for words, ground in _on_grounds(block))
    return tuple((words, ratio) for words, ratio in found if ratio < LEAST and words.run.text.strip())


@lru_cache(maxsize=256)
def contrast_of(one: Ink, other: Ink) -> float:
    """Contrast ratio of two inks, 1 to 21."""
    return contrast(_hex(one), _hex(other))


def _on_grounds(block: Block) -> Iterator[tuple[Words, Ink]]:
    """Each word of a block with the ink it stands on: of the last filled shape painted under its middle, else paper."""
    grounds: list[tuple[tuple[float, float, float, float], Ink]] = []
    for item in _painted(block.kids):
        if isinstance(item, Shape) and item.fill and not item.hatch:
            grounds.append((_box(item.path), item.fill))
        elif isinstance(item, Words):
            x, y = item.x + item.run.width / 2, item.y - item.run.size * 0.3
            under = [ink for (left, top, right, bottom), ink in grounds if left <= x <= right and top <= y <= bottom]
            yield item, under[-1] if under else Ink(1.0, 1.0, 1.0)


def _painted(kids: tuple[Element | Item, ...]) -> Iterator[Item]:
    for kid in kids:
        if isinstance(kid, Element):
            yield from _painted(kid.kids)
        else:
            yield kid


def _box(path: str) -> tuple[float, float, float, float]:
    numbers = [float(number) for number in _NUMBER.findall(path)]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def _hex(ink: Ink) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in (ink.red, ink.green, ink.blue))


def no_red_flags(sheets: Sheets) -> Iterator[Slip]:
    """A handout for back pain that lacks a warning sign or any without the number."""
    plan = sheets.plan
    closing = load_wording(plan.language).closing
    wanted = [str(plan.clinic.emergency)]
    if BACK_PAIN in plan.routine.tags:
        wanted += [*closing.back_emergency, *closing.back_urgent]
    pages = (*sheets.handout, *sheets.chart) if sheets.form.is_sheet else sheets.handout
    printed = _printed(pages)
    for text in wanted:
        if pages and _letters(text) not in printed:
            place = place_of(plan.routine.title)
            yield Slip("the page lacks a warning sign", place, (), text, "every sign of the wording file")


def _printed(pages: tuple[Page, ...]) -> str:
    return "".join(
        _letters(words.run.text) for page in pages for placed in page.blocks for words in words_of(placed.block)
    )


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _page_slip(sheets: Sheets, placed: Placed, words: Words, what: str, allowed: str) -> Slip:
    place: Place | None = words.run.place or placed.block.place or place_of(sheets.plan.routine.title)
    form = sheets.form
    hint = f"on {form.paper}, {form.style}: a setting of the theme, not of this text"
    return Slip(what, place, (), words.run.text[:60], allowed, hint)


RULES: tuple[Rule[Sheets], ...] = (
    Rule(
        "small-type",
        FindingLevel.ERROR,
        "Text under 12 pt, labels under 11 pt and in large print anything under 16 pt cannot be read with glasses off.",
        "RNIB Clear Print guidelines; UKAAF G003",
        small_type,
    ),
    Rule(
        "low-contrast",
        FindingLevel.ERROR,
        "Text needs a contrast of at least 4.5 to 1 with its ground.",
        "WCAG 2.2, 1.4.3",
        low_contrast,
    ),
    Rule(
        "no-red-flags",
        FindingLevel.ERROR,
        "Every handout prints the emergency number, and for back pain each sign that needs help at once.",
        "NHS, Back pain: when to get help; Finucane et al. 2020, red flags framework (JOSPT 50)",
        no_red_flags,
    ),
)
