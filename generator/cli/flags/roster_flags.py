"""How a roster is to be read: the options, and how they become a `Reading`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.offered import F, one_of, together
from generator.content.roster.roster_dates import DateOrder

if TYPE_CHECKING:
    from generator.content.roster.how_to_read import Reading


def roster_options(command: F) -> F:
    """What is said of heads, dates, sheet and encoding."""
    return together(
        command,
        click.option(
            "--map",
            "maps",
            metavar="HEAD=COLUMN",
            multiple=True,
            callback=_maps,
            help='What a head means, such as "First name=name". May repeat; heads of one column are joined by a space.',
        ),
        click.option("--ignore", metavar="HEAD", multiple=True, help="Leave a column out, such as Mobile. May repeat."),
        click.option("--yes", is_flag=True, help="Take what the heads most likely mean, without a question."),
        click.option("--dates", type=one_of(DateOrder), help="Order of dates in numbers, such as dmy for 1/2/2026."),
        click.option("--sheet", metavar="NAME", default="", help="Of a workbook. [default: the one with a list]"),
        click.option("--encoding", metavar="NAME", default="", callback=_encoding, help="[default: found out]"),
    )


def reading_of(flags: dict[str, Any]) -> Reading:
    """How to read the roster; what is left out is as remembered, or found out."""
    from generator.content.roster.how_to_read import Reading

    return Reading(
        columns=flags["maps"],
        ignored=flags["ignore"],
        dates=flags["dates"] or "",
        encoding=flags["encoding"],
        sheet=flags["sheet"],
        propose=flags["yes"],
    )


def column_named(written: str) -> str:
    """The column that a text means. Raises `click.BadParameter` if there is none such."""
    from generator.content.checking.fault_words import near
    from generator.content.roster.roster_columns import COLUMNS, folded, known_names

    found = known_names().get(folded(written), "")
    if not found:
        meant = near(written, list(known_names()))
        hint = f"did you mean {meant}?" if meant else "columns are " + ", ".join(column.name for column in COLUMNS)
        raise click.BadParameter(f'there is no column "{written}"; {hint}')
    return found


def _maps(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for text in given:
        head, equals, column = text.rpartition("=")
        if not equals or not head.strip():
            raise click.BadParameter(f'needs HEAD=COLUMN, such as "First name=name", not "{text}"')
        pairs.append((head.strip(), column_named(column.strip())))
    return tuple(pairs)


def _encoding(context: click.Context, parameter: click.Parameter, name: str) -> str:
    from generator.content.roster.roster_encoding import known_encoding

    if name and not known_encoding(name):
        raise click.BadParameter(f'there is no encoding "{name}"; such as cp1252, mac_roman or utf-16')
    return name
