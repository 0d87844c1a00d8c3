"""What the back of a sheet says beside what it shares with other charts: words and boxes, no layout."""

from __future__ import annotations

from dataclasses import dataclass

from generator.manuscript.box_name import BoxName
from generator.manuscript.safety import SignList


@dataclass(frozen=True, slots=True)
class HowTo:
    """How to fill the sheet in, sentence by sentence; `missed` is what matters most."""

    tick: str
    missed: str
    pen: str
    pain: str


@dataclass(frozen=True, slots=True)
class WeekEnd:
    """What is asked at the end of each week: the worst pain, one of `scale`, how to go on, and what was measured.

    `answers` say each box of the scale to somebody who cannot see it; `choices` and `measured` are key and label.
    `week` stands over the weeks' numbers.
    """

    title: str
    week: str
    scale: tuple[str, ...]
    answers: tuple[str, ...]
    choices: tuple[tuple[str, str], ...] = ()
    measured_title: str = ""
    measured: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Climb:
    """An exercise that builds up: the key of its row, its number and name, and a text for each step."""

    key: str
    number: str
    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackSteps:
    """The steps of what builds up, or lines to write later ones on; `others` is said of the rest: a lead and a text.

    Where every step is a sentence, `on_cards` may be said in place of all rows.
    """

    title: str
    text: str
    rows: tuple[Climb, ...]
    others: tuple[str, str] | None = None
    blank: bool = False
    on_cards: str = ""


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a client is, one of `scale`, and what a low answer means."""

    question: str
    advice: str
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """When to measure, and the box for it."""

    name: BoxName
    label: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Something to measure: how, which change counts and which way is better, and a box for each moment."""

    title: str
    unit: str
    how: str
    change: str
    better: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """What whoever looks at the sheet writes: one of the choices, each a key and a label."""

    title: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Back:
    """The back of a sheet. `rule` has a lead and a text for moving up, staying and stepping back; it may be empty.

    `plan` and `short_plan` have what stands before and after each line to write on; `version` is long and short.

    `measures` begin with those that nothing else on the page asks for. `always_graph`: a graph was asked for.
    The signs of an `emergency` stand here where no page in front has them.
    """

    how_to: HowTo
    week_end: WeekEnd
    rule_title: str
    rule: tuple[tuple[str, str], ...]
    steps: BackSteps | None
    plan_title: str
    plan: tuple[tuple[str, str], ...]
    short_plan: tuple[tuple[str, str], ...]
    sure: Sure
    easier: str
    measures: tuple[Taken, ...]
    visit: Visit
    urgent: SignList
    version: tuple[str, str]
    notes: str
    sure_box: BoxName
    always_graph: bool = False
    emergency: SignList | None = None
