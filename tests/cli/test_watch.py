"""Watching: made again soon after a save, the last good file kept, progress where a pose is new."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assets import bundled_content
from generator.cli import main
from generator.cli.make_again import attempt, make_again
from generator.problems import ContentError, Problem
from generator.watch import PAUSE, SETTLED, settled, state_of
from tests.cli.watcher import Watcher

ROUTINE = "hinge-and-rotate"
EXERCISE = "modified-good-morning"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "exercises").mkdir(parents=True)
    shutil.copy(bundled_content() / "exercises" / f"{EXERCISE}.yaml", folder / "exercises")
    return folder


@pytest.fixture
def watcher(content: Path, tmp_path: Path) -> Iterator[Watcher]:
    running = Watcher(ROUTINE, content, tmp_path / "out")
    try:
        yield running
    finally:
        running.end()


def test_a_save_is_on_paper_at_once_and_a_broken_file_leaves_the_last_good_one(
    watcher: Watcher, content: Path, tmp_path: Path
) -> None:
    watcher.until("watching for changes", timeout=60)
    (made,) = (tmp_path / "out").glob("*.pdf")
    file = content / "exercises" / f"{EXERCISE}.yaml"
    text = file.read_text("utf-8")

    assert "  reps: 10" in text and "stand tall." in text
    for reps in (8, 9, 12):
        before = made.read_bytes()
        file.write_text(text.replace("  reps: 10", f"  reps: {reps}"), "utf-8")
        _, seen = watcher.until("made again")
        assert any(line.endswith(made.name) for line in seen)
        assert made.read_bytes() != before

    good = made.read_bytes()
    file.write_text(text.replace("  reps: 10", "  reps: three"), "utf-8")
    _, seen = watcher.until("what was made before is kept")
    assert any("dose.reps" in line and f"{EXERCISE}.yaml:" in line for line in seen)
    assert made.read_bytes() == good

    file.write_text(text.replace("stand tall.", "stand up."), "utf-8")
    watcher.until("made again")

    posed = re.sub(r"\n  hair: \w+", "\n  hair: bald", text)
    assert posed != text
    file.write_text(posed, "utf-8")
    _, seen = watcher.until("made again", timeout=60)
    assert f"drawing {EXERCISE} ..." in seen


def test_made_again_nothing_is_opened_but_the_content(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What makes it soon: faces, figures and logos are at hand, and a save is noticed within a tenth of a second."""
    opened: list[str] = []
    counting = [False]
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if counting[0] and event == "open" else None)

    def twice(make: Callable[[], None], look: Callable[[], object]) -> None:
        make()
        counting[0] = True
        make()
        counting[0] = False

    monkeypatch.setattr("generator.cli.make_again.make_again", twice)
    arguments = ["make", ROUTINE, "--watch", "--content", str(content), "-o", str(tmp_path / "out")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert any(path.startswith(str(content)) for path in opened)
    read = {Path(path) for path in opened if not path.startswith(str(tmp_path))}
    assert {path.parent.parent for path in read} == {bundled_content()}
    assert PAUSE + SETTLED < 0.1


def test_only_changes_count(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    plan = tmp_path / "plan.yaml"
    file = tmp_path / "exercises" / "a.yaml"
    file.write_text("x", "utf-8")
    first = state_of([tmp_path / "exercises"], [plan])
    assert first == state_of([tmp_path / "exercises"], [plan]) and len(first) == 1
    file.write_text("xy", "utf-8")
    plan.write_text("y", "utf-8")
    second = state_of([tmp_path / "exercises", tmp_path / "missing"], [plan])
    assert len(second) == 2 and second != first
    file.unlink()
    assert len(state_of([tmp_path / "exercises"], [plan])) == 1


def test_a_file_still_being_written_is_waited_for() -> None:
    states = iter([{"f": (1, 10)}, {"f": (1, 20)}, {"f": (2, 30)}, {"f": (2, 30)}])
    assert settled({"f": (1, 0)}, lambda: next(states)) == {"f": (2, 30)}


def test_it_is_made_once_and_after_each_change(capsys: pytest.CaptureFixture[str]) -> None:
    states = iter([{}, {}, {"f": (1, 1)}, {"f": (1, 1)}, {"f": (1, 1)}])
    turns = iter([True, True, True, False])
    made = []
    make_again(lambda: made.append(1), lambda: next(states), goes_on=lambda: next(turns))
    assert len(made) == 2
    assert "made again in" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ContentError([Problem("is wrong")]), "is wrong\n1 problem; what was made before is kept."),
        (PermissionError(13, "Permission denied", "out.pdf"), "out.pdf: permission denied"),
        (SystemExit(1), ""),
    ],
)
def test_what_goes_wrong_is_said_and_watching_goes_on(
    error: BaseException, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def make() -> None:
        raise error

    assert not attempt(make)
    assert words in capsys.readouterr().err


def test_a_bug_is_an_ordinary_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(lambda: print(1 / 0))
