"""What many handouts share: content, pictures and equipment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.cache import Cache, user_folder
from generator.content.checking.fault_words import of_kind
from generator.content.library import Library
from generator.content.theme import Theme
from generator.equipment import Equipment
from generator.page.measures import Style
from generator.page.page import Block
from generator.pictures.gallery import Gallery
from generator.pictures.gather import Pictures, gather_pictures
from generator.plan import Plan
from generator.stopwatch import UNTIMED, Stopwatch
from generator.text.typeface import Face

if TYPE_CHECKING:
    from generator.output.press import Press


def _usual_gallery() -> Gallery:
    return Gallery(Cache(user_folder()))


@dataclass(frozen=True, slots=True)
class Workshop:
    """One for a command or a worker; nothing in it depends on a person, and nothing of it is ever replaced.

    `stopwatch` is told where the time goes.

    Raises ValueError for what is no library.
    """

    library: Library
    gallery: Gallery = field(default_factory=_usual_gallery, repr=False)
    equipment: Equipment = field(default_factory=Equipment, repr=False)
    stopwatch: Stopwatch = field(default=UNTIMED, repr=False)

    def __post_init__(self) -> None:
        of_kind("library", self.library, Library, 'as load_library("my-content") gives it')

    def with_library(self, library: Library) -> Workshop:
        """The same for other content: faces, styles and pictures that are at hand stay so."""
        return replace(self, library=library)

    @property
    def faces(self) -> Mapping[str, Face]:
        return self.equipment.faces

    @property
    def press(self) -> Press:
        return self.equipment.press

    def theme(self, name: str) -> Theme:
        return self.equipment.theme(name)

    def style(self, theme_name: str, accent: str | None, language: str) -> Style:
        return self.equipment.style(theme_name, accent, language)

    def known_block(self, block: Block) -> Block:
        """The first block that was equal to this one."""
        return self.equipment.known_block(block)

    def pictures(self, plan: Plan, body: str, label_size: float) -> Pictures:
        """Every picture of a plan; a new figure is drawn and kept in the user's cache."""
        return gather_pictures(plan, self.library, self.gallery, body, label_size=label_size)
