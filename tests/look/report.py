"""What differs as one HTML page: before and after side by side, differing pixels in red between them."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from tests.look.difference import SEEN, Difference

_HEAD = """<!doctype html><meta charset="utf-8"><title>Pages before and after</title>
<style>body{font:16px sans-serif;margin:2em}figure{margin:2em 0}img{width:32%;border:1px solid #999;margin-right:.5%}
h2{font-size:1em}pre{white-space:pre-wrap}</style>
"""


def write_report(folder: Path, pages: Sequence[Difference], failed: Mapping[str, str]) -> Path:
    """Writes `index.html` into the folder that holds both sides' pictures, and says where."""
    changed = [page for page in pages if page.share]
    parts = [_HEAD, f"<h1>{len(changed)} of {len(pages)} pages differ</h1>"]
    parts += [f"<h2>{html.escape(name)}: not made</h2><pre>{html.escape(said)}</pre>" for name, said in failed.items()]
    parts += [_figure(folder, page) for page in changed]
    report = folder / "index.html"
    report.write_text("\n".join(parts), encoding="utf-8")
    return report


def _figure(folder: Path, page: Difference) -> str:
    pictures = [page.before, _overlay(folder, page), page.after]
    shown = "".join(f'<img src="{one.relative_to(folder)}" alt="">' for one in pictures if one)
    return f"<figure><h2>{html.escape(page.name)}: {page.share:.2%}</h2>{shown}</figure>"


def _overlay(folder: Path, page: Difference) -> Path | None:
    """The page in pale grey with what differs in red; None for a page that is on one side only."""
    if not (page.before and page.after):
        return None
    one, other = (Image.open(path).convert("L") for path in (page.before, page.after))
    if one.size != other.size:
        return None
    a, b = np.asarray(one, dtype=np.int16), np.asarray(other, dtype=np.int16)
    pale = np.repeat((192 + np.asarray(other) // 4)[:, :, None], 3, axis=2).astype(np.uint8)
    pale[np.abs(a - b) > SEEN] = (200, 0, 0)
    path = folder / "between" / page.name
    path.parent.mkdir(exist_ok=True)
    Image.fromarray(pale).save(path)
    return path
