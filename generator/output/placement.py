"""A segment and a place on a page in, page content and structure objects with all numbers filled in out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from generator.output.box import Box
from generator.output.segment import Anchor, Segment, StructureNode
from generator.output.syntax import deflated, numbers


class Spot(NamedTuple):
    """Where a block goes and which numbers are its own.

    `x` and `top` are the block's corner, `top` from the page's bottom edge; `mark` is its first mark on the page.
    `first` is the number of its first structure object, `parent` of the element it hangs in, `page` of its page, and
    `key` the first key of the parent tree for its annotations.
    """

    x: float
    top: float
    mark: int
    first: int
    parent: int
    page: int
    key: int


class Painting(NamedTuple):
    """Operators of one block on its place, complete in themselves, and a digest of them."""

    operators: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class Structure:
    """`objects` numbered in a row: elements, then link annotations.

    `tops` are the elements that hang in the spot's parent; `owners` are references, mark by mark, and `keyed` for the
    annotations' keys: both for the parent tree.
    """

    objects: tuple[bytes, ...]
    tops: tuple[int, ...]
    owners: bytes
    annotations: tuple[int, ...]
    keyed: tuple[bytes, ...]


def painting(segment: Segment, x: float, top: float, mark: int) -> Painting:
    """What the segment paints there; `mark` is its first one."""
    pieces = [b"q 1 0 0 1 %b cm\n" % numbers(x, top).encode("ascii"), segment.pieces[0]]
    for number, piece in enumerate(segment.pieces[1:], mark):
        pieces += [b"%d" % number, piece]
    pieces.append(b"\nQ")
    return painted(b"".join(pieces))


def painted(operators: bytes) -> Painting:
    return Painting(operators, hashlib.blake2b(operators, digest_size=16).digest())


def digest_of(paintings: tuple[Painting, ...]) -> bytes:
    """By which a file knows that it holds their stream already."""
    return hashlib.blake2b(b"".join([one.digest for one in paintings]), digest_size=16).digest()


def content(paintings: tuple[Painting, ...]) -> bytes:
    """One stream of several blocks: each by itself would have to say again what compression learns from the others."""
    return deflated(b"\n".join([one.operators for one in paintings]))


def structure(segment: Segment, spot: Spot) -> Structure:
    first_annotation = spot.first + len(segment.nodes)
    annotation_of = {anchor.node: first_annotation + i for i, anchor in enumerate(segment.anchors)}
    elements = [_element(node, spot, annotation_of.get(index)) for index, node in enumerate(segment.nodes)]
    annotations = [_annotation(anchor, spot, spot.key + i) for i, anchor in enumerate(segment.anchors)]
    return Structure(
        objects=(*elements, *annotations),
        tops=tuple(spot.first + index for index, node in enumerate(segment.nodes) if node.parent < 0),
        owners=b" ".join([b"%d 0 R" % (spot.first + owner) for owner in segment.owners]),
        annotations=tuple(annotation_of.values()),
        keyed=tuple(b"%d 0 R" % (spot.first + anchor.node) for anchor in segment.anchors),
    )


def _rectangle(box: Box, spot: Spot) -> bytes:
    left, top, right, bottom = box
    return numbers(spot.x + left, spot.top - bottom, spot.x + right, spot.top - top).encode("ascii")


def _element(node: StructureNode, spot: Spot, annotation: int | None) -> bytes:
    parent = spot.parent if node.parent < 0 else spot.first + node.parent
    first, mark = spot.first, spot.mark
    kids = [b"%d 0 R" % (first + kid) if kid >= 0 else b"%d" % (mark - 1 - kid) for kid in node.kids]
    if annotation is not None:
        kids.append(b"<</Type/OBJR/Obj %d 0 R>>" % annotation)
    box = b"/A<</O/Layout/Placement/Block/BBox[%b]>>" % _rectangle(node.box, spot) if node.box else b""
    # Marks and annotations are on a page (ISO 32000-1, table 323); elements know themselves. The type may be left out.
    page = b"/Pg %d 0 R" % spot.page if annotation is not None or min(node.kids, default=0) < 0 else b""
    content = b"/K[%b]" % b" ".join(kids) if kids else b""
    return b"<<%b/P %d 0 R%b%b%b>>" % (node.attributes, parent, page, box, content)


def _annotation(anchor: Anchor, spot: Spot, key: int) -> bytes:
    # F 4 is the print flag, which PDF/A asks of every annotation.
    return (
        b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/Contents%b/StructParent %d/P %d 0 R"
        b"/A<</Type/Action/S/URI/URI%b>>>>"
        % (_rectangle(anchor.box, spot), anchor.contents, key, spot.page, anchor.address)
    )
