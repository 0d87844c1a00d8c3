"""pdf.js and PDFium (Firefox, Chrome) see the headings, lists, figures and rows of the page data, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.content.choices import ChartKind, Layout
from generator.content.paper import Paper
from generator.page.format import Format
from generator.page.page import Element, Group, Item, Page, Role, Words
from tests import tools
from tests.conformance import family
from tests.conformance.family import Case
from tests.output import readback
from tests.output.readback import Seen

# What a listener moves by. Role, words, and for a figure its description.
READ = (Role.TITLE, Role.HEADING_2, Role.HEADING_3, Role.LIST, Role.LIST_ITEM, Role.FIGURE, Role.TABLE, Role.ROW)
Said = tuple[str, str]

CASES = [
    Case(
        routine, Format(paper=Paper.A4, layout=layout, style=family.STYLES[index % 3], chart=list(ChartKind)[index % 3])
    )
    for index, routine in enumerate(family.ROUTINES)
    for layout in Layout
] + [Case("hamstring-health", Format(paper=Paper.A4, chart=chart)) for chart in ChartKind]


def squeezed(text: str) -> str:
    """Without spaces: where a line ends, one reader hears a space, one none. PDFium says U+0002 for its hyphen."""
    return re.sub(r"\s+", "", text.replace("\x02", "-"))


def expected(page: Page) -> list[Said]:
    """The elements of a page in reading order. A table that blocks share is one element."""
    found: list[Said] = []
    tables: dict[Group, int] = {}
    for placed in page.blocks:
        text = "".join(said_in(placed.block.kids))
        for group in placed.groups:
            if group.role is Role.TABLE and group in tables:
                found[tables[group]] = ("Table", found[tables[group]][1] + squeezed(text))
            elif group.role is Role.TABLE:
                tables[group] = len(found)
                found.append(("Table", squeezed(text)))
        found += elements(placed.block.kids)
    return found


def elements(kids: tuple[Element | Item, ...]) -> Iterator[Said]:
    for kid in kids:
        if isinstance(kid, Element) and kid.role is not Role.ARTIFACT:
            if kid.role in READ:
                text = kid.alt if kid.role is Role.FIGURE and kid.alt else "".join(said_in(kid.kids))
                yield str(kid.role), squeezed(text)
            yield from elements(kid.kids)


def said_in(kids: tuple[Element | Item, ...]) -> Iterator[str]:
    for kid in kids:
        if isinstance(kid, Words):
            yield kid.run.text
        elif isinstance(kid, Element) and kid.role is not Role.ARTIFACT:
            yield from said_in(kid.kids)


def seen_by_chrome(page: list[Seen]) -> list[Said]:
    return [
        (seen.role, squeezed(seen.alt if seen.role == "Figure" else "".join(one.text for one in seen.walk())))
        for top in page
        for seen in top.walk()
        if seen.role in READ
    ]


def seen_by_firefox(page: dict[str, Any]) -> list[Said]:
    return list(_branches(page["tree"] or {}, page["texts"]))


def _branches(tree: dict[str, Any], texts: dict[str, str]) -> Iterator[Said]:
    if tree.get("role") in READ:
        text = tree.get("alt", "") if tree["role"] == "Figure" else "".join(_texts(tree, texts))
        yield tree["role"], squeezed(text)
    for kid in tree.get("children", ()):
        yield from _branches(kid, texts)


def _texts(tree: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    if tree.get("type") == "content":
        yield texts.get(tree["id"], "")
    for kid in tree.get("children", ()):
        yield from _texts(kid, texts)


def heard(said: list[Said]) -> list[Said]:
    """In an order that both may differ in only by what is empty: elements of other pages, shown without content."""
    return [one for one in said if one[1]]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_chrome_sees_what_the_pages_say(case: Case) -> None:
    pages = family.pages(case).pages
    seen = [heard(seen_by_chrome(page)) for page in readback.structure(family.data(case))]
    assert seen == [heard(expected(page)) for page in pages]
    assert sum(len(page) for page in seen) > 20


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES, ids=str)
def test_firefox_sees_what_the_pages_say(case: Case, tmp_path: Path) -> None:
    pages = family.pages(case).pages
    seen = [heard(seen_by_firefox(page)) for page in tools.pdfjs_pages(family.written(case, tmp_path), tmp_path)]
    assert seen == [heard(expected(page)) for page in pages]


def test_another_documents_words_are_told_apart() -> None:
    case = CASES[0]
    pages = family.pages(
        replace(case, form=replace(case.form, style="mono" if case.form.style != "mono" else "standard"))
    )
    other = family.pages(Case(family.ROUTINES[1], case.form))
    assert [expected(page) for page in pages.pages] != [expected(page) for page in other.pages]
