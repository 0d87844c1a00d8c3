"""An exercise file with only what differs from another one, laid over that one's keys: `extends: hip-hinge`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.content.checking.fault_words import near
from generator.content.dose.dose import AMOUNTS, MEASURES
from generator.content.fields import quoted
from generator.content.folder import Folder, shown
from generator.problems import ContentError, Problem
from generator.source.document import Document, Value
from generator.source.reader import read

EXTENDS = "extends"
_MOST = 8  # files one over the other; more are a circle
_BY_KEY = ("dose", "variants")


def whole_value(folders: Sequence[Folder], name: str, above: tuple[Folder, ...], document: Document) -> Value:
    """What an exercise file says together with the one that it extends, which may extend another.

    `above` are the folders of this file and of those over it: one that extends its own id stands over a lower layer.
    Raises `ContentError`.
    """
    value = document.value
    base = value.get(EXTENDS) if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(base, str):
        return value
    found = _file_of(base, folders, above if base == name else ())
    if found is None or len(above) > _MOST:
        place = document.place((EXTENDS,))
        meant = near(base, [one for folder in folders for one in folder.ids("exercises") if one != name])
        hint = f"did you mean {meant}?" if meant and meant != base else "handouts list exercises shows all"
        message = f"there is no other exercise {quoted(base)} to extend"
        raise ContentError([Problem(message, place, EXTENDS, hint, document.excerpt(place), rule="unknown-id")])
    folder, path = found
    below = whole_value(folders, base, (*above, folder), read(folder.text(path), shown(path)))
    return over(below, value) if isinstance(below, dict) else value


def _file_of(name: str, folders: Sequence[Folder], above: tuple[Folder, ...]) -> tuple[Folder, Path] | None:
    """The file of an exercise in the topmost folder that is none of these."""
    files = ((folder, folder.ids("exercises").get(name)) for folder in reversed(folders))
    return next(((folder, path) for folder, path in files if path and folder not in above), None)


def over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of both. The dose is laid over field by field, variants by name; all else stands in place of the old.

    A key that is null is taken away.
    """
    merged = {**base, **own}
    for key in _BY_KEY:
        before, after = base.get(key), own.get(key)
        if isinstance(before, dict) and isinstance(after, dict):
            merged[key] = {**(_dose_below(before, after) if key == "dose" else before), **after}
    return {key: value for key, value in merged.items() if value is not None or key not in base}


def _dose_below(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What is left of a dose: another measure takes the old one's place, another amount ends the old steps."""
    gone: set[str] = set()
    if (set(MEASURES) - {"hold"}) & set(after):
        gone |= set(MEASURES)
    if set(AMOUNTS) & set(after):
        gone |= {"progression", "weeks"}
    return {key: value for key, value in before.items() if key not in gone}
