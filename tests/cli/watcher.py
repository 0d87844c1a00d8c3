"""`handouts make --watch` as a process of its own, listened to line by line."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path


class Watcher:
    """Its lines of both kinds with the time at which they came."""

    def __init__(self, routine: str, content: Path, output: Path) -> None:
        command = [sys.executable, "-u", "-m", "generator", "make", routine, "--watch"]
        self.process = subprocess.Popen(
            [*command, "--content", str(content), "-o", str(output)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        self.lines: queue.Queue[tuple[float, str]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put((time.perf_counter(), line.rstrip()))

    def until(self, words: str, timeout: float = 30) -> tuple[float, list[str]]:
        """The time of the first line that holds `words`, and all lines up to it."""
        seen: list[str] = []
        end = time.perf_counter() + timeout
        while (left := end - time.perf_counter()) > 0:
            try:
                at, line = self.lines.get(timeout=left)
            except queue.Empty:
                break
            seen.append(line)
            if words in line:
                return at, seen
        raise AssertionError(f"no line with {words!r}: {seen}")

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        if self.process.stdout:
            self.process.stdout.close()
