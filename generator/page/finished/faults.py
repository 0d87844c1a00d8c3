"""Finished pages in, problems out: a character no face has, a text that does not fit, one thing that covers another."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.page.finished.box_distances import too_near
from generator.page.finished.overlap import Thing, outside, overlaps, things_of
from generator.page.page import Block, Cell, Element, Item, Line, Page, Picture, Placed, Shape, Squares, Words
from generator.page.slots import is_note, personal
from generator.problems import Place, Problem

# Rounding in measuring and placing stays far below this (points).
_TOLERANCE = 0.5
# What a thing that covers another, or is covered, is called.
_CALLED: dict[type, str] = {
    Words: "this text",
    Picture: "a picture",
    Squares: "a code with the white that it needs around it",
    Cell: "a box to fill in",
    Line: "a line",
    Shape: "a filled shape",
    Placed: "the room for one person's words",
}
# Characters of one text that are named; a name in another script lacks them all.
_MOST_NAMED = 3


def page_problems(pages: Iterable[Page], bottom: float, *, private: bool = False) -> list[Problem]:
    """Every problem of the pages, each once. `bottom` is the lower margin in points.

    Texts of `private` pages are a client's: terminals are logged, so they are pointed at and never quoted.
    """
    found: dict[tuple[str, Place | None, str], Problem] = {}
    for page in pages:
        too_high = []
        for placed in page.blocks:
            overflow = list(_overflow(page, placed, bottom))
            too_high += [placed] if overflow else []
            for problem in (*_text_problems(placed, private), *overflow):
                if is_note(placed.slot):
                    problem = replace(problem, path=placed.slot)
                found.setdefault((problem.message, problem.place, problem.path), problem)
        for problem in (*_covering(page, too_high, private), *_near(page)):
            found.setdefault((problem.message, problem.place, problem.path), problem)
    return list(found.values())


def personal_problems(pages: Sequence[Page], bottom: float, checked: Container[str] = ()) -> list[Problem]:
    """What is wrong with one person's words; what all share, and the slots `checked`, have been looked at before.

    Words that leave their block may use the white around it: only then the whole page is looked at.
    """
    alone = personal(pages, checked)
    found = page_problems(alone, bottom, private=True)
    for page, own in zip(pages, alone, strict=True):
        if any(thing.placed.slot for thing in outside(own, list(things_of(own)))):
            found += _covered(list(things_of(page)), private=True, of_person=True)
    return found


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


def _covering(page: Page, too_high: Sequence[Placed], private: bool) -> Iterator[Problem]:
    """What covers something else, or leaves its block; each thing is named once, with the first that it meets.

    A block that is too high for its page covers what it must, and has been named.
    """
    things = [thing for thing in things_of(page) if thing.placed not in too_high]
    yield from _covered(things, private)
    for thing in outside(page, things):
        if not thing.placed.slot:
            yield _overlap(f"{_called(thing, private)} leaves its part of the page", _place(thing))


def _near(page: Page) -> Iterator[Problem]:
    """The boxes of a page that are too near to each other: the first two, and how many more there are."""
    near = list(too_near(page))
    if near:
        one, other, apart, least = near[0]
        more = f", and {len(near) - 1} more" if len(near) > 1 else ""
        yield Problem(
            f"the boxes {one} and {other} are {apart:.1f} mm apart{more}: a large tick would reach the next one",
            hint=f"write less, so that there are {least:g} mm",
            rule="box-distance",
        )


def _covered(things: Sequence[Thing], private: bool, of_person: bool = False) -> Iterator[Problem]:
    told: set[int] = set()
    for one, other in overlaps(things):
        if of_person and not any(thing.placed.slot and thing.kind is not Placed for thing in (one, other)):
            continue
        first, second = (other, one) if _place(one) is None and _place(other) else (one, other)
        if id(first.item) not in told:
            told.add(id(first.item))
            what = f"{_called(first, private)} and {_called(second, private)} cover each other"
            yield _overlap(what, _place(first), _place(second))


def _place(thing: Thing) -> Place | None:
    own = thing.item.run.place if isinstance(thing.item, Words) else None
    return own or thing.placed.block.place


def _called(thing: Thing, private: bool) -> str:
    if isinstance(thing.item, Words) and not private:
        return f"the text {_quoted(thing.item.run.text)}"
    return _CALLED[thing.kind]


def _overlap(what: str, place: Place | None, other: Place | None = None) -> Problem:
    second = f"; the other one is written at {other}" if other and other != place else ""
    return Problem(what, place, hint="write less, or use shorter words" + second, rule="overlap")


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
