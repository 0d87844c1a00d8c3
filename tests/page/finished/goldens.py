"""Three documents as text; `python -m tests.page.finished.goldens` writes them anew, to be read as a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.content.choices import ChartKind, Layout
from generator.content.library import load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import checked_pages, prepare
from generator.page.finished.dump import dump
from generator.page.format import Format
from generator.workshop import Workshop

FOLDER = Path(__file__).parent / "kept"
WISH = {"routine": "hinge-and-rotate", "clinic": "brookside", "language": "en-GB", "start": date(2026, 11, 30)}
FORMS = {
    "handout": Format(layout=Layout.CARDS, only="cards"),
    "chart": Format(only="chart", layout=Layout.CARDS, chart=ChartKind.STANDARD),
    "front": Format(only="sheet"),
}


def golden(name: str) -> str:
    """The bundled hinge-and-rotate for nobody, from Monday 30 November 2026."""
    wish = Prescription.model_validate(WISH)
    master = prepare(wish, Workshop(load_library()), FORMS[name])
    pages = checked_pages(master, wish, Person())
    return dump(replace(pages, pages=pages.pages[: len(master.laid.front)]) if master.laid.front else pages)


if __name__ == "__main__":
    for name in FORMS:
        (FOLDER / f"{name}.txt").write_text(golden(name), encoding="utf-8")
