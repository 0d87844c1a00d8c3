"""The look of the pages as one model: colours, sizes of type, distances. A theme file holds only what differs.

Sizes of type are points. Distances are written in millimetres and held in points. Defaults are the `standard` style.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from generator.assets import asset
from generator.content.checking.checked import load
from generator.content.clinic import Colour
from generator.content.fields import Model
from generator.problems import Prose
from generator.shapes.geometry import MM

Size = Annotated[float, Field(gt=0, le=72)]
Distance = Annotated[float, Field(gt=0, le=260), AfterValidator(lambda millimetres: millimetres * MM)]


class Theme(Model):
    """One style of page. `step` is the baseline step of running text; everything vertical is counted in it."""

    model_config = ConfigDict(validate_default=True)

    # colours, and the set of inks that figures use
    ink: Colour = Prose("#000000")  # pure, or an office printer would make dots of it
    accent: Colour = Prose("#0B4F6C")
    grey: Colour = Prose("#474747")
    line: Colour = Prose("#333333")
    hair: Colour = Prose("#8C8C8C")
    rest: Colour = Prose("#E2E2E2")
    figures: str = "colour"
    keep_accent: bool = True  # mono refuses a clinic's colour

    # sizes of type
    title: Size = 28
    message: Size = 16.5
    name: Size = 19
    dose: Size = 15.5
    body: Size = 12.5
    note: Size = 12
    section: Size = 14.5
    help_head: Size = 16.5
    tab: Size = 13
    fact: Size = 14
    small: Size = 11
    clinic: Size = 15
    help_phone: Size = 19
    disc_number: Size = 17.5
    footer: Size = 9
    page_number: Size = 11
    card_name: Size = 16.5
    card_dose: Size = 12.5
    card_body: Size = 12
    card_number: Size = 15.5

    # distances
    step: Distance = 5.5
    note_step: Distance = 5.1
    title_step: Distance = 11.55
    hang: Distance = 7
    disc: Distance = 10.5
    gutter: Distance = 6
    plate_height: Distance = 150
    prose: Distance = 120
    code: Distance = 14.5
    routine_code: Distance = 26
    logo: Distance = 10
    shape: Distance = 19
    writing: Distance = 9
    writing_label: Distance = 24
    footer_height: Distance = 8.8
    sign: Distance = 3.1
    card_step: Distance = 5.15
    card_indent: Distance = 12
    card_hang: Distance = 6
    card_disc: Distance = 9
    card_sign: Distance = 3
    card_picture: Distance = 52  # the column of pictures
    card_least: Distance = 30  # the least height of pictures

    # how much further apart the lines of a card may stand where there is room
    card_stretch: Annotated[float, Field(ge=1, le=2)] = 1.1

    # A drawing is never shown larger than this, so that all figures of a handout are people of one size.
    largest: Annotated[float, Field(ge=1, le=3)] = 1.35

    # switches
    stacked: bool = False  # parts one under the other instead of side by side
    tall_rows: bool = False  # a chart stands upright, and its rows never get tight
    smallest: Size = 9  # nothing on the page may be set smaller


def load_theme(name: str) -> Theme:
    """A bundled theme by its `StyleName`."""
    path = asset("themes", f"{name}.yaml")
    return load(Theme, path.read_text("utf-8"), path.name)[0]
