"""A planned exercise becomes what its card prints: words from the sentences, pictures as given."""

from __future__ import annotations

from collections.abc import Sequence

from generator import sentences
from generator.language.joining import ended, unbroken
from generator.language.wording import Wording, fill
from generator.manuscript.card import Card, CardNote
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import PersonalNote
from generator.manuscript.picture import Panel
from generator.plan import Plan, PlannedExercise
from generator.problems import place_of


def card_of(
    uses: Sequence[PlannedExercise],
    number: int,
    when: str,
    plan: Plan,
    wording: Wording,
    *,
    panels: tuple[Panel, ...],
    video: Invitation | None,
    note: PersonalNote | None = None,
) -> Card:
    """The card of an exercise, with all `uses` of it on a clock; `number` 0 stands for each use's own.

    `when` is its days, where nothing else says them.
    """
    first, exercise = uses[0], uses[0].exercise
    dose = sentences.card_dose(first, wording)
    timed = first.at is not None
    together = sentences.group_sentence(first, wording)
    return Card(
        number=str(number or first.number),
        name=exercise.name,
        trade_name=exercise.trade_name or "",
        doses=tuple(
            (_clock(one, wording, again=not number and one is not first), sentences.card_dose(one, wording).amount)
            for one in uses
        ),
        then=None if timed or not dose.then else (dose.then.label, dose.then.text),
        how=tuple(filter(None, ("" if timed else when and ended(when), together, dose.how))),
        steps=exercise.steps,
        notes=tuple(_notes(uses, plan, wording)),
        stop=_stop(first, wording),
        panels=panels,
        video=video,
        place=place_of(exercise.name),
        note=note,
    )


def _clock(planned: PlannedExercise, wording: Wording, *, again: bool) -> str:
    """ "At 0:45:"; behind the first use "At 4:35 (number 6):"."""
    if planned.at is None:
        return ""
    pattern = wording.days.at_again if again else wording.days.at
    return unbroken(fill(pattern, clock=sentences.clock_text(planned.at), n=planned.number)) + ":"


def _notes(uses: Sequence[PlannedExercise], plan: Plan, wording: Wording) -> list[CardNote]:
    """Why, what to measure, where to begin; feel, tip, avoid, easier, harder."""
    words, exercise = wording.card, uses[0].exercise
    measures = (sentences.measure_note(one, plan.routine, wording) for one in uses)
    begin = sentences.start_level(uses[0])
    notes = [
        CardNote("why", words.why, exercise.purpose),
        *(CardNote("measure", *measure) for measure in measures if measure),
        *([CardNote("begin", words.start_level, begin)] if begin else []),
    ]
    notes += [
        CardNote(kind, label, text)
        for kind, label, text in (
            ("feel", words.feel, exercise.feel and ended(exercise.feel)),
            ("tip", words.tip, exercise.tip),
            ("avoid", words.avoid, exercise.avoid and ended(exercise.avoid)),
            ("easier", words.easier, exercise.easier and exercise.easier.text),
            ("harder", words.harder, exercise.harder and exercise.harder.text),
        )
        if text
    ]
    return notes


def _stop(planned: PlannedExercise, wording: Wording) -> CardNote | None:
    reasons = planned.exercise.stop_if
    return CardNote("stop", wording.card.stop_if, ended(sentences.either(wording, reasons))) if reasons else None
