"""An exercise's pose comes in, its drawings go out: drawn ahead for the library, else from the cache, else new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.assets import asset
from generator.cache import Cache, content_key
from generator.content.figure.figure_spec import FigureSpec
from generator.content.library import Library
from generator.figure.stored import StoredFigure, figure_key, from_bytes, to_bytes

VERSION = 1
FOLDER = "figures"
Progress = Callable[[str], None]


def figure_of(
    name: str,
    option: str | None,
    wanted: Mapping[str, Any],
    cache: Cache,
    body: str = "",
    progress: Progress | None = None,
) -> StoredFigure:
    """The frames and the thumbnail of a plain pose; `progress` is told its name before something is drawn.

    `name` and `option` are those of the exercise and find what was drawn ahead.
    """
    figure = known_figure(name, option, wanted, cache, body)
    if figure is None:
        if progress:
            progress(label(name, option))
        figure = drawn(wanted, body)
        cache.put(_key(wanted, body), to_bytes(figure))
    return figure


def known_figure(
    name: str, option: str | None, wanted: Mapping[str, Any], cache: Cache, body: str = ""
) -> StoredFigure | None:
    """The figure as it was drawn ahead or lies in the cache; None where it would have to be drawn."""
    ahead = drawn_ahead(name, option, wanted) if not body else None
    kept = ahead.read_bytes() if ahead else cache.get(_key(wanted, body))
    return None if kept is None else from_bytes(kept)


def _key(wanted: Mapping[str, Any], body: str) -> str:
    return content_key("figure", VERSION, figure_key(wanted, body or None))


def drawn(wanted: Mapping[str, Any], body: str = "") -> StoredFigure:
    """A figure drawn now: card picture, and thumbnail as a drawing of its own. Takes about a second."""
    from generator.figure.engine import draw_figure

    person = body or None
    card = draw_figure(wanted, body=person)
    small = draw_figure(wanted, body=person, thumbnail=True)
    return StoredFigure(figure_key(wanted, person), card.frames, small.frames[-1], card.findings)


def drawn_ahead(name: str, option: str | None, wanted: Mapping[str, Any]) -> Path | None:
    """The file drawn ahead for exactly this pose; a changed pose has another name, so an old drawing is never taken."""
    path = asset(FOLDER) / file_name(name, option, wanted)
    return path if path.is_file() else None


def file_name(name: str, option: str | None, wanted: Mapping[str, Any]) -> str:
    """Exercise, variant and a hash of the pose."""
    pose = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:12]
    return f"{label(name, option)}-{pose}.json.gz"


def label(name: str, option: str | None) -> str:
    return name if option is None else f"{name}+{option}"


def library_figures(library: Library) -> Iterator[tuple[str, str | None, FigureSpec]]:
    """Every figure of a library: exercise id, variant or None, and the pose."""
    return figures_of(library, library.exercise_ids())


def figures_of(library: Library, names: Iterable[str]) -> Iterator[tuple[str, str | None, FigureSpec]]:
    """Every figure of these exercises."""
    for name in names:
        exercise = library.exercise(name)
        if exercise.figure:
            yield name, None, exercise.figure
        for option, variant in exercise.variants.items():
            if variant.figure:
                yield name, str(option), variant.figure
