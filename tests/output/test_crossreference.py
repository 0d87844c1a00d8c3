import random
import zlib

import pytest

from generator.output import crossreference
from generator.output.crossreference import ENTRY, MOST_IN_STREAM, CrossReference


def at(offset: int) -> bytes:
    return b"\0\x01" + offset.to_bytes(4, "big") + b"\0\0"


def packed(stream: int, index: int) -> bytes:
    return b"\0\x02" + stream.to_bytes(4, "big") + index.to_bytes(2, "big")


def entries(table: CrossReference) -> list[bytes]:
    """Without what predicts them: each byte of a row is added to the one above (PNG, filter 2)."""
    data = zlib.decompress(table.compressed())
    above, found = bytes(ENTRY), []
    for start in range(0, len(data), ENTRY):
        row = data[start : start + ENTRY]
        assert row[0] == 2
        above = b"\0" + bytes((a + b) % 256 for a, b in zip(above[1:], row[1:], strict=True))
        found.append(above)
    return found


def test_objects_alone_and_in_rows() -> None:
    table = CrossReference()
    first = table.reserve(4)
    table.put_packed(first, 3, 9, 5)
    table.put_at(4, 0x01020304)
    assert entries(table) == [b"\0\0\0\0\0\0\xff\xff", packed(9, 5), packed(9, 6), packed(9, 7), at(0x01020304)]
    assert table.size == 5


def test_a_number_that_nothing_bears_is_free() -> None:
    table = CrossReference()
    table.reserve(1)
    assert entries(table)[1] == bytes(ENTRY)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_put_away_is_the_same_in_the_end(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossreference, "_ROW", 8 * ENTRY)
    monkeypatch.setattr(crossreference, "_OPEN", 16 * ENTRY)
    chance = random.Random(seed)
    table, wanted, waiting = CrossReference(), [b"\0\0\0\0\0\0\xff\xff"], []
    for _ in range(60):
        count = chance.randint(1, 12)
        first = table.reserve(count)
        wanted += [bytes(ENTRY)] * count
        waiting.append((first, count))
        chance.shuffle(waiting)
        while len(waiting) > 5:
            first, count = waiting.pop()
            stream, index = chance.randrange(1000), chance.randrange(MOST_IN_STREAM - count)
            table.put_packed(first, count, stream, index)
            wanted[first : first + count] = [packed(stream, index + i) for i in range(count)]
        table.put_away()
    assert entries(table) == wanted
    assert table._kept, "nothing was put away"
    assert table._late, "nothing came late"
