"""Flows in, tagged PDF files out, by typst: one compiler for all documents, as its makers advise; words are data."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst

from generator.assets import asset
from tests.bench.flow import Engine, Figure, Matrix, Part, Row, Text

_TYPST = """\
#set document(title: "Handout")
#set page(paper: "a4", margin: (x: 16mm, y: 15mm))
#set text(font: "Source Sans 3", size: 12.5pt, lang: "en", region: "GB")
#for part in json(bytes(sys.inputs.flow)) {
  if part.kind == "picture" { image(part.file, width: part.width * 1pt, alt: part.alt) }
  else if part.kind == "table" {
    set text(size: 8pt)
    table(columns: part.rows.first().len(), stroke: 0.5pt, table.header(..part.rows.slice(0, part.heads).flatten()),
      ..part.rows.slice(part.heads).flatten())
  }
  else if part.level > 0 { heading(level: part.level, part.words) }
  else if part.level < 0 { enum(part.words) }
  else { par(part.words) }
}
"""


def engine(folder: Path) -> Engine:
    (folder / "main.typ").write_text(_TYPST)
    for weight in ("Regular", "Bold"):
        shutil.copy(asset("fonts", f"SourceSans3-{weight}.ttf"), folder)
    names: dict[tuple[int, float], str] = {}
    compiler = typst.Compiler(
        str(folder / "main.typ"), root=str(folder), ignore_system_fonts=True, font_paths=[str(folder)],
        sys_inputs={"flow": "[]"},
    )  # fmt: skip

    def name(picture: Figure | Matrix) -> str:
        key = picture.key
        if key not in names:
            names[key] = f"{len(names)}.svg"
            (folder / names[key]).write_text(picture.svg)
        return names[key]

    def make(flow: Sequence[Part]) -> bytes:
        data: list[dict[str, Any]] = []
        for part in flow:
            match part:
                case Text(level, words):
                    data.append({"kind": "text", "level": level, "words": words})
                case Row(cells, head):
                    if not data or data[-1]["kind"] != "table" or len(data[-1]["rows"][0]) != len(cells):
                        data.append({"kind": "table", "rows": [], "heads": 0})
                    data[-1]["rows"].append(cells)
                    data[-1]["heads"] += head and len(data[-1]["rows"]) == data[-1]["heads"] + 1
                case Figure() | Matrix():
                    width = part.size if isinstance(part, Matrix) else part.width
                    data.append({"kind": "picture", "file": name(part), "width": width, "alt": part.alt})
        made = compiler.compile(format="pdf", sys_inputs={"flow": json.dumps(data)}, pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made

    return make
