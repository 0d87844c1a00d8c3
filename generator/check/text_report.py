"""A review comes in, lines for a terminal go out: findings like a compiler's, switches and reasons, a last line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.pemat import LABEL, Summary
from generator.check.review import Review


def text_lines(review: Review, *, with_pemat: bool = False) -> Iterator[str]:
    """The report, a line or a block of lines each."""
    yield from (str(finding) for finding in review.findings)
    if review.switches:
        yield "Switched off:"
        for switch in review.switches:
            times = f"hides {switch.hidden}" if switch.hidden else "hides nothing"
            yield f"  {switch.place}: {switch.rule} ({times}): {switch.reason}"
    if with_pemat:
        for summary in review.summaries:
            yield from _pemat(summary)
    yield last_line(review)


def last_line(review: Review) -> str:
    """How much was looked at, and how much was found."""
    looked_at = f"{_count(review.files, 'file')} and {_count(review.sheets, 'layout')} looked at"
    counts = [_count(review.count(level), level) for level in FindingLevel if review.count(level)]
    return f"{looked_at}: {', '.join(counts) or 'no findings'}."


def _pemat(summary: Summary) -> Iterator[str]:
    yield f"{summary.routine}: PEMAT-P {summary.points} of {summary.checkable} points ({LABEL})"
    if summary.grade is not None:
        yield f"  reading: Flesch-Kincaid grade {summary.grade:.1f}"
    for title, items in (
        ("missed", summary.missed),
        ("not applicable", summary.not_applicable),
        ("for people to judge", summary.questions),
    ):
        if items:
            yield f"  {title}: {'; '.join(items)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
