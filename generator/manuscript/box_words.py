"""What each box of a chart or log is, in words, for whoever looks at one cut out of a returned sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language.joining import breakable
from generator.language.wording import fill
from generator.manuscript.back import Back
from generator.manuscript.box_name import BoxName
from generator.manuscript.chart import Chart
from generator.manuscript.strength_log import StrengthLog

# Of a box's name: its part and its key; and what tells answers, steps or moments of one key apart.
_Thing = tuple[str, str]
_Answer = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class BoxWords:
    """`things` are what boxes are about, `answers` what each of several boxes of one thing means.

    `weeks` are the names of weeks by number; `day` is filled in with {n}; `several` are rows with more than one box on
    a day.
    """

    things: Mapping[_Thing, str]
    answers: Mapping[_Answer, str]
    weeks: Mapping[int, str]
    day: str = ""
    several: frozenset[str] = frozenset()

    def of(self, name: BoxName) -> str:
        """ "Hip hinge, Week 2, Day 3"; a box that nobody described is known by its name."""
        thing = self.things.get((name.part, name.key))
        if thing is None:
            return str(name)
        which = name.choice or str(name.count)
        parts = [thing, self.answers.get((name.part, name.key, which), name.choice)]
        parts.append(self.weeks.get(name.week, ""))
        parts.append(fill(self.day, n=name.day) if name.day else "")
        parts.append(str(name.count) if name.day and name.key in self.several else "")
        return breakable(", ".join(part for part in parts if part))


def box_words(charts: Sequence[Chart]) -> BoxWords:
    """For the charts of all weeks of a plan."""
    things: dict[_Thing, str] = {}
    answers: dict[_Answer, str] = {}
    for chart in charts:
        things |= dict(_things(chart))
        answers |= dict(_answers(chart))
    weeks = {chart.first_week + n: breakable(week.name) for chart in charts for n, week in enumerate(chart.weeks)}
    rows = [row for chart in charts for row in chart.rows]
    several = frozenset(row.key for row in rows if any(count > 1 for week in row.boxes for count in week))
    return BoxWords(things, answers, weeks, charts[0].words.day, several)


def _things(chart: Chart) -> Iterator[tuple[_Thing, str]]:
    for row in chart.rows:
        yield ("", row.key), chart.name_of(row)
    for numbers in chart.numbers:
        yield ("", numbers.key), f"{numbers.lead} {numbers.text}"
    yield ("", "total"), chart.words.done
    yield ("", "next"), chart.words.next_week
    for box in chart.boxes:
        yield (box.name.part, box.name.key), f"{box.label} {box.unit}".strip()
    for step in chart.steps.rows if chart.steps else ():
        yield ("step", step.key), step.name
    if chart.back:
        yield from _things_of_back(chart.back)


def _things_of_back(back: Back) -> Iterator[tuple[_Thing, str]]:
    yield ("", "worst"), back.week_end.title
    yield ("", "measured"), back.week_end.measured_title
    yield (back.sure_box.part, back.sure_box.key), back.sure.question
    yield ("", "visit"), back.visit.title
    for climb in back.steps.rows if back.steps else ():
        yield ("step", climb.key), climb.name
    for taken in back.measures:
        for moment in taken.moments:
            yield (moment.name.part, moment.name.key), taken.title


def _answers(chart: Chart) -> Iterator[tuple[_Answer, str]]:
    for key, label in chart.words.choices:
        yield ("", "next", key), label
    for row in chart.steps.rows if chart.steps else ():
        for number, step in enumerate(row.steps, 1):
            yield ("step", row.key, str(number)), step
    back = chart.back
    if back is None:
        return
    for name, labels in (("next", back.week_end.choices), ("measured", back.week_end.measured)):
        for key, label in labels:
            yield ("", name, key), label
    for key, label in back.visit.choices:
        yield ("", "visit", key), label
    for climb in back.steps.rows if back.steps else ():
        for number, step in enumerate(climb.steps, 1):
            yield ("step", climb.key, str(number)), step


def log_box_words(log: StrengthLog, name: BoxName) -> str:
    """ "Hip hinge, week 2, session 1, Set 3, weight"."""
    words, blocks = log.words, [block for part in log.parts for block in (*part.blocks, part.spare)]
    exercise = next((block.name for block in blocks if block.key == name.key), "")
    sessions = (session for block in blocks for session in block.sessions)
    spoken = next((one.spoken for one in sessions if (one.week, one.number) == (name.week, name.count)), "")
    what = {"weight": words.weight_box, "count": words.count_box, "pain": words.pain_box}.get(name.choice, "")
    parts = [exercise or words.another, spoken, words.set_head(name.of_set) if name.of_set else "", what]
    return breakable(", ".join(part for part in parts if part))
