import math
from datetime import date

import pikepdf
import pytest

from generator.output import syntax
from generator.output.syntax import Unwritable
from generator.page.page import Ink


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0, "0"), (-0.001, "0"), (12, "12"), (12.5, "12.5"), (0.1 + 0.2, "0.3"), (1e-9, "0"), (100, "100")],
)
def test_numbers_are_short_and_plain(value: float, text: str) -> None:
    assert syntax.number(value) == text


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300, -1e8])
def test_no_file_holds_what_is_not_a_number(value: float) -> None:
    with pytest.raises(Unwritable, match="not a number"):
        syntax.number(value)


def test_a_path_is_only_a_path() -> None:
    assert syntax.path("0 0 m 1.5 -2 l 1 2 3 4 5 6 c h") == "0 0 m 1.5 -2 l 1 2 3 4 5 6 c h"
    for wrong in ("nan 0 m", "1e-5 0 m", "0 0 m ET", "0 0 m /X Do", "0 0 m (a) Tj"):
        with pytest.raises(Unwritable, match="a path holds"):
            syntax.path(wrong)


def test_grey_inks_use_black_alone() -> None:
    assert syntax.colour(Ink(0.5, 0.5, 0.5)) == "0.5 g"
    assert syntax.colour((0, 0, 0), stroke=True) == "0 G"
    assert syntax.colour(Ink(0.1, 0.2, 0.3)) == "0.1 0.2 0.3 rg"
    assert syntax.colour(Ink(0.1, 0.2, 0.3), stroke=True) == "0.1 0.2 0.3 RG"


@pytest.mark.parametrize("text", ["plain", "(a) \\ b", "Übung", "膝", "😀", "a\nb", "", "½ ✓", "tab\tnul\0"])
def test_text_comes_back_from_a_second_parser(text: str) -> None:
    written = pikepdf.Object.parse(syntax.text_string(text))
    assert str(written) == text


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Unwritable, match="U\\+D800"):
        syntax.text_string("a\ud800")


def test_names_need_no_escape_or_are_refused() -> None:
    assert syntax.name("SourceSans3-Regular") == "/SourceSans3-Regular"
    with pytest.raises(ValueError, match="escape"):
        syntax.name("Source Sans")


def test_dates_have_no_time_of_day() -> None:
    assert syntax.date_string(date(2026, 3, 9)) == b"(D:20260309000000Z)"


def test_a_stream_ends_where_its_data_ends() -> None:
    # A reader that searches for the end must not take the data's last byte for a line end.
    assert syntax.stream(b"abc\r").endswith(b"/Length 4>>\nstream\nabc\r\r\nendstream")
