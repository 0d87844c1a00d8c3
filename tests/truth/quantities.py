"""Amounts read out of English sentences, whatever code wrote them: "2 sets of 8 lifts" is 2 sets and 8 lifts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

SECONDS = {"second": 1, "minute": 60, "hour": 3600}
ROLES = {"set": "set", "sets": "set", "time": "time", "times": "time"}
# "Hold each one", "change legs each time": of each repetition, not of a side.
_EACH_REPETITION = re.compile(r"\beach (?:one|time)\b", re.IGNORECASE)
_HYPHENS = dict.fromkeys(map(ord, "\x02\xad\u2010\u2011\ufffe"), "-")
_NUMBER = r"\d+(?:[.,]\d+)?"
_TIME = rf"{_NUMBER} (?:second|minute|hour)s?"
_LONG = rf"{_TIME}(?: {_TIME})*"
_QUANTITY = re.compile(
    rf"(?P<start>{_LONG}) to (?P<stop>{_LONG})|(?P<time>{_LONG})"
    rf"|(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))?(?: slow)?(?: (?P<word>[a-z-]+)(?: (?P<next>[a-z-]+))?)?",
)
_REST = re.compile(
    rf"\brest (?P<time>(?:{_NUMBER} to )?{_LONG}(?: to {_LONG})?)(?: between sets| in between)?", re.IGNORECASE
)


class Quantity(NamedTuple):
    """`role` is set, time, second, rest, or the words behind the number ("lifts each", "kg", or nothing)."""

    role: str
    low: Decimal
    high: Decimal

    def __str__(self) -> str:
        number = f"{self.low}" if self.low == self.high else f"{self.low} to {self.high}"
        return f"{number} {self.role}".strip()


def plain(text: str) -> str:
    """The text with ordinary hyphens (PDFium has a sign of its own for one) and spaces, each of them once."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").translate(_HYPHENS).split())


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every amount in the order of the text; times are in seconds."""
    return tuple(_found(plain(text)))


def _found(text: str) -> Iterator[Quantity]:
    for rest in _REST.finditer(text):
        yield from (one._replace(role="rest") for one in _found(rest["time"]))
    for match in _QUANTITY.finditer(_REST.sub("", text)):
        if match["time"] or match["start"]:
            yield Quantity(
                "second", _seconds(match["time"] or match["start"]), _seconds(match["time"] or match["stop"])
            )
            continue
        low, high = Decimal(match["low"].replace(",", ".")), Decimal((match["high"] or match["low"]).replace(",", "."))
        word = match["word"] or ""
        if word.rstrip("s") in SECONDS:  # "30 to 60 seconds"
            each = SECONDS[word.rstrip("s")]
            yield Quantity("second", low * each, high * each)
        else:
            yield Quantity(ROLES.get(word, " ".join(filter(None, (word, match["next"])))), low, high)


def _seconds(text: str) -> Decimal:
    parts = re.findall(rf"({_NUMBER}) (second|minute|hour)", text)
    return sum((Decimal(number.replace(",", ".")) * SECONDS[unit] for number, unit in parts), Decimal(0))


def sides(text: str) -> frozenset[str]:
    """Which of left, right and each the text speaks of."""
    text = _EACH_REPETITION.sub("", plain(text))
    return frozenset(word.lower() for word in re.findall(r"\b(?:left|right|each)\b", text, re.IGNORECASE))


def minutes(text: str) -> tuple[int, ...]:
    """The numbers beside "minutes", in order: "7 minutes, some days 17 to 20" has three."""
    found = re.search(r"\d+(?: to \d+)? minutes?\b(?:, some days \d+(?: to \d+)?)?", plain(text))
    return tuple(int(number) for number in re.findall(r"\d+", found[0])) if found else ()
