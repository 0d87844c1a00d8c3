"""Numbered objects in, the bytes of a PDF 1.7 file out, written as they come so that memory stays flat.

Small objects are packed into compressed object streams, and the cross-reference is a stream (ISO 32000-1, 7.5.7-8).
"""

from __future__ import annotations

import hashlib
from itertools import accumulate
from typing import BinaryIO

from generator.output.syntax import deflated, reference

# A reader unpacks a whole object stream to get at one object, so they must not grow with the file.
_PACKED_AT_MOST = 1000
# These are made anew for every file: a third of the time of level 6 for a tenth more, and a seventh for the same.
_PACKED_LEVEL = 2
_REFERENCE_LEVEL = 1
_ENTRY = 7  # bytes of a cross-reference entry: type, offset or stream, index
_INDEX = [i.to_bytes(2, "big") for i in range(_PACKED_AT_MOST)]


class ObjectFile:
    """A PDF file that is being written. Numbers are reserved first: objects name each other before they exist."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._position = 0
        # What the file holds is what its identifier says: the same input gives the same file.
        self._digest = hashlib.blake2b(digest_size=16)
        self._next = 1
        self._entries = bytearray(b"\x00\x00\x00\x00\x00\xff\xff")
        self._rows: list[tuple[int, tuple[bytes, ...]]] = []  # first number, objects numbered in a row from it
        self._packed = 0  # how many objects the rows hold
        # Four bytes above 127 say to old mail programs that this is no text (7.5.2).
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"")

    def _put(self, data: bytes, digest: bytes) -> None:
        self._out.write(data)
        self._digest.update(digest)
        self._position += len(data)

    def reserve(self, count: int = 1) -> int:
        """The first of `count` numbers in a row."""
        first = self._next
        self._next += count
        self._entries.extend(bytes(_ENTRY * count))
        return first

    def write(self, number: int, body: bytes, digest: bytes = b"") -> None:
        """An object of its own: every stream must be one. A digest of it, if there is one, saves making another."""
        start = _ENTRY * number
        self._entries[start : start + _ENTRY] = b"\x01%b\x00\x00" % self._position.to_bytes(4, "big")
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, body), digest or body)

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
        for start in range(0, len(bodies), _PACKED_AT_MOST):
            row = bodies[start : start + _PACKED_AT_MOST]
            if self._packed + len(row) > _PACKED_AT_MOST:
                self.flush()
            self._rows.append((first + start, row))
            self._packed += len(row)

    def flush(self) -> None:
        """Writes out what is packed so far."""
        if not self._rows:
            return
        stream_number = self.reserve()
        entry = b"\x02" + stream_number.to_bytes(4, "big")
        numbers: list[int] = []
        bodies: list[bytes] = []
        for first, row in self._rows:
            indexes = _INDEX[len(bodies) : len(bodies) + len(row)]
            self._entries[_ENTRY * first : _ENTRY * (first + len(row))] = b"".join([entry + i for i in indexes])
            numbers.extend(range(first, first + len(row)))
            bodies.extend(row)
        # Bodies stand one byte apart: a line feed.
        offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
        head = b" ".join([b"%d %d" % pair for pair in zip(numbers, offsets, strict=False)]) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(head))
        self._rows, self._packed = [], 0
        self.write(stream_number, deflated(head + b"\n".join(bodies), entries, _PACKED_LEVEL))

    def close(self, root: int, info: int) -> None:
        """Writes the cross-reference and the end. Every reserved number must have been written."""
        self.flush()
        number, start = self.reserve(), self._position
        identity = self._digest.hexdigest().encode("ascii")
        self._entries[_ENTRY * number : _ENTRY * (number + 1)] = b"\x01%b\x00\x00" % start.to_bytes(4, "big")
        trailer = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (
            self._next,
            reference(root),
            reference(info),
            identity,
            identity,
        )
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, deflated(self._entries, trailer, _REFERENCE_LEVEL)), b"")
        self._put(b"startxref\n%d\n%%%%EOF\n" % start, b"")
