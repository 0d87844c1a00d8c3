"""A row of a roster comes in; who is to get what, on what paper, goes out as frozen values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from generator.batch.row_edits import edits_in, parts
from generator.content.checking import checked
from generator.content.checking.fault_words import near
from generator.content.choices import ChartKind, Layout, StyleName, listed
from generator.content.editing.dose_path import whole_path
from generator.content.fields import quoted
from generator.content.library import Library
from generator.content.paper import Paper
from generator.content.person import LONGEST, LONGEST_NOTE_FOR, PSEUDONYM, PSEUDONYM_FORM, Person
from generator.content.prescription import Prescription
from generator.content.roster.roster import Roster
from generator.content.roster.sheet import SheetRow
from generator.content.routine_title import routine_id
from generator.naming import name_of
from generator.page.format import Format
from generator.problems import ContentError, Problem, Prose, overlong, place_of
from generator.source.reader import value_of

E = TypeVar("E", bound=StrEnum)

MOST_COPIES = 50
# A note for an exercise ends where the next begins: it may hold a semicolon itself.
_NEXT_NOTE = re.compile(r"[;\n](?=\s*[A-Za-z0-9-]+\s*=)")
# Columns that are names of something, in small letters: Excel likes to begin a cell with a capital.
_FOLDED = ("side", "alternative", "paper", "layout", "style", "chart", "clinic")


@dataclass(frozen=True, slots=True)
class Client:
    """`number` is the row's (as a spreadsheet counts, or what its column `row` says), `name` the file's."""

    number: int
    prescription: Prescription
    person: Person
    form: Format
    copies: int
    name: str

    @property
    def label(self) -> str:
        """What the client is called wherever a name must not stand."""
        return label_of(self.number, self.person.pseudonym)


def label_of(number: int, pseudonym: str) -> str:
    return pseudonym or f"{number:04}"


def client_of(roster: Roster, row: SheetRow, defaults: Mapping[str, str], form: Format, library: Library) -> Client:
    """The client of a row. `defaults` fill empty cells, `form` says what no column does. Raises `ContentError`."""
    try:
        cells = roster.cells(row)
        reader = _RowReader({**{k: Prose(v) for k, v in defaults.items() if v}, **cells}, library)
        return reader.client(row.number, form)
    except ContentError as error:
        raise ContentError([_at_its_cell(problem, roster, row) for problem in error.problems]) from None


def _at_its_cell(problem: Problem, roster: Roster, row: SheetRow) -> Problem:
    """Flags and checks of a prescription know the column, not the place."""
    if problem.place is not None:
        return problem
    return replace(problem, place=roster.place(row, column_of(problem)))


def column_of(problem: Problem) -> str:
    """The column of what a problem's path leads to: `add` of `add[1].phase`."""
    return re.split(r"[.\[]", problem.path)[0]


