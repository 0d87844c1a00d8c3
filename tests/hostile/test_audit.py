"""Ordinary commands open nothing but content, assets, cache and output, and no socket; the guard that says so works."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from .cases import scaffold
from .harness import Guard
from .test_hostile import run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each case is a forked process")

ROSTER = "routine,name\nhamstring-health,Ann\nhinge-and-rotate,Ben\nknees,=1+1\n"
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("make", "hinge-and-rotate", "--for", "Ann", "-o", "out"),
    ("make", "knees", "--content", "content", "--clinic", "brook", "-o", "out", "--save-plan", "plan.yaml"),
    ("make", "hip-hinge-foundations", "--style", "mono", "--archive", "--cells", "cells.json", "-o", "out"),
    ("check",),
    ("check", "content"),
    ("list",),
    ("show", "hip-hinge"),
    ("plan", "hamstring-health"),
    ("plan", "hamstring-health", "--format", "ics", "--start", "2026-11-23"),
    ("record", "hamstring-health"),
    ("schema", "exercise"),
    ("new", "exercise", "own", "-o", "content"),
    ("batch", "roster.csv", "--content", "content", "-o", "out", "--jobs", "1"),
)


def test_ordinary_commands_stay_inside(tmp_path: Path, checkout: Path) -> None:
    scaffold(tmp_path)
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")
    work: list[dict[str, Any]] = [{"name": "", "argv": command, "folder": str(tmp_path)} for command in COMMANDS]
    ended = run(work, tmp_path, checkout)
    assert len(ended) == len(COMMANDS)
    for command, one in zip(COMMANDS, ended, strict=True):
        assert one["code"] == 0, (command, one["err"][-2000:])
        assert one["seen"] == [], command
    assert sum(one["looked_at"] for one in ended) > 300, "the guard sees hardly anything"


@pytest.mark.parametrize(
    ("event", "arguments", "caught"),
    [
        ("open", ("/etc/passwd", "r", 0), True),
        ("open", (b"/etc/passwd", "r", 0), True),
        ("open", ("/work-of-others/x", "w", 0), True),
        ("os.listdir", ("/home",), True),
        ("os.remove", ("/tmp", -1), True),
        ("socket.connect", (None, ("example.org", 443)), True),
        ("socket.getaddrinfo", ("example.org", 443), True),
        ("subprocess.Popen", ("ls", [], None, None), True),
        ("os.system", ("ls",), True),
        ("open", ("{inside}/a.yaml", "r", 0), False),
        ("open", ("{inside}/../outside", "r", 0), True),
        ("open", ("{inside}/link", "r", 0), True),
        ("open", (3, "r", 0), False),
        ("import", ("json",), False),
    ],
)
def test_the_guard_sees_what_lies_outside(event: str, arguments: tuple[Any, ...], caught: bool, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "outside").write_text("x", "utf-8")
    (inside / "link").symlink_to(tmp_path / "outside")
    guard = Guard([str(inside)])
    first = arguments[0]
    guard(event, (first.format(inside=inside), *arguments[1:]) if isinstance(first, str) else arguments)
    assert bool(guard.seen) is caught


def test_the_harness_reports_what_a_command_opened(tmp_path: Path, checkout: Path) -> None:
    scaffold(tmp_path)
    (tmp_path / "plan.yaml").symlink_to("/etc/hostname")
    (one,) = run([{"name": "", "argv": ("make", "--plan", "plan.yaml"), "folder": str(tmp_path)}], tmp_path, checkout)
    assert any("/etc/hostname" in seen for seen in one["seen"])
