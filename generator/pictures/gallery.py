"""Pictures asked for by name, each read once however many plans show it; behind it the user's cache and the artist."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from generator.cache import Cache, content_key
from generator.content.figure.figure_spec import FigureSpec, plain
from generator.figure.stored import StoredFigure
from generator.pictures.figures import Progress, figure_of, known_figure
from generator.pictures.file import find_picture, pack, read_picture, unpack
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

_MOST = 512
_THUMBNAIL_VERSION = 1  # raise it when the same photograph gives another thumbnail


class Gallery:
    """One for a command or a worker. `progress` is told an exercise's name before its figure is drawn.

    Found by what they show, not by when they were read: a pose that was edited is another figure, a file that was
    written again another picture.
    """

    def __init__(self, cache: Cache, progress: Progress | None = None, *, draws: bool = True) -> None:
        self._cache = cache
        self._progress = progress
        self._draws = draws
        self._figures: dict[tuple[str, str | None, str, str], StoredFigure | None] = {}
        self._pictures = lru_cache(_MOST)(self._picture)
        self._thumbnails = lru_cache(_MOST)(self._thumbnail)

    def figure(
        self, name: str, option: str | None, spec: FigureSpec, body: str = "", progress: Progress | None = None
    ) -> StoredFigure | None:
        """The figure of an exercise or its variant; None where it is not there yet and nothing is to be drawn.

        `progress` is told in place of the gallery's own.
        """
        key = name, option, json.dumps(plain(spec), sort_keys=True), body
        if key in self._figures:
            return self._figures[key]
        figure = self._figure(*key, progress or self._progress)
        if len(self._figures) >= _MOST:
            self._figures.clear()
        self._figures[key] = figure
        return figure

    def picture(self, name: str, folder: Path) -> Drawing | Raster:
        """The user's own picture called `name` in a folder. Raises `ContentError`, see `read_picture`."""
        state = find_picture(name, [folder]).stat()
        return self._pictures(name, folder, state.st_mtime_ns, state.st_size)

    def thumbnail(self, picture: Drawing | Raster) -> Drawing | Raster:
        """The user's own picture in small: a drawing as it is, a photograph with few pixels."""
        return self._thumbnails(picture) if isinstance(picture, Raster) else picture

    def _thumbnail(self, raster: Raster) -> Raster:
        from generator.pictures.thumbnail import small_raster  # Pillow, which most handouts do without

        key = content_key("thumbnail", _THUMBNAIL_VERSION, pack(raster))
        known = self._cache.get(key)
        small = unpack(known) if known is not None else None
        if not isinstance(small, Raster):
            small = small_raster(raster)
            self._cache.put(key, pack(small))
        return small

    def _figure(
        self, name: str, option: str | None, pose: str, body: str, progress: Progress | None
    ) -> StoredFigure | None:
        wanted = json.loads(pose)
        if self._draws:
            return figure_of(name, option, wanted, self._cache, body, progress)
        return known_figure(name, option, wanted, self._cache, body)

    def _picture(self, name: str, folder: Path, changed: int, size: int) -> Drawing | Raster:
        del changed, size  # they only tell one state of the file from another
        return read_picture(name, [folder], self._cache)
