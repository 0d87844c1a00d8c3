"""What a file must have before a client can use it: a summary, a picture with words for it, a video, few steps."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise, ExerciseFields
from generator.content.routine import Routine
from generator.content.sided import SIDES, all_said, said
from generator.source.document import Path

MOST_STEPS = 9
MANY_STEPS = 7


def _parts(exercise: Exercise) -> Iterator[tuple[Path, ExerciseFields]]:
    """The exercise, and each variant that says something of its own."""
    yield (), exercise
    for name, variant in exercise.variants.items():
        yield ("variants", name), variant


def no_summary(file: ContentFile) -> Iterator[Slip]:
    if isinstance(file.value, Routine) and not all(all_said(file.value.remember, side) for side in SIDES):
        hint = "add remember: with two to four points, such as Missed a day? Just carry on."
        yield Slip("the routine has no summary", file.place(), ("remember",), allowed="2 to 4 points", hint=hint)


def no_description(file: ContentFile) -> Iterator[Slip]:
    if not isinstance(file.value, Exercise):
        return
    for path, part in _parts(file.value):
        shows = part.figure or part.picture
        if shows and not all(said(part.alt, side) for side in SIDES):
            key = "figure" if part.figure else "picture"
            hint = "add alt: what somebody on the telephone would need to hear to take up the position"
            yield Slip(
                "a picture without a description", file.place(*path, key), (*path, key), allowed="alt", hint=hint
            )


def no_picture(file: ContentFile) -> Iterator[Slip]:
    if isinstance(file.value, Exercise) and not (file.value.figure or file.value.picture):
        hint = "add a figure (see handouts/POSING.md) or a picture of your own"
        yield Slip("the exercise has no picture", file.place("name"), ("name",), allowed="figure or picture", hint=hint)


def no_video(file: ContentFile) -> Iterator[Slip]:
    match file.value:
        case Exercise(video=None) | Routine(video=None):
            hint = "add video: {slug: ...}, or a full https address; until then no QR code is printed"
            yield Slip("there is no video", file.place(), ("video",), allowed="video", hint=hint)
        case Clinic(video=None):
            hint = "add video: {base: https://...}; until then no QR code is printed for videos named by a slug"
            yield Slip("the clinic has no address for its videos", file.place(), ("video",), allowed="video", hint=hint)


def _long_lists(file: ContentFile, more_than: int, at_most: int, allowed: str, hint: str) -> Iterator[Slip]:
    if not isinstance(file.value, Exercise):
        return
    for path, part in _parts(file.value):
        count = max(len(all_said(part.steps or (), side)) for side in SIDES)
        if more_than < count <= at_most:
            where = (*path, "steps")
            yield Slip(f"{count} steps", file.place(*where, more_than), where, allowed=allowed, hint=hint)


def too_many_steps(file: ContentFile) -> Iterator[Slip]:
    hint = "make two exercises of it, or leave out what the picture shows"
    return _long_lists(file, MOST_STEPS, 1000, f"1 to {MOST_STEPS} steps", hint)


def many_steps(file: ContentFile) -> Iterator[Slip]:
    hint = "leave out what the picture shows, or move advice to tip and avoid"
    return _long_lists(file, MANY_STEPS, MOST_STEPS, f"2 to {MANY_STEPS} steps", hint)


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "no-summary",
        FindingLevel.ERROR,
        "A summary at the end is what a reader keeps; a handout without one loses a point for understanding.",
        "PEMAT-P item 11, AHRQ 2014",
        no_summary,
    ),
    Rule(
        "no-alt",
        FindingLevel.ERROR,
        "Somebody who cannot see the picture must be able to do the exercise from its description.",
        "PDF/UA-1 (ISO 14289-1), 7.3; WCAG 2.2, 1.1.1",
        no_description,
    ),
    Rule(
        "no-picture",
        FindingLevel.WARNING,
        "Pictures closely linked to words help readers to follow them, those who read little most of all.",
        "Houts et al. 2006, Patient Education and Counseling 61",
        no_picture,
    ),
    Rule(
        "no-video",
        FindingLevel.WARNING,
        "A movement is learnt best from seeing it; a code beside the card leads to the clinic's own video.",
        "House rule: each card and routine has a QR code beside it",
        no_video,
    ),
    Rule(
        "too-many-steps",
        FindingLevel.ERROR,
        "More than nine steps do not fit beside a picture and are not remembered on the floor.",
        "House rule: 1 to 9 steps",
        too_many_steps,
    ),
    Rule(
        "many-steps",
        FindingLevel.WARNING,
        "Short lists of manageable steps are followed; long ones are left.",
        "PEMAT-P item 22, AHRQ 2014",
        many_steps,
    ),
)
