"""The name of a picture in a YAML file comes in, a `Drawing` or `Raster` goes out, from the cache where it can.

Reads only regular files inside the folders it is given: no absolute paths, no `..`, no link that leads out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from generator.cache import Cache, content_key
from generator.problems import ContentError, Place, Problem, place_of
from generator.shapes.drawing import Drawing, Fill, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.pixels import Raster

LARGEST_FILE = 30_000_000  # bytes
VERSION = 2  # raise it when the same file gives another drawing or raster


def read_picture(name: str, folders: Sequence[Path], cache: Cache) -> Drawing | Raster:
    """The picture called `name`, relative to the first of `folders` that has it; its bytes tell what kind it is.

    Raises ContentError at the place of `name` (if it is a `Prose`), or, inside an SVG, at its own line and column.
    """
    path = find_picture(name, folders)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _problem(name, f"cannot be read: {error.strerror}") from error
    if len(data) > LARGEST_FILE:
        raise _problem(name, f"has more than {LARGEST_FILE // 1_000_000} MB", "make it smaller")
    key = content_key("picture", VERSION, data)
    known = cache.get(key)
    picture = unpack(known) if known is not None else None
    if picture is None:
        picture = _convert(name, path, data)
        cache.put(key, pack(picture))
    return picture


def find_picture(name: str, folders: Sequence[Path]) -> Path:
    """The file called `name` in the first of `folders` that has it. Raises ContentError."""
    as_posix, as_windows = PurePosixPath(name), PureWindowsPath(name)
    if (
        not name.isprintable()
        or as_posix.is_absolute()
        or as_windows.drive
        or as_windows.root
        or ".." in as_windows.parts
    ):
        raise _problem(
            name, "leads out of the content folder", "put the picture beside the YAML file and write its name"
        )
    for folder in folders:
        path = folder / as_posix
        try:
            whole, inside = path.resolve(strict=True), folder.resolve(strict=True)
        except (OSError, RuntimeError):  # not there, or links in a circle
            continue
        if not whole.is_relative_to(inside):
            raise _problem(name, "is a link that leads out of the content folder", "copy the picture into the folder")
        if not whole.is_file():
            raise _problem(name, "is not a file")
        return path
    raise _problem(name, "is not there", "looked in " + ", ".join(map(str, folders)))


def pack(picture: Drawing | Raster) -> bytes:
    """The picture as the cache keeps it: a line of JSON, then a raster's bytes."""
    if isinstance(picture, Raster):
        facts = {name: getattr(picture, name) for name in ("columns", "rows", "channels", "is_jpeg")}
        return json.dumps(facts).encode() + b"\n" + picture.data
    facts = asdict(picture) | {"ops": [(type(op).__name__, *astuple(op)) for op in picture.ops]}
    return json.dumps(facts).encode() + b"\n"


def unpack(data: bytes) -> Drawing | Raster | None:
    """What `pack` packed, or None if it was something else."""
    head, _, rest = data.partition(b"\n")
    try:
        facts = json.loads(head)
        if "columns" in facts:
            return Raster(data=rest, **facts)
        ops = tuple(_op(*op) for op in facts["ops"])
        return Drawing(facts["width"], facts["height"], ops, facts["unit"])
    except (ValueError, KeyError, TypeError):
        return None


def _op(kind: str, path: str, colour: str, *more: Any) -> Fill | Stroke:
    if kind == "Stroke":
        width, dash, at = more
        return Stroke(path, colour, width, tuple(dash), tuple(at))
    shade, at = more
    return Fill(path, colour, _gradient(*shade) if shade else None, tuple(at))


def _gradient(matrix: Any, stops: Any, start: Any) -> Gradient:
    return Gradient(tuple(matrix), tuple(map(tuple, stops)), tuple(start) if start else None)


def _convert(name: str, path: Path, data: bytes) -> Drawing | Raster:
    # Each kind of picture has its own library, and most handouts need neither.
    if _looks_like_svg(data):
        from generator.pictures.svg.read_drawing import svg_drawing

        return svg_drawing(data, str(path))
    from generator.pictures.photo import PhotoError, photo_raster

    try:
        return photo_raster(data)
    except PhotoError as error:
        raise _problem(name, str(error), error.hint) from error


def _looks_like_svg(data: bytes) -> bool:
    """XML in any encoding begins with `<`, perhaps after a byte order mark, zeros or blanks; no photograph does."""
    return data[:64].lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n").startswith(b"<")


def _problem(name: str, message: str, hint: str = "") -> ContentError:
    place: Place | None = place_of(name)
    shown = name if name.isprintable() else ascii(name)
    return ContentError([Problem(f"picture {shown[:80]!r} {message}", place, hint=hint, rule="picture")])
