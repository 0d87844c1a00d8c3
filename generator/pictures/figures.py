"""An exercise's figure comes in, its drawings go out: those drawn ahead for the library, else from the cache, else new."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator.cache import Cache, content_key
from generator.content.figure_spec import FigureSpec, plain
from generator.pictures.file import pack, unpack
from generator.shapes.drawing import Drawing

VERSION = 1


def figure_frames(
    name: str,
    option: str | None,
    spec: FigureSpec,
    cache: Cache,
    *,
    body: str = "",
    thumbnail: bool = False,
    progress: Callable[[str], None] | None = None,
) -> tuple[Drawing, ...]:
    """One drawing, or start and end. `name` and `option` only say what is being drawn."""
    wanted = plain(spec)
    key = content_key("figure", VERSION, json.dumps(wanted, sort_keys=True), body, str(thumbnail))
    kept = _unpacked(cache.get(key))
    if kept:
        return kept
    if progress:
        progress(name if option is None else f"{name} ({option})")
    from generator.figure.illustration import draw_figure

    frames = draw_figure(wanted, body=body or None, thumbnail=thumbnail).frames
    cache.put(key, json.dumps([pack(frame).decode() for frame in frames]).encode())
    return frames


def _unpacked(data: bytes | None) -> tuple[Drawing, ...]:
    if data is None:
        return ()
    frames = [unpack(text.encode()) for text in json.loads(data)]
    return tuple(frame for frame in frames if isinstance(frame, Drawing))
