"""What figures cost: `python -m tests.bench.figures` prints a row for drawing, storing and loading.

Drawn are the sample specs of the figure tests, each once in this process (cold: with imports and the rigid parts that
are built on first use) and once again (warm); stored bytes are those of one file with card frames and thumbnail.
"""

from __future__ import annotations

import time
import zlib

from generator.shapes.drawing import Drawing
from tests.figure.conftest import SPECS


def kilobytes(drawing: Drawing) -> float:
    """Size of a frame's paths after compression."""
    return len(zlib.compress("\n".join(f"{op.colour} {op.at} {op.path}" for op in drawing.ops).encode(), 9)) / 1024


def main() -> None:
    """Measure and print."""
    start = time.process_time()
    from generator.figure.engine import draw_figure
    from generator.figure.stored import StoredFigure, figure_key, from_bytes, to_bytes

    draw_figure(SPECS["standing"])
    cold = time.process_time() - start
    times, sizes, loads, stored = [], [], [], []
    for spec in SPECS.values():
        draw_figure(spec)
        start = time.process_time()
        illustration = draw_figure(spec)
        poses = len(illustration.angles)
        times.append((time.process_time() - start) / poses)
        sizes += [kilobytes(frame) for frame in illustration.frames]
        thumbnail = draw_figure(spec, thumbnail=True).frames[0]
        data = to_bytes(StoredFigure(figure_key(spec), illustration.frames, thumbnail))
        stored.append(len(data) / 1024)
        start = time.perf_counter()
        from_bytes(data)
        loads.append(time.perf_counter() - start)
    print(f"first figure in a process  {1000 * cold:7.0f} ms CPU")
    print(f"one more pose              {1000 * sum(times) / len(times):7.0f} ms CPU, at most {1000 * max(times):.0f}")
    print(f"one frame                  {sum(sizes) / len(sizes):7.1f} KB compressed, at most {max(sizes):.1f}")
    print(f"one stored figure          {sum(stored) / len(stored):7.1f} KB with its thumbnail")
    print(f"loading one                {1000 * sum(loads) / len(loads):7.2f} ms, at most {1000 * max(loads):.2f}")


if __name__ == "__main__":
    main()
