"""Facts and fixed lines with something filled in: first block, pain rule, get-help box, footer, alt texts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.content.clinic import Clinic
from generator.content.language import date_text, month_text
from generator.content.routine import Measure, Routine
from generator.content.wording import Wording, fill
from generator.plan import Plan, PlannedPhase
from generator.sentences.amount import either, listed, minutes_text, number_text, sentence_case
from generator.sentences.when import how_often

BACK_PAIN = "back-pain"
_ALIKE = 2  # minutes between days that need no telling apart


class PainLight(NamedTuple):
    """One part of the pain rule: go, care or stop; "0–3"; its word; what to do, in few words and in a sentence."""

    kind: str
    numbers: str
    word: str
    short: str
    text: str


class Advice(NamedTuple):
    """A head, what leads to the list, and the list."""

    head: str
    lead: str
    items: tuple[str, ...]


def facts(plan: Plan, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Label and value of the strip under the message: time, how often, what you need."""
    front = wording.front
    return (
        (front.time, time_fact(plan, wording)),
        (front.how_often, how_often(plan, wording)),
        (front.you_need, equipment_list(plan, wording)),
    )


def time_fact(plan: Plan, wording: Wording) -> str:
    """Minutes of a session: "16 minutes"; where some days have more to do, "7 or 17 to 20 minutes"."""
    *shorter, whole = plan.day_minutes
    if len(shorter) != 1 or shorter[0][1] + _ALIKE >= whole[0]:
        return minutes_text(wording, plan.minutes)
    return either(wording, (number_text(wording, *shorter[0]), minutes_text(wording, whole)))


def about_minutes(phase: PlannedPhase, wording: Wording) -> str:
    """ "About 8 minutes."; empty for habits."""
    if phase.phase.kind == "habit":
        return ""
    return fill(wording.front.about, time=minutes_text(wording, phase.minutes))


def equipment_list(plan: Plan, wording: Wording) -> str:
    """ "Foam roller, mat, strap or towel"; sets of which one is enough stand behind, parted by "or"."""
    groups = [wording.join.comma.join(plan.equipment)] if plan.equipment else []
    for choice in plan.choices:
        text = listed(wording, choice[0])
        for other in choice[1:]:
            text = fill(wording.join.choice, first=text, last=listed(wording, other))
        groups.append(text)
    return sentence_case(wording.join.groups.join(groups)) or wording.front.nothing_needed


def session_video_length(plan: Plan, wording: Wording) -> str:
    """The length of the video of the whole session, if it is that of this plan's; for fewer sets, say, it is not."""
    minutes = plan.video.minutes if plan.video else None
    low, high = plan.day_minutes[-1]
    return video_length(minutes, wording) if minutes and low <= minutes <= high else ""


def video_length(minutes: int | None, wording: Wording) -> str:
    """ "16 minute video"; empty if nobody wrote how long it is."""
    return wording.counted(wording.front.video_length, minutes) if minutes else ""


def date_line(day: date | None, wording: Wording, form: str = "long") -> str:
    """A date in full, or in the form `medium` (21 Dec 2026); nothing without one (a line to write on)."""
    return date_text(wording.language, day, form) if day else ""


def pain_lights(clinic: Clinic, wording: Wording) -> tuple[PainLight, ...]:
    """The clinic's pain rule as three lights."""
    lights = []
    for kind in ("go", "care", "stop"):
        low, high = getattr(clinic.pain_rule, kind)
        words = getattr(wording.pain, kind)
        numbers = fill(wording.pain.range, low=low, high=high) if low != high else str(low)
        lights.append(PainLight(kind, numbers, words.word, words.short, words.text))
    return tuple(lights)


def stop_signs(wording: Wording) -> str:
    """ "Chest pain or pressure, you feel faint, ... sudden weakness." for the safety box; any one of them is enough."""
    return sentence_case(wording.join.comma.join(wording.pain.stop_signs)) + "."


def stop_if(routine: Routine, wording: Wording) -> str:
    """The routine's own reasons to stop and call the clinic; empty if it has none."""
    return either(wording, routine.stop_if) + "." if routine.stop_if else ""


