"""Where the bytes of a handout go: `python -m tests.bench.sizes` prints a row for each of three routines."""

from __future__ import annotations

import io
from collections import Counter

import pikepdf

KINDS = ("figures", "codes", "pages", "fonts", "the rest")
ROUTINES = ("hamstring-health", "ten-minute-follow-along", "back-care-stretches")


def kind_of(stream: pikepdf.Stream, painted: set[int]) -> str:
    """What a stream is for; `painted` are the numbers of those that paint pages."""
    if stream.get("/Subtype") == "/Form":
        return "codes" if stream.read_bytes().endswith(b"re f") else "figures"
    if stream.get("/Subtype") == "/Image":
        return "figures"
    if stream.objgen[0] in painted:
        return "pages"
    return "fonts" if "/Length1" in stream or b"begincmap" in stream.read_bytes() else "the rest"


def sizes(data: bytes) -> Counter[str]:
    """Bytes of each kind; the rest is structure, annotations, the table of places and what little else there is."""
    found: Counter[str] = Counter()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        painted = {part.objgen[0] for page in pdf.pages for part in page.Contents}
        for stream in pdf.objects:
            if isinstance(stream, pikepdf.Stream):
                found[kind_of(stream, painted)] += len(stream.read_raw_bytes())
    found["the rest"] = len(data) - sum(found[kind] for kind in KINDS[:-1])
    return found


def main() -> None:
    from generator.content.library import load_library
    from generator.content.person import Person
    from generator.content.prescription import Prescription
    from generator.make import build
    from generator.page.format import Format
    from generator.workshop import Workshop

    workshop = Workshop(load_library())
    print(f"{'kB':28}" + "".join(f"{kind:>10}" for kind in (*KINDS, "all")))
    for routine in ROUTINES:
        wish = Prescription.model_validate({"routine": routine, "clinic": "brookside", "language": "en-GB"})
        data = build(wish, Person("Ann Lee"), workshop, Format()).data
        found = sizes(data)
        row = [*(found[kind] for kind in KINDS), len(data)]
        print(f"{routine:28}" + "".join(f"{size / 1000:10.1f}" for size in row))


if __name__ == "__main__":
    main()
