"""What a language asks for, from Babel: plural forms, dates, the first weekday. A BCP 47 tag comes in, values go out.

Babel is imported when first needed: `--help` does without it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.problems import ContentError, Problem, place_of

NO_BREAK = "\N{NO-BREAK SPACE}"

if TYPE_CHECKING:
    from babel.core import Locale


@lru_cache(maxsize=32)
def locale_of(tag: str) -> Locale:
    """Babel's data for a tag such as en-GB, or for its language alone; raises `ContentError` if unknown."""
    from babel.core import Locale, UnknownLocaleError

    for known in (tag, tag.split("-")[0]):
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise ContentError([Problem(f'no language is known as "{tag}"', place_of(tag), hint="write a tag such as en-GB")])


def plural_category(tag: str, number: float) -> str:
    """The CLDR category of a number: one, other, and in other languages zero, two, few, many."""
    return str(locale_of(tag).plural_form(number))


def plural_categories(tag: str) -> frozenset[str]:
    """The categories that texts of this language must have."""
    return frozenset(locale_of(tag).plural_form.tags) | {"other"}


@lru_cache
def direction_of(tag: str) -> str:
    """Which way a language's lines run: "ltr" or "rtl"."""
    return "rtl" if locale_of(tag).character_order == "right-to-left" else "ltr"


@lru_cache
def decimal_sign(tag: str) -> str:
    """What stands between 7 and 5 in seven and a half: a point or a comma."""
    signs = locale_of(tag).number_symbols
    return str(signs.get("latn", signs)["decimal"])


def first_weekday(tag: str) -> int:
    """0 is Monday, 6 is Sunday."""
    return int(locale_of(tag).first_week_day)


def weekday_name(tag: str, weekday: int, width: str = "abbreviated") -> str:
    """The name of a day of the week (0 is Monday); `width` is wide, abbreviated or narrow."""
    names = locale_of(tag).days["stand-alone"]
    return str((names[width] if width in names else locale_of(tag).days["format"][width])[weekday])


@lru_cache(maxsize=1024)
def date_text(tag: str, day: date, form: str = "long") -> str:
    """A date as people write it, with spaces that do not break: 23 November 2026, November 23, 2026.

    `form` is one of Babel's (short, medium, long, full) or a CLDR pattern.
    """
    from babel.dates import format_date

    return str(format_date(day, form, locale=locale_of(tag))).replace(" ", NO_BREAK)


def month_text(tag: str, day: date) -> str:
    """Month and year, for the footer: November 2026."""
    return date_text(tag, day, "LLLL y")


def short_day(tag: str, day: date) -> str:
    """Day and month, for the chart's heads: 23 Nov, Nov 23."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMd", day, locale=locale_of(tag))).replace(" ", NO_BREAK)
