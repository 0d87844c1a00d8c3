"""The columns that a roster may have: names, examples, and what each says; help and template are made from these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.content.choices import DEFAULT_CLINIC, TRAINED_SIDES, ChartKind, Layout, StyleName, listed
from generator.content.paper import Paper
from generator.content.person import LONGEST, LONGEST_NOTE_FOR
from generator.content.plan_length import LENGTHS, USUAL

# Longer texts are no heads; what comes behind is not looked at.
_LONGEST_HEAD = 120
# A head in one word, `FirstName`, has its capitals where others have spaces.
_WORD_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[-_:*#.?!\"()\[\]/]+")


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """`more` are other names for it that people write in their heads of columns."""

    name: str
    example: str
    words: str
    more: tuple[str, ...] = ()


COLUMNS: tuple[RosterColumn, ...] = (
    RosterColumn("routine", "hamstring-health", "which routine, or several: a@morning; b@weeks-3-4"),
    RosterColumn("name", "Ann Lee", "for whom; printed on the page and nowhere else", ("client", "for")),
    RosterColumn("by", "Sam Ortiz", "who prepared it; printed on the page", ("prepared by",)),
    RosterColumn("start", "2026-11-23", "first day, year-month-day; without it days are numbered", ("start date",)),
    RosterColumn("review", "2026-12-21", "next visit, year-month-day", ("next visit", "review date")),
    RosterColumn("side", "left", f"{listed(TRAINED_SIDES)}: only this side of one-sided exercises"),
    RosterColumn("alternative", "chair", "a named alternative of the routine"),
    RosterColumn("weeks", "8", f"{listed(list(map(str, LENGTHS)))} weeks; else {USUAL}"),
    RosterColumn("weeks_off", "4", "weeks in which nothing is done, such as 4 or 4-5"),
    RosterColumn("paper", Paper.A4.value, f"{listed(list(Paper))}; else the clinic's"),
    RosterColumn("layout", Layout.SHEET.value, f"{listed(list(Layout))}: one sheet first, or an opening page"),
    RosterColumn("style", StyleName.LARGE_PRINT.value, listed(list(StyleName))),
    RosterColumn("chart", ChartKind.GRAPH.value, listed(list(ChartKind))),
    RosterColumn("clinic", DEFAULT_CLINIC, "whose handout it is; `handouts list clinics` shows all"),
    RosterColumn("language", "en-GB", "language tag; else the clinic's"),
    RosterColumn("options", "hamstring-pressure=ball", "variants of exercises, exercise=variant, with ; between two"),
    RosterColumn(
        "dose",
        "glute-bridge.sets=3; glute-bridge.reps=8-10",
        "changes of doses, exercise.field=value, with ; between two",
        ("dose overrides", "doses"),
    ),
    RosterColumn("drop", "glute-bridge; deadlift", "exercises left out, with ; between two"),
    RosterColumn("add", "cat-cow@mobilise:1; sit-to-stand", "more exercises, written as for `make --add`"),
    RosterColumn("swap", "deadlift=sit-to-stand", "another exercise in the place of one, old=new"),
    RosterColumn("order", "hip-hinge; deadlift", "exercises that come first in their phase"),
    RosterColumn(
        "groups", "hip-hinge + deadlift: 3 rounds, rest 90 s", "exercises done together, as for `make --group`"
    ),
    RosterColumn("phases", "strengthen=off", "phases left out"),
    RosterColumn("sides", "hamstring-curl=left", "sides of single exercises: left, right, each, alternate"),
    RosterColumn("maxima", "deadlift=100 kg", "the most a client can lift once, of which a load is a percentage"),
    RosterColumn("videos", "hip-hinge=none", "another video of an exercise, its name or address; none takes it away"),
    RosterColumn("exercises", "hip-hinge; cat-cow@daily", "in place of a routine: all exercises"),
    RosterColumn(
        "note",
        "Mind the left knee.",
        f"printed in a frame on page 1, at most {LONGEST['note']} characters",
        ("notes",),
    ),
    RosterColumn(
        "note_for",
        "glute-bridge=Only as high as it feels easy.",
        f"notes for exercises, exercise=text, with ; between two, at most {LONGEST_NOTE_FOR} characters each",
        ("notes for",),
    ),
    RosterColumn("copies", "2", "how often it stands in the print file"),
    RosterColumn("pseudonym", "P-0017", "stands in file names, bookmarks and the chart's code: letters, digits, . - _"),
    RosterColumn("row", "17", "the number to go by instead of the row's own; problem files have it"),
)

# What we add to a problem file ourselves, and do not read back.
PROBLEM = "problem"


def known_names() -> dict[str, str]:
    """Every way to write a column's head, folded, and the column that is meant."""
    return {folded(written): column.name for column in COLUMNS for written in (column.name, *column.more)}


def folded(head: str) -> str:
    """`Dose_Overrides ` and `DoseOverrides:` are `dose overrides`."""
    words = _WORD_BREAK.sub(" ", head[:_LONGEST_HEAD].replace("\u2019", "'"))
    return " ".join(_SIGNS.sub(" ", words).casefold().split())
