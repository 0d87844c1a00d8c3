"""Dates as people and practice systems write them come in; year-month-day goes out, or which orders could be meant.

Nothing is guessed: where day and month could change places and no other cell tells, that is for the user to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DateOrder(StrEnum):
    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NAMES = ("january february march april may june july august september october november december").split()
_DAY_NAME = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s+"
_HALF = r"[ap]\.?\s?m\.?"
_CLOCK = (
    rf"(?:\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\s*{_HALF})?|\d{{1,2}}(?:\.\d{{2}})?\s*{_HALF})"
    r"\s*(?:z|[+-]\d{2}:?\d{2})?"
)
_BEFORE = re.compile(rf"^(?:{_CLOCK}\s*(?:-|–|to)?\s*)*(?:,|on)?\s*(?:{_DAY_NAME})?(?=\S)", re.IGNORECASE)
_AFTER = re.compile(rf"(?:(?:t|,|\s|at|@)+{_CLOCK}(?:\s*(?:-|–|to)\s*{_CLOCK})?|\s*\([a-z ]*\))\s*$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?[ -]*(?:of )?([a-z]{3,9})\.?,?[ -]*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4})", re.IGNORECASE)
# `Wednesday, 23rd of September 2026, 10:30 a.m. - 11:15 a.m.` has fewer; what is longer is no date.
_LONGEST = 80
# Years of two digits from 2020 on: `26/02/01` is no day of 2001.
_FIRST_SHORT_YEAR = 20
# Days since a spreadsheet's first day: from 1990 to 2099.
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = date(1990, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """`sure` needs no order; else what each order makes of it. Neither: it is no date."""

    sure: date | None = None
    by_order: tuple[tuple[DateOrder, date], ...] = ()

    def in_order(self, order: str) -> date | None:
        return self.sure or dict[str, date](self.by_order).get(order)

    @property
    def orders(self) -> frozenset[DateOrder]:
        """Those that make a date of it; empty where none is needed."""
        return frozenset(order for order, _ in self.by_order)


def date_in(text: str, first_day: date) -> WrittenDate:
    """What a cell says, times of day and days of the week left aside."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return WrittenDate()
    if _SERIAL.fullmatch(text):
        day = first_day + timedelta(int(text[:5]))
        return WrittenDate(day) if _FIRST_SERIAL <= day <= _LAST_SERIAL else WrittenDate()
    bare = _AFTER.sub("", _BEFORE.sub("", text, count=1), count=1).strip()
    if match := _YEAR_FIRST.fullmatch(bare):
        parts = match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)
        return WrittenDate(_day(*map(int, parts)))
    if match := _DAY_MONTH.fullmatch(bare):
        return WrittenDate(_day(_year(match[3]), _month(match[2]), int(match[1])))
    if match := _MONTH_DAY.fullmatch(bare):
        return WrittenDate(_day(_year(match[3]), _month(match[1]), int(match[2])))
    if match := _NUMBERS.fullmatch(bare):
        return _numbers(match[1], match[3], match[4], match[2])
    return WrittenDate()


def _numbers(first: str, second: str, third: str, sign: str) -> WrittenDate:
    """Dots stand in no country between month and day (CLDR 45: every pattern with dots begins with the day)."""
    readings = {DateOrder.DMY: _day(_year(third), int(second), int(first))}
    if sign != ".":
        readings[DateOrder.MDY] = _day(_year(third), int(first), int(second))
    if len(first) == len(third) == 2:
        readings[DateOrder.YMD] = _day(_year(first), int(second), int(third))
    by_order = tuple((order, day) for order, day in readings.items() if day)
    days = {day for _, day in by_order}
    certain = len(days) == 1 and (len(by_order) > 1 or sign == ".")
    return WrittenDate(days.pop()) if certain else WrittenDate(by_order=by_order)


def order_of(dates: Iterable[WrittenDate]) -> frozenset[DateOrder]:
    """The orders by which all of these are dates; all three where none needs one."""
    found = frozenset(DateOrder)
    for each in dates:
        found &= each.orders or found
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    """Visits are near: two digits mean this century, and none of its first years; 0 is no year."""
    if len(text) == 2:
        return 2000 + int(text) if int(text) >= _FIRST_SHORT_YEAR else 0
    return int(text)


def _month(word: str) -> int:
    """1 to 12 by its name, three letters or `sept`; 0 for another word."""
    word = word.lower()
    word = "sep" if word == "sept" else word
    names = _MONTHS if len(word) == 3 else _MONTH_NAMES
    return names.index(word) + 1 if word in names else 0
