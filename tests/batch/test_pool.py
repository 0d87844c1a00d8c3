"""Workers that do the work, die, are ended from outside, or outlive nobody."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from generator.batch import pool
from generator.problems import ContentError

forking = pytest.mark.skipif(not pool.forks(), reason="needs cheap workers")


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def die_once(mark: str, numbers: Sequence[int]) -> list[int]:
    """The worker that meets 7 first ends as if the system had ended it."""
    path = Path(mark)
    if 7 in numbers and not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(numbers)


def die(numbers: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def refuse(numbers: Sequence[int]) -> list[int]:
    raise OSError(28, "No space left on device")


PIECES = [[number, number + 1] for number in range(0, 40, 2)]


@pytest.mark.parametrize("workers", [1, 2])
def test_every_piece_is_done_once(workers: int) -> None:
    results = pool.work_through(partial(pool.processes, workers), workers, doubled, PIECES)
    assert sorted(value for result in results for value in result) == list(range(0, 80, 2))


@forking
def test_pieces_of_a_lost_worker_are_done_again(tmp_path: Path) -> None:
    work = partial(die_once, str(tmp_path / "mark"))
    results = pool.work_through(partial(pool.processes, 2), 2, work, PIECES)
    assert sorted(value for result in results for value in result) == list(range(0, 80, 2))


@forking
def test_workers_that_are_always_lost_end_the_batch() -> None:
    with pytest.raises(ContentError, match="workers end before their work is done"):
        list(pool.work_through(partial(pool.processes, 2), 2, die, PIECES))


@pytest.mark.parametrize("workers", [1, 2])
def test_what_work_raises_is_raised(workers: int) -> None:
    with pytest.raises(OSError, match="No space left"):
        list(pool.work_through(partial(pool.processes, workers), workers, refuse, PIECES))


def linger(folder: str, numbers: Sequence[int]) -> list[int]:
    Path(folder, str(os.getpid())).touch()
    time.sleep(60)
    return []


def batch_of_lingerers(folder: str) -> None:
    list(pool.work_through(partial(pool.processes, 2), 2, partial(linger, folder), PIECES))


@forking
def test_workers_do_not_outlive_their_batch(tmp_path: Path) -> None:
    batch = multiprocessing.get_context("fork").Process(target=batch_of_lingerers, args=(str(tmp_path),))
    batch.start()
    deadline = time.monotonic() + 10
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(workers) == 2
    batch.kill()
    batch.join()
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(map(alive, workers))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # A process that has ended stays listed until somebody asks for its result.
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def test_spawned_workers_do_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and macOS, where workers begin from nothing."""
    monkeypatch.setattr(pool, "forks", lambda: False)
    results = pool.work_through(partial(pool.processes, 2), 2, doubled, PIECES[:3])
    assert sorted(value for result in results for value in result) == [0, 2, 4, 6, 8, 10]
