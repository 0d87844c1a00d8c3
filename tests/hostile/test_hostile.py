"""Every hostile case: a clear problem with its place, the right exit code, no traceback, no file, within bounds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .cases import SECRET, Case, all_cases, scaffold

CASES = all_cases()
MOST_SECONDS = 2.0  # of processor time
MOST_MEGABYTES = 300

# What a batch is asked to leave: the rows to mend, and what it needs to go on where it stopped.
KEPT_BY_A_BATCH = ("-problems.csv", "manifest.csv", "journal.jsonl", "key", "lock")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each case is a forked process")


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> dict[str, list[dict[str, Any]]]:
    """How each case ended, by its name; all of them in one run."""
    root = tmp_path_factory.mktemp("hostile")
    work: list[dict[str, Any]] = []
    before: dict[str, set[str]] = {}
    for number, case in enumerate(CASES):
        folder = root / str(number)
        folder.mkdir()
        scaffold(folder)
        case.build(folder)
        before[str(folder)] = files_below(folder)
        work += [{"name": case.name, "argv": command, "folder": str(folder)} for command in case.commands]
    ended = run(work, root, checkout)
    found: dict[str, list[dict[str, Any]]] = {}
    for one, asked in zip(ended, work, strict=True):
        one["new"] = sorted(files_below(Path(asked["folder"])) - before[asked["folder"]])
        one["argv"] = asked["argv"]
        found.setdefault(one["name"], []).append(one)
    return found


def run(work: list[dict[str, Any]], root: Path, checkout: Path) -> list[dict[str, Any]]:
    """The harness over the cases; what may be opened is the package with its assets and content, and the cache."""
    allowed = [str(checkout / name) for name in ("generator", "assets", "handouts")] + [os.environ["HANDOUTS_CACHE"]]
    file = root / "work.json"
    file.write_text(json.dumps({"allowed": allowed, "cases": work}), "utf-8")
    harness = Path(__file__).with_name("harness.py")
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    done = subprocess.run(
        [sys.executable, str(harness), str(file)], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_case(case: Case, results: dict[str, list[dict[str, Any]]]) -> None:
    for ended in results[case.name]:
        said = ended["out"] + ended["err"]
        assert "Traceback" not in said, said[-3000:]
        assert ended["code"] == case.code, (ended["argv"], said[:2000])
        for words in case.says:
            assert words in said, (ended["argv"], said[:2000])
        assert SECRET not in said
        left = [name for name in ended["new"] if not (ended["argv"][0] == "batch" and name.endswith(KEPT_BY_A_BATCH))]
        assert case.code == 0 or left == [], "a file was left"
        assert ended["seconds"] < MOST_SECONDS, ended["seconds"]
        assert ended["megabytes"] < MOST_MEGABYTES, ended["megabytes"]
        assert ended["seen"] == [], "something outside was opened"
        assert len(said) < 100_000, "the message is a flood itself"
        assert "\x1b" not in said and "\0" not in said, "what is printed steers a terminal"


def test_the_table_names_each_case_once() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 90
