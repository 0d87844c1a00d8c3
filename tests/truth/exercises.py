"""Where cards and rows of the chart contradict the plan: names, doses, sides, days, steps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.lexicon import lexicon
from generator.content.dose.dose import Dose
from generator.language.wording import Wording
from generator.plan import Plan, PlannedExercise
from generator.plan.other_ways import other_ways
from tests.truth.ladders import BETWEEN, LINE, of_ladder, of_rungs, rungs
from tests.truth.quantities import Quantity, plain, quantities, sides
from tests.truth.said import amiss, facts_of, says_most, sides_of
from tests.truth.sheet import Row, Sheet, Told

_OTHER_WAY = "Or: "
_WEEK = re.compile(r"week (\d): ")
_WEIGHTS = ("kg", "lb")
_USE = re.compile(r"\bUse ((?:\d+(?:\.\d+)? (?:kg|lb)(?:, then |, | to )?)+)")
FROM_WEEK = re.compile(r"[;.] from week (\d): ")
_TIMES = re.compile(r"(?:(?:morning|midday|afternoon|evening|bedtime)(?:, |$))+")
# With whom an exercise takes turns stands behind its dose.
_TURNS = re.compile(r"(?:[,.;] *| +|^)in turn with [\d, and]+\.?$")
_AT = re.compile(r"At (\d+:\d\d)(?: \(number \d+\))?: (.+)")
_BUILD_UP = re.compile(r"Then (?:build up|change): (.+)")


def in_exercises(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    planned = {str(one.number): one for one in plan.exercises}
    cards = [told for told in sheet.told if not told.on_front]
    on_sheet, own = numbered(plan), {str(same[0].number): same for same in numbered(plan).values()}
    uses = own if {one.number for one in cards} == set(own) else on_sheet
    if cards and {one.number for one in cards} != set(uses):
        yield f"tells {[one.number for one in cards]}, the plan has {list(own)}"
    for told in cards:
        one = _meant(told, {number: same[0] for number, same in uses.items()}, plan)
        if one is None:
            yield f"{told.number}: there is no {told.name!r}"
            continue
        name = told.name.removeprefix(_OTHER_WAY)
        if name != one.exercise.name:
            yield f"{told.number}: is called {name!r}, in the plan {one.exercise.name!r}"
        same = uses[told.number] if one.at is not None else [one]
        yield from (f"{told.number} {name}: {fault}" for fault in _on_card(told, same, plan, wording))
    for number, name in sheet.listing:
        if number not in planned or name != planned[number].exercise.name:
            yield f"the list calls {number} {name!r}"


def numbered(plan: Plan) -> dict[str, list[PlannedExercise]]:
    """Every exercise of a timed sequence once, and by the number on the sheet."""
    times: dict[object, list[PlannedExercise]] = {}
    for one in plan.exercises:
        times.setdefault(one.number if one.at is None else (one.id, one.option), []).append(one)
    clocked = all(one.at is not None for one in plan.exercises)
    return {str(place if clocked else same[0].number): same for place, same in enumerate(times.values(), 1)}


def _meant(told: Told, planned: dict[str, PlannedExercise], plan: Plan) -> PlannedExercise | None:
    one = planned.get(told.number)
    if one is None or not told.name.startswith(_OTHER_WAY):
        return one
    ways = other_ways(one, plan.clinic.video)
    return next((way for way in ways if told.name == _OTHER_WAY + way.exercise.name), None)


def _on_card(told: Told, same: Sequence[PlannedExercise], plan: Plan, wording: Wording) -> Iterator[str]:
    one = same[0]
    labels = {one.exercise.trade_name, *(variant.label for variant in one.exercise.variants.values())}
    labels |= {variant.label for own in plan.exercises for variant in own.exercise.variants.values()}
    doses, lines = _doses([line for line in told.lines if line not in labels])
    yield from _of_starts(doses, same)
    for (_, text), use in zip(doses, same, strict=False):
        yield from of_dose(text, use, wording)
    if not lines and not FROM_WEEK.search(doses[0][1]):
        yield from of_later({}, one, wording)
    for line in lines:
        yield from of_days(line, one)
        rests = tuple(said for said in quantities(line) if said.role == "rest")
        yield from amiss(rests, with_rest(one), wording, whole=False)
        weights = _USE.search(plain(line))
        yield from amiss(quantities(weights[1]) if weights else (), one.dose, wording, whole=False)
        video = re.match(r"Watch how (\d+) minute video", line)
        if video and (one.video is None or one.video.minutes != int(video[1])):
            yield f"has a video of {video[1]} minutes"
    if one.side in ("left", "right") and len(same) == 1:
        said = (*(text for _, text in doses), *lines, *told.more)
        yield from (f"speaks of the other side: {text!r}" for text in said if speaks_of_other_side(text))
    if lines and not told.name.startswith(_OTHER_WAY):
        yield from of_weeks(next((line for line in lines if _BUILD_UP.match(line)), ""), one, wording)
        yield from _of_steps(doses[0][1], lines, one, wording)
        yield from _of_measure(lines, one, plan)
        yield from _of_its_own_words(lines, told.more, one)


def with_rest(one: PlannedExercise) -> Dose:
    """Its dose; of a group with the rest of that."""
    return one.dose.model_copy(update={"rest": one.group.rest}) if one.group else one.dose


def _doses(lines: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """When and how much, for each time that it is done; then the other lines."""
    starts = [found for line in lines if (found := _AT.match(line))]
    if not starts:
        return [("", lines[0])], list(lines[1:])
    return [(found[1], found[2]) for found in starts], [line for line in lines if not _AT.match(line)]


def _of_starts(doses: Sequence[tuple[str, str]], same: Sequence[PlannedExercise]) -> Iterator[str]:
    said = [int(clock.split(":")[0]) * 60 + int(clock.split(":")[1]) if clock else None for clock, _ in doses]
    if said != [one.at for one in same]:
        yield f"is done at {said}, in the plan at {[one.at for one in same]}"


def _of_steps(dose: str, lines: Sequence[str], one: PlannedExercise, wording: Wording) -> Iterator[str]:
    """All steps stand in the dose, and after it what comes then; or on a line of their own."""
    if not BETWEEN.search(dose):
        yield from of_ladder(next((line for line in lines if LINE.match(line)), ""), one, wording)
        return
    then = next((line.removeprefix("Then: ") for line in lines if line.startswith("Then: ")), "").rstrip(".")
    if one.ladder and then.lower() != one.ladder.then.lower().rstrip("."):
        yield f"says {then!r} comes then, the plan {one.ladder.then!r}"


def speaks_of_other_side(text: str) -> bool:
    """Of the side that is not trained; both legs and both hands at once are meant in a few places."""
    return any(True for _ in lexicon().other_side.found_in(re.sub("in both legs|in each hand", "", text)))


def of_dose(text: str, one: PlannedExercise, wording: Wording, week: int | None = None) -> Iterator[str]:
    """The dose it begins with, or that of a week, as a whole, and its side; with arrows also the steps."""
    text, *later = FROM_WEEK.split(text)
    yield from of_later(dict(zip(map(int, later[::2]), later[1::2], strict=True)), one, wording) if later else ()
    begin, *more = _with_common_hold(rungs(text))
    dose = one.weeks[week - 1] if week in one.active_weeks and week else one.dose
    said = quantities(begin)
    yield from amiss(tuple(q for q in said if q.role in _WEIGHTS), dose, wording, whole=False)
    yield from amiss(tuple(q for q in said if q.role not in _WEIGHTS), dose, wording, whole=True)
    yield from of_rungs((begin, *more), one.ladder, wording) if more and one.ladder else ()
    if ("as many" in begin.lower()) != says_most(dose):
        yield f"says {begin!r}, the plan {dose.reps}"
    if more and not one.ladder:
        yield f"says {text!r}, the plan has no steps"
    if sides(text) != sides_of(one):
        yield f"says {sorted(sides(text))} for the side {one.side}: {text!r}"


def _with_common_hold(steps: tuple[str, ...]) -> tuple[str, ...]:
    """ "2 sets of 10 lifts → 3 sets of 10 lifts, hold each one for 3 seconds": the hold is that of every step."""
    hold = re.search(r", hold each one for [^,.]+", steps[-1])
    return tuple(step if hold is None or hold[0] in step else step + hold[0] for step in steps)


def of_days(line: str, one: PlannedExercise) -> Iterator[str]:
    days = 7 if line.startswith("Every day") else next((int(n) for n in re.findall(r"^(\d) days? a week", line)), None)
    if days not in (None, days_said(one)):
        yield f"is done on {days} days, in the plan on {days_said(one)}"
    every = re.match(r"Every (?:(other)|(\d)) days?\b", line)
    if every:
        number = int(every[2] or 2)
        weeks = ((week, days) for week, days in enumerate(one.days_by_week) if days)
        if any(days != tuple(day for day in range(7) if (week * 7 + day) % number == 0) for week, days in weeks):
            yield f"is done {every[0].lower()}, in the plan on {one.days_by_week}"
    said = _numbers_of_weeks(line)
    if said and said != one.active_weeks:
        yield f"is done in weeks {said}, in the plan in {one.active_weeks}"


def _numbers_of_weeks(line: str) -> tuple[int, ...]:
    """The weeks of "in weeks 1, 2 and 5 to 8"."""
    found = re.search(r"\bin weeks? ((?:\d+(?: to \d+)?(?:, | and )?)+)", line)
    runs = re.findall(r"(\d+)(?: to (\d+))?", found[1]) if found else []
    return tuple(week for first, last in runs for week in range(int(first), int(last or first) + 1))


def days_said(one: PlannedExercise) -> int:
    """Days of the first week that has any; of parts in turn those of all of them."""
    weeks = (one.turns.days_by_week if one.turns else ()) or one.days_by_week
    return len(next(filter(None, weeks), ()))


def of_weeks(line: str, one: PlannedExercise, wording: Wording) -> Iterator[str]:
    """What is different from a week on, and nothing but that."""
    found = _BUILD_UP.match(line)
    parts = _WEEK.split(found[1])[1:] if found else []
    yield from of_later(dict(zip(map(int, parts[::2]), parts[1::2], strict=True)), one, wording)


def of_later(told: dict[int, str], one: PlannedExercise, wording: Wording) -> Iterator[str]:
    for week, text in told.items():
        yield from (f"week {week} {fault}" for fault in of_week(text, one, week, wording))
    for before, week in zip(one.active_weeks, one.active_weeks[1:], strict=False):
        changes = facts_of(one.weeks[before - 1], wording) != facts_of(one.weeks[week - 1], wording)
        if changes and week not in told:
            yield f"does not say what changes in week {week}"


def of_week(text: str, one: PlannedExercise, week: int, wording: Wording) -> Iterator[str]:
    days = re.search(r"(\d) days? a week", text)
    if days and int(days[1]) != len(one.days_by_week[week - 1]):
        yield f"says {days[0]}, the plan {len(one.days_by_week[week - 1])}"
    text = re.sub(r"\d days? a week", "", text)
    yield from amiss(quantities(text), one.weeks[week - 1], wording, whole=False)


def _of_its_own_words(lines: list[str], more: tuple[str, ...], one: PlannedExercise) -> Iterator[str]:
    """Where to begin is what the plan has; steps and captions say no amount, which the dose may say otherwise."""
    begin = [line.removeprefix("Begin with: ") for line in lines if line.startswith("Begin with: ")]
    if begin != ([plain(str(one.dose.start_level))] if begin and one.dose.start_level else []):
        yield f"begins with {begin}, in the plan {one.dose.start_level!r}"
    for text in (*begin, *more):
        yield from (f"says {found[0]!r} beside its dose" for found in lexicon().amounts.finditer(text))


def _of_measure(lines: list[str], one: PlannedExercise, plan: Plan) -> Iterator[str]:
    if one.measure == "before" and plan.routine.measures:
        how = plan.routine.measures[0].how
        if not any(how in line for line in lines):
            yield "asks for a measure and does not say how to take it"


def in_rows(sheet: Sheet, plan: Plan, wording: Wording) -> Iterator[str]:
    """The rows of a chart that has one for each exercise."""
    planned = {str(one.number): one for one in plan.exercises}
    elsewhere = any(plain(wording.chart.how_much) in page for page in sheet.chart)
    told = {number for row in sheet.rows for number in row.numbers}
    if told and told != set(planned):
        yield f"the chart has the numbers {sorted(told)}"
    for row in sheet.rows:
        same = [planned[number] for number in row.numbers if number in planned]
        yield from (f"row {', '.join(row.numbers)}: {fault}" for fault in _in_row(row, same, wording, elsewhere))


def _in_row(row: Row, same: list[PlannedExercise], wording: Wording, elsewhere: bool) -> Iterator[str]:
    first = same[0]
    dose = _behind(str(first.exercise.name), row.text)
    if dose is None or any(one.exercise.name != first.exercise.name for one in same):
        yield f"is called {row.text!r}, in the plan {first.exercise.name!r}"
        return
    times = _TIMES.match(dose)
    frequency = first.dose.frequency
    if times and set(re.findall(r"[a-z]+", times[0])) != set(frequency.times or () if frequency else ()):
        yield f"is done {times[0]!r}, in the plan {frequency}"
    dose = _TIMES.sub("", dose)
    yield from _in_turn(dose, first)
    dose = _TURNS.sub("", dose)
    if elsewhere and not dose:
        return
    if len(same) == 1:
        yield from of_dose(dose, first, wording, row.week)
        if row.week is None and not FROM_WEEK.search(dose):
            yield from of_later({}, first, wording)
        if first.ladder and "reps" in first.ladder.fields and not BETWEEN.search(dose):
            yield f"does not tell the steps: {dose!r}"
        return
    said = list(quantities(dose))
    if len(same) > 1:
        again = Quantity("time", Decimal(len(same)), Decimal(len(same)))
        if again not in said:
            yield f"stands for {len(same)} exercises and says {dose!r}"
            return
        said.remove(again)
    yield from amiss(tuple(said), first.dose, wording, whole=True)
    if sides(dose):
        yield f"says {sorted(sides(dose))} for both sides"


def _in_turn(dose: str, one: PlannedExercise) -> Iterator[str]:
    turns = _TURNS.search(dose)
    others = {*one.group.numbers} - {one.number} if one.group else set()
    if set(map(int, re.findall(r"\d+", turns[0] if turns else ""))) != others:
        yield f"says {dose!r}, and takes turns with {others}"


def _behind(name: str, text: str) -> str | None:
    """What follows on the name, which may end sooner; None where it is another."""
    words = name.split(" ")
    for end in range(len(words), 0, -1):
        short = " ".join(words[:end]).rstrip(",;:")
        if text == short or text.startswith(f"{short} "):
            return text[len(short) :].strip()
    return None
