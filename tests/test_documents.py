"""What is written for developers is true: the paths exist, every room is told of, and the commands can be typed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from generator.cli import main
from tests.test_house import FLOORS

CHECKOUT = Path(__file__).parents[1]
DOCUMENTS = (
    "generator/README.md",
    "handouts/README.md",
    "tests/README.md",
    ".github/CONTRIBUTING.md",
    ".github/CHANGELOG.md",
)
PATH = re.compile(r"`((?:generator|tests|assets|handouts|\.ci)/[\w./-]*)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
COMMAND = re.compile(r"(?:^|`|&& )(handouts [^`&#\n]*)", re.MULTILINE)
OPTION = re.compile(r"--[a-z-]+")


def missing_paths(text: str, folder: Path) -> list[str]:
    """Files and folders that a text names and that are not there."""
    named = [(CHECKOUT, path) for path in PATH.findall(text)] + [(folder, path) for path in LINK.findall(text)]
    return [path for start, path in named if not (start / path).exists()]


def wrong_commands(text: str) -> list[str]:
    """Lines that name a command or an option which `handouts` does not have."""
    found = []
    for line in COMMAND.findall(text):
        command = main.commands.get(shlex.split(line)[1])
        known = {name for one in command.params for name in one.opts} if command else set()
        if command is None or not set(OPTION.findall(line)) <= known | {"--help"}:
            found.append(line.strip())
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_names_is_there(name: str) -> None:
    path = CHECKOUT / name
    text = path.read_text(encoding="utf-8")
    assert missing_paths(text, path.parent) == []
    assert wrong_commands(text) == []


def test_every_room_has_a_line() -> None:
    text = (CHECKOUT / "generator/README.md").read_text(encoding="utf-8")
    rooms = {
        room for floor in FLOORS for room in floor if room != "__main__" and (CHECKOUT / "generator" / room).is_dir()
    }
    files = {path.name for path in (CHECKOUT / "generator").glob("*.py") if not path.name.startswith("__")}
    assert [room for room in sorted(rooms) if f"| `{room}/`" not in text] == []
    assert [name for name in sorted(files) if f"`{name}`" not in text] == []


def test_a_wrong_document_is_refused() -> None:
    assert missing_paths("see `generator/attic/chest.py` and [this](nowhere.md)", CHECKOUT) == [
        "generator/attic/chest.py",
        "nowhere.md",
    ]
    assert wrong_commands("```\nhandouts bake cake\nhandouts make x --sugar\nhandouts make x --watch\n```") == [
        "handouts bake cake",
        "handouts make x --sugar",
    ]
