"""What a worker does, in this process or on another machine: rows come in, files are written, outcomes go out.

Everything that rows share (content, faces, masters, the press) is made once for each process and kept in its workbench.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from secrets import token_hex

from generator import __version__
from generator.batch.client import Client, client_of, column_of
from generator.batch.destination import Destination, destination_of
from generator.batch.journal import Done
from generator.content.library import load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.content.roster.roster import Roster
from generator.content.roster.sheet import SheetRow
from generator.content.routine import exercises_named
from generator.make import Master, checked_pages, note_shape, prepare, print_for, shared
from generator.page.format import Format
from generator.page.note_shape import NoteShape
from generator.page.page import Pages
from generator.pictures.figures import figures_of
from generator.problems import ContentError, Place, Problem
from generator.workshop import Workshop

# How many plans are kept ready. A clinic has some ten; more only cost that one is laid out again.
_MASTERS = 48

MADE, UNCHANGED, CHECKED, FAILED = "made", "unchanged", "checked", "problem"


@dataclass(frozen=True, slots=True)
class Setup:
    """What all rows of a batch have in common. `roster` comes without its rows, `destination` is empty for a check.

    `run` tells one batch from the next: content may have changed in between.
    """

    roster: Roster
    content: tuple[Path, ...]
    defaults: tuple[tuple[str, str], ...]
    form: Format
    destination: str = ""
    version: str = __version__
    run: str = field(default_factory=lambda: token_hex(8))


@dataclass(frozen=True, slots=True)
class Order:
    """A row to make under a file name; `previous` is what was made of it before."""

    index: int
    row: SheetRow
    name: str
    previous: Done | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order; `problems` are the row's, or warnings of a plan met for the first time."""

    index: int
    status: str
    pages: int = 0
    sha256: str = ""
    master: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Prepared:
    """A master with a digest of what everybody gets of it, or what is wrong with its content.

    Warnings are told with the first row that is made: ten thousand rows need them once.
    """

    master: Master | None
    digest: str = ""
    problems: tuple[Problem, ...] = ()

    def warnings(self) -> tuple[Problem, ...]:
        told, self.problems = self.problems, ()
        return told


