"""A video with the words that invite to it: what a code and a link are made of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Invitation:
    """`words` invite, `length` says how long it takes; `alt` is heard in place of the code."""

    address: str
    alt: str
    words: str
    length: str = ""
    place: Place | None = None
