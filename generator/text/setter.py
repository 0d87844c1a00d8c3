"""Text in, measured runs and broken lines out: the only place where a string is measured."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from generator.language.locale_facts import direction_of
from generator.problems import Place, place_of
from generator.text.glyph_run import Glyph, Run

# A line may end after a space, a hyphen, a dash or a slash that joins letters. A hyphen before a digit is a minus sign.
_BREAK = re.compile(r"(?<= )|(?<=[^\W\d_][-–/])(?=\w)")

_KEPT_PARAGRAPHS = 4096
_KEPT_RUNS = 4096

# A last line of one word looks forgotten: the paragraph is set narrower in these steps as long as it stays as short.
_NARROWER = tuple(1 - 0.03 * step for step in range(1, 9))


class Measured(Protocol):
    """What the setter needs of a face: its glyphs and how far each advances (thousandths of the size)."""

    @property
    def name(self) -> str: ...
    def gid(self, char: str) -> int | None: ...
    def advance(self, gid: int) -> float: ...


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one weight and tone; `tone` is handed back untouched (the page puts its ink there)."""

    text: str
    weight: str = "regular"
    tone: Hashable = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run that starts `x` points into its line."""

    x: float
    run: Run
    tone: Hashable = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One set line; `forced` says that a word had to be cut because it is wider than the line."""

    pieces: tuple[Piece, ...]
    width: float
    forced: bool = False


class _Glyphs(dict[str, tuple[str, int, float]]):
    """Character to face, glyph id and advance, looked up when first asked; glyph id 0 says that no face has it."""

    def __init__(self, faces: Sequence[Measured]) -> None:
        self.faces = faces

    def __missing__(self, char: str) -> tuple[str, int, float]:
        found = ("", 0, 0.0)
        for face in self.faces:
            gid = face.gid(char)
            if gid:
                found = (face.name, gid, face.advance(gid))
                break
        self[char] = found
        return found


class Setter:
    """Sets text in a family of faces, one glyph per character.

    `faces` gives for each weight the faces to try in order; the last resort for a character is to be reported missing.
    """

    def __init__(self, faces: Mapping[str, Sequence[Measured]], language: str) -> None:
        self.faces = faces
        self.language = language
        self._glyphs = {weight: _Glyphs(tried) for weight, tried in faces.items()}
        # The same labels and dates stand on everybody's sheets.
        self._measured = lru_cache(_KEPT_RUNS)(self._measure)
        # A card is set twice (the second time with its columns evened out), and a batch sets the same texts again.
        self._set = lru_cache(_KEPT_PARAGRAPHS)(self._set_lines)

    def run(
        self,
        text: str,
        size: float,
        weight: str = "regular",
        language: str | None = None,
        place: Place | None = None,
    ) -> Run:
        """Measure `text` at `size` points. A character that no face has gets no glyph and is listed as missing."""
        return self._measured(str(text), size, weight, language or self.language, place or place_of(text))

    def _measure(self, text: str, size: float, weight: str, language: str, place: Place | None) -> Run:
        known = self._glyphs[weight]
        found = [known[char] for char in text]
        glyphs = [Glyph(face, gid, advance, index) for index, (face, gid, advance) in enumerate(found) if gid]
        missing = [index for index, (_, gid, _) in enumerate(found) if not gid]
        width = sum([advance for _, _, advance in found])
        return Run(
            text,
            language,
            direction_of(language),
            size,
            width * size / 1000,
            tuple(glyphs),
            tuple(missing),
            place,
        )

    def width(self, text: str, size: float, weight: str = "regular") -> float:
        """Width of `text` in points."""
        known = self._glyphs[weight]
        return sum([known[char][2] for char in text]) * size / 1000

    def lines(self, spans: Sequence[Span], size: float, width: float, *, balance: bool = True) -> tuple[TextLine, ...]:
        """Break `spans` into lines of at most `width` points, never leaving one word alone on the last of several."""
        # Equal texts from different places are different paragraphs: a problem must name the right one.
        return self._set(tuple(spans), tuple(place_of(span.text) for span in spans), size, width, balance)

    def _set_lines(
        self, spans: tuple[Span, ...], places: tuple[Place | None, ...], size: float, width: float, balance: bool
    ) -> tuple[TextLine, ...]:
        words = [part for word in self._words(spans, size) for part in self._cut(word, spans, size, width)]
        broken = _fill(words, width)
        if balance and len(broken) > 1 and _word_count(broken[-1]) == 1:
            for share in _NARROWER:
                narrower = _fill(words, width * share)
                if len(narrower) > len(broken):
                    break
                if _word_count(narrower[-1]) > 1:
                    broken = narrower
                    break
        return tuple(self._line(line, spans, size) for line in broken)

    def _words(self, spans: Sequence[Span], size: float) -> list[list[_Fragment]]:
        """Unbreakable words, each as its fragments (a word may run across spans)."""
        words: list[list[_Fragment]] = [[]]
        for index, span in enumerate(spans):
            for position, text in enumerate(_BREAK.split(span.text)):
                if position:
                    words.append([])
                if text:
                    bare = text.rstrip(" ")
                    full = self.width(text, size, span.weight)
                    inner = full if bare == text else self.width(bare, size, span.weight)
                    words[-1].append(_Fragment(index, text, full, inner))
        return [word for word in words if word]

    def _cut(self, word: list[_Fragment], spans: Sequence[Span], size: float, width: float) -> list[list[_Fragment]]:
        """A word wider than the line, in parts that fit; nothing is lost, and the line says that it was forced."""
        if sum(fragment.full for fragment in word[:-1]) + word[-1].inner <= width + 0.01:
            return [word]
        parts: list[list[_Fragment]] = [[]]
        x = 0.0
        for fragment in word:
            for char in fragment.text:
                advance = self.width(char, size, spans[fragment.span].weight)
                if parts[-1] and x + advance > width and char != " ":
                    parts.append([])
                    x = 0.0
                inner = 0.0 if char == " " else advance
                parts[-1].append(_Fragment(fragment.span, char, advance, inner, cut=True))
                x += advance
        return parts

    def _line(self, line: list[_Fragment], spans: Sequence[Span], size: float) -> TextLine:
        pieces: list[Piece] = []
        x = 0.0
        start = 0
        while start < len(line):
            span = line[start].span
            end = start
            while end < len(line) and line[end].span == span:
                end += 1
            text = "".join(fragment.text for fragment in line[start:end])
            if end == len(line):
                text = text.rstrip(" ")
            run = self.run(text, size, spans[span].weight, place=place_of(spans[span].text))
            pieces.append(Piece(x, run, spans[span].tone))
            x += run.width
            start = end
        return TextLine(tuple(pieces), x, any(fragment.cut for fragment in line))


@dataclass(frozen=True, slots=True)
class _Fragment:
    span: int
    text: str
    full: float  # width with the space that follows
    inner: float  # width without it
    cut: bool = False


def _fill(words: Sequence[list[_Fragment]], width: float) -> list[list[_Fragment]]:
    """Greedy lines: a word goes down when its ink would pass the right edge."""
    lines: list[list[_Fragment]] = [[]]
    x = 0.0
    for word in words:
        ink = sum(fragment.full for fragment in word[:-1]) + word[-1].inner
        if lines[-1] and x + ink > width + 0.01:
            lines.append([])
            x = 0.0
        lines[-1].extend(word)
        x += sum(fragment.full for fragment in word)
    return lines


def _word_count(line: Sequence[_Fragment]) -> int:
    return len("".join(fragment.text for fragment in line).split(" ")) - (1 if line[-1].text.endswith(" ") else 0)
