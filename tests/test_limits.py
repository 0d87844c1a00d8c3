"""The guard on hostile input refuses what takes too long, what takes too much, and what fails."""

from __future__ import annotations

import os

import pytest

from tests.limits import limited


def test_what_stays_within_passes() -> None:
    parent = os.getpid()

    @limited()
    def apart(word: str) -> None:
        assert os.getpid() != parent
        assert word == "given"

    apart("given")


def test_too_long_too_large_and_wrong_fail() -> None:
    @limited(seconds=1)
    def endless() -> None:
        while True:
            pass

    @limited(megabytes=100)
    def large() -> None:
        assert bytearray(400_000_000)

    @limited()
    def wrong() -> None:
        assert [1] == [2], "not the same"

    for test, words in ((endless, "more than 1 s"), (large, "MemoryError"), (wrong, "not the same")):
        with pytest.raises(pytest.fail.Exception, match=words):
            test()
