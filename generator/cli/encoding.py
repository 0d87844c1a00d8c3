"""What a terminal cannot show is written in signs that it can: cp437 has no en dash, ASCII no accents."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata
from contextlib import suppress

_NAME = "handouts.plain"
_ASCII = "handouts_ascii"
# Signs that a question mark would change the sense of: "2?3 kg" is no range.
_PLAIN = {
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{DEGREE SIGN}": " deg",
    "\N{BULLET}": "*",
    "\N{MIDDLE DOT}": "*",
    "\N{SECTION SIGN}": "section ",
}


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    with suppress(UnicodeEncodeError):  # bytes of the command line that Python could not read: most likely UTF-8
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(_one(char) for char in text), error.end


def _one(char: str) -> str:
    """The sign, or the letter without its mark, in ASCII; `?` for what has neither."""
    ascii_form = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode("ascii")
    return _PLAIN.get(char) or ascii_form or ("" if unicodedata.combining(char) else "?")


def _ascii(name: str) -> codecs.CodecInfo | None:
    """ASCII under another name: click takes a stream of ASCII for a mistake and writes UTF-8 to it."""
    if name != _ASCII:
        return None
    known = codecs.lookup("ascii")
    return codecs.CodecInfo(
        known.encode,
        known.decode,
        known.streamreader,
        known.streamwriter,
        known.incrementalencoder,
        known.incrementaldecoder,
        _ASCII,
    )


def speak_plainly() -> None:
    """From here on nothing that is printed ends in a `UnicodeEncodeError`, whatever the terminal's encoding."""
    codecs.register_error(_NAME, _plain)
    codecs.register(_ascii)
    for stream in (sys.stdout, sys.stderr):
        # A name of a file may hold bytes that are no UTF-8; where the system lets them through, they stay as they are.
        if isinstance(stream, io.TextIOWrapper) and not _lets_all_through(stream):
            ascii_only = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=_ASCII if ascii_only else stream.encoding, errors=_NAME)


def _lets_all_through(stream: io.TextIOWrapper) -> bool:
    return codecs.lookup(stream.encoding).name == "utf-8" and stream.errors == "surrogateescape"
