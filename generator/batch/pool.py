"""Where the work is done: in this process, in processes of this machine, on a cluster. The work itself is the same."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from generator.problems import ContentError, Problem

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741

Start = Callable[[], AbstractContextManager[Executor]]

# Pieces of work under way for each worker: enough that none waits, few enough that memory stays flat.
_AHEAD = 3
_RESTARTS = 3
# Seconds to wait for a cluster.
_PATIENCE = 10


def forks() -> bool:
    """Whether workers begin as copies of this process. On macOS forking is there but not safe."""
    return sys.platform == "linux"


def work_through(
    start: Start, workers: int, work: Callable[[Sequence[I]], O], pieces: Sequence[Sequence[I]]
) -> Iterator[O]:
    """The results of all pieces as they come. A lost worker's pieces are done again.

    Raises `ContentError` if workers are lost again and again, and whatever `work` raises.
    """
    waiting = list(reversed(pieces))
    for _ in range(_RESTARTS):
        with start() as executor:
            running: dict[Future[O], Sequence[I]] = {}
            lost = False
            while waiting or running:
                while waiting and not lost and len(running) < workers * _AHEAD:
                    lost = not _submit(executor, work, waiting, running)
                if not running:
                    break
                done, _pending = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    piece = running.pop(future)
                    error = future.exception()
                    if error is None:
                        yield future.result()
                    elif _is_lost(error):
                        waiting.append(piece)
                        lost = True
                    else:
                        _stop(executor, running)
                        raise error
        if not waiting:
            return
    message = "workers end before their work is done; this machine may have too little memory"
    raise ContentError([Problem(message, hint="use fewer --jobs; the same command makes what is missing")])


def _submit(
    executor: Executor,
    work: Callable[[Sequence[I]], O],
    waiting: list[Sequence[I]],
    running: dict[Future[O], Sequence[I]],
) -> bool:
    """Hands out the next piece; False if the workers are gone."""
    piece = waiting.pop()
    try:
        running[executor.submit(work, piece)] = piece
    except RuntimeError as error:
        if not _is_lost(error):
            raise
        waiting.append(piece)
        return False
    return True


def _is_lost(error: BaseException) -> bool:
    """Whether the worker ended, rather than its work."""
    return type(error).__name__ in ("BrokenProcessPool", "BrokenExecutor", "KilledWorker")


def _stop(executor: Executor, running: dict[Future[O], Sequence[I]]) -> None:
    for future in running:
        future.cancel()
    executor.shutdown(wait=True, cancel_futures=True)


class Here(Executor):
    """Does at once what it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """Workers of this machine; one is this process itself.

    What is there now stays: the collector need not look at it again, nor, in a forked worker, write into it.
    """
    gc.collect()
    gc.freeze()
    try:
        if count == 1:
            yield Here()
            return
        with ProcessPoolExecutor(count, mp_context=_context(), initializer=_begin) as executor:
            try:
                yield executor
            except BaseException:
                executor.shutdown(wait=True, cancel_futures=True)
                raise
    finally:
        gc.unfreeze()


def _context() -> BaseContext:
    return get_context("fork" if forks() else "spawn")


def _begin() -> None:
    """A worker leaves Ctrl-C to the batch, and never outlives it: others may be writing into the folder by then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask cluster, through its own executor. Raises `ContentError` if it cannot be reached."""
    try:
        from distributed import Client
    except ImportError:
        hint = 'pip install "handout-generator[cluster]"'
        raise ContentError([Problem("--dask needs the package distributed", hint=hint)]) from None
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise ContentError([Problem(f"there is no cluster at {address}: {error}")]) from None
    try:
        yield client.get_executor(pure=False)
    finally:
        client.close()


def worker_count(jobs: int) -> int:
    """As many as asked for, or as this process may use."""
    if jobs:
        return jobs
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
