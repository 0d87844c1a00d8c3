"""Finished pages in, problems out: a character no face has, a text that does not fit, a part that leaves its page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.page.page import Block, Element, Item, Page, Placed, Words
from generator.page.slots import is_note
from generator.problems import Place, Problem

# Rounding in measuring and placing stays far below this (points).
_TOLERANCE = 0.5
# Characters of one text that are named; a name in another script lacks them all.
_MOST_NAMED = 3


def page_problems(pages: Iterable[Page], bottom: float, *, private: bool = False) -> list[Problem]:
    """Every problem of the pages, each once. `bottom` is the lower margin in points.

    Texts of `private` pages are a client's: terminals are logged, so they are pointed at and never quoted.
    """
    found: dict[tuple[str, Place | None, str], Problem] = {}
    for page in pages:
        for placed in page.blocks:
            for problem in (*_text_problems(placed, private), *_overflow(page, placed, bottom)):
                if is_note(placed.slot):
                    problem = replace(problem, path=placed.slot)
                found.setdefault((problem.message, problem.place, problem.path), problem)
    return list(found.values())


def _text_problems(placed: Placed, private: bool) -> Iterator[Problem]:
    for words in words_of(placed.block):
        place = words.run.place or placed.block.place
        quoted = "" if private else _quoted(words.run.text)
        if words.run.missing:
            yield Problem(
                f"the fonts lack {_listed([words.run.text[index] for index in words.run.missing])}"
                + (f" of {quoted}" if quoted else ""),
                place,
                hint="write it in another way",
                rule="missing-glyph",
            )
        end = words.x + words.run.width
        if words.x < -_TOLERANCE or end > placed.block.width + _TOLERANCE:
            yield Problem(
                f"this text does not fit: {quoted}" if quoted else "this text does not fit",
                place,
                hint="write less, or use shorter words",
                rule="text-fit",
            )


def _overflow(page: Page, placed: Placed, bottom: float) -> Iterator[Problem]:
    if placed.y + placed.block.height > min(page.height - bottom, _next_below(page, placed)) + _TOLERANCE:
        yield Problem(
            "this does not fit on one page",
            placed.block.place,
            hint="fewer steps or shorter texts; in large print a page holds less",
            rule="page-fit",
        )


def _next_below(page: Page, placed: Placed) -> float:
    """Where the next block below begins; only what an author can shorten has a place, and only that is held to it."""
    if placed.block.place is None:
        return page.height
    start, end = placed.x, placed.x + placed.block.width
    return min(
        (it.y for it in page.blocks if it.y > placed.y and it.x < end and it.x + it.block.width > start),
        default=page.height,
    )


def words_of(block: Block) -> Iterator[Words]:
    """All words of a block in reading order."""
    waiting: list[Element | Item] = list(reversed(block.kids))
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Element):
            waiting.extend(reversed(kid.kids))
        elif isinstance(kid, Words):
            yield kid


def _listed(missing: Iterable[str]) -> str:
    """The first few by name and number, the others by their count."""
    chars = list(dict.fromkeys(missing))
    named = ", ".join(_named(char) for char in chars[:_MOST_NAMED])
    return f"{named} and {len(chars) - _MOST_NAMED} more" if len(chars) > _MOST_NAMED else named


def _named(char: str) -> str:
    return f"{_shown(char)} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed').lower()})"


def _quoted(text: str) -> str:
    return '"' + _shown(text if len(text) <= 40 else text[:39] + "…") + '"'


def _shown(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
