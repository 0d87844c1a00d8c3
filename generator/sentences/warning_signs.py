"""What keeps a client safe: the pain rule, whom to ask first, when to stop, when to call for help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.content.clinic import Clinic
from generator.content.emergency import emergency_place
from generator.content.routine import Routine
from generator.language.casing import sentence_case
from generator.language.joining import either, unbroken
from generator.language.wording import Wording, fill
from generator.plan import Plan, other_ways
from generator.plan.tags import BACK_PAIN


class PainAnswer(NamedTuple):
    """One part of the pain rule: go, care or stop; "0–3"; its word; what to do, in few words and in a sentence."""

    kind: str
    numbers: str
    word: str
    text: str


class WarningSigns(NamedTuple):
    """A head, what leads to the list, and the list."""

    head: str
    lead: str
    items: tuple[str, ...]


def pain_lights(clinic: Clinic, wording: Wording) -> tuple[PainAnswer, ...]:
    """The clinic's pain rule as three lights."""
    lights = []
    for kind in ("go", "care", "stop"):
        low, high = getattr(clinic.pain_rule, kind)
        words = getattr(wording.pain, kind)
        numbers = fill(wording.pain.range, low=low, high=high) if low != high else str(low)
        lights.append(PainAnswer(kind, numbers, words.word, words.text))
    return tuple(lights)


def stop_signs(wording: Wording) -> str:
    """ "Chest pain or pressure, you feel faint, ... sudden weakness." for the safety box; any one of them is enough."""
    return sentence_case(wording.join.comma.join(wording.pain.stop_signs)) + "."


def stop_if(routine: Routine, wording: Wording) -> str:
    """The routine's own reasons to stop and call the clinic; empty if it has none."""
    return either(wording, routine.stop_if) + "." if routine.stop_if else ""


def ask_first(plan: Plan, wording: Wording) -> tuple[str, ...]:
    """Who should ask before starting: the clinic's own words, else the usual; then for exercises and measures."""
    own = plan.clinic.ask_first
    usual = (own,) if own else wording.pain.ask_first
    return tuple(dict.fromkeys((*usual, *_asked_by_exercises(plan), *_asked_by_measures(plan))))


def _asked_by_measures(plan: Plan) -> Iterator[str]:
    for measure in plan.routine.measures:
        yield from measure.ask_first


def _asked_by_exercises(plan: Plan) -> Iterator[str]:
    """The points of all exercises, and of their variants where the client has the choice."""
    for planned in plan.exercises:
        yield from planned.exercise.ask_first
        for variant in other_ways(planned, plan.clinic.video):
            yield from variant.exercise.ask_first


def pain_rules(wording: Wording) -> tuple[tuple[str, str], ...]:
    """What the three lights do not say, question and answer: pain above the usual, and the next morning."""
    pain = wording.pain
    return (pain.usual_lead, pain.usual), (pain.morning_lead, pain.morning)


def call_us(clinic: Clinic, wording: Wording) -> str:
    """ "Call us: 020 7946 0123"."""
    return fill(wording.pain.call, phone=unbroken(clinic.phone))


def _emergency_number(clinic: Clinic) -> str:
    return unbroken(clinic.emergency)


def emergency(routine: Routine, clinic: Clinic, wording: Wording) -> WarningSigns:
    """When to call the emergency number or to go for help; the red flags of the back for a routine tagged so."""
    closing = wording.closing
    items = (*(closing.back_emergency if BACK_PAIN in routine.tags else closing.emergency), *wording.sheet.more_signs)
    number = _emergency_number(clinic)
    place = closing.emergency_places[emergency_place(clinic.country)]
    return WarningSigns(fill(closing.emergency_head, number=number, place=place), closing.emergency_lead, items)


def sheet_emergency(routine: Routine, clinic: Clinic, wording: Wording) -> WarningSigns:
    """The same as the one list of the sheet: it says to stop, too."""
    _, lead, items = emergency(routine, clinic, wording)
    place = wording.closing.emergency_places[emergency_place(clinic.country)]
    head = fill(wording.sheet.emergency_head, number=_emergency_number(clinic), place=place)
    return WarningSigns(head, lead, items)


def signs_on_sheet(clinic: Clinic, wording: Wording, page: object) -> str:
    """Where the one list stands, on pages of the front that have no room for it."""
    return fill(wording.sheet.elsewhere, n=page, number=_emergency_number(clinic))


def signs_here(clinic: Clinic, wording: Wording) -> str:
    """Whom to call, on a chart's page that has the signs: "Warning sign (in the box)? Call 999."."""
    return fill(wording.chart.signs_here, number=_emergency_number(clinic))


def signs_on(clinic: Clinic, wording: Wording, page: object) -> str:
    """The same on the chart's other pages: "Warning sign (page 2)? Call 999."."""
    return fill(wording.chart.signs_on, n=page, number=_emergency_number(clinic))


def urgent(routine: Routine, clinic: Clinic, wording: Wording) -> WarningSigns:
    """When to call the clinic, or whoever else it names, the same day."""
    closing = wording.closing
    items = closing.back_urgent if BACK_PAIN in routine.tags else closing.urgent
    head = fill(closing.urgent_head, urgent=clinic.urgent) if clinic.urgent else closing.urgent_head_alone
    return WarningSigns(head, closing.urgent_lead, tuple(items))


def run_in(advice: WarningSigns, wording: Wording) -> str:
    """What follows the head where signs are not a list: "if you have: chest pain or pressure; fainting."."""
    return f"{advice.lead} {wording.join.items.join(advice.items)}."
