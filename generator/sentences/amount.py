"""Numbers, times and lists in words: amounts come in, pieces of sentences go out, numbers kept with their units."""

from __future__ import annotations

from decimal import Decimal

from generator.content.dose.amounts import Amount, Distance, Duration, Weight, plain
from generator.content.dose.weights import Weights
from generator.language.joining import unbroken
from generator.language.locale_facts import decimal_sign
from generator.language.plural import Plural
from generator.language.wording import Wording, fill


def number_text(wording: Wording, low: Decimal | int, high: Decimal | int | None = None) -> str:
    """ "8", or "8 to 12" where there are two ends."""
    first, last = (
        plain(Decimal(end)).replace(".", decimal_sign(wording.language)) for end in (low, low if high is None else high)
    )
    return first if first == last else unbroken(fill(wording.join.span, low=first, high=last))


def counted(wording: Wording, forms: Plural, low: Decimal | int, high: Decimal | int | None = None) -> str:
    """The number with its word in the right form; a range takes the form of its upper end."""
    top = low if high is None else high
    return wording.counted(forms, float(top), number_text(wording, low, high))


def notation(amount: Amount) -> str:
    """As clinicians write it: "2", "1 min 30 s", "8–12"."""
    return unbroken(str(amount)).replace("-", "–")


def amount_text(wording: Wording, amount: Duration | Distance | Weight) -> str:
    """A time, distance or weight: "30 seconds", "20 metres", "12 kg"."""
    if isinstance(amount, Duration):
        return time_text(wording, int(amount.low), int(amount.high))
    forms: Plural = getattr(wording.dose, amount.unit)
    if isinstance(amount, Weights) and amount.each:
        *first, last = (counted(wording, forms, one) for one in amount.each)
        return fill(wording.join.then, first=wording.join.comma.join(first), last=last)
    return counted(wording, forms, amount.low, amount.high)


def time_text(wording: Wording, low: int, high: int | None = None) -> str:
    """Seconds in words: "45 seconds", "1 minute 30 seconds", "30 to 60 seconds", "1 to 2 minutes"."""
    high = low if high is None else high
    if low == high:
        return _one_time(wording, low)
    for forms, size in ((wording.time.hour, 3600), (wording.time.minute, 60)):
        if low % size == 0 and high % size == 0:
            return counted(wording, forms, low // size, high // size)
    if high <= 90:
        return counted(wording, wording.time.second, low, high)
    return fill(wording.join.span, low=_one_time(wording, low), high=_one_time(wording, high))


def _one_time(wording: Wording, seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    sizes = ((wording.time.hour, hours), (wording.time.minute, minutes), (wording.time.second, rest))
    parts = [counted(wording, forms, number) for forms, number in sizes if number]
    if not parts:
        return counted(wording, wording.time.second, 0)
    text = parts[0]
    for part in parts[1:]:
        text = fill(wording.time.joined, first=text, last=part)
    return text


def minutes_text(wording: Wording, span: tuple[int, int]) -> str:
    """ "16 minutes", "7 to 21 minutes"."""
    return counted(wording, wording.time.minute, span[0], span[1])
