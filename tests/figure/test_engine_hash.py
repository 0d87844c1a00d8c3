"""A comment in the engine keeps every stored figure valid, a changed number does not, in every sub-room."""

from __future__ import annotations

import ast
import io
import re
import shutil
import tokenize
from pathlib import Path

import pytest

from generator.figure.engine_hash import code_of, engine_hash, hash_of

PACKAGE = Path(__file__).parents[2] / "generator"
SOURCES = sorted(path for room in ("shapes", "figure") for path in (PACKAGE / room).rglob("*.py"))
ROOMS = sorted({path.parent.relative_to(PACKAGE) for path in SOURCES})
NUMBER = re.compile(r"(?<![\w.\"])\d+\.\d+\b")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in ("shapes", "figure"):
        shutil.copytree(PACKAGE / room, tmp_path / room)
    return tmp_path


def without_words(source: str) -> str:
    """The code as Python's own parser and tokeniser see it: no docstrings, no comments, no blank lines."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            assert node.end_lineno is not None
            for number in range(node.lineno - 1, node.end_lineno):
                lines[number] = ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        number, column = token.start
        if token.type == tokenize.COMMENT and lines[number - 1]:
            lines[number - 1] = lines[number - 1][:column].rstrip() + "\n"
    return "".join(line for line in lines if line.strip())


def test_what_counts_is_what_python_sees() -> None:
    assert len(SOURCES) > 60
    assert [
        path.name for path in SOURCES if code_of(path.read_text("utf-8")) != without_words(path.read_text("utf-8"))
    ] == []


def test_the_copy_has_the_hash_of_the_package(copy: Path) -> None:
    assert hash_of(copy) == engine_hash()


def test_there_are_sub_rooms() -> None:
    assert Path("figure/anatomy") in ROOMS
    assert len(ROOMS) >= 9


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_a_comment_and_a_docstring_change_nothing(copy: Path, room: Path) -> None:
    for path in (copy / room).glob("*.py"):
        source = path.read_text("utf-8")
        path.write_text(source.replace('"""\n', ' Said otherwise."""\n', 1) + "\n# A remark.\n", "utf-8")
        assert path.read_text("utf-8") != source
    assert hash_of(copy) == engine_hash()


@pytest.mark.parametrize("room", [room for room in ROOMS if room != Path("shapes")], ids=str)
def test_a_number_changes_it(copy: Path, room: Path) -> None:
    path, code = next(
        (path, match)
        for path in sorted((copy / room).glob("*.py"))
        if (
            match := NUMBER.search(
                path.read_text("utf-8"), len(ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "") + 8
            )
        )
    )
    source = path.read_text("utf-8")
    path.write_text(source[: code.start()] + code[0] + "1" + source[code.end() :], "utf-8")
    assert hash_of(copy) != engine_hash()


def test_a_file_more_or_less_changes_it(copy: Path) -> None:
    (copy / "figure" / "pose" / "another.py").write_text("HIP = 1\n", "utf-8")
    assert hash_of(copy) != engine_hash()
