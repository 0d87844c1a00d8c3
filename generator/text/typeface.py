"""A typeface file (TrueType outlines) in, its measures and cut-down copies of it out; reportlab reads and cuts it.

Everything is asked by glyph id in the file's own numbering. Measures are in thousandths of the type size.
"""

from __future__ import annotations

import copy
import sys
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

# What only an installed font is asked for: names, and measures that the PDF's own descriptor says (ISO 32000-1, 9.9).
_NOT_EMBEDDED = frozenset({"name", "OS/2"})


class Face:
    """One typeface, opened when it is first asked something: a page seldom uses every face it may use."""

    def __init__(self, name: str, path: Path | str) -> None:
        self.name = name
        self.path = Path(path)
        self._characters: dict[int, str | None] = {}

    def __repr__(self) -> str:
        return f"Face({self.name!r}, {str(self.path)!r})"

    def __reduce__(self) -> tuple[type[Face], tuple[str, Path]]:
        # A worker process opens the file itself instead of being sent its 400 KB.
        return Face, (self.name, self.path)

    @cached_property
    def _file(self) -> Any:
        _keep_settings_out()
        # Here and not on top: this import takes longer than all else that a short command does.
        from reportlab.pdfbase.ttfonts import TTFontFile

        return TTFontFile(str(self.path))

    @cached_property
    def _thousandth(self) -> float:
        return 1000 / self.units_per_em

    @property
    def units_per_em(self) -> int:
        return int(self._file.unitsPerEm)

    @property
    def ascent(self) -> float:
        return float(self._file.ascent)

    @property
    def descent(self) -> float:
        """Below the baseline, so negative."""
        return float(self._file.descent)

    @property
    def cap_height(self) -> float:
        return float(self._file.capHeight)

    @property
    def italic_angle(self) -> float:
        return float(self._file.italicAngle)

    @property
    def stem_width(self) -> float:
        """Guessed from the weight: the file does not say."""
        return float(self._file.stemV)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of all glyphs laid over each other; y up from the baseline."""
        left, bottom, right, top = self._file.bbox
        return left, bottom, right, top

    def gid(self, char: str) -> int | None:
        """The glyph that draws a character, None if the face has none."""
        # Glyph 0 is the box for what is missing, whatever the file's table says.
        return self._file.charToGlyph.get(ord(char)) or None

    def advance(self, gid: int) -> float:
        return float(self._file.hmetrics[gid][0]) * self._thousandth

    def character(self, gid: int) -> str | None:
        """The character that a glyph stands for; None if it is reached only by shaping.

        Some glyphs draw several (the micro sign and the Greek mu): the one that is its own compatibility form
        (Unicode Standard Annex 15, NFKC) is taken, then the lowest.
        """
        if gid in self._characters:
            return self._characters[gid]
        chars = [chr(code) for code in self._file.glyphToChar.get(gid, ())]
        char = min(chars, key=lambda c: (unicodedata.normalize("NFKC", c) != c, c), default=None)
        self._characters[gid] = char
        return char

    def subset(self, gids: Iterable[int]) -> bytes:
        """A font file with only these glyphs: numbered 0 for the missing glyph, then the given ones in ascending order.

        Parts of composed glyphs follow at the end.
        """
        cut = copy.copy(self._file)
        cut.table = {tag: where for tag, where in cut.table.items() if tag not in _NOT_EMBEDDED}
        # reportlab picks glyphs by character; here each glyph id plays the character.
        wanted = sorted(set(gids) - {0})
        cut.charToGlyph = {gid: gid for gid in wanted}
        return bytes(cut.makeSubset(wanted))


def _keep_settings_out() -> None:
    """reportlab runs files called reportlab_mods and reportlab_settings, out of the home or the current folder.

    A page must not depend on them, nor a folder of content be able to run anything: these empty ones come first.
    """
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))
