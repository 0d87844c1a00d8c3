"""What work costs: processor time of this process, or everything about another one."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of processors, and the largest process's peak in MB."""

    wall: float
    cpu: float
    peak: float


def cpu_ms(work: Callable[[], object], count: int = 1, rounds: int = 3) -> float:
    """Milliseconds of processor time (all threads) for one of `count`, in the best round: others measure neighbours."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best / count * 1000


_RUN = (
    "import resource, subprocess, sys, time; start = time.perf_counter();"
    "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode; wall = time.perf_counter() - start;"
    "use = resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(code, wall, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024)"
)


def run(args: Sequence[str | Path], rounds: int = 1) -> Cost:
    """Runs a command so often, its workers included; the quickest run. Raises if it fails."""
    costs = []
    for _ in range(rounds):
        command = [sys.executable, "-c", _RUN, *map(str, args)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=_as_installed())
        code, wall, cpu, peak = done.stdout.split()
        if code != "0":
            raise RuntimeError(f"{args} ended with {code}:\n{done.stderr[-2000:]}")
        costs.append(Cost(float(wall), float(cpu), float(peak)))
    return min(costs, key=lambda cost: cost.wall)


def _as_installed() -> dict[str, str]:
    """An installed program is compiled once, whatever the shell says of bytecode."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def handouts(*args: str | Path) -> list[str | Path]:
    """The product's command, as this checkout has it."""
    return [sys.executable, "-m", "generator", *args]


def busy() -> str:
    """How busy the machine is with other work: numbers taken then are too high."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"{os.cpu_count()} processors, load {load:.1f}"


def own_peak() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
