"""Which box on a chart: what is ticked or written in it, and of which week and day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# The part that the boxes of a strength log belong to.
LOG = "log"


class BoxKind(StrEnum):
    """How a box is filled in."""

    TICK = "tick"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class BoxName:
    """`key` says of what: a row, a measure, a question.

    `week` and `day` count from 1, 0 where the box is of none; `count` tells boxes of one day apart, and steps of one
    exercise; `choice` is an answer, or what of a set is written down; `part` is the part of the chart that a row's key
    alone does not tell. In a strength log `count` is the session of its week, and `of_set` counts from 1.
    """

    key: str
    kind: BoxKind
    week: int = 0
    day: int = 0
    count: int = 0
    choice: str = ""
    part: str = ""
    of_set: int = 0

    def __str__(self) -> str:
        """ "w5.d3.bridge.1", "w5.next.up", "step.bridge.2", "before": unique on a chart, part of its fingerprint.

        In a strength log "log.bridge.w5.2.set1.weight", "log.bridge.w5.2.pain".
        """
        if self.part == LOG:
            own = [f"set{self.of_set}"] * bool(self.of_set)
            return ".".join([LOG, self.key, f"w{self.week}", str(self.count), *own, self.choice])
        when = [f"w{self.week}"] * bool(self.week) + [f"d{self.day}"] * bool(self.day)
        which = [self.choice] * bool(self.choice) + [str(self.count)] * bool(self.count)
        return ".".join([*when, *([self.part] if self.part else []), self.key, *which])


def tick_box(key: str, week: int, day: int, count: int) -> BoxName:
    """The box for doing the exercise of a row for the `count`th time that day."""
    return BoxName(key, BoxKind.TICK, week, day, count)


def number_box(key: str, week: int, day: int) -> BoxName:
    """The box for a day's number: pain, effort, minutes."""
    return BoxName(key, BoxKind.NUMBER, week, day)


def total_box(week: int) -> BoxName:
    """The box for how many days of a week were done."""
    return BoxName("total", BoxKind.NUMBER, week)


def choice_box(week: int, choice: str) -> BoxName:
    """The box for how to go on after a week."""
    return BoxName("next", BoxKind.TICK, week, choice=choice)


def step_box(key: str, step: int, first_week: int = 1) -> BoxName:
    """The box for a step that has been reached, on the sheet that begins with a week."""
    return BoxName(key, BoxKind.TICK, _of_sheet(first_week), count=step, part="step")


def single_box(key: str, first_week: int = 1) -> BoxName:
    """The box for one number of a whole sheet, such as the days done."""
    return BoxName(key, BoxKind.NUMBER, _of_sheet(first_week))


def worst_box(week: int, value: str) -> BoxName:
    """The box for one number of a scale: the worst pain of a week."""
    return BoxName("worst", BoxKind.TICK, week, choice=value)


def measured_box(week: int, moment: str) -> BoxName:
    """The box for what was measured before or after a session, once a week."""
    return BoxName("measured", BoxKind.NUMBER, week, choice=moment)


def measure_box(key: str, week: int, first_week: int = 1) -> BoxName:
    """The box for a measure at the end of a week, 0 for the start; a later sheet begins with the last one's end."""
    return BoxName(key, BoxKind.NUMBER, week, part="measure", choice="start" if week < first_week else "")


def scale_box(name: BoxName, value: str) -> BoxName:
    """The box for one number of the scale of a question that is asked once on a sheet."""
    return BoxName(name.key, BoxKind.TICK, name.week, choice=value)


def visit_box(choice: str, first_week: int) -> BoxName:
    """The box for what whoever looks at the sheet decides."""
    return BoxName("visit", BoxKind.TICK, _of_sheet(first_week), choice=choice)


def _of_sheet(first_week: int) -> int:
    """What every sheet of a plan has goes without its week on the first."""
    return first_week if first_week > 1 else 0


def set_box(key: str, week: int, session: int, of_set: int, what: str) -> BoxName:
    """The box for the "weight" or the "count" of a set of an exercise, in the `session`th session of a week."""
    return BoxName(key, BoxKind.NUMBER, week, count=session, choice=what, part=LOG, of_set=of_set)


def session_box(key: str, week: int, session: int, what: str) -> BoxName:
    """The box for one number of an exercise in a session, such as its "pain"."""
    return BoxName(key, BoxKind.NUMBER, week, count=session, choice=what, part=LOG)
