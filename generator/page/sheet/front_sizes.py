"""Sizes of type and distances on the front of the sheet: a style comes in, points go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.page.measures import Style
from generator.shapes.geometry import MM


@dataclass(frozen=True, slots=True)
class FrontSizes:
    """`lead` is the step of lines of what is to be read (`body`), `gap` what stands between blocks.

    `picture` is the width of the pictures' area in one column; `pairs` are those that are tried in two.
    """

    clinic: float = 14.5
    hours: float = 12
    phone: float = 19
    title: float = 25
    message: float = 13
    message_lead: float = 5.3 * MM
    label: float = 12
    value: float = 14
    note: float = 12.5
    note_lead: float = 5.6 * MM
    code_name: float = 11
    name: float = 14
    name_lead: float = 5.35 * MM
    dose: float = 13
    dose_lead: float = 5.1 * MM
    step: float = 16
    body: float = 12
    lead: float = 5.05 * MM
    tab: float = 12.5
    tab_height: float = 6.6 * MM
    question: float = 13
    signs: float = 15
    disc: float = 8.5 * MM
    disc_number: float = 14.5
    code: float = 14.5 * MM
    pitch: float = 22 * MM
    shape: float = 14.7 * MM
    gap: float = 2 * MM
    gutter: float = 6 * MM
    picture: float = 84 * MM
    pairs: tuple[float, ...] = (54 * MM, 51 * MM, 48 * MM, 45 * MM, 42 * MM)
    alone: float = 1.22  # how much larger a name is in one column
    rows: float = 1.0  # how much higher the least row is


_LARGE = FrontSizes(
    clinic=21,
    hours=16,
    phone=25,
    title=34,
    message=18.5,
    message_lead=7.6 * MM,
    label=17,
    value=18,
    note=17,
    note_lead=7.3 * MM,
    code_name=17,
    name=21,
    name_lead=8 * MM,
    dose=19,
    dose_lead=7.4 * MM,
    step=22,
    body=17,
    lead=7.3 * MM,
    tab=17,
    tab_height=9 * MM,
    question=20,
    signs=21,
    disc=12 * MM,
    disc_number=21,
    code=17.4 * MM,
    pitch=30 * MM,
    shape=17 * MM,
    gap=2.4 * MM,
    alone=1.0,
    rows=1.2,
)
# The same where that saves a page: nothing is smaller than large print may be.
_CLOSE = replace(_LARGE, message=18, body=16, lead=6.8 * MM, question=18, signs=19, shape=16 * MM)
_STANDARD = FrontSizes()
# On a narrow page one column of lower rows, and less white at the top.
_NARROW = replace(_STANDARD, title=21, picture=50 * MM, alone=1.07, phone=17)


def front_sizes(style: Style) -> FrontSizes:
    if style.theme.tall_rows:
        return _CLOSE if style.close else _LARGE
    return _NARROW if style.narrow else _STANDARD
