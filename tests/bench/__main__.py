"""All benchmarks in one run: `python -m tests.bench [--quick] [--curve]`."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.bench import batch, editing, figures, handout, sizes, writer


def main(args: list[str]) -> None:
    sections: tuple[tuple[str, Callable[[], None]], ...] = (
        ("One handout", handout.main),
        ("While writing content", editing.main),
        ("A batch", lambda: batch.main(args)),
        ("Figures", figures.main),
        ("Bytes of a handout", sizes.main),
        ("The writer alone", writer.main),
    )
    for title, work in sections:
        print(f"\n== {title}", flush=True)
        work()


if __name__ == "__main__":
    main(sys.argv[1:])
