"""Which use of an exercise is meant: `hip-hinge` is every one, `hip-hinge#2` the second in the order of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeVar

from generator.content.fields import ID_PATTERN, Text

V = TypeVar("V")
_PATTERN = rf"{ID_PATTERN}(#[1-9][0-9]?)?"

EntryKey = Annotated[str, Text(64, _PATTERN, "glute-bridge, or glute-bridge#2 for its second use", "an exercise's id")]


def parts_of_key(key: str) -> tuple[str, int]:
    """The exercise's id, and which of its uses; 0 stands for all."""
    name, _, count = key.partition("#")
    return name, int(count or 0)


def names_use(key: str, name: str, count: int) -> bool:
    """Whether a key means the `count`th use of an exercise."""
    return key in (name, f"{name}#{count}")


def said_of(said: Mapping[str, V], name: str, count: int) -> V | None:
    """What is said of one use: of it alone, else of the exercise."""
    key = f"{name}#{count}"
    return said[key] if key in said else said.get(name)
