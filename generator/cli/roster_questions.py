"""What a roster leaves open is asked on a terminal, once; the answers are remembered beside it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.flags.roster_flags import column_named

if TYPE_CHECKING:
    from generator.content.roster.head_meanings import RosterHead
    from generator.content.roster.how_to_read import Reading
    from generator.content.roster.roster import Roster
    from generator.content.roster.unsettled import DatesQuestion, HeadsQuestion, Question, SheetQuestion

_LEAVE_OUT = "-"


def roster_asked_about(path: Path, reading: Reading, content: Sequence[Path]) -> Roster:
    """The roster, with every question answered where somebody can answer. Raises `ContentError`."""
    from generator.content.roster.roster_file import read_roster
    from generator.content.roster.unsettled import Unsettled

    while True:
        try:
            roster = read_roster(path, reading, content)
        except Unsettled as error:
            if not on_terminal():
                raise
            reading = _answered(error.question, reading)
        else:
            _remember(path, roster, content)
            return roster


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _remember(path: Path, roster: Roster, content: Sequence[Path]) -> None:
    """Keeps what was said; a folder that cannot be written to only means that it is asked again."""
    from generator.content.roster.remembered import as_yaml, remembered_for
    from generator.store import write_file

    known = remembered_for(path, content)
    if roster.reading == known.reading:
        return
    try:
        write_file(known.path, as_yaml(roster.reading).encode("utf-8"))
    except OSError as error:
        click.echo(f"how to read this roster is not remembered: {error.filename}: {error.strerror}", err=True)
    else:
        click.echo(f"how to read this roster is remembered in {known.path}", err=True)


def _answered(question: Question, reading: Reading) -> Reading:
    from generator.content.roster.unsettled import DatesQuestion, HeadsQuestion

    if isinstance(question, HeadsQuestion):
        return _heads(question, reading)
    if isinstance(question, DatesQuestion):
        return _dates(question, reading)
    return _sheet(question, reading)


def _sheet(question: SheetQuestion, reading: Reading) -> Reading:
    click.echo("More than one sheet holds a list:", err=True)
    for number, title in enumerate(question.titles, 1):
        click.echo(f"  {number}  {title}", err=True)
    chosen = click.prompt("Which one", type=click.IntRange(1, len(question.titles)), err=True)
    return replace(reading, sheet=question.titles[chosen - 1])


def _dates(question: DatesQuestion, reading: Reading) -> Reading:
    click.echo(f"{question.text} may be", err=True)
    for order, words in question.readings:
        click.echo(f"  {order}  {words}", err=True)
    orders = [str(order) for order, _ in question.readings]
    return replace(reading, dates=click.prompt("Which one", type=click.Choice(orders), err=True))


def _heads(question: HeadsQuestion, reading: Reading) -> Reading:
    """First what is most likely as a whole; where that is wrong, or cannot be guessed, head by head."""
    from generator.content.roster.head_meanings import Fate
    from generator.content.roster.settled_heads import proposal_lines

    proposed = [head for head in question.heads if head.fate is Fate.PROPOSED]
    doubtful = [head for head in question.heads if head.fate in (Fate.NAMELIKE, Fate.SLIP)]
    if proposed:
        click.echo("The heads of this roster most likely mean:", err=True)
        for line in proposal_lines(question.heads):
            click.echo(f"  {line}", err=True)
        if click.confirm("Read them so", default=True, err=True):
            reading = reading.with_columns(*((head.written.strip(), head.column) for head in proposed))
        else:
            doubtful = [head for head in question.heads if head.fate not in (Fate.USED, Fate.IGNORED)]
    if doubtful:
        click.echo(f"Which column is each? {_LEAVE_OUT} leaves it out.", err=True)
    for head in doubtful:
        reading = _head(head, reading)
    return reading


def _head(head: RosterHead, reading: Reading) -> Reading:
    answer = click.prompt(f"  {head.name}", default=head.column or _LEAVE_OUT, value_proc=_column_or_nothing, err=True)
    written = head.written.strip()
    return reading.with_columns((written, answer)) if answer else reading.without(written)


def _column_or_nothing(text: str) -> str:
    return "" if text.strip() == _LEAVE_OUT else column_named(text)
