"""Where a sheet's steps contradict the plan's: in a dose, in the line of a card, beside the chart's boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from generator.language.wording import Wording
from generator.plan import Ladder, Plan, PlannedExercise
from tests.truth.quantities import plain, quantities
from tests.truth.said import amiss, facts_of, load_of
from tests.truth.sheet import Sheet

BETWEEN = re.compile(r" → |, later ")  # one step and the next
_NUMBER = r"\d+(?: to \d+)?"
LINE = re.compile(r"(?:Your steps|Next step): (.+)")


def rungs(text: str) -> tuple[str, ...]:
    """A text for each step: "2 sets of 8, later 10 lifts, each leg" is one with 8 lifts and one with 10."""
    first, *more = BETWEEN.split(text)
    *between, last = more or [""]
    if not more or not all(re.fullmatch(_NUMBER, part) for part in between):
        return (first, *more)
    start, behind = re.search(rf"{_NUMBER}$", first), re.match(_NUMBER, last)
    if start is None or behind is None:
        return (first, *more)
    before, after = first[: start.start()], last[behind.end() :]
    return tuple(before + number + after for number in (start[0], *between, behind[0]))


def of_ladder(line: str, one: PlannedExercise, wording: Wording) -> Iterator[str]:
    """What a card, a record or a terminal says of the steps: all of them, and what comes then."""
    found, ladder = LINE.match(line), one.ladder
    if ladder is None or found is None:
        if found or ladder:
            yield f"says {line!r}, the plan has {'steps' if ladder else 'none'}"
        return
    steps, then = _parts(found[1], ladder)
    if then.lower() != ladder.then.lower().rstrip("."):
        yield f"says {then!r} comes then, the plan {ladder.then!r}"
    if len(ladder.rungs) > 1:
        yield from of_rungs(rungs(steps), ladder, wording)
    elif steps:
        yield f"says {steps!r}, the plan has one amount"


def _parts(text: str, ladder: Ladder) -> tuple[str, str]:
    """The amounts, and what comes then."""
    if len(ladder.rungs) == 1:
        return "", text.rstrip(".")
    steps, _, then = text.partition(". Then: ")
    return steps.rstrip("."), then.rstrip(".")


def of_rungs(texts: tuple[str, ...], ladder: Ladder, wording: Wording) -> Iterator[str]:
    if len(texts) != len(ladder.rungs):
        yield f"has {len(texts)} steps, the plan {len(ladder.rungs)}"
        return
    for number, (text, rung) in enumerate(zip(texts, ladder.rungs, strict=True), 1):
        said = quantities(text)
        yield from (f"step {number} {fault}" for fault in amiss(said, rung, wording, whole=False))
        for fact in facts_of(rung, wording):
            if fact.field in ladder.fields and not any(fact.is_told_by(one, bare=True) for one in said):
                yield f"step {number} does not say {fact}"


def in_steps(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    """The boxes of the chart, and whether it and the handout speak of moving up where there is something to move to."""
    told = {}
    for text in sheet.steps:
        found = re.match(r"(\d+) (\D.+)", text)
        if found:
            told[int(found[1])] = found[2]
    planned = {one.number: one for one in plan.exercises if one.ladder}
    back = any(plain(wording.back.worst) in page for page in sheet.chart)
    # The back of a sheet has what builds up in numbers; of the others it says that their cards have the next step.
    growing = {number: one for number, one in planned.items() if one.ladder and len(one.ladder.rungs) > 1}
    boxed = (growing or planned) if back else planned
    if back and not growing and any(plain(wording.back.card_step) in page for page in sheet.chart):
        boxed = {}
    if sheet.chart and set(told) != set(boxed):
        yield f"the chart has steps of {sorted(told)}, the plan of {sorted(boxed)}"
    for number, text in told.items():
        if number in boxed:
            then = not back or number not in growing
            yield from (f"steps of {number}: {fault}" for fault in _beside_boxes(text, boxed[number], wording, then))
    next_week = wording.back.what_next if back else wording.chart.next_week
    for part, words in ((sheet.chart, next_week), (sheet.handout, wording.closing.progress_head)):
        says = any(plain(words) in page for page in part)
        if part and says and not planned:
            yield f"says {plain(words)!r}, and nothing has steps"
    if sheet.chart and planned and not any(plain(next_week) in page for page in (*sheet.chart, *sheet.handout)):
        yield "nothing asks for the next week"
    yield from _below_the_first(sheet, wording) if planned else ()


def _below_the_first(sheet: Sheet, wording: Wording) -> Iterator[str]:
    """Wherever stepping back is spoken of, it is said what to do on the first step."""
    for part in (sheet.chart, sheet.handout):
        said = [page for page in part if plain(wording.closing.back_lead) in page]
        if any(plain(wording.closing.first_step) not in page for page in said):
            yield "going back leads nowhere from the first step"


def _beside_boxes(text: str, one: PlannedExercise, wording: Wording, with_then: bool) -> Iterator[str]:
    """Boxes of later weeks have lines in place of numbers."""
    ladder, name = one.ladder, str(one.exercise.name)
    assert ladder is not None
    if text == name:
        return
    then = plain(ladder.then) if with_then else ""
    if then and text == then:  # on a back without numbers, a step stands behind the exercise's number
        return
    if not text.startswith(name) or not text.endswith(then):
        yield f"says {text!r}, the plan {name!r} and then {then!r}"
        return
    said = quantities(text[len(name) : len(text) - len(then)])
    fields = ladder.fields or ("sets", "reps", "hold", "duration", "distance")
    facts = [
        [fact for fact in (*facts_of(rung, wording), *load_of(rung)) if fact.of in fields] for rung in ladder.rungs
    ]
    meant = [sorted((fact.low, fact.high) for fact in step) for step in facts]
    ends = list(accumulate(map(len, meant)))
    pieces = [sorted(one[1:] for one in said[end - len(step) : end]) for end, step in zip(ends, meant, strict=True)]
    if pieces != meant or len(said) != ends[-1]:
        yield f"says {text!r}, the plan {', then '.join(str(fact) for step in facts for fact in step)}"
