"""Whether the engine is still the one that drew a stored figure: a hash over the code that decides how figures look.

Comments, docstrings and blank lines do not count, so that explaining the engine leaves every stored figure valid.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

_ROOMS = ("shapes", "figure")  # with all their sub-rooms
_QUOTES = '"""'
_REMARK = "  #" + " "  # in two pieces, so that it is none itself
_PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def engine_hash() -> str:
    """The hash of this engine: 64 hexadecimal digits."""
    return hash_of(_PACKAGE)


def hash_of(package: Path) -> str:
    """The hash of the engine whose sources lie in a folder like this package's."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        for source in sorted((package / room).rglob("*.py")):
            digest.update(code_of(source.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()


def code_of(source: str) -> str:
    """A source without comments, docstrings and blank lines.

    Python's own parser takes twenty times as long, which every handout would pay; it is enough to know how our
    formatter writes them, and a test holds both against each other over all files.
    """
    kept = []
    inside = False
    for line in source.split("\n"):
        words = line.lstrip()
        if inside or words.startswith(_QUOTES):
            # A docstring ends with its line; one that ends where it begins is longer than its first quotes.
            inside = not line.endswith(_QUOTES) or (not inside and words == _QUOTES)
        elif words and not words.startswith("#"):
            kept.append(line.partition(_REMARK)[0])
    return "".join(f"{line}\n" for line in kept)
