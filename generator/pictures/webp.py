"""A WebP file's bytes come in; what is in it goes out before any decoder runs, and the picture without its notes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

# Of the WebP container (RFC 9649, 2): what a still picture is made of; the rest is notes and colour management.
_KEPT = (b"VP8X", b"ALPH", b"VP8 ", b"VP8L", b"EXIF")
_MOVES = 0x02  # flag of VP8X
_NOTES = 0x20 | 0x04  # flags of VP8X: colour profile, XMP


@dataclass(frozen=True, slots=True)
class WebP:
    """`plain` is the file without notes; `columns` by `rows` is the largest that any of its parts claims to be."""

    plain: bytes
    columns: int
    rows: int
    is_lossless: bool
    moves: bool


def is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def read_webp(data: bytes) -> WebP:
    """Raises ValueError for what is cut short or has no picture in it."""
    chunks = list(_chunks(data))
    sizes = [size for kind, body in chunks if (size := _size(kind, body))]
    kinds = {kind for kind, _ in chunks}
    moves = b"ANMF" in kinds or any(kind == b"VP8X" and body[0] & _MOVES for kind, body in chunks if body)
    if not sizes or not (moves or kinds & {b"VP8 ", b"VP8L"}):
        raise ValueError("it has no picture in it")
    parts = b"".join(_chunk(kind, _without_notes(kind, body)) for kind, body in chunks if kind in _KEPT)
    plain = b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WEBP" + parts
    columns, rows = (max(side) for side in zip(*sizes, strict=True))
    return WebP(plain, columns, rows, b"VP8L" in kinds, moves)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise ValueError("it ends too early")
    at = 12
    while at + 8 <= end:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise ValueError("it ends too early")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _size(kind: bytes, body: bytes) -> tuple[int, int] | None:
    """Columns and rows that a chunk claims."""
    if kind == b"VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8 " and len(body) >= 10:
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    if kind == b"VP8L" and len(body) >= 5:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _without_notes(kind: bytes, body: bytes) -> bytes:
    return bytes((body[0] & ~_NOTES,)) + body[1:] if kind == b"VP8X" and body else body


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