class _RowReader:
    """Reads one row's cells, and gathers what is wrong with them."""

    def __init__(self, cells: dict[str, Prose], library: Library) -> None:
        self.cells = {key: _folded(text) if key in _FOLDED else text for key, text in cells.items()}
        self.library = library
        self.problems: list[Problem] = []

    def client(self, number: int, base: Format) -> Client:
        own_number = self.whole("row", number, 1, 10_000_000)
        copies = self.whole("copies", 1, 1, MOST_COPIES)
        person = self.person()
        written = self.written()
        form = self.format(base)
        prescription = self.prescription(written)
        if self.problems or prescription is None:
            raise ContentError(self.problems)
        name = name_of(prescription, form, label_of(own_number, person.pseudonym))
        return Client(own_number, prescription, person, form, copies, name)

    def report(self, column: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(message, place_of(self.cells.get(column, "")), column, hint))

    def whole(self, column: str, default: int, least: int, most: int) -> int:
        text = self.cells.get(column)
        if text is None:
            return default
        if not re.fullmatch(r"[0-9]{1,8}", text, re.ASCII) or not least <= int(text) <= most:
            self.report(column, f"needs a whole number from {least} to {most:,}, not {quoted(text)}")
            return default
        return int(text)

    def person(self) -> Person:
        for column, longest in LONGEST.items():
            text = self.cells.get(column, "")
            if len(text) > longest:
                self.report(column, overlong(text, longest))
        pseudonym = self.cells.get("pseudonym", Prose(""))
        if pseudonym and not PSEUDONYM.fullmatch(pseudonym):
            self.report("pseudonym", f"cannot be {quoted(pseudonym)}", PSEUDONYM_FORM)
        note_for = self.note_for()
        if self.problems:
            return Person()
        name, by, note = (self.cells.get(column, Prose("")) for column in LONGEST)
        return Person(name, by, note, pseudonym, note_for)

    def written(self) -> dict[str, Any]:
        """The row as plain data for a prescription; version and language come from routine and clinic."""
        plain = ("routine", "clinic", "language", "side", "alternative", "weeks", "weeks_off", "start", "review")
        written: dict[str, Any] = {column: self.cells[column] for column in plain if column in self.cells}
        edits, wrong = edits_in(self.cells)
        self.problems += wrong
        written |= edits
        if "exercises" in written:
            written["issued"] = date.today().isoformat()
        if "options" in self.cells:
            written["options"] = self.options()
        if "dose" in self.cells:
            written["dose"] = self.doses()
        try:
            if "routine" in written:
                first, *more = self.routines(written["routine"])
                written["routine"] = first if not more and "@" not in first else (first, *more)
                written["version"] = str(self.library.routine(first.partition("@")[0]).version)
            if "clinic" in written:
                written.setdefault("language", str(self.library.clinic(written["clinic"]).locale))
        except ContentError as error:
            self.problems += error.problems
        return written

    def routines(self, cell: Prose) -> list[Prose]:
        """The routines of a cell by their ids, each with its times and weeks behind it."""
        found = []
        for part in parts(cell):
            name, sign, when = part.partition("@")
            found.append(Prose(f"{routine_id(Prose(name.strip(), cell.place), self.library)}{sign}{when}", cell.place))
        return found

    def prescription(self, written: dict[str, Any]) -> Prescription | None:
        try:
            return checked.build(Prescription, written)
        except ContentError as error:
            named = {problem.path for problem in self.problems}
            # Without routine or clinic there is no version and no language: say the first only.
            follows = {"language"} if "clinic" not in written or self.problems else set()
            self.problems += [p for p in error.problems if p.path not in named | follows]
            return None

    def options(self) -> dict[str, Prose]:
        found = {}
        for part in parts(self.cells["options"]):
            exercise, equals, variant = (piece.strip() for piece in part.partition("="))
            if not (exercise and equals and variant):
                self.report("options", f"needs exercise=variant, not {quoted(part)}", "put ; between two")
                continue
            if exercise.lower() in found:
                self.report("options", f"{exercise} is set twice")
            found[exercise.lower()] = Prose(variant.lower(), place_of(self.cells["options"]))
        return found

    def doses(self) -> dict[str, Any]:
        """`exercise.field=value` as nested data; `exercise.dose.field=value`, as on the command line, is the same."""
        found: dict[str, Any] = {}
        for part in parts(self.cells["dose"]):
            path, _, text = (piece.strip() for piece in part.partition("="))
            exercise, *keys = path.split(".")
            keys = whole_path(keys)
            if not (exercise and keys and all(keys) and text) or len(keys) > 4:
                hint = "put ; between two; `handouts make --help` shows what --set takes"
                self.report("dose", f"needs exercise.field=value, not {quoted(part)}", hint)
                continue
            try:
                _put(found, (exercise.lower(), *keys), value_of(text))
            except ValueError as error:
                self.report("dose", str(error))
            except KeyError:
                self.report("dose", f"{quoted(path)} is set twice in two ways")
        return found

    def note_for(self) -> dict[str, Prose]:
        """Notes by exercise id. What a note says is not told: terminals are logged."""
        found: dict[str, Prose] = {}
        cell = self.cells.get("note_for", Prose(""))
        for part in filter(None, (part.strip(" ;\n") for part in _NEXT_NOTE.split(cell))):
            exercise, _, text = (piece.strip() for piece in part.partition("="))
            if not exercise or not text:
                self.report("note_for", "needs exercise=text", "put ; between two")
            elif exercise.lower() in found:
                self.report("note_for", f"{quoted(exercise)} has two notes")
            elif len(text) > LONGEST_NOTE_FOR:
                self.report("note_for", f"the note for {exercise} {overlong(text, LONGEST_NOTE_FOR)}")
            else:
                found[exercise.lower()] = Prose(" ".join(text.split()), place_of(cell))
        return found

    def format(self, base: Format) -> Format:
        clinic = self.cells.get("clinic", Prose(""))
        known = clinic in self.library.ids("clinics")
        form = base.on_paper_of(self.library.clinic(clinic)) if known else replace(base, paper=Paper.usual_in(""))
        return replace(
            base,
            paper=self.choice("paper", Paper, form.sheet),
            layout=self.choice("layout", Layout, base.layout),
            style=self.choice("style", StyleName, StyleName(base.style)).value,
            chart=self.choice("chart", ChartKind, base.chart),
        )

    def choice(self, column: str, kind: type[E], default: E) -> E:
        text = self.cells.get(column)
        if text is None:
            return default
        allowed = [member.value for member in kind]
        if text not in allowed:
            meant = near(text, allowed)
            hint = f"did you mean {meant}?" if meant else ""
            self.report(column, f"needs {listed(allowed)}, not {quoted(text)}", hint)
            return default
        return kind(text)


def _folded(text: Prose) -> Prose:
    return Prose(text.lower(), place_of(text))


def _put(found: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Raises KeyError where the path leads through a value, or is set already."""
    for key in path[:-1]:
        found = found.setdefault(key, {})
        if not isinstance(found, dict):
            raise KeyError(key)
    if path[-1] in found:
        raise KeyError(path[-1])
    found[path[-1]] = value
