"""Every terminal shows what a command says: in its own signs, or in plainer ones, and never as a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = (
    ("plan", "hamstring-health"),
    ("show", "hip-hinge"),
    ("record", "hinge-and-rotate", "--by", "Zoë Łukasz 王"),
    ("make", "no-such-–×é王"),
    ("check", "missing-–é.yaml"),
    ("--help",),
    ("make", "--paper", "–é王"),
)


def said(encoding: dict[str, str], *words: str) -> tuple[bytes, bytes]:
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    ran = subprocess.run([sys.executable, "-m", "generator", *words], capture_output=True, env=surroundings | encoding)
    assert ran.returncode in (0, 1, 2)
    return ran.stdout, ran.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_no_command_ends_in_a_traceback(words: tuple[str, ...], encoding: str) -> None:
    out, err = said({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}, *words)
    assert b"Traceback" not in err
    assert out.decode(encoding) + err.decode(encoding)


def test_the_c_locale_is_ascii() -> None:
    out, err = said({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, *COMMANDS[2])
    assert b"Traceback" not in err
    assert b"Zoe ?ukasz ?" in out


def test_the_sense_is_kept_in_plainer_signs() -> None:
    out, _ = said({"PYTHONIOENCODING": "cp437"}, *COMMANDS[2])
    assert "Zoë ?ukasz ?" in out.decode("cp437")
    modern, _ = said({"PYTHONIOENCODING": "utf-8"}, *COMMANDS[2])
    assert "Zoë Łukasz 王" in modern.decode("utf-8")


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("make", "hamstring-health", "-o", "x.docx"), ".pdf"),
        (("make", "hamstring-health", "--save-plan", "x.pdf"), ".yaml or .yml"),
        (("make", "hamstring-health", "--cells", "x.csv"), ".json"),
        (("plan", "hamstring-health", "-o", "x.docx"), ".txt or .md"),
        (("plan", "hamstring-health", "--format", "json", "-o", "x.ics"), ".json"),
        (("plan", "hamstring-health", "--format", "ics", "--start", "2026-11-23", "-o", "x.txt"), ".ics"),
        (("record", "hamstring-health", "-o", "x.pdf"), ".txt or .md"),
        (("draw", "hip-hinge", "-o", "x.docx"), ".svg, .png or .pdf"),
        (("batch", "monday.csv", "-o", "monday.pdf"), "a folder"),
    ],
    ids=lambda it: it if isinstance(it, str) else it[0],
)
def test_a_file_is_called_after_what_is_in_it(
    words: tuple[str, ...], ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out, err = said({"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(Path(__file__).parents[2])}, *words)
    assert out == b""
    assert ending in err.decode("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_may_have_a_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said({"PYTHONPATH": str(Path(__file__).parents[2])}, "make", "hamstring-health", "-o", "prints.2026")
    assert len(list((tmp_path / "prints.2026").glob("*.pdf"))) == 1
