"""How the rosters of a folder are read, kept in a small YAML file beside them or in a clinic's own content folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.content.checking.checked import load
from generator.content.checking.fault_words import near
from generator.content.fields import Model, quoted, wrong
from generator.content.folder import bounded, shown
from generator.content.roster.how_to_read import NOTHING_SAID, Reading
from generator.content.roster.roster_columns import COLUMNS
from generator.content.roster.roster_encoding import known_encoding
from generator.content.roster.sheet import MOST_COLUMNS
from generator.problems import ContentError, Place, Problem

FILE = "roster-columns.yaml"
_HEADING = "# How `handouts batch` reads the rosters of this folder. Edit it, or remove it to be asked again."


def _column(name: str) -> str:
    known = [column.name for column in COLUMNS]
    if name not in known:
        meant = near(name, known)
        raise wrong(f"there is no column {quoted(name)}", f"did you mean {meant}?" if meant else ", ".join(known))
    return name


def _encoding(name: str) -> str:
    if not known_encoding(name):
        raise wrong(f"there is no encoding {quoted(name)}", "such as cp1252 or mac_roman")
    return name


class RosterColumns(Model):
    """The file: heads as they are written, with the columns of a roster that they mean."""

    columns: dict[str, Annotated[str, AfterValidator(_column)]] = Field(default_factory=dict, max_length=MOST_COLUMNS)
    ignore: tuple[str, ...] = Field(default=(), max_length=MOST_COLUMNS)
    dates: Literal["dmy", "mdy", "ymd"] | None = None
    encoding: Annotated[str, AfterValidator(_encoding)] | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """`path` is the file, or where it would be."""

    path: Path
    reading: Reading = NOTHING_SAID


def remembered_for(roster: Path, content: Sequence[Path] = ()) -> Remembered:
    """What is remembered beside a roster, else in the last of the content folders. Raises `ContentError`."""
    beside = roster.parent / FILE
    for path in (beside, *(folder / FILE for folder in reversed(content))):
        if path.is_file():
            return Remembered(path, _read(path))
    return Remembered(beside)


def _read(path: Path) -> Reading:
    try:
        text = bounded(path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ContentError([Problem(f"this file cannot be read: {reason}", Place(shown(path), 1, 1))]) from None
    kept, _ = load(RosterColumns, text, shown(path))
    return Reading(tuple(kept.columns.items()), kept.ignore, kept.dates or "", kept.encoding or "")


def as_yaml(reading: Reading) -> str:
    """The text of the file."""
    lines = ["columns:"] if reading.columns else []
    lines += [f"  {_quoted(head)}: {column}" for head, column in reading.columns]
    lines += ["ignore:"] if reading.ignored else []
    lines += [f"  - {_quoted(head)}" for head in reading.ignored]
    lines += [f"{key}: {value}" for key, value in (("dates", reading.dates), ("encoding", reading.encoding)) if value]
    return "\n".join([_HEADING, *lines, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # also a text of YAML
