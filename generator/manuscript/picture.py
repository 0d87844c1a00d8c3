"""Pictures with the words that belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster, own_size


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture with its caption. The `alt` of the first speaks for all pictures of a card."""

    content: Drawing | Raster
    caption: str
    alt: str

    @property
    def size(self) -> tuple[float, float]:
        """Own width and height: points of a drawing, pixels of a photograph."""
        return own_size(self.content)


@dataclass(frozen=True, slots=True)
class LabelledDrawing:
    """`words` gives the text of each label by its key; `text` stands under the title; `alt` says the picture."""

    drawing: Drawing
    title: str
    alt: str
    words: Mapping[str, str]
    text: str = ""
