"""Facts and fixed lines with something filled in: first block, rule of progress, footer, alt texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.content.address.video import ResolvedVideo
from generator.content.clinic import Clinic
from generator.content.routine import Measure
from generator.language.casing import sentence_case
from generator.language.joining import listed
from generator.language.locale_facts import date_text, month_text
from generator.language.wording import Wording, fill
from generator.plan import Plan, PlannedPhase, Span
from generator.plan.needed import Things, choices, things
from generator.sentences.amount import minutes_text, number_text
from generator.sentences.when import how_often, weeks_off

_ALIKE = 2  # minutes between days that need no telling apart


def facts(plan: Plan, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Label and value of the strip under the message: time, how often, what you need."""
    front = wording.front
    return (
        (front.time, time_fact(plan, wording)),
        (front.how_often, how_often(plan, wording)),
        (front.you_need, equipment_list(plan, wording)),
    )


def messages(plan: Plan, wording: Wording) -> tuple[str, ...]:
    """What stands under the title: the routine's message, and which weeks are off."""
    off = weeks_off(plan, wording)
    return (*plan.routine.message, *([off] if off else []))


def time_fact(plan: Plan, wording: Wording) -> str:
    """Minutes of a session: "16 minutes"; where some days have more to do, "7 minutes, some days 17 to 20"."""
    *shorter, whole = plan.day_minutes
    if len(shorter) != 1 or shorter[0][1] + _ALIKE >= whole[0]:
        return minutes_text(wording, plan.minutes)
    return fill(wording.front.some_days, time=minutes_text(wording, shorter[0]), more=number_text(wording, *whole))


def about_minutes(phase: PlannedPhase, wording: Wording) -> str:
    """ "About 8 minutes."; empty for habits."""
    if phase.phase.kind == "habit":
        return ""
    return fill(wording.front.about, time=minutes_text(wording, phase.minutes))


def equipment_list(plan: Plan, wording: Wording) -> str:
    """ "Foam roller, mat, strap or towel"; sets of which one is enough stand behind, parted by "or"."""
    return sentence_case(things_text(plan.equipment, plan.choices, wording)) or wording.front.nothing_needed


def phase_needs(phase: PlannedPhase, wording: Wording) -> str:
    """What one phase needs: "weights, chair"; empty if nothing."""
    return things_text(things(phase.exercises), choices(phase.exercises), wording)


def things_text(always: Things, options: Sequence[Sequence[Things]], wording: Wording) -> str:
    groups = [wording.join.comma.join(always)] if always else []
    for choice in options:
        text = listed(wording, choice[0])
        for other in choice[1:]:
            text = fill(wording.join.choice, first=text, last=listed(wording, other))
        groups.append(text)
    return wording.join.groups.join(groups)


def session_video_length(plan: Plan, wording: Wording) -> str:
    """The length of the video of the whole session, if it is that of this plan's; for fewer sets, say, it is not."""
    return video_length(fitting_minutes(plan.video, plan.day_minutes[-1]), wording)


def fitting_minutes(video: ResolvedVideo | None, span: Span) -> int | None:
    """How long a video is, if that is how long the same takes in this plan."""
    minutes = video.minutes if video else None
    return minutes if minutes and span[0] <= minutes <= span[1] else None


def short_minutes(video: ResolvedVideo | None, span: Span, wording: Wording) -> str:
    """The same in two short words, "16 min"; empty where it is not known."""
    minutes = fitting_minutes(video, span)
    return wording.counted(wording.sheet.minutes, minutes) if minutes else ""


def video_length(minutes: int | None, wording: Wording) -> str:
    """ "16 minute video"; empty if nobody wrote how long it is."""
    return wording.counted(wording.front.video_length, minutes) if minutes else ""


def date_line(day: date | None, wording: Wording, form: str = "long") -> str:
    """A date in full, or in the form `medium` (21 Dec 2026); nothing without one (a line to write on)."""
    return date_text(wording.language, day, form) if day else ""


def progress_rule(plan: Plan, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Lead and text for moving up, staying, stepping back: the routine's own, else the usual rule.

    Whose ever it is, it says what is below the first step.

    Nothing where no exercise has steps: the calendar says how a dose goes on, or it stays.
    """
    if not plan.has_steps:
        return ()
    closing, own = wording.closing, plan.routine.progress
    return (
        (closing.up_lead, own.up if own else fill(closing.up, most=plan.clinic.pain_rule.go[1])),
        (closing.stay_lead, own.stay if own else closing.stay),
        (closing.back_lead, f"{own.back if own else closing.back} {closing.first_step}"),
    )


def notes_head(clinic: Clinic, wording: Wording) -> str:
    """ "Notes from your physiotherapist"."""
    closing = wording.closing
    return fill(closing.notes, clinician=clinic.clinician) if clinic.clinician else closing.notes_alone


def note_lead(clinic: Clinic, wording: Wording) -> str:
    """ "From your physiotherapist:"."""
    words = wording.front
    return fill(words.note_from, clinician=clinic.clinician) if clinic.clinician else words.note_alone


def version_text(plan: Plan, wording: Wording) -> str:
    """ "1.0", or "1.0, plan 3f9a2c" where a client's plan changes the routine."""
    version = str(plan.routine.version)
    return fill(wording.footer.plan, version=version, code=plan.code) if plan.code else version


def footer_lines(plan: Plan, wording: Wording) -> tuple[str, str]:
    """Version and dates; who wrote it and for whom."""
    routine = plan.routine
    version = fill(
        wording.footer.version,
        title=routine.title,
        version=version_text(plan, wording),
        issued=month_text(wording.language, routine.issued),
        review=month_text(wording.language, routine.review_by),
    )
    return version, fill(wording.footer.author, author=routine.author)


def short_footer(plan: Plan, wording: Wording) -> str:
    """Version and the date of the next review, for a footer in large type."""
    review = month_text(wording.language, plan.routine.review_by)
    return fill(wording.footer.short, version=version_text(plan, wording), review=review)


def footer_behind(plan: Plan, wording: Wording) -> str:
    """Title, version and the date of the next review, for pages that lie behind the sheet."""
    review = month_text(wording.language, plan.routine.review_by)
    return fill(wording.footer.behind, title=plan.routine.title, version=version_text(plan, wording), review=review)


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


def graph_alt(measure: Measure, weeks: Sequence[int], wording: Wording) -> str:
    """What a screen reader says of the graph of these weeks; a later one begins with the last value of the former."""
    scale = {"min": f"{measure.min:g}", "max": f"{measure.max:g}", "unit": measure.unit}
    if weeks[0] == 1:
        moments = fill(wording.alt.graph_start, n=len(weeks))
    else:
        moments = fill(wording.alt.graph_later, first=weeks[0] - 1, last=weeks[-1])
    return fill(wording.alt.graph, name=measure.name, moments=moments, **scale)
