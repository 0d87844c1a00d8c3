"""Everything that a progress chart prints, as plain values in words and numbers: no layout, no dates to work out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.language.joining import unbroken
from generator.language.wording import fill
from generator.manuscript.back import Back
from generator.manuscript.box_name import BoxName
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import PersonalNote, StripField
from generator.manuscript.safety import Help
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

DAYS = 7

# One value for each day: [week][day].
Counts = tuple[tuple[int, ...], ...]
Chosen = tuple[tuple[bool, ...], ...]
# Notes to one person by the key of their row.
RowNotes = tuple[tuple[str, tuple[PersonalNote, ...]], ...]


@dataclass(frozen=True, slots=True)
class ChartDay:
    """What stands over a column: a letter or number, and under it the date of a dated plan."""

    letter: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class ChartWeek:
    """The head of a week ("Week 3"), its seven days, and what its total is out of.

    A dated week has the `date` of its first day and of its last (`end`), and room for a `widest` one, so that another
    start moves nothing.
    """

    name: str
    days: tuple[ChartDay, ...]
    total: str
    date: str = ""
    widest: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class TickRow:
    """A row to tick. `key` names its cells and is unique in the chart; `boxes` counts the occasions of each day.

    `short` is the name where room is short. A `note` is always printed under the name, the `dose` (how much to do, in
    all weeks) where a chart has room for it; `doses` are those of each week, for tables of one week, where they differ.
    """

    key: str
    number: str
    name: str
    boxes: Counts
    thumbnail: Drawing | Raster | None = None
    note: str = ""
    dose: str = ""
    short: str = ""
    doses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPhase:
    """Rows under one sub-head; without a name they stand without one. `continued` is the sub-head over a page break."""

    name: str
    when: str
    rows: tuple[TickRow, ...]
    continued: str = ""


@dataclass(frozen=True, slots=True)
class StepRow:
    """The steps of one exercise, each with a box to tick. `key` names its cells and is that of its row."""

    key: str
    number: str
    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of all exercises that have some, what to do with them, and when: lead and text of each rule.

    `first_week` is that of the block in which they are ticked.
    """

    title: str
    text: str
    rule: tuple[tuple[str, str], ...]
    rows: tuple[StepRow, ...]
    first_week: int = 1


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row to write numbers in on `days`, or only on `fewer` of them where days are too narrow for a box each.

    `note` and `fewer_note` name the days; `rule` says what a number means ("6 or more: stop").
    """

    key: str
    lead: str
    text: str
    days: Chosen
    fewer: Chosen
    example: str = ""
    note: str = ""
    fewer_note: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence to finish by hand: words before the line to write on, and after it."""

    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class IfThenPlan:
    """The goal, and if-then sentences of a line for each clause; `short` is the clause of a single line."""

    goal: str
    sentences: tuple[tuple[Clause, ...], ...]
    short: Clause


@dataclass(frozen=True, slots=True)
class Graph:
    """An empty graph to plot in, from `low` to `high` with a full line each `step` and a dotted one each `minor`.

    `zero` names the line of 0 ("floor"); `columns` are the moments to plot at; `how` says how to measure.
    """

    title: str
    text: str
    low: float
    high: float
    step: float
    minor: float
    unit: str
    columns: tuple[str, ...]
    axis: str
    alt: str
    zero: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class WriteBox:
    """A single box for a number, its label before it and its unit after it."""

    name: BoxName
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Fixed words. `ticks` say one box, two boxes ... to somebody who cannot see them; `choices` are key and label."""

    exercise: str
    example: str
    rest: str
    empty: str
    ticks: tuple[str, ...]
    number: str
    done: str
    next_week: str
    choices: tuple[tuple[str, str], ...]  # the last may be left out, then `without_last` is said
    without_last: str
    matrix: str
    page: str  # with {n} and {total}
    day: str  # with {n}

    def page_line(self, number: int, total: int) -> str:
        """ "Page 2 of 3", on one line."""
        return unbroken(fill(self.page, n=number, total=total))


@dataclass(frozen=True, slots=True)
class Identity:
    """What the code for reading the sheet back says of its origin; never a name.

    `plan` tells a changed routine from the routine as it is.
    """

    routine: str
    version: str
    plan: str = ""

    @property
    def programme(self) -> str:
        """What the routine's part of a code is made of."""
        return f"{self.routine} {self.plan}" if self.plan else self.routine


@dataclass(frozen=True, slots=True)
class ChartPerson:
    """What differs from client to client: the strip to fill in, the next visit, a pseudonym for the code, and notes.

    The notes are those of the chart, with as many lines each.
    """

    fields: tuple[StripField, ...]
    visit: StripField
    pseudonym: str = ""
    notes: RowNotes = ()


@dataclass(frozen=True, slots=True)
class ChartHelp:
    """Whom to call for which signs; and what the top of a page says of it: `here` where the box stands, else where.

    `elsewhere` has {n}, the page with the box.
    """

    help: Help
    here: str
    elsewhere: str

    def pointer(self, page: int, home: int) -> str:
        """What page `page` says where the box stands on page `home`."""
        return self.here if page == home else fill(self.elsewhere, n=home)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a block of weeks, the person apart: a plan of 8 weeks has two. `first_week` counts from 1.

    All that is by week has an item for each week of the block. `boxes_title` says what the boxes measure if it is not
    what the graph shows. `how_much` is added to the instruction where rows do not say their dose; without a handout it
    is empty. `help` has a box, and a pointer to it on every page. A `note` to one person stands over the grid where no
    handout says it; `notes` stand under the rows with these keys.
    """

    title: str
    routine: str
    instruction: str
    weeks: tuple[ChartWeek, ...]
    phases: tuple[ChartPhase, ...]
    numbers: tuple[NumberRow, ...]
    steps: Steps | None
    plan: IfThenPlan
    graph: Graph | None
    boxes: tuple[WriteBox, ...]
    bring: str
    private: str
    clinic: str
    version: str
    words: ChartWords
    identity: Identity
    video: Invitation | None = None
    boxes_title: str = ""
    how_much: str = ""
    help: ChartHelp | None = None
    note: PersonalNote | None = None
    notes: RowNotes = ()
    first_week: int = 1
    back: Back | None = None
    graphs: tuple[Graph, ...] = ()

    @property
    def rows(self) -> tuple[TickRow, ...]:
        return tuple(row for phase in self.phases for row in phase.rows)

    @property
    def shortened(self) -> Chart:
        """The same with short names."""
        phases = tuple(
            replace(phase, rows=tuple(replace(row, name=row.short or row.name) for row in phase.rows))
            for phase in self.phases
        )
        return replace(self, phases=phases)

    @property
    def has_doses(self) -> bool:
        """Whether every row can say how much to do."""
        return all(row.dose for row in self.rows)

    @property
    def must_dose(self) -> bool:
        """Whether rows say what stands nowhere else: there is no handout."""
        return not self.how_much and any(row.dose for row in self.rows)

    def name_of(self, row: TickRow) -> str:
        """Its name; with the numbers of its exercises where another row has the same name ("Strengthen 5")."""
        alike = sum(other.name == row.name for other in self.rows)
        return f"{row.name} {row.number}" if alike > 1 else row.name

    def notes_of(self, row: TickRow) -> tuple[PersonalNote, ...]:
        return next((notes for key, notes in self.notes if key == row.key), ())

    def is_planned(self, week: int, day: int) -> bool:
        """Whether anything is to be done on that day; a day without a plan is a rest day."""
        return any(row.boxes[week][day] for row in self.rows)
