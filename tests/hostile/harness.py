"""Runs commands one by one, each in a process of its own, and tells how each ended, what it cost and what it opened.

Called as a program with a file of cases: `{"allowed": [folders], "cases": [{"name", "argv", "folder"}]}`. Prints one
line of JSON for each: exit code, what it printed, seconds of processor time, memory, and every forbidden access. The
command is imported once and each case forked off, which is why a hundred cases take seconds; it needs a POSIX system.
"""

from __future__ import annotations

import json
import mimetypes
import os
import resource
import sys
import sysconfig
import tempfile
import traceback
from pathlib import Path
from typing import Any, NoReturn

MOST_MEMORY = 2_000_000_000  # bytes of address space: so that a case that runs wild ends itself, not the machine
MOST_SECONDS = 20
BUG = 70

# What Python itself and the C library may look at: modules, time zones, locale data, kinds of files, random numbers.
SYSTEM = (
    *{sys.prefix, sys.base_prefix, sysconfig.get_path("purelib"), sysconfig.get_path("stdlib")},
    "/usr/share/zoneinfo",
    "/etc/localtime",
    "/usr/lib/locale",
    "/usr/share/locale",
    *mimetypes.knownfiles,
    "/dev/null",
    "/dev/urandom",
)
LISTED = "/usr/share/fonts"  # reportlab lists these folders when it is imported, and opens nothing in them
OPENING = frozenset(
    (
        "open",
        "os.listdir",
        "os.scandir",
        "shutil.copyfile",
        "os.remove",
        "os.rename",
        "os.mkdir",
        "os.link",
        "os.symlink",
    )
)
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
)


class Guard:
    """An audit hook that remembers what lies outside the allowed folders; it never forbids, so that all is seen."""

    def __init__(self, allowed: list[str]) -> None:
        self.allowed = tuple(os.path.realpath(path) for path in (*SYSTEM, *allowed))
        # Where modules are looked for: Python lists these folders itself, whenever one of them has changed.
        self.imported_from = {os.path.realpath(path or ".") for path in sys.path}
        self.seen: list[str] = []
        self.looked_at = 0
        self.inside = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.inside:
            return
        if event.startswith(FORBIDDEN):
            self.seen.append(f"{event} {arguments!r}"[:200])
        elif event in OPENING:
            self.inside = True
            try:
                self._look(event, arguments[0])
            finally:
                self.inside = False

    def _look(self, event: str, path: Any) -> None:
        if isinstance(path, int) or path is None:
            return
        self.looked_at += 1
        real = os.path.realpath(os.fsdecode(path))
        if event in ("os.scandir", "os.listdir") and (real.startswith(LISTED) or real in self.imported_from):
            return
        if not any(real == root or real.startswith(root.rstrip("/") + "/") for root in self.allowed):
            self.seen.append(f"{event} {real}"[:200])


def run_case(case: dict[str, Any], allowed: list[str]) -> dict[str, Any]:
    """One case in a process of its own."""
    report, out, err = (tempfile.TemporaryFile() for _ in range(3))  # noqa: SIM115  # closed below, shared with the child
    child = os.fork()
    if child == 0:
        named = [argument for argument in case["argv"] if argument.startswith("/")]  # by the user, on the command line
        _child(case, [*allowed, case["folder"], *named], report.fileno(), out.fileno(), err.fileno())
    _, status, usage = os.wait4(child, 0)
    texts = []
    for file in (report, out, err):
        file.seek(0)
        texts.append(file.read(2_000_000).decode("utf-8", "replace"))
        file.close()
    facts = json.loads(texts[0]) if texts[0] else {"seen": ["the process died"], "looked_at": 0}
    return {
        "name": case["name"],
        "code": os.waitstatus_to_exitcode(status),
        "out": texts[1],
        "err": texts[2],
        "seconds": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2),
        **facts,
    }


def _child(case: dict[str, Any], allowed: list[str], report: int, out: int, err: int) -> NoReturn:
    os.dup2(out, 1)
    os.dup2(err, 2)
    sys.stdout, sys.stderr = (
        os.fdopen(1, "w", encoding="utf-8", errors="replace"),
        os.fdopen(2, "w", encoding="utf-8", errors="replace"),
    )
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    os.chdir(case["folder"])
    guard = Guard(allowed)
    code = BUG
    sys.addaudithook(guard)
    try:
        from generator.cli import main

        main(case["argv"], prog_name="handouts")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
    guard.inside = True
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(report, json.dumps({"seen": guard.seen, "looked_at": guard.looked_at}).encode())
    os._exit(code)


def main(file: str) -> None:
    """All cases of a file."""
    # Imported before the first fork; nothing of it runs before its case asks for it.
    import generator.check.review
    import generator.cli
    import generator.make
    import generator.output.pdf  # noqa: F401

    work = json.loads(Path(file).read_text("utf-8"))
    for case in work["cases"]:
        print(json.dumps(run_case(case, work["allowed"])), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
