"""Numbered objects in, the bytes of a PDF 1.7 file out, written as they come so that memory stays flat.

Small objects are packed into compressed object streams, and the cross-reference is a stream (ISO 32000-1, 7.5.7-8).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import BinaryIO, NamedTuple

from generator.output.crossreference import DECODING, MOST_IN_STREAM, CrossReference
from generator.output.syntax import deflated, stream

# Level 2 takes half of the time for a tenth more; what is remembered is made once.
_LEVEL = 5


# First number of objects numbered in a row, and the objects.
Row = tuple[int, tuple[bytes, ...]]
# Rows as the body of an object stream.
Packer = Callable[[tuple[Row, ...]], bytes]


def packed(rows: tuple[Row, ...]) -> bytes:
    """The object stream that holds these rows."""
    numbers: list[int] = []
    bodies: list[bytes] = []
    for first, row in rows:
        numbers.extend(range(first, first + len(row)))
        bodies.extend(row)
    # Bodies stand one byte apart: a line feed.
    offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
    head = b" ".join([b"%d %d" % pair for pair in zip(numbers, offsets, strict=False)]) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(head))
    return deflated(head + b"\n".join(bodies), entries, _LEVEL)


class Written(NamedTuple):
    """An object as it was written by itself: its number, what is in it, and a digest of that."""

    number: int
    body: bytes
    digest: bytes


class Sheaf(NamedTuple):
    """Objects that stand one after the other in every file of a kind: their bytes, numbers, and distances in bytes."""

    data: bytes
    digests: bytes
    places: tuple[tuple[int, int], ...]


def sheaf(objects: Iterable[Written]) -> Sheaf:
    """The objects as they are written."""
    data, digests, places = bytearray(), bytearray(), []
    for number, body, digest in objects:
        places.append((number, len(data)))
        data += _object(number, body)
        digests += digest or body
    return Sheaf(bytes(data), bytes(digests), tuple(places))


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that was written of a file before its end: objects in their order, and the table of all numbers."""

    objects: tuple[Written, ...]
    table: CrossReference


class ObjectFile:
    """A PDF file that is being written. Numbers are reserved first: objects name each other before they exist.

    `packer` may remember: files of one layout have the same rows, whoever they are for.
    """

    def __init__(self, out: BinaryIO, packer: Packer = packed) -> None:
        self._out = out
        self._packer = packer
        self._position = 0
        self._objects: list[Written] | None = None
        # What the file holds is what its identifier says: the same input gives the same file.
        self._digest = hashlib.blake2b(digest_size=16)
        self._table = CrossReference()
        self._rows: list[Row] = []
        self._packed = 0  # how many objects the rows hold
        # Four bytes above 127 say to old mail programs that this is no text (7.5.2).
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"")

    def _put(self, data: bytes, digest: bytes) -> None:
        self._out.write(data)
        self._digest.update(digest)
        self._position += len(data)

    def reserve(self, count: int = 1) -> int:
        """The first of `count` numbers in a row."""
        return self._table.reserve(count)

    def write(self, number: int, body: bytes, digest: bytes = b"") -> None:
        """An object of its own: every stream must be one. A digest of it, if there is one, saves making another."""
        self._table.put_at(number, self._position)
        self._put(_object(number, body), digest or body)
        if self._objects is not None:
            self._objects.append(Written(number, body, digest))

    def write_sheaf(self, sheaf: Sheaf) -> None:
        """The same as writing its objects one by one."""
        self._table.put_all_at(sheaf.places, self._position)
        self._put(sheaf.data, sheaf.digests)

    def follow(self) -> None:
        """Keeps a trace from now on."""
        self._objects = []

    @property
    def written(self) -> int:
        """How many objects the trace has."""
        return len(self._objects or ())

    def trace(self) -> Trace:
        """What has been written so far; objects that wait to be packed are written first."""
        self.flush()
        if self._objects is None:
            return Trace((), CrossReference())
        return Trace(tuple(self._objects), self._table.copy())

    def retrace(self, table: CrossReference) -> None:
        """Goes on from a trace's numbers; the objects are still to be written."""
        self._table = table.copy()

    def add(self, body: bytes, digest: bytes = b"") -> int:
        """Writes an object under the next number, and tells it."""
        number = self.reserve()
        self.write(number, body, digest)
        return number

    def pack(self, number: int, body: bytes) -> None:
        """An object that is no stream, into the next object stream."""
        self.pack_all(number, (body,))

    def pack_all(self, first: int, bodies: tuple[bytes, ...]) -> None:
        """Objects numbered in a row from `first`."""
        for start in range(0, len(bodies), MOST_IN_STREAM):
            row = bodies[start : start + MOST_IN_STREAM]
            if self._packed + len(row) > MOST_IN_STREAM:
                self.flush()
            self._rows.append((first + start, row))
            self._packed += len(row)

    def flush(self) -> None:
        """Writes out what is packed so far."""
        if not self._rows:
            return
        stream_number = self.reserve()
        index = 0
        for first, row in self._rows:
            self._table.put_packed(first, len(row), stream_number, index)
            index += len(row)
        body = self._packer(tuple(self._rows))
        self._rows, self._packed = [], 0
        self.write(stream_number, body)
        self._table.put_away()

    def close(self, root: int, info: int, identity: str = "") -> None:
        """Writes the cross-reference and the end.

        `identity` (32 hexadecimal digits) is the half of the identifier that stays when the content changes (14.4).
        """
        self.flush()
        number, start = self.reserve(), self._position
        content = self._digest.hexdigest()
        halves = ((identity or content).encode("ascii"), content.encode("ascii"))
        self._table.put_at(number, start)
        entries = b"/Type/XRef/Size %d/W[1 4 2]%b/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
        trailer = entries % (self._table.size, DECODING, root, info, *halves)
        self._put(_object(number, stream(self._table.compressed(), trailer)), b"")
        self._put(b"startxref\n%d\n%%%%EOF\n" % start, b"")
