"""Minutes printed for a video that are not those of what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.check.sheets import Sheets
from generator.content.address.video import ResolvedVideo
from generator.plan.values import Span


def video_minutes(sheets: Sheets) -> Iterator[Slip]:
    """The video of the routine lasts as long as its longest day, that of a phase as long as the phase."""
    plan = sheets.plan
    if plan.prescription.options:
        return  # a video shows the routine as it is
    yield from _beside(plan.video, plan.day_minutes[-1], "the session")
    for phase in plan.phases:
        yield from _beside(phase.video, phase.minutes, f'the phase "{phase.phase.name}"')
    parts = [phase.video for phase in plan.phases if phase.phase.kind != "habit"]
    total = sum(video.minutes or 0 for video in parts if video)
    if plan.video and plan.video.minutes and len(parts) > 1 and all(video and video.minutes for video in parts):
        yield from _beside(plan.video, (total, total), "the videos of its phases together")


def _beside(video: ResolvedVideo | None, span: Span, what: str) -> Iterator[Slip]:
    if video is None or not video.minutes or span[0] <= video.minutes <= span[1]:
        return
    takes = f"{span[0]} to {span[1]}" if span[0] != span[1] else str(span[0])
    yield Slip(
        f"a video of {video.minutes} minutes, but {what} takes {takes}",
        video.place,
        ("video", "minutes"),
        str(video.minutes),
        f"{takes} minutes",
        "write how long the video is, and make it as long as what it shows; an alternative has a video of its own",
    )


RULES: tuple[Rule[Sheets], ...] = (
    Rule(
        "video-minutes",
        FindingLevel.WARNING,
        "Of two numbers for one session the reader believes neither; the page leaves out one that does not fit.",
        "PEMAT-P items 6 and 7, AHRQ 2014: numbers are clear, and nobody has to work them out",
        video_minutes,
    ),
)
