"""Where each object stands in, the table by which a reader finds it out (ISO 32000-1, 7.5.8).

A print file has millions of objects: what is not likely to change any more is kept compressed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache

ENTRY = 8  # bytes: how it is predicted, type, offset or number of the object stream, index in it
_ROW = 4096 * ENTRY  # kept compressed as one piece
_OPEN = 16 * _ROW  # the latest entries, most of which are still to come

# The table is made anew for every file: level 1 takes a seventh of the time of 6 for the same size.
_LEVEL = 1

# Each row of the table is stored as what it adds to the one above: PNG's filter 2 (7.4.4.4). Entries hardly differ from
# their neighbours, so the table shrinks to a third.
_UP = b"\x02"
DECODING = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>" % (ENTRY - 1)

_INDEX = [i.to_bytes(2, "big") for i in range(1000)]
MOST_IN_STREAM = len(_INDEX)


class CrossReference:
    """Object 0, which is free, and then one entry for each number reserved."""

    def __init__(self) -> None:
        self._kept: list[bytes] = []
        self._late: dict[int, bytes] = {}  # entries that came after theirs had been put away
        self._open = bytearray(b"\x00\x00\x00\x00\x00\x00\xff\xff")
        self._first_open = 0
        self.size = 1

    def copy(self) -> CrossReference:
        """Another table with the same entries."""
        other = CrossReference()
        other._kept, other._late, other._open = list(self._kept), dict(self._late), bytearray(self._open)
        other._first_open, other.size = self._first_open, self.size
        return other

    def reserve(self, count: int) -> int:
        """The first of so many new numbers in a row."""
        first = self.size
        self.size += count
        self._open.extend(bytes(ENTRY * count))
        return first

    def put_at(self, number: int, offset: int) -> None:
        """An object by itself, `offset` bytes from the start of the file."""
        self._put(number, b"\x00\x01%b\x00\x00" % offset.to_bytes(4, "big"))

    def put_all_at(self, places: Iterable[tuple[int, int]], start: int) -> None:
        """Objects by themselves, by number, so many bytes behind `start`."""
        entries = [
            (number, b"\x00\x01%b\x00\x00" % (start + distance).to_bytes(4, "big")) for number, distance in places
        ]
        if self._first_open:
            for number, entry in entries:
                self._put(number, entry)
            return
        table = self._open  # every file has it, but for a print file: no more than an assignment for each
        for number, entry in entries:
            at = ENTRY * number
            table[at : at + ENTRY] = entry

    def put_packed(self, first: int, count: int, stream: int, index: int) -> None:
        """Objects numbered in a row, and standing in a row in an object stream from `index` on."""
        start = b"\x00\x02" + stream.to_bytes(4, "big")
        self._put(first, b"".join([start + i for i in _INDEX[index : index + count]]))

    def _put(self, first: int, entries: bytes) -> None:
        start = ENTRY * (first - self._first_open)
        while start < 0 and entries:
            self._late[first] = entries[:ENTRY]
            first, start, entries = first + 1, start + ENTRY, entries[ENTRY:]
        self._open[start : start + len(entries)] = entries

    def put_away(self) -> None:
        """Compresses the older entries. Those of them that are still to come are remembered one by one."""
        while len(self._open) > _OPEN:
            self._kept.append(zlib.compress(self._open[:_ROW], _LEVEL))
            del self._open[:_ROW]
            self._first_open += _ROW // ENTRY

    def compressed(self) -> bytes:
        """The whole table, as the stream's data."""
        squeeze = zlib.compressobj(_LEVEL)
        above = bytes(ENTRY)
        late = sorted(self._late.items(), reverse=True)
        out = []
        for place, kept in enumerate(self._kept):
            row = bytearray(zlib.decompress(kept))
            first = place * (_ROW // ENTRY)
            while late and ENTRY * (late[-1][0] - first) < _ROW:
                number, entry = late.pop()
                row[ENTRY * (number - first) : ENTRY * (number - first + 1)] = entry
            out.append(squeeze.compress(_predicted(row, above)))
            above = bytes(row[-ENTRY:])
        out += [squeeze.compress(_predicted(self._open, above)), squeeze.flush()]
        return b"".join(out)


def _predicted(entries: bytearray, above: bytes) -> bytes:
    """The entries as differences; `above` is the one before them."""
    high, up = _patterns(len(entries) // ENTRY)
    # All bytes of the table are subtracted at once, as two long numbers. The highest bit of each byte is set first, so
    # that no byte borrows from the next, and put right after.
    here = int.from_bytes(entries, "big")
    over = int.from_bytes(above + entries[:-ENTRY], "big")
    differences = ((here | high) - (over & ~high)) ^ ((here ^ ~over) & high)
    return (differences | up).to_bytes(len(entries), "big")


@lru_cache(64)
def _patterns(count: int) -> tuple[int, int]:
    """Of so many entries, the highest bit of each byte, and the filter's number in front of each entry."""
    return int.from_bytes(b"\x80" * ENTRY * count, "big"), int.from_bytes((_UP + bytes(ENTRY - 1)) * count, "big")
