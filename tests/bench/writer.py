"""What the PDF writer costs: `python -m tests.bench.writer` prints one row for each way of writing.

The document is the made-up one of the writer's tests (two pages, three cards, a chart of 13 rows, 370 structure
elements), each time for another client; layout is not in it.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.output.imprint import Imprint
from generator.output.pdf import pdf_bytes
from generator.output.press import Press
from generator.output.printfile import PrintFile
from generator.page.page import Pages
from tests.output import specimen
from tests.output.specimen import CREATED, FACES, glyphs_for

_ROUNDS = 5


def clients(count: int) -> Iterator[Pages]:
    """The specimen with another name on it; all else is the same values, as from a layout that is kept."""
    base = specimen.specimen()
    first, *others = base.pages
    title, *rest = first.blocks
    for number in range(count):
        named = replace(title, block=specimen.title_block(f"Client {number}"))
        yield replace(base, pages=(replace(first, blocks=(named, *rest)), *others))


def fastest(work: Callable[[], int], count: int) -> float:
    """Milliseconds of processor time for one of `count`, in the fastest round: the others measured the machine."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) / count * 1000


def cold() -> tuple[float, float]:
    """Milliseconds for the import and for the first document of a fresh process."""
    code = (
        "import time; t = time.perf_counter(); from generator.output.pdf import pdf_bytes; i = time.perf_counter() - t;"
        "from tests.output import specimen as s; p = s.specimen(); t = time.perf_counter();"
        "pdf_bytes(p, s.FACES, created=s.CREATED); print(i * 1000, (time.perf_counter() - t) * 1000)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(_ROUNDS)]
    imports, firsts = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return min(imports), min(firsts)


def main(count: int = 300) -> None:
    imported, first = cold()
    print(f"fresh process: import {imported:.1f} ms, first document {first:.1f} ms")

    documents = list(clients(count))
    frozen = glyphs_for(documents[:1], "Client 0123456789", FACES)
    press = Press(FACES, frozen)
    sizes = [len(pdf_bytes(pages, FACES, press, created=CREATED)) for pages in documents]

    def write_all(named: list[Pages]) -> int:
        return sum(len(pdf_bytes(pages, FACES, press, created=CREATED)) for pages in named)

    warm = fastest(lambda: write_all(documents), count)
    print(f"kept blocks, name kept too: {warm:.2f} ms a document, {sum(sizes) / count / 1000:.1f} kB")
    fresh = fastest(lambda: write_all(list(clients(count))), count)
    print(f"kept blocks, name new:      {fresh:.2f} ms a document, the making of its strip included")

    def print_file(out: io.BytesIO) -> int:
        file = PrintFile(out, press)
        for number, pages in enumerate(documents):
            file.add(pages, bookmark=f"Client {number}", label=f"{number}-")
        file.close(Imprint("Print file", "en-GB", CREATED))
        return file.page_count

    each = fastest(lambda: print_file(io.BytesIO()), count)
    out = io.BytesIO()
    pages = print_file(out)
    print(f"print file: {each:.2f} ms a client, {len(out.getvalue()) / pages / 1000:.2f} kB a page")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
