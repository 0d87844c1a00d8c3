"""What a workshop works with, whatever its content: faces, styles and the press, each made ready when first needed."""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.assets import asset
from generator.content.contrast import darkened
from generator.content.theme import Theme, load_theme
from generator.page.measures import Style, inks_of, palette_of
from generator.page.page import Block
from generator.text.family import FAMILY
from generator.text.setter import Setter
from generator.text.typeface import Face

if TYPE_CHECKING:
    from generator.output.press import Press

# Any name, date or note may need these. With all of them in every file a face is cut once for thousands of clients,
# not once for every set of letters that a name happens to have. Letters with marks take six kilobytes: only a file that
# needs one of them gets them all.
_IN_NOTES = " !\"&'()+,-./:;?’−" + string.digits + string.ascii_letters  # a graph’s scale has the minus
_WITH_MARKS = "".join(filter(str.isalpha, map(chr, range(0xC0, 0x180))))  # Latin-1 and Latin Extended-A


class Equipment:
    """Shared by all workshops of a process that differ in content only: what is ready once stays so."""

    def __init__(self) -> None:
        self.style = lru_cache(64)(self._style)
        self.setter = lru_cache(16)(self._setter)
        self.theme = lru_cache(16)(load_theme)
        # The first of equal blocks, so that plans which differ in little share what they have in common.
        self.known_block = lru_cache(4096)(_itself)

    @cached_property
    def faces(self) -> Mapping[str, Face]:
        """All bundled faces by name; a file is opened when its face is first asked for a glyph."""
        names = sorted({name for faces in FAMILY.values() for name in faces})
        return {name: Face(name, asset("fonts", f"{name}.ttf")) for name in names}

    @cached_property
    def press(self) -> Press:
        from generator.output.press import Press

        in_names, in_notes, in_heads = (self.faces[FAMILY[weight][0]] for weight in ("semibold", "regular", "bold"))
        frozen = {
            in_names.name: (_glyphs(in_names, _IN_NOTES), _glyphs(in_names, _WITH_MARKS)),
            in_notes.name: (_glyphs(in_notes, _IN_NOTES),),
            in_heads.name: (_glyphs(in_heads, _IN_NOTES),),
        }
        return Press(self.faces, frozen)

    def _setter(self, language: str) -> Setter:
        return Setter({weight: [self.faces[name] for name in names] for weight, names in FAMILY.items()}, language)

    def _style(self, theme_name: str, accent: str | None, language: str) -> Style:
        theme: Theme = self.theme(theme_name)
        inks = inks_of(theme, darkened(accent) if accent else None)
        return Style(theme, inks, palette_of(theme, inks), self.setter(language))


def _glyphs(face: Face, chars: str) -> frozenset[int]:
    return frozenset(gid for char in chars if (gid := face.gid(char)))


def _itself(block: Block) -> Block:
    return block
