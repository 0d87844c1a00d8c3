"""What an author waits for: `python -m tests.bench.editing` times a check of everything, and a save under `--watch`."""

from __future__ import annotations

import re
import shutil
import time
from statistics import median

from generator.assets import bundled_content
from tests.bench.batch import folder
from tests.bench.clock import busy, handouts, run
from tests.cli.watcher import Watcher

ROUTINE = "hinge-and-rotate"
EXERCISE = "modified-good-morning"
SAVES = 10


def delays() -> list[float]:
    """Seconds from the save of a changed dose to the word that the file is on disk."""
    with folder() as there:
        (there / "exercises").mkdir()
        file = there / "exercises" / f"{EXERCISE}.yaml"
        shutil.copy(bundled_content() / "exercises" / file.name, file)
        watcher = Watcher(ROUTINE, there, there / "out")
        found = []
        try:
            watcher.until("watching for changes", timeout=60)
            for number in range(SAVES):
                text = re.sub(r"  reps: \d+", f"  reps: {8 + number % 3}", file.read_text("utf-8"))
                began = time.perf_counter()
                file.write_text(text, "utf-8")
                found.append(watcher.until("made again")[0] - began)
        finally:
            watcher.end()
        return found


def main() -> None:
    check, every = run(handouts("check"), rounds=3), run(handouts("check", "--all-styles"))
    saves = delays()
    print(busy())
    print(f"check, all content on A4 and Letter    {check.wall:8.2f} s, {check.cpu:.2f} s CPU")
    print(f"check --all-styles                     {every.wall:8.2f} s, {every.cpu:.2f} s CPU")
    print(f"save to file under --watch             {median(saves):8.2f} s, at most {max(saves):.2f}")


if __name__ == "__main__":
    main()
