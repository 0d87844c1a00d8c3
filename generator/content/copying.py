"""A content file comes in; its text under another name, with its comments, and its pictures go out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.checking.checked import load
from generator.content.choices import Kind
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.content.library import MODELS, Library
from generator.problems import ContentError, Place, Problem

# The key of the name; and the one that belongs to the name it had, where there is such a key.
_NAMES: dict[Kind, tuple[str, str]] = {
    "exercises": ("name", "short_name"),
    "routines": ("title", ""),
    "clinics": ("name", ""),
}


def renamed(library: Library, kind: Kind, original: str, title: str) -> str:
    """The text of a file with another name in it. Raises `ContentError` if it is not there or not in order."""
    library.value(kind, original)
    key, short = _NAMES[kind]
    text = library.text(kind, original)
    # A value goes on in lines that stand further in.
    text = re.sub(
        rf"(?m)^{key}:.*(?:\n[ \t]+.*)*", lambda _: f"{key}: {json.dumps(title, ensure_ascii=False)}", text, count=1
    )
    if short:
        text = re.sub(rf"(?m)^{short}:.*(?:\n[ \t]+.*)*\n?", "", text, count=1)
    value, _ = load(MODELS[kind], text, original)
    if getattr(value, key) != title:
        place = Place(str(library.path(kind, original)), 1, 1)
        raise ContentError(
            [Problem(f"{key} cannot be changed here", place, hint=f"write {key}: at the start of a line")]
        )
    return text


def pictures_of(library: Library, kind: Kind, name: str) -> Iterator[tuple[str, Path]]:
    """The pictures or the logo of a file, by the names that it gives them. Raises `ContentError` if one is missing."""
    value = library.value(kind, name)
    if isinstance(value, Exercise):
        parts = (value, *value.variants.values())
        yield from ((str(part.picture), library.picture(name, part.picture)) for part in parts if part.picture)
    elif isinstance(value, Clinic) and value.logo:
        logo = library.logo(name)
        assert logo is not None  # it has one
        yield str(value.logo), logo
