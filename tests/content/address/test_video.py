"""Addresses of videos: where they are kept, and what becomes of them."""

from __future__ import annotations

import pytest

from generator.content.address.video import ResolvedVideo, Video, VideoHost, resolve_video
from generator.content.checking.checked import build
from generator.problems import ContentError, Prose

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


def test_the_resolved_address_is_ascii_and_without_trackers() -> None:
    video = build(Video, {"address": "https://www.exämple.org/é?v=7&utm_source=letter", "start": 65})
    assert resolve_video(video, HOST) == ResolvedVideo("https://www.xn--exmple-cua.org/%C3%A9?v=7&t=65", 65, None)


def test_an_address_longer_than_any_code_may_be_is_refused_with_the_limit() -> None:
    build(Video, {"address": "https://example.org/" + "a" * 480})
    for path in ("a" * 481, "é" * 90):
        with pytest.raises(ContentError, match=r"an address of \d+ characters is too long for a code, at most 500"):
            build(Video, {"address": f"https://example.org/{path}"})


@pytest.mark.parametrize("host", ["ex\u0300\u2024.org", "a..é.org", "☃\u200d.org"])
def test_a_host_that_no_server_can_have_is_refused(host: str) -> None:
    with pytest.raises(ContentError, match=r"no website can be called|needs a full address|invisible"):
        build(Video, {"address": f"https://{host}/"})
