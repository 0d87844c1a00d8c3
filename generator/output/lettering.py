"""A run in, text operators out: which glyphs to show, and the true text wherever the glyphs alone would read wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from unicodedata import east_asian_width, normalize

from generator.output.syntax import Unwritable, name, number, text_string
from generator.page.page import Words
from generator.text.glyph_run import Glyph, Run
from generator.text.typeface import Face

# A face draws these with one glyph; for a reader, and for a search, they are one character too.
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
# A line that ends with one of these after a letter was broken inside a word.
_BREAKS_INSIDE = "-–/\u00ad\u2010"
_FACE = attrgetter("face")
# Advances that differ by less than this (thousandths of the size) are the face's own.
_SAME_ADVANCE = 0.05


def refuse_missing(run: Run) -> None:
    """PDF/UA-1, 7.21.8: no reference to the missing glyph. What no face has should never come this far."""
    lost = run.missing or [glyph.cluster for glyph in run.glyphs if not glyph.gid]
    if lost:
        chars = ", ".join(f"{run.text[index]!r} (U+{ord(run.text[index]):04X})" for index in lost)
        raise Unwritable(f"no face has a glyph for {chars} in {run.text!r}", run.place)


def clusters(run: Run) -> Iterator[tuple[str, Sequence[Glyph]]]:
    """The run's glyphs with the text that each group of them stands for.

    A run from right to left is one group: its glyphs are in the order of painting, its text in that of reading.
    """
    if run.direction == "rtl":
        yield run.text, list(run.glyphs)
        return
    groups = [list(group) for _, group in groupby(run.glyphs, lambda glyph: glyph.cluster)]
    ends = [group[0].cluster for group in groups[1:]] + [len(run.text)]
    for group, end in zip(groups, ends, strict=True):
        yield run.text[group[0].cluster : end], group


def _plain(text: str) -> str:
    """The text as a search would see it: the micro sign is the Greek mu, a no-break space a space."""
    return normalize("NFKC", text).translate(_HYPHENS)


def reads_right(text: str, glyphs: Sequence[Glyph], faces: Mapping[str, Face]) -> bool:
    """Whether the glyphs, taken back to characters one by one, give the text."""
    chars = [faces[glyph.face].character(glyph.gid) for glyph in glyphs]
    if None in chars:
        return False
    spelt = "".join(char for char in chars if char)
    return spelt == text or _plain(spelt) == _plain(text)


def reads_apart(before: Words, after: Words, *, in_address: bool) -> bool:
    """Whether a space belongs between two pieces of one text, which neither of them has.

    Lines lose their last space when they are broken, and words set side by side never had one; on paper the gap says
    it, but a screen reader would hear "yourback".
    """
    text, following = before.run.text, after.run.text
    if not text or not following or text[-1].isspace() or following[0].isspace():
        return False
    if east_asian_width(text[-1]) in "WF" or east_asian_width(following[0]) in "WF":
        return False  # Chinese and Japanese lines go on without one
    nearly = before.run.size * 0.1
    if abs(before.y - after.y) < before.run.size * 0.4:
        return abs(after.x - before.x - before.run.width) > nearly
    if in_address and " " not in text:
        return False
    broken_inside = text[-1] in _BREAKS_INSIDE and text[-2:-1].isalnum()
    return not broken_inside


class Lettering:
    """Writes runs one after the other to the end of `out`; `glyphs` counts what was used of each face."""

    def __init__(self, faces: Mapping[str, Face], out: list[str]) -> None:
        self.glyphs: dict[str, set[int]] = {}
        self._faces = faces
        self._out = out
        self._font: tuple[str, float] | None = None  # face and size that are set
        self._hex = ""  # glyphs of the string that is open
        self._array: list[str] = []  # strings and corrections between them, as operator TJ takes them

    def letter(self, run: Run, *, spelt_elsewhere: bool) -> None:
        """`spelt_elsewhere`: an element around gives the text, so the glyphs need not."""
        refuse_missing(run)
        if spelt_elsewhere or reads_right(run.text, run.glyphs, self._faces):
            self._show(run.glyphs, run.size)
        else:
            for text, glyphs in clusters(run):
                self._show_as(text, glyphs, run.size)
        self._end_string()

    def _show_as(self, text: str, glyphs: Sequence[Glyph], size: float) -> None:
        if reads_right(text, glyphs, self._faces):
            self._show(glyphs, size)
            return
        self._end_string()
        self._out.append(f"/Span<</ActualText{text_string(text).decode('ascii')}>>BDC")
        self._show(glyphs, size)
        self._end_string()
        self._out.append("EMC")

    def _show(self, glyphs: Sequence[Glyph], size: float) -> None:
        for face_name, group in groupby(glyphs, _FACE):
            alike = list(group)
            gids = [glyph.gid for glyph in alike]
            self.glyphs.setdefault(face_name, set()).update(gids)
            self._choose(face_name, size)
            own_advance = self._faces[face_name].advance
            # A positive number moves back (ISO 32000-1, 9.4.3).
            backs = [own_advance(glyph.gid) - glyph.advance for glyph in alike]
            if not any(backs):
                self._hex += "%04X" * len(gids) % tuple(gids)
                continue
            for gid, back in zip(gids, backs, strict=True):
                self._hex += f"{gid:04X}"
                if abs(back) > _SAME_ADVANCE:
                    self._array += [f"<{self._hex}>", number(back)]
                    self._hex = ""

    def _choose(self, face_name: str, size: float) -> None:
        if self._font != (face_name, size):
            self._end_string()
            self._font = (face_name, size)
            self._out.append(f"{name(face_name)} {number(size)} Tf")

    def _end_string(self) -> None:
        string = f"<{self._hex}>" if self._hex else ""
        if self._array:
            self._out.append(f"[{''.join(self._array)}{string}] TJ")
        elif string:
            self._out.append(f"{string} Tj")
        self._hex = ""
        self._array = []

    def add_space(self, end: int, face_name: str) -> None:
        """A space behind the glyphs shown before the place `end` in `out`, where it takes no room from anything.

        It goes into their string or array: a space that is a string of its own, PDFium does not hand on.
        """
        gid = self._faces[face_name].gid(" ") or 0
        shown, operator = self._out[end - 1][:-4], self._out[end - 1][-4:]
        space = {"> Tj": f"{gid:04X}", "] TJ": f"<{gid:04X}>"}.get(operator)
        if gid and space:
            self._out[end - 1] = shown + space + operator
            self.glyphs[face_name].add(gid)