@dataclass
class Workbench:
    """One for a process and a batch."""

    setup: Setup
    workshop: Workshop = field(init=False)
    destination: Destination | None = field(init=False)

    def __post_init__(self) -> None:
        if self.setup.version != __version__:
            message = f"this worker has version {__version__}, the batch was started by {self.setup.version}"
            raise ContentError([Problem(message, hint="install the same version everywhere")])
        self.workshop = Workshop(load_library(*self.setup.content))
        self.destination = destination_of(self.setup.destination) if self.setup.destination else None
        self._masters = lru_cache(_MASTERS)(self._prepare)
        self._noted = lru_cache(_MASTERS)(self._prepare_noted)
        self._clients: dict[str, Client] = {}

    def draw_figures(self, routines: Iterable[str], drawing: Callable[[str], None]) -> None:
        """Has at hand what the routines can show; what cannot be drawn is told by the rows that need it."""
        library = self.workshop.library
        for routine in sorted(routines):
            with suppress(ContentError):
                for name, option, spec in figures_of(library, exercises_named(library.routine(routine))):
                    self.workshop.gallery.figure(name, option, spec, self.setup.form.body, drawing)

    def client(self, row: SheetRow) -> Client:
        """Raises `ContentError`, at the row's cells."""
        return client_of(self.setup.roster, row, dict(self.setup.defaults), self.setup.form, self.workshop.library)

    def prepared(self, client: Client) -> Prepared:
        """What everybody with the client's plan shares; made when it is first asked for.

        Those with notes share what is laid out for notes of as many lines. Raises `ContentError` for a note that no
        exercise of the plan is meant by.
        """
        key = plan_key(client)
        self._clients[key] = client
        try:
            prepared = self._masters(key)
            if prepared.master is None:
                return prepared
            shape = note_shape(prepared.master, client.person)
            return self._noted(key, shape) if shape else prepared
        finally:
            del self._clients[key]

    def digest(self, row: SheetRow) -> str:
        """Of what everybody with the row's plan gets; empty if there is something wrong with it."""
        with suppress(ContentError):
            return self.prepared(self.client(row)).digest
        return ""

    def _prepare(self, key: str) -> Prepared:
        client = self._clients[key]
        blank = shared(client.prescription)
        try:
            master = prepare(blank, self.workshop, client.form)
            if blank.is_unseen:
                self._refuse(master, blank)
            # Everybody's file without a person in it says whether anything that it is made from has changed.
            data = print_for(master, blank, Person(), self.workshop).data if self.destination else b""
        except ContentError as error:
            return Prepared(None, problems=tuple(error.problems))
        return Prepared(master, hashlib.sha256(data).hexdigest()[:32], master.problems)

    def _refuse(self, master: Master, prescription: Prescription) -> None:
        """Asked once for all rows with the plan. Raises `ContentError`."""
        from generator.check.refusals import refuse  # most batches have no use for the rules

        refuse(master, prescription, Person(), self.workshop.library)

    def _prepare_noted(self, key: str, shape: NoteShape) -> Prepared:
        """The digest is that of everybody's: notes are a row's own. The first with these lines stands for all."""
        client, everybody = self._clients[key], self._masters(key)
        master = prepare(shared(client.prescription), self.workshop, client.form, client.person)
        assert master.notes == shape
        return Prepared(master, everybody.digest, everybody.warnings())

    def pages(self, row: SheetRow, client: Client) -> tuple[Pages, Prepared]:
        """The finished pages of one client. Raises `ContentError`, at the row's cells where it is the row's fault."""
        try:
            prepared = self.prepared(client)
            if prepared.master is None:
                raise ContentError(list(prepared.problems))
            return checked_pages(prepared.master, client.prescription, client.person), prepared
        except ContentError as error:
            raise ContentError(self.for_row(row, error.problems)) from None

    def make(self, order: Order) -> Outcome:
        """One row's file. A row that cannot be made is an outcome; a disk that is full is an OSError."""
        try:
            client = self.client(order.row)
            prepared = self.prepared(client)
            if self.destination is None or prepared.master is None:
                pages, _ = self.pages(order.row, client)
                return Outcome(order.index, CHECKED, len(pages.pages), problems=prepared.warnings())
            if order.previous and self._is_unchanged(order.previous, prepared, self.destination):
                done = order.previous
                return Outcome(order.index, UNCHANGED, done.pages, done.sha256, done.master, prepared.warnings())
            made = print_for(prepared.master, client.prescription, client.person, self.workshop)
        except ContentError as error:
            return Outcome(order.index, FAILED, problems=tuple(self.for_row(order.row, error.problems)))
        self.destination.write(order.name, made.data)
        sha256 = hashlib.sha256(made.data).hexdigest()
        return Outcome(order.index, MADE, made.pages, sha256, prepared.digest, prepared.warnings())

    def _is_unchanged(self, done: Done, prepared: Prepared, destination: Destination) -> bool:
        return done.master == prepared.digest and destination.digest(done.file) == done.sha256

    def for_row(self, row: SheetRow, problems: Sequence[Problem]) -> list[Problem]:
        """Problems of a plan that rows share, at this row's cells; those of content keep their place."""
        roster = self.setup.roster
        found: list[Problem] = []
        for problem in problems:
            if problem.place is None or problem.place.file == roster.file:
                place = problem.place
                if place is None or place.line != row.number:
                    place = roster.place(row, column_of(problem))
                found.append(replace(problem, place=place))
        elsewhere = [problem for problem in problems if problem.place and problem.place.file != roster.file]
        return [*dict.fromkeys([*found, *self._pointers(row, elsewhere)]), *elsewhere]

    def _pointers(self, row: SheetRow, problems: Sequence[Problem]) -> Iterator[Problem]:
        """At this row: where its routine or its clinic is at fault, the first place of each."""
        told = {"routine": "this routine cannot be made", "clinic": "this clinic cannot be printed"}
        first: dict[str, Place] = {}
        for place in (problem.place for problem in problems if problem.place):
            first.setdefault("clinic" if Path(place.file).parent.name == "clinics" else "routine", place)
        for column, place in first.items():
            yield Problem(f"{told[column]}, see {place}", self.setup.roster.place(row, column))


def plan_key(client: Client) -> str:
    """The same for all who share a master, notes apart."""
    return f"{shared(client.prescription).model_dump_json()} {client.form!r}"


@lru_cache(maxsize=1)
def workbench(setup: Setup) -> Workbench:
    """This process's own; a forked worker finds the one that was warmed up before."""
    return Workbench(setup)


def make_rows(setup: Setup, orders: Sequence[Order]) -> list[Outcome]:
    """What is sent to workers. Raises OSError if files cannot be written, `ContentError` if no row can be made."""
    bench = workbench(setup)
    return [bench.make(order) for order in orders]
