"""A routine made for one exercise that no routine uses, so that its card is laid out too."""

from __future__ import annotations

from generator.content.checking.checked import load
from generator.content.exercise import Exercise
from generator.content.library import Library
from generator.content.routine import Routine

TRIAL = "trial"

_TRIAL = """\
title: Trial
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move a little every day.
why: It may help.
phases:
  - id: move
    name: Move
    kind: mobilise
    frequency: {{per_week: 3}}
    exercises: [{{exercise: {exercise}, side: {side}}}]
remember: [Stop when it hurts., Carry on tomorrow.]
"""


def trial_library(library: Library, exercise_id: str) -> Library:
    """The library with a routine `TRIAL` of this exercise alone. Raises `ContentError`."""
    exercise = library.exercise(exercise_id)
    routine, document = load(Routine, _TRIAL.format(exercise=exercise_id, side=exercise.side), TRIAL)
    return library.with_value("routines", TRIAL, _called_after(exercise, routine), document)


def _called_after(exercise: Exercise, routine: Routine) -> Routine:
    """The routine under the exercise's own name and video, whose minutes are not those of a session."""
    video = exercise.video.model_copy(update={"minutes": None}) if exercise.video else None
    return routine.model_copy(update={"title": exercise.name, "video": video})
