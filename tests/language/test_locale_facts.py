"""What Babel is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from generator.language.locale_facts import (
    date_text,
    direction_of,
    first_weekday,
    locale_of,
    month_text,
    plural_category,
    short_day,
    weekday_name,
)
from generator.problems import ContentError

DAY = date(2026, 11, 23)
NO_BREAK = "\N{NO-BREAK SPACE}"


def test_first_weekday_by_country() -> None:
    assert [first_weekday(tag) for tag in ("en-GB", "en-US", "de-DE", "ar-EG")] == [0, 6, 0, 5]


def test_dates_do_not_break() -> None:
    assert date_text("en-GB", DAY) == f"23{NO_BREAK}November{NO_BREAK}2026"
    assert date_text("en-US", DAY) == f"November{NO_BREAK}23,{NO_BREAK}2026"
    assert month_text("en-GB", DAY) == f"November{NO_BREAK}2026"
    assert short_day("en-US", DAY) == f"Nov{NO_BREAK}23"


def test_names_of_days() -> None:
    assert weekday_name("en-GB", 0) == "Mon"
    assert weekday_name("en-GB", 6, "narrow") == "S"
    assert weekday_name("es", 0, "wide") == "lunes"


def test_plural_categories() -> None:
    assert [plural_category("en-GB", n) for n in (0, 1, 2)] == ["other", "one", "other"]
    assert plural_category("pl", 3) == "few"


def test_an_unknown_region_takes_its_language() -> None:
    assert locale_of("en-XX").language == "en"


@pytest.mark.parametrize("tag", ["xx", "", "e", "12"])
def test_an_unknown_language(tag: str) -> None:
    with pytest.raises(ContentError):
        locale_of(tag)


def test_which_way_lines_run() -> None:
    assert [direction_of(tag) for tag in ("en-GB", "ar", "ur-PK", "he", "es")] == ["ltr", "rtl", "rtl", "rtl", "ltr"]
