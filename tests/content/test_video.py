"""Addresses of videos, and how they are broken to be printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.checked import build
from generator.content.video import ResolvedVideo, Video, VideoHost, display_pieces, resolve_video, unresolved
from generator.problems import ContentError, Place, Prose, Severity

HOST = build(VideoHost, {"base": "https://videos.example.org/", "start": "?t={seconds}"})


def test_a_slug_stands_behind_the_clinics_address() -> None:
    video = build(Video, {"slug": "lying-strap", "start": "1:05", "minutes": 1})
    assert resolve_video(video, HOST) == ResolvedVideo("https://videos.example.org/lying-strap?t=65", 65, 1)
    assert resolve_video(video, None) is None
    assert resolve_video(None, HOST) is None


def test_a_full_address_stands_alone() -> None:
    video = build(Video, {"address": "https://example.org/v?id=7", "start": 65})
    assert resolve_video(video, None) == ResolvedVideo("https://example.org/v?id=7", 65, None)
    assert resolve_video(video, HOST) == ResolvedVideo("https://example.org/v?id=7&t=65", 65, None)


def test_a_start_of_nothing_is_not_written() -> None:
    video = build(Video, {"slug": "a", "start": 0})
    assert resolve_video(video, HOST) == ResolvedVideo("https://videos.example.org/a", 0, None)


@pytest.mark.parametrize(
    ("written", "seconds"), [(Prose("0:00"), 0), (Prose("1:05"), 65), ("90:00", 5400), ("1:02:05", 3725), (7, 7)]
)
def test_start_times(written: str | int, seconds: int) -> None:
    assert build(Video, {"slug": "a", "start": written}).start == seconds


@pytest.mark.parametrize(
    "values", [{}, {"slug": "a", "address": "https://example.org/"}, {"slug": "a b"}, {"slug": "../a"}]
)
def test_named_once_and_plainly(values: dict[str, str]) -> None:
    with pytest.raises(ContentError):
        build(Video, dict(values))


@pytest.mark.parametrize(
    "host", [{"base": "https://example.org/v"}, {"base": "https://example.org/", "start": "t={seconds}"}]
)
def test_a_host_that_slugs_cannot_stand_behind(host: dict[str, str]) -> None:
    with pytest.raises(ContentError):
        build(VideoHost, dict(host))


def test_a_slug_without_a_clinics_address_is_a_warning_at_its_place() -> None:
    place = Place("f.yaml", 3, 9)
    warning = unresolved(build(Video, {"slug": Prose("a", place)}), None)
    assert warning is not None and (warning.severity, warning.place) == (Severity.WARNING, place)
    assert unresolved(build(Video, {"slug": "a"}), HOST) is None
    assert unresolved(build(Video, {"address": "https://example.org/a"}), None) is None
    assert unresolved(None, None) is None


def test_an_address_breaks_only_after_its_signs() -> None:
    pieces = display_pieces("https://videos.example.org/lying-strap?t=65")
    assert pieces == ("videos.", "example.", "org/", "lying-", "strap?", "t=65")
    assert display_pieces("https://example.org/") == ("example.", "org")


@given(st.text(alphabet="ab/-.?=&%7", max_size=60))
def test_the_pieces_make_the_whole_address(rest: str) -> None:
    shown = f"example.org/{rest}".removesuffix("/")
    pieces = display_pieces(f"https://example.org/{rest}")
    assert "".join(pieces) == shown and all(pieces)
