import multiprocessing
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.cache import Cache, content_key, user_folder

KEY = content_key("picture", 1, b"data")


def test_what_was_put_is_got(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get(KEY) is None
    cache.put(KEY, b"drawn")
    assert cache.get(KEY) == b"drawn"
    cache.put(KEY, b"")
    assert cache.get(KEY) == b""


def test_the_key_knows_kind_version_and_where_parts_end() -> None:
    keys = {
        content_key("picture", 1, "ab", "c"),
        content_key("picture", 1, "a", "bc"),
        content_key("picture", 1, "abc"),
        content_key("picture", 2, "ab", "c"),
        content_key("figure", 1, "ab", "c"),
    }
    assert len(keys) == 5
    assert content_key("picture", 1, "é") == content_key("picture", 1, "é".encode())


@given(some.lists(some.binary(max_size=4), max_size=4), some.lists(some.binary(max_size=4), max_size=4))
def test_different_parts_have_different_keys(one: list[bytes], other: list[bytes]) -> None:
    assert (content_key("x", 1, *one) == content_key("x", 1, *other)) == (one == other)


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 200])
def test_a_damaged_entry_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"drawn")
    (entry,) = tmp_path.rglob("??/*")
    entry.write_bytes(damage)
    assert cache.get(KEY) is None
    cache.put(KEY, b"drawn again")
    assert cache.get(KEY) == b"drawn again"


def test_no_folder_forgets(tmp_path: Path) -> None:
    cache = Cache(None)
    cache.put(KEY, b"drawn")
    cache.shrink()
    assert cache.get(KEY) is None


def test_an_unwritable_folder_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file")
    cache.put(KEY, b"drawn")
    assert cache.get(KEY) is None


def test_a_folder_deleted_in_between_harms_nobody(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"drawn")
    (entry,) = tmp_path.rglob("??/*")
    entry.unlink()
    entry.parent.rmdir()
    assert cache.get(KEY) is None
    cache.put(KEY, b"drawn")
    assert cache.get(KEY) == b"drawn"


def test_a_key_is_never_a_path(tmp_path: Path) -> None:
    for key in ("../../etc/passwd", "", KEY.upper(), KEY + "0"):
        with pytest.raises(ValueError, match="not a key"):
            Cache(tmp_path).get(key)


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keys = [content_key("picture", 1, str(i)) for i in range(4)]
    for age, key in enumerate(keys):
        cache.put(key, bytes(1000))
        os.utime(tmp_path / key[:2] / key[2:], (1e9 + age, 1e9 + age))
    assert cache.get(keys[0]) is not None  # used just now
    cache.shrink(limit=2 * 1032)
    assert [cache.get(key) is not None for key in keys] == [True, False, False, True]


def _write_and_read(folder: Path) -> int:
    cache, torn = Cache(folder), 0
    for i in range(100):
        key = content_key("picture", 1, str(i % 5))
        cache.put(key, str(i % 5).encode() * 5000)
        torn += cache.get(key) not in (None, str(i % 5).encode() * 5000)
    return torn


def test_parallel_writers_see_whole_entries(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_write_and_read, [tmp_path] * 2) == [0, 0]
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folders of other systems")
def test_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert user_folder() == Path(os.environ["HANDOUTS_CACHE"])
    monkeypatch.setenv("HANDOUTS_CACHE", "")
    assert user_folder() is None
    monkeypatch.delenv("HANDOUTS_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "handouts"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_folder() == tmp_path / ".cache" / "handouts"
