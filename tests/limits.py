"""A test of hostile input in a process of its own, which the system ends if it takes too much time or memory."""

from __future__ import annotations

import functools
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

import pytest

P = ParamSpec("P")

_STATM = Path("/proc/self/statm")


def limited(seconds: int = 2, megabytes: int = 300) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """The test may use so many seconds of processor time, and so much memory beyond what is in use when it begins."""

    def decorate(test: Callable[P, None]) -> Callable[P, None]:
        @functools.wraps(test)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            with tempfile.TemporaryFile() as report:
                status = _forked(functools.partial(test, *args, **kwargs), seconds, megabytes, report.fileno())
                report.seek(0)
                said = report.read().decode("utf-8", "replace")
            if -status in (signal.SIGXCPU, signal.SIGKILL):
                pytest.fail(f"more than {seconds} s of processor time")
            if status:
                pytest.fail(said or f"the process ended with {status}", pytrace=False)

        return run

    return decorate


def _forked(work: Callable[[], None], seconds: int, megabytes: int, report: int) -> int:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            if _STATM.exists():
                most = int(_STATM.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE") + megabytes * 1_000_000
                resource.setrlimit(resource.RLIMIT_AS, (most, most))
            work()
            code = 0
        except BaseException:
            os.write(report, traceback.format_exc().encode())
        finally:
            sys.stdout.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
