"""A document in, its file out; of a file like one written before, only what bears a name is made anew.

Clients with one plan get files that differ in a few streams of content. A stencil keeps everything else of such a file:
all objects in their order, and the numbers that they refer to each other by. Filled in, it gives the same bytes as
writing the document would; where it would not (another glyph, another tag), the document is written.
"""

from __future__ import annotations

import io
from collections.abc import Hashable, Mapping, Sequence

from generator.output.assemble import Assembly, Closed
from generator.output.imprint import Imprint
from generator.output.objects import ObjectFile, sheaf
from generator.output.placement import Painting, digest_of
from generator.output.press import Press
from generator.output.segment import Segment
from generator.output.stencil import Gap, Stencil
from generator.output.syntax import Unwritable
from generator.page.page import Page, Pages, Placed
from generator.problems import ContentError

# A block that is exchanged for each person, and its upper edge as the page counts: from the bottom.
Personal = tuple[Placed, float]


def document_bytes(pages: Pages, press: Press, imprint: Imprint, identity: str = "") -> bytes:
    """The whole file. Raises ContentError for what no file can hold."""
    personal = [(placed, page.height - placed.y) for page in pages.pages for placed in page.blocks if placed.slot]
    key = _key(pages, personal, press, imprint) if personal else None
    stencil = press.stencil(key) if key is not None else None
    data = _filled(stencil, personal, pages.language, press, identity) if stencil else None
    if data is not None:
        return data
    out = io.BytesIO()
    assembly = Assembly(out, press)
    if key is not None and stencil is None:
        assembly.follow()
    assembly.add(pages)
    closed = assembly.close(imprint, identity)
    if key is not None and stencil is None and _is_usable(closed.glyphs, _segments(personal, pages.language, press)):
        press.keep(key, _stencil(closed))
    return out.getvalue()


def _key(pages: Pages, personal: Sequence[Personal], press: Press, imprint: Imprint) -> Hashable:
    """The same for documents whose files differ in personal content alone; None if a block cannot be written."""
    try:
        shapes = tuple(press.personal.shape(placed.block, pages.language) for placed, _ in personal)
        segments = _segments(personal, pages.language, press)
    except (ContentError, Unwritable):
        return None  # whoever writes the document tells of all such blocks
    used = [(face, gids) for segment in segments for face, gids in segment.glyphs.items()]
    stocks = frozenset((face, number) for face, gids in used for number in press.stocks(face, (gids,)))
    return pages.language, imprint, shapes, stocks, tuple(_shared(page) for page in pages.pages)


def _shared(page: Page) -> Hashable:
    """What a page has in common with others."""
    if not any(placed.slot for placed in page.blocks):
        return page
    return page.width, page.height, tuple(_of_everybody(placed) for placed in page.blocks)


def _of_everybody(placed: Placed) -> Hashable:
    if not placed.slot:
        return placed
    return placed.x, placed.y, placed.groups, placed.slot, placed.block.bookmark


def _segments(personal: Sequence[Personal], language: str, press: Press) -> list[Segment]:
    return [press.personal.segment(placed.block, language) for placed, _ in personal]


def _is_usable(known: Mapping[str, frozenset[int]], segments: Sequence[Segment]) -> bool:
    """Whether the file's faces have been cut for everybody: a glyph of a name alone is not in other files."""
    nothing: frozenset[int] = frozenset()
    return all(gids <= known.get(face, nothing) for one in segments for face, gids in one.glyphs.items())


def _stencil(closed: Closed) -> Stencil:
    objects = closed.trace.objects
    personal = sorted({gap.index for gap in closed.gaps})
    edges = zip([-1, *personal], [*personal, len(objects)], strict=True)
    shared = [objects[before + 1 : after] for before, after in edges]
    return Stencil(
        sheaves=tuple(sheaf(one) for one in shared),
        personal=tuple(objects[index].number for index in personal),
        gaps=tuple(Gap(gap.mark, personal.index(gap.index)) for gap in closed.gaps),
        digests=frozenset(written.digest for one in shared for written in one),
        glyphs=closed.glyphs,
        table=closed.trace.table,
        catalogue=closed.catalogue,
        information=closed.information,
    )


def _filled(stencil: Stencil, personal: Sequence[Personal], language: str, press: Press, identity: str) -> bytes | None:
    """The file with other personal content; None if more than that content would differ."""
    if not _is_usable(stencil.glyphs, _segments(personal, language, press)):
        return None
    contents: dict[int, Painting] = {}
    for gap, (placed, top) in zip(stencil.gaps, personal, strict=True):
        painting = press.personal.painting(placed.block, language, placed.x, top, gap.mark)
        if contents.setdefault(gap.index, painting).digest != painting.digest:
            return None
    digests = {digest_of((painting,)) for painting in contents.values()}
    # Equal streams are written once: a file with more or fewer of them has other numbers.
    if len(digests) < len(contents) or digests & stencil.digests:
        return None
    out = io.BytesIO()
    file = ObjectFile(out)
    file.retrace(stencil.table)
    file.write_sheaf(stencil.sheaves[0])
    for index, number in enumerate(stencil.personal):
        one = (contents[index],)
        file.write(number, press.personal.content(one), digest_of(one))
        file.write_sheaf(stencil.sheaves[index + 1])
    file.close(stencil.catalogue, stencil.information, identity)
    return out.getvalue()
