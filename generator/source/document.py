"""What a YAML file says, as values that remember where they stand; and how places and paths are shown to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problems import Place
from generator.source.scalar import Scalar

Path = tuple[str | int, ...]
Value = Scalar | tuple["Value", ...] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says. Lists are tuples, every text is a `Prose`; an empty file has the value None."""

    file: str
    value: Value
    lines: tuple[str, ...]
    places: Mapping[Path, Place] = field(repr=False)
    key_places: Mapping[Path, Place] = field(repr=False)

    def place(self, path: Path) -> Place:
        """Where the value at `path` begins; if nothing stands there, where the nearest value around it does."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1, 1))

    def key_place(self, path: Path) -> Place:
        """Where the key of the value at `path` stands; for a list item or the whole document, the value itself."""
        return self.key_places.get(path) or self.place(path)

    def written(self, location: Path) -> Path:
        """The part of a checker's path that stands in the file; steps of its own (a union's member) fall out."""
        path: Path = ()
        value = self.value
        for step in location:
            if isinstance(value, dict) and str(step) in value:
                path = (*path, str(step))
                value = value[str(step)]
            elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
                path = (*path, step)
                value = value[step]
        return path

    def excerpt(self, place: Place) -> str:
        return excerpt(self.lines, place)


def excerpt(lines: tuple[str, ...], place: Place) -> str:
    """The source line of a place, safe to print and no longer than a terminal needs to show the column."""
    if place.line > len(lines) or place.column > 160:
        return ""
    line = lines[place.line - 1][:200]
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in line).rstrip()


def dotted(path: Path) -> str:
    """The way to a value as people write it; list items count from 1: `phases[2].exercises[1].sets`."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text
