"""A block in, its content and its structure out, both with gaps where a page puts in its own numbers.

Content says `mark 0, mark 1, ...` and structure `element 0, element 1, ...`; where the block is placed decides which
marks and object numbers these are (`placement.py`). So a block is encoded once, however often it is placed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote

from generator.output.box import Box, box_around, items_in
from generator.output.form import FormObject
from generator.output.pen import FormOf, Pen
from generator.output.syntax import Unwritable, text_string
from generator.page.page import Block, Element, Item, Role
from generator.problems import ContentError, Problem
from generator.text.typeface import Face

# Stands in the pen's list where a page puts the number of the mark.
_GAP = "\x00"

# These hold other elements only (ISO 32000-1, 14.8.4.3); lines and boxes in them are decoration.
_NO_OWN_CONTENT = frozenset({Role.SECTION, Role.LIST, Role.LIST_ITEM, Role.TABLE, Role.ROW})

# Elements that are part of the text around them.
_WITHIN_TEXT = frozenset({Role.SPAN, Role.LINK})


@dataclass(frozen=True, slots=True)
class StructureNode:
    """An element. `parent` is its place in the segment's `nodes`, -1 on top; negative `kids` are marks: -1 - mark."""

    attributes: bytes
    parent: int
    kids: tuple[int, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a link annotation says: the element it belongs to, where it can be clicked, its words and its target."""

    node: int
    box: Box
    contents: bytes
    address: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """`pieces` of content, between which go the numbers of the marks; `owners` names the element of each mark."""

    pieces: tuple[bytes, ...]
    owners: tuple[int, ...]
    nodes: tuple[StructureNode, ...]
    anchors: tuple[Anchor, ...]
    glyphs: Mapping[str, frozenset[int]]
    forms: tuple[FormObject, ...]


def compile_block(block: Block, language: str, faces: Mapping[str, Face], form_of: FormOf) -> Segment:
    """`language` is that of the document around. What cannot be written is a problem at the block's place."""
    compiler = _Compiler(faces, form_of)
    compiler.kids(block.kids, -1, None, language)
    if compiler.faults:
        raise ContentError([problem(fault, block) for fault in compiler.faults])
    return compiler.segment()


def shape_of(segment: Segment) -> bytes:
    """The same for segments that need the same of a file: they differ in what is painted, and in nothing else."""
    named = [form.name for form in segment.forms]
    return blake2b(repr((segment.owners, segment.nodes, segment.anchors, named)).encode(), digest_size=16).digest()


def problem(fault: Unwritable, block: Block) -> Problem:
    """What to tell the author: where the text was written if that is known, else where the block comes from."""
    return Problem(str(fault), place=fault.place or block.place, rule="unwritable")


class _Compiler:
    def __init__(self, faces: Mapping[str, Face], form_of: FormOf) -> None:
        self._pen = Pen(faces, form_of)
        self._owners: list[int] = []
        self._attributes: list[tuple[bytes, int, Box | None]] = []
        self._kids: list[list[int]] = []
        self._anchors: list[Anchor] = []
        self.faults: list[Unwritable] = []

    def segment(self) -> Segment:
        content = "\n".join(self._pen.out).encode("ascii")
        nodes = [
            StructureNode(attributes, parent, tuple(kids), box)
            for (attributes, parent, box), kids in zip(self._attributes, self._kids, strict=True)
        ]
        return Segment(
            pieces=tuple(content.split(_GAP.encode("ascii"))),
            owners=tuple(self._owners),
            nodes=tuple(nodes),
            anchors=tuple(self._anchors),
            glyphs={face: frozenset(gids) for face, gids in self._pen.glyphs.items()},
            forms=tuple(self._pen.forms.values()),
        )

    def kids(self, kids: Sequence[Element | Item], node: int, element: Element | None, language: str) -> None:
        """The kids of an element (`node` is its number), or of the block itself; items in a row are one mark."""
        items: list[Item] = []
        for kid in kids:
            if not isinstance(kid, Element):
                items.append(kid)
                continue
            self._mark(items, node, element, language)
            items = []
            if kid.role not in _WITHIN_TEXT:
                self._pen.end_paragraph()
            if kid.role is Role.ARTIFACT:
                self._mark(list(items_in(kid.kids)), -1, None, language)
            else:
                self._element(kid, node, language)
            if kid.role not in _WITHIN_TEXT:
                self._pen.end_paragraph()
        self._mark(items, node, element, language)

    def _mark(self, items: list[Item], node: int, element: Element | None, language: str) -> None:
        """One piece of marked content; without an element it is decoration."""
        if not items:
            return
        out = self._pen.out
        if element is None or element.role in _NO_OWN_CONTENT:
            out.append("/Artifact BMC")
        else:
            out.append(f"/{element.role.value}<</MCID {_GAP}>>BDC")
            self._kids[node].append(-1 - len(self._owners))
            self._owners.append(node)
        spelt_elsewhere = element is not None and element.actual_text is not None
        in_address = element is not None and element.role is Role.LINK
        for item in items:
            try:
                self._pen.paint(item, language, spelt_elsewhere=spelt_elsewhere, in_address=in_address)
            except Unwritable as fault:
                self.faults.append(fault)
        self._pen.end_text()
        out.append("EMC")

    def _element(self, element: Element, parent: int, language: str) -> None:
        node = len(self._attributes)
        try:
            box = box_around(element.kids) if element.role is Role.FIGURE else None
            self._attributes.append((attributes(element, language), parent, box))
        except Unwritable as fault:
            self.faults.append(fault)
            return
        self._kids.append([])
        if parent >= 0:
            self._kids[parent].append(node)
        self.kids(element.kids, node, element, element.language or language)
        if element.role is Role.LINK and element.address is not None:
            try:
                self._anchors.append(anchor(element, node))
            except Unwritable as fault:
                self.faults.append(fault)


def attributes(element: Element, language: str) -> bytes:
    """The entries of an element's dictionary that do not depend on where it is placed."""
    role = element.role
    out = [b"/S/" + role.value.encode("ascii")]
    if role is Role.FIGURE and not (element.alt and element.alt.strip()):
        raise Unwritable("a figure has no alt text")
    if element.alt and role is not Role.LINK:
        out.append(b"/Alt" + text_string(element.alt))
    if element.actual_text is not None:
        out.append(b"/ActualText" + text_string(element.actual_text))
    if element.language and element.language != language:
        out.append(b"/Lang" + text_string(element.language))
    if role is Role.LIST:
        out.append(b"/A<</O/List/ListNumbering/%b>>" % _numbering(element))
    if role in (Role.HEADER, Role.DATA):
        out.append(_table_attributes(element))
    return b"".join(out)


def _numbering(element: Element) -> bytes:
    if element.numbered:
        return b"Decimal"
    has_labels = any(
        isinstance(item, Element) and any(isinstance(kid, Element) and kid.role is Role.LABEL for kid in item.kids)
        for item in element.kids
    )
    return b"Disc" if has_labels else b"None"


def _table_attributes(element: Element) -> bytes:
    entries = []
    if element.role is Role.HEADER:
        # PDF/UA-1, 7.5: a header says what it heads.
        entries.append(b"/Scope/" + (element.scope or "Column").encode("ascii"))
    if element.column_span > 1:
        entries.append(b"/ColSpan %d" % element.column_span)
    if element.row_span > 1:
        entries.append(b"/RowSpan %d" % element.row_span)
    return b"/A<</O/Table%b>>" % b"".join(entries) if entries else b""


def anchor(element: Element, node: int) -> Anchor:
    box = box_around(element.kids)
    address = element.address or ""
    if box is None:
        raise Unwritable(f"nothing to click on for the link to {address}")
    # An address is ASCII (ISO 32000-1, 12.6.4.7); what is escaped already stays as it is.
    escaped = quote(address, safe="%/:?#[]@!$&'()*+,;=-._~")
    return Anchor(node, box, text_string(element.alt or address), text_string(escaped))
