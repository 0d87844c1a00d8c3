"""How hard by a scale or by the heart, in words: Borg's scale of 6 to 20, and beats a minute."""

from __future__ import annotations

from decimal import Decimal

from generator.content.dose.load import Effort
from generator.language.wording import Wording, fill
from generator.sentences.amount import number_text

# From which number on which word holds: the words at 6, 7, 9, 11, 13, 15, 17, 19 and 20 of the rating of perceived
# exertion (Borg 1998).
_FEELS = (
    (20, "feels_most"),
    (19, "feels_extremely_hard"),
    (17, "feels_very_hard"),
    (15, "feels_hard"),
    (13, "feels_somewhat_hard"),
    (11, "feels_light"),
    (9, "feels_very_light"),
    (7, "feels_extremely_light"),
    (6, "feels_nothing"),
)


def exertion_sentence(effort: Effort, wording: Wording) -> str:
    """ "It should feel somewhat hard: 13 on a scale from 6 ...", or the heart rate to keep; else empty."""
    if effort.borg:
        low, high = effort.borg.low, effort.borg.high
        first, last = _feels(low, wording), _feels(high, wording)
        words = first if first == last else fill(wording.join.span, low=first, high=last)
        return fill(wording.dose.effort_borg, words=words, n=number_text(wording, low, high))
    if effort.heart_rate:
        n = number_text(wording, effort.heart_rate.low, effort.heart_rate.high)
        return fill(wording.dose.effort_heart_rate, n=n)
    return ""


def short_exertion(effort: Effort, wording: Wording) -> str:
    """The same for a step: "effort 13 on the scale of 6 to 20", "120 heartbeats a minute"; else empty."""
    if effort.borg:
        return fill(wording.dose.out_of_twenty, n=number_text(wording, effort.borg.low, effort.borg.high))
    if effort.heart_rate:
        return fill(wording.dose.beats, n=number_text(wording, effort.heart_rate.low, effort.heart_rate.high))
    return ""


def _feels(number: Decimal, wording: Wording) -> str:
    return str(getattr(wording.dose, next(name for start, name in _FEELS if number >= start)))
