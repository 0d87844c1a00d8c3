"""Tempo in the four figures that trainers write: "3-1-2-0" is lower, pause, lift, pause at the top, in seconds."""

from __future__ import annotations

import re

from generator.content.fields import quoted, wrong

_PARTS = ("lower", "pause", "lift", "top")
_FIGURES = re.compile(r"\s*(?:([0-9xX])([0-9xX])([0-9xX])([0-9xX])|([0-9xX]{1,2}(?:[-/][0-9xX]{1,2}){3}))\s*")


def tempo_in_figures(written: str) -> dict[str, str]:
    """The parts that take time, in the order of the figures; raises the error of `wrong`."""
    found = _FIGURES.fullmatch(written) if len(written) <= 20 else None
    if not found:
        example = "{lower: 3 s, pause: 1 s, lift: 2 s}"
        raise wrong(f"needs four figures, such as 3-1-2-0, not {quoted(written)}", f"or write {example}")
    figures = re.split("[-/]", found[5]) if found[5] else found.groups()[:4]
    if any("x" in figure.lower() for figure in figures):
        # As fast as you can is no number of seconds, and a client on their own is not told to be.
        raise wrong(f"takes no X, as in {quoted(written)}", "write 1 for it, and how fast in the steps of the exercise")
    return {part: f"{int(figure)} s" for part, figure in zip(_PARTS, figures, strict=True) if int(figure)}
