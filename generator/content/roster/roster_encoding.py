"""The bytes of a text file come in; its text goes out, and by which encoding, whatever program wrote it.

What is UTF-8 or says itself that it is UTF-16 is certain. Of the encodings with one byte for a character any could be
meant: those that make sense of the letters stay, and a detector chooses among them.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# Where two make equally good sense, the earlier one is taken: it is the more usual.
_ENCODINGS = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "iso8859_2": "ISO-8859-2",
    "cp850": "cp850",
    "koi8_r": "KOI8-R",
    "mac_cyrillic": "Mac Cyrillic",
    "mac_latin2": "Mac Latin 2",
    "cp866": "cp866",
}
# What the detector calls them.
_ASKED = {"mac_roman": "macroman", "iso8859_2": "iso-8859-2", "koi8_r": "koi8-r", "mac_cyrillic": "mac-cyrillic"}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Characters that tell encodings apart stand in few cells: so many bytes of these are looked at.
_MOST_TELLING = 20_000
_TELLING = re.compile(rb"[^\r\n,;|\t]*[\x80-\xff][^\r\n,;|\t]*")
_WORD = re.compile(r"[^\W\d_]+(?:[^\w\s,;|\"()/+][^\W\d_]+)*")
# Signs beyond ASCII that people write between words and numbers.
_USUAL_SIGNS = frozenset("’‘“”„–—…·•€£°½¼¾«»§®©ª\u00a0")
_WITHIN_NAMES = frozenset("’‘–")
# A quote that opens does not stand behind a letter.
_OPENING = re.compile(r"(?<=[^\W\d_])[‘“„](?!\w)|[^\W\d_][“„]\w")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` as people call it; `certain` unless it was chosen among several that would read otherwise."""

    text: str
    encoding: str
    certain: bool = True


class Undecodable(ValueError):
    """`before` is the text up to the first byte that does not fit in, good for its commas and lines."""

    def __init__(self, before: str, named: str) -> None:
        super().__init__(named)
        self.before, self.named = before, named


def known_encoding(name: str) -> bool:
    """Whether a name that was typed is that of an encoding for texts."""
    try:
        "a".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def decoded(data: bytes, named: str = "", usual: str = "") -> Decoded:
    """`named` is what the user says it is; `usual` what it is if it is not UTF-8. Raises `Undecodable`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding), encoding.removesuffix("-sig").upper())
    if named:
        return Decoded(_strictly(data, named), named)
    if wide := _wide(data):
        return Decoded(_strictly(data, wide), "UTF-16")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        if _speaks_utf8(data):
            raise Undecodable(data[: error.start].decode("utf-8"), "UTF-8") from None
    if usual:
        return Decoded(_strictly(data, usual), usual)
    return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:  # some encodings that nobody writes tables in do not say where
        start = getattr(error, "start", 0)
        raise Undecodable(data[:start].decode("latin-1"), encoding) from None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: in a table with Latin heads every other byte is zero."""
    top = data[:400]
    if len(top) < 8 or len(data) % 2:
        return ""
    zeros = [top[start::2].count(0) * 2 / len(top) for start in (0, 1)]
    if zeros[1] > 0.6 and not zeros[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.6 and not zeros[1] else ""


def _speaks_utf8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is UTF-8, so that the rest is damage."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    good = sum(1 for run in runs if _is_utf8(run))
    return 2 * good > len(runs)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes) -> Decoded:
    telling = b"\n".join(_TELLING.findall(data))[:_MOST_TELLING]
    sense = {encoding: faults for encoding in _ENCODINGS if (faults := _nonsense(telling, encoding)) is not None}
    best = [encoding for encoding, faults in sense.items() if faults == min(sense.values())]
    readings = {telling.decode(encoding) for encoding in best}
    chosen = best[0] if len(readings) == 1 else _detected(data, telling, best)
    certain = len({telling.decode(encoding) for encoding in sense}) == 1
    return Decoded(_strictly(data, chosen), _ENCODINGS[chosen], certain)


def _detected(data: bytes, telling: bytes, among: list[str]) -> str:
    """The detector is asked twice, for the whole and for what tells; the more usual of its two answers."""
    import chardet

    asked = {_ASKED.get(encoding, encoding).replace("_", ""): encoding for encoding in among}
    found = []
    for sample in (data[:200_000], telling):
        answer = chardet.detect(
            sample,
            include_encodings=list(asked),
            no_match_encoding=next(iter(asked)),
            empty_input_encoding=next(iter(asked)),
        )
        found += [
            encoding for encoding in among if codecs.lookup(encoding).name == _codec_name(answer["encoding"] or "")
        ]
    return min(found, key=among.index, default=among[0])


def _codec_name(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _nonsense(data: bytes, encoding: str) -> int | None:
    """How many characters make no sense where they stand; None if some are no characters at all."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    odd_signs = sum(1 for char in text if char > "\x7f" and not char.isalpha() and char not in _USUAL_SIGNS)
    odd_signs += len(_OPENING.findall(text))
    return odd_signs + sum(sum(_faults_of(word)) for word in _WORD.findall(text) if not word.isascii())


def _faults_of(word: str) -> Iterator[bool]:
    """One for each letter with the wrong case, of another script, or alone."""
    letters = [char for char in word if char.isalpha()]
    shouted = all(char.isupper() or not char.islower() for char in letters)
    yield len(letters) == 1
    yield len({unicodedata.name(char, "?").split()[0] for char in letters}) > 1
    for before, char in pairwise(word):
        beyond = max(before, char) > "\x7f"
        if before.isalpha() and char.isalpha():
            yield beyond and char.isupper() and not shouted
        elif char > "\x7f":
            yield not char.isalpha() and char not in _WITHIN_NAMES
