"""Documents of pages in, one tagged file (PDF/UA-1) out, written as the pages come.

A single handout is one document, a print file thousands; both are written by this and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import BinaryIO

from generator.output.bookmarks import Outline
from generator.output.imprint import Imprint, information, output_intents, viewer_preferences, xmp
from generator.output.numbertree import NumberTree
from generator.output.objects import ObjectFile, Trace
from generator.output.pagetree import PageTree
from generator.output.placement import Painting, Spot, digest_of, painted, structure
from generator.output.press import Press, Tray
from generator.output.segment import Segment, problem
from generator.output.stencil import Gap
from generator.output.structuretree import Branch, Groups
from generator.output.syntax import Unwritable, name, numbers, references, text_string
from generator.page.page import Page, Pages, Placed
from generator.problems import ContentError, Problem

# An empty page says in so many words that nothing on it is meant for a reader.
_BLANK = painted(b"/Artifact BMC EMC")


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """How a document among many is found again: one bookmark, and page numbers from 1 behind `label`."""

    bookmark: str
    label: str


@dataclass(slots=True)
class _Sheet:
    """A page that is being put together."""

    number: int
    key: int  # of its marks in the parent tree; those of its annotations follow
    contents: list[int] = field(default_factory=list)
    waiting: list[Painting] = field(default_factory=list)  # for one stream with what follows
    annotations: list[int] = field(default_factory=list)
    marks: int = 0
    owners: list[bytes] = field(default_factory=list)  # references, one for each mark
    keyed: list[bytes] = field(default_factory=list)  # references, one for each annotation


@dataclass(frozen=True, slots=True)
class Closed:
    """What is known of a file in the end. `glyphs` are those that it has of each face, whoever it is for."""

    trace: Trace
    catalogue: int
    information: int
    gaps: tuple[Gap, ...]
    glyphs: Mapping[str, frozenset[int]]


class Assembly:
    """`add` each document, then `close`.

    `repeats` says that the same layout will be written again into other files, so that its numbered structure is worth
    keeping; inside one long file numbers never come back.
    """

    def __init__(self, out: BinaryIO, press: Press, *, repeats: bool = True) -> None:
        self._press = press
        self._repeats = repeats
        self._file = ObjectFile(out, press.packed) if repeats else ObjectFile(out)
        self._catalogue = self._file.reserve()
        self._information = self._file.reserve()
        self._resources = self._file.reserve()
        self._structure_root = self._file.reserve()
        self._parent_tree = NumberTree(self._file)
        self._document = Branch(self._file.reserve(), self._structure_root, b"/S/Document")
        self._page_tree = PageTree(self._file)
        self._outline = Outline(self._file)
        self._labels: list[tuple[int, bytes]] = []
        self._next_key = 0
        self._glyphs: dict[str, set[frozenset[int]]] = {}
        self._forms: dict[str, int] = {}
        self._contents: dict[bytes, int] = {}
        self._shared_glyphs: dict[str, set[frozenset[int]]] = {}
        self._gaps: list[Gap] = []
        self._gap_of: dict[int, int] = {}  # content stream, its place in the trace

    def follow(self) -> None:
        """From now on, keeps what a `Stencil` needs."""
        self._file.follow()

    @property
    def page_count(self) -> int:
        return self._page_tree.count

    def add(self, pages: Pages, part: DocumentPart | None = None) -> None:
        """A document after those before it. One with problems leaves the file as if it had never been there."""
        segments = self._compile(pages, part)
        trunk = self._document
        if part:
            attributes = b"/S/Part/Lang" + text_string(pages.language)
            trunk = Branch(self._file.reserve(), self._document.number, attributes)
            self._document.kids.append(trunk.number)
            self._labels.append((self.page_count, b"<</S/D/P%b>>" % text_string(part.label)))
        groups = Groups(self._file, trunk)
        compiled = iter(segments)
        for index, page in enumerate(pages.pages):
            if part and index and index == pages.sheet and index % 2:
                self._end_leaf(page, part.label, index)
            sheet = self._new_sheet()
            if part and part.bookmark and index == 0:
                self._outline.add(part.bookmark, 1, sheet.number, page.height)
            for placed in page.blocks:
                self._place(sheet, placed, page.height - placed.y, pages.language, next(compiled), groups)
                if placed.block.bookmark and not part:
                    title, level = placed.block.bookmark
                    self._outline.add(title, level, sheet.number, page.height - placed.y)
            self._write_page(sheet, page)
        groups.close()
        if part:
            trunk.write(self._file)
            self._file.flush()

    def _compile(self, pages: Pages, part: DocumentPart | None) -> list[Segment]:
        """The segments of all blocks in order; every problem of the document at once."""
        segments: list[Segment] = []
        problems: list[Problem] = []
        try:
            text_string(pages.title + (part.bookmark + part.label if part else ""))
        except Unwritable as fault:
            problems.append(Problem(str(fault), rule="unwritable"))
        for page in pages.pages:
            for placed in page.blocks:
                try:
                    if not isfinite(page.width + page.height + placed.x + placed.y):
                        raise Unwritable("a place on the page or its size is not a number")
                    segments.append(self._press.tray(placed.slot).segment(placed.block, pages.language))
                except ContentError as error:
                    problems += error.problems
                except Unwritable as fault:
                    problems.append(problem(fault, placed.block))
        if problems:
            raise ContentError(problems)
        return segments

    def add_blank(self, width: float, height: float) -> None:
        """A page with nothing on it but an empty decoration."""
        sheet = self._new_sheet()
        sheet.waiting.append(_BLANK)
        self._write_page(sheet, Page(width, height, ()))

    def _end_leaf(self, following: Page, label: str, passed: int) -> None:
        """A blank back that has no number of its own, after so many pages of a document."""
        self._labels.append((self.page_count, b"<</P%b>>" % text_string(label)))
        self.add_blank(following.width, following.height)
        self._labels.append((self.page_count, b"<</S/D/P%b/St %d>>" % (text_string(label), passed + 1)))

    def _new_sheet(self) -> _Sheet:
        sheet = _Sheet(self._file.reserve(), self._next_key)
        self._next_key += 1
        return sheet

    def _place(
        self, sheet: _Sheet, placed: Placed, top: float, language: str, segment: Segment, groups: Groups
    ) -> None:
        if segment.nodes:
            self._tag(sheet, placed, top, language, segment, groups)
        # A block without marks looks the same wherever it comes in the order of reading.
        mark = sheet.marks if segment.owners else 0
        one = self._press.tray(placed.slot).painting(placed.block, language, placed.x, top, mark)
        sheet.marks += len(segment.owners)
        if placed.slot:
            self._paint(sheet)
            written = self._file.written
            number = self._content((one,), self._press.personal)
            sheet.contents.append(number)
            self._gaps.append(Gap(mark, self._gap_of.setdefault(number, written)))
        else:
            sheet.waiting.append(one)
            for face, gids in segment.glyphs.items():
                self._shared_glyphs.setdefault(face, set()).add(gids)
        self._use(segment)

    def _paint(self, sheet: _Sheet) -> None:
        """Writes what waits: as one stream, or in a file of many documents as one for each block.

        There a block that others have too is found on another page, among others.
        """
        waiting = tuple(sheet.waiting)
        for paintings in [waiting] if self._repeats else [(one,) for one in waiting]:
            if paintings:
                sheet.contents.append(self._content(paintings, self._press))
        sheet.waiting.clear()

    def _tag(self, sheet: _Sheet, placed: Placed, top: float, language: str, segment: Segment, groups: Groups) -> None:
        """Hangs the block's elements into the structure."""
        parent = groups.enter(placed.groups)
        first = self._file.reserve(len(segment.nodes) + len(segment.anchors))
        spot = Spot(placed.x, top, sheet.marks, first, parent, sheet.number, self._next_key)
        kept = self._press.tray(placed.slot)
        tagged = kept.structure(placed.block, language, spot) if self._repeats else structure(segment, spot)
        self._file.pack_all(first, tagged.objects)
        groups.hang(tagged.tops)
        if tagged.owners:
            sheet.owners.append(tagged.owners)
        sheet.annotations += tagged.annotations
        sheet.keyed += tagged.keyed
        self._next_key += len(tagged.keyed)

    def _content(self, paintings: tuple[Painting, ...], tray: Tray) -> int:
        """The number of a content stream, which is written when it is first met."""
        digest = digest_of(paintings)
        known = self._contents.get(digest)
        if known is None:
            known = self._contents[digest] = self._file.add(tray.content(paintings), digest)
        return known

    def _use(self, segment: Segment) -> None:
        for face, gids in segment.glyphs.items():
            self._glyphs.setdefault(face, set()).add(gids)
        for form in segment.forms:
            if form.name not in self._forms:
                self._forms[form.name] = self._file.add(form.body, form.name.encode("ascii"))

    def _write_page(self, sheet: _Sheet, page: Page) -> None:
        self._paint(sheet)
        entries = [
            b"/MediaBox[0 0 %b]" % numbers(page.width, page.height).encode("ascii"),
            b"/Parent %d 0 R/Resources %d 0 R" % (self._page_tree.add(sheet.number), self._resources),
            # PDF/UA-1, 7.18.3: the tabulator key follows the structure.
            b"/Tabs/S/Contents" + references(sheet.contents),
        ]
        if sheet.owners:
            entries.append(b"/StructParents %d" % sheet.key)
            self._parent_tree.add(sheet.key, b"[%b]" % b" ".join(sheet.owners))
        if sheet.annotations:
            entries.append(b"/Annots" + references(sheet.annotations))
        for key, owner in enumerate(sheet.keyed, sheet.key + 1):
            self._parent_tree.add(key, owner)
        self._file.pack(sheet.number, b"<</Type/Page%b>>" % b"".join(entries))

    def close(self, imprint: Imprint, identity: str = "") -> Closed:
        """Writes what all pages share, and the end of the file."""
        if not self.page_count:
            raise ValueError("a PDF file has at least one page")
        self._write_resources()
        self._document.write(self._file)
        self._parent_tree.close()
        self._file.pack(
            self._structure_root,
            b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._document.number, self._parent_tree.root, self._next_key),
        )
        self._file.pack(self._information, information(imprint))
        self._file.pack(self._catalogue, self._catalogue_of(imprint))
        trace = self._file.trace()
        self._file.close(self._catalogue, self._information, identity)
        glyphs = {
            face: self._press.frozen(face, self._glyphs[face]).union(*used)
            for face, used in self._shared_glyphs.items()
        }
        return Closed(trace, self._catalogue, self._information, tuple(self._gaps), glyphs)

    def _write_resources(self) -> None:
        """One dictionary for all pages: what a page does not use costs it nothing."""
        fonts = []
        for face in sorted(self._glyphs):
            font = self._press.font(face, frozenset(self._glyphs[face]))
            fonts.append(f"{name(face)} {font.write(self._file)} 0 R")
        forms = [f"{name(form)} {number} 0 R" for form, number in self._forms.items()]
        body = f"<</Font<<{''.join(fonts)}>>/XObject<<{''.join(forms)}>>>>"
        self._file.pack(self._resources, body.encode("ascii"))

    def _catalogue_of(self, imprint: Imprint) -> bytes:
        entries = [
            b"/Pages %d 0 R/StructTreeRoot %d 0 R" % (self._page_tree.close(), self._structure_root),
            b"/MarkInfo<</Marked true>>/Lang" + text_string(imprint.language),
            b"/Metadata %d 0 R" % self._file.add(xmp(imprint)),
            viewer_preferences(imprint),
        ]
        outline = self._outline.close()
        if outline is not None:
            entries.append(b"/Outlines %d 0 R" % outline)
        if self._labels:
            labels = NumberTree(self._file)
            for first_page, label in self._labels:
                labels.add(first_page, label)
            labels.close()
            # Among many documents the first thing is to find one; a single one opens on its page alone.
            entries.append(b"/PageLabels %d 0 R/PageMode/UseOutlines" % labels.root)
        if imprint.archive:
            entries.append(output_intents(self._file))
        return b"<</Type/Catalog%b>>" % b"".join(entries)
