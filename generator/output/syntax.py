"""Python values in, PDF literals out (ISO 32000-1, 7.3): the only place that knows how a value is spelt in a file."""

from __future__ import annotations

import re
import zlib
from datetime import date
from functools import lru_cache

from generator.page.page import Ink
from generator.problems import Place

# Printable and in no need of an escape inside a literal string (7.3.4.2).
_PLAIN = re.compile(r"[ !\"#$%&'*-\[\]-~]*")
_NAME = re.compile(r"[A-Za-z0-9_+.-]+")
# Numbers, spaces and the four operators of `Drawing`'s grammar; an exponent or `nan` is neither.
_PATH = re.compile(r"[0-9.\- mlch\n]*")

_FORMATS = {digits: f"%.{digits}f" for digits in (2, 3, 5)}
# Far beyond any page, and far below what a reader's integers hold.
_BEYOND = 1e7


class Unwritable(ValueError):
    """A value that no PDF file can hold, such as a coordinate that is not a number; `place` is where it was written."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.place = place


def number(value: float, digits: int = 2) -> str:
    """A number without exponent, as short as it goes. A hundredth of a point is finer than any printer."""
    if not abs(value) < _BEYOND:
        raise Unwritable(f"a coordinate or size is {value:g}, not a number that fits on a page")
    text = _FORMATS[digits] % value
    if text[-1] == "0":
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float, digits: int = 2) -> str:
    return " ".join([number(value, digits) for value in values])


def path(operators: str) -> str:
    """Path operators as they stand, once it is sure that they are nothing else."""
    if not _PATH.fullmatch(operators):
        wrong = re.sub(r"[0-9.\- mlch\n]+", " ", operators).strip()
        raise Unwritable(f"a path holds {wrong[:20]!r}; allowed are plain numbers and m, l, c, h")
    return operators


def colour(ink: Ink | tuple[float, float, float], *, stroke: bool = False) -> str:
    """The operator that picks a colour: grey where it is grey, so that a black page prints with black alone."""
    red, green, blue = ink if isinstance(ink, tuple) else (ink.red, ink.green, ink.blue)
    if red == green == blue:
        return number(red, 3) + (" G" if stroke else " g")
    return numbers(red, green, blue, digits=3) + (" RG" if stroke else " rg")


def name(text: str) -> str:
    """A name object, `/` included."""
    if not _NAME.fullmatch(text):
        raise ValueError(f"{text!r} needs an escape to be a PDF name")
    return "/" + text


@lru_cache(4096)
def text_string(text: str) -> bytes:
    """Text for people: ASCII as it stands, all else as UTF-16 with its byte order mark (7.9.2.2)."""
    if _PLAIN.fullmatch(text):
        return b"(%b)" % text.encode("ascii")
    try:
        units = text.encode("utf-16-be")
    except UnicodeEncodeError as error:
        raise Unwritable(f"half a character (U+{ord(text[error.start]):04X}) in {text!r}") from error
    return b"<FEFF%b>" % units.hex().upper().encode("ascii")


def reference(number: int) -> bytes:
    return b"%d 0 R" % number


def references(numbers: list[int]) -> bytes:
    return b"[%b]" % b" ".join([b"%d 0 R" % number for number in numbers])


def date_string(day: date) -> bytes:
    """Midnight UTC of a day: the time of day would only tell when somebody pressed the key (7.9.4)."""
    return b"(D:%04d%02d%02d000000Z)" % (day.year, day.month, day.day)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object as it is; `entries` are further keys of its dictionary."""
    # Before a lone line feed, data that ends in a carriage return would seem one byte shorter (PDF/A-2, 6.1.7.1).
    return b"<<%b/Length %d>>\nstream\n%b\r\nendstream" % (entries, len(data), data)


def deflated(data: bytes | bytearray, entries: bytes = b"", level: int = 5) -> bytes:
    """A compressed stream object. Level 6 takes twice the time of 5 for figures that are one hundredth smaller."""
    return stream(zlib.compress(data, level), b"/Filter/FlateDecode" + entries)