def ask_first(clinic: Clinic, wording: Wording) -> str:
    """Who should ask before starting: the clinic's own words, else the usual ones."""
    return clinic.ask_first or either(wording, wording.pain.ask_first) + "."


def call_us(clinic: Clinic, wording: Wording) -> str:
    """ "Call us: 020 7946 0123", for the fridge."""
    return fill(wording.pain.call, phone=clinic.phone.replace(" ", "\N{NO-BREAK SPACE}"))


def emergency(routine: Routine, clinic: Clinic, wording: Wording) -> Advice:
    """When to call the emergency number; the red flags of the back where the routine is tagged for back pain."""
    closing = wording.closing
    items = closing.back_emergency if BACK_PAIN in routine.tags else closing.emergency
    number = clinic.emergency.replace(" ", "\N{NO-BREAK SPACE}")
    return Advice(fill(closing.emergency_head, number=number), closing.emergency_lead, tuple(items))


def emergency_lines(routine: Routine, clinic: Clinic, wording: Wording) -> tuple[tuple[str, str], ...]:
    """The same for the fridge, head and text: "Call 999 now", "if you have: chest pain or pressure; ..."; and short."""
    advice, closing = emergency(routine, clinic, wording), wording.closing
    short = closing.back_emergency_short if BACK_PAIN in routine.tags else closing.emergency_short
    return (
        (advice.head, f"{advice.lead} {wording.join.items.join(advice.items)}."),
        (advice.head + ":", f"{short}."),
    )


def urgent(routine: Routine, clinic: Clinic, wording: Wording) -> Advice:
    """When to call the clinic, or whoever else it names, the same day."""
    closing = wording.closing
    items = closing.back_urgent if BACK_PAIN in routine.tags else closing.urgent
    head = fill(closing.urgent_head, urgent=clinic.urgent) if clinic.urgent else closing.urgent_head_alone
    return Advice(head, closing.urgent_lead, tuple(items))


def progress_rule(routine: Routine, clinic: Clinic, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Lead and text for moving up, staying, stepping back: the routine's own, else the usual rule."""
    closing, own = wording.closing, routine.progress
    return (
        (closing.up_lead, own.up if own else fill(closing.up, most=clinic.pain_rule.go[1])),
        (closing.stay_lead, own.stay if own else closing.stay),
        (closing.back_lead, own.back if own else closing.back),
    )


def notes_head(clinic: Clinic, wording: Wording) -> str:
    """ "Notes from your physiotherapist"."""
    closing = wording.closing
    return fill(closing.notes, clinician=clinic.clinician) if clinic.clinician else closing.notes_alone


def footer_lines(routine: Routine, wording: Wording) -> tuple[str, str]:
    """Version and dates; who wrote it and for whom."""
    version = fill(
        wording.footer.version,
        title=routine.title,
        version=routine.version,
        issued=month_text(wording.language, routine.issued),
        review=month_text(wording.language, routine.review_by),
    )
    return version, fill(wording.footer.author, author=routine.author)


def short_footer(routine: Routine, wording: Wording) -> str:
    """Version and the date of the next review, for a footer in large type."""
    review = month_text(wording.language, routine.review_by)
    return fill(wording.footer.short, version=routine.version, review=review)


def page_line(number: int, total: int, wording: Wording) -> str:
    """ "Page 1 of 4"."""
    return fill(wording.footer.page, n=number, total=total)


def continued(name: str, wording: Wording) -> str:
    """The head of a page that goes on with a phase: "Warm-up, continued"."""
    return fill(wording.footer.continued, name=name)


def code_alt(address: str, wording: Wording) -> str:
    """What a screen reader says of a QR code: where it leads."""
    return fill(wording.alt.code, address=address)


def measure_line(measure: Measure, wording: Wording) -> str:
    """What the graph shows and how much change counts."""
    if measure.change is None:
        return fill(wording.chart.measure, name=measure.name, unit=measure.unit)
    change = f"{measure.change:g}"
    return fill(wording.chart.measure_change, name=measure.name, unit=measure.unit, change=change)


def graph_alt(measure: Measure, wording: Wording) -> str:
    scale = {"min": f"{measure.min:g}", "max": f"{measure.max:g}", "unit": measure.unit}
    return fill(wording.alt.graph, name=measure.name, **scale)
