"""Flows in, tagged PDF files out, by WeasyPrint, with its own caches of pictures and faces."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any
from urllib.parse import quote

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from generator.assets import asset
from tests.bench.flow import Engine, Figure, Matrix, Part, Row, Text

_FACES = "".join(
    f"@font-face{{font-family:S;font-weight:{weight};src:url({asset('fonts', file).as_uri()})}}"
    for weight, file in ((400, "SourceSans3-Regular.ttf"), (700, "SourceSans3-Bold.ttf"))
)
_STYLE = (
    "@page{size:A4;margin:15mm 16mm}body{font:12.5pt S}table{border-collapse:collapse;font-size:8pt}"
    "td,th{border:.5pt solid}"
)


def engine() -> Engine:
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    fonts, images = FontConfiguration(), dict[str, Any]()
    addresses: dict[tuple[int, float], str] = {}

    def html(part: Part) -> str:
        match part:
            case Text(level, words):
                tag = f"h{level}" if level > 0 else "p" if level == 0 else "div"
                return f"<{tag}>{escape(words)}</{tag}>"
            case Row(cells, head):
                tag = "th" if head else "td"
                return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
            case Figure() | Matrix():
                if part.key not in addresses:
                    addresses[part.key] = "data:image/svg+xml," + quote(part.svg)
                width = part.size if isinstance(part, Matrix) else part.width
                return f'<img src="{addresses[part.key]}" alt="{escape(part.alt)}" style="width:{width}pt">'

    def make(flow: Sequence[Part]) -> bytes:
        body = "".join(_tables(map(html, flow)))
        head = f"<title>Handout</title><style>{_FACES}{_STYLE}</style>"
        text = f'<html lang="en-GB">{head}<body>{body}</body></html>'
        pdf = HTML(string=text).write_pdf(font_config=fonts, cache=images, pdf_variant="pdf/ua-1")
        assert pdf is not None
        return bytes(pdf)

    return make


def _tables(parts: Iterable[str]) -> list[str]:
    """Rows that follow each other in one table."""
    found: list[str] = []
    for part in parts:
        if part.startswith("<tr>") and found and found[-1].endswith("</table>"):
            found[-1] = found[-1].removesuffix("</table>") + part + "</table>"
        else:
            found.append(f"<table>{part}</table>" if part.startswith("<tr>") else part)
    return found
