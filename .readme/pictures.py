"""Makes the README's pictures anew, from the pages as they are now: `python3 .readme/pictures.py`."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from generator import Format, Person, Prescription, Workshop, build, load_library

HERE = Path(__file__).parent
ROUTINE = "hamstring-health"
DPI = 110
COLOURS = 128  # flat colours and grey edges of letters: more only make the file larger


def main() -> None:
    prescription = Prescription(routine=ROUTINE, clinic="brookside", language="en-GB")
    made = build(prescription, Person(), Workshop(load_library()), Format())
    document = pypdfium2.PdfDocument(made.data)
    for number, name in enumerate(("front", "back")):
        page: Image.Image = document[number].render(scale=DPI / 72).to_pil().convert("RGB")
        page.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
