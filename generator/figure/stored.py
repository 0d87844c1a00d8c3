"""Finished figures as small files: drawings to gzipped JSON and back, and the key that says whether they are stale.

Nothing here needs numpy; reading a figure costs about a millisecond. Bytes come in and go out: who opens which file is
decided elsewhere.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.figure.engine_hash import engine_hash
from generator.shapes.drawing import Drawing, Fill, Label, Stroke

FORMAT = 2


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """What lies in one file: the key it was drawn for, the frames of the card picture, the chart thumbnail (or None),
    and the engine's findings."""

    key: str
    frames: tuple[Drawing, ...]
    thumbnail: Drawing | None = None
    findings: tuple[str, ...] = ()


def figure_key(spec: Mapping[str, Any], body: str | None = None) -> str:
    """The key of a figure: equal for equal specs whatever the order of their keys, different after any change of the
    engine. TypeError for values that JSON does not have."""
    content = {"format": FORMAT, "engine": engine_hash(), "body": body, "figure": _normal(spec)}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _normal(value: Any) -> Any:
    # 30 and 30.0 are the same angle; tuples and lists the same list; texts that remember their place plain texts.
    if isinstance(value, Mapping):
        return {str(key): _normal(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [_normal(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def to_bytes(figure: StoredFigure) -> bytes:
    """The file of a figure. Equal figures give equal bytes."""
    content = {
        "format": FORMAT,
        "key": figure.key,
        "frames": [_packed(frame) for frame in figure.frames],
        "thumbnail": _packed(figure.thumbnail) if figure.thumbnail else None,
        "findings": list(figure.findings),
    }
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    data = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    # Which system it was made on (RFC 1952, OS): Python 3.11 says, 3.13 does not.
    return data[:9] + b"\xff" + data[10:]


def from_bytes(data: bytes) -> StoredFigure:
    """A figure from its file; ValueError when the bytes are not one, or of another format."""
    try:
        content = json.loads(gzip.decompress(data))
        if content["format"] != FORMAT:
            raise ValueError(f"stored figure of format {content['format']}, not {FORMAT}")
        thumbnail = content["thumbnail"]
        return StoredFigure(
            content["key"], tuple(_unpacked(frame) for frame in content["frames"]),
            _unpacked(thumbnail) if thumbnail else None, tuple(content["findings"]),
        )  # fmt: skip
    except (OSError, EOFError, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a stored figure: {error}") from error


def is_stale(figure: StoredFigure, spec: Mapping[str, Any], body: str | None = None) -> bool:
    """Whether the figure must be drawn again; compares keys, draws nothing."""
    return figure.key != figure_key(spec, body)


def _packed(drawing: Drawing) -> dict[str, Any]:
    ops = [
        [op.colour, op.path, *op.at, *(() if isinstance(op, Fill) else (op.width, list(op.dash)))] for op in drawing.ops
    ]
    packed: dict[str, Any] = {"size": [drawing.width, drawing.height], "unit": drawing.unit, "ops": ops}
    if drawing.labels:
        packed["labels"] = [[label.key, label.x, label.y, label.anchor] for label in drawing.labels]
    return packed


def _unpacked(packed: Mapping[str, Any]) -> Drawing:
    ops = tuple(
        Stroke(path, colour, more[0], tuple(more[1]), (x, y)) if more else Fill(path, colour, at=(x, y))
        for colour, path, x, y, *more in packed["ops"]
    )
    labels = tuple(Label(*label) for label in packed.get("labels", ()))
    width, height = packed["size"]
    return Drawing(width, height, ops, packed["unit"], labels)
