"""An exercise with several ways of doing it, none of them chosen, becomes one planned exercise for each other way."""

from __future__ import annotations

from dataclasses import replace

from generator.content.address.video import VideoHost, resolve_video
from generator.plan.values import PlannedExercise

# A variant that says nothing else only names the exercise as it is.
_NAMES = {"label", "dose"}


def other_ways(planned: PlannedExercise, host: VideoHost | None) -> tuple[PlannedExercise, ...]:
    """The variants that differ from the exercise itself, for a client who has the choice; on a clock there is none."""
    if planned.option is not None or planned.at is not None:
        return ()
    exercise = planned.exercise
    return tuple(
        replace(
            planned,
            option=str(name),
            exercise=exercise.option(name).on(planned.side),
            video=resolve_video(variant.video or exercise.video, host),
        )
        for name, variant in exercise.variants.items()
        if variant.model_fields_set - _NAMES
    )
