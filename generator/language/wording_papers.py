"""The groups of a wording file for papers beside handout and chart, one class each: which fixed texts there are."""

from __future__ import annotations

from typing import NamedTuple

from generator.language.plural import Plural
from generator.problems import Prose


class LogTexts(NamedTuple):
    """The strength log."""

    title: Prose
    title_of_some: Prose
    how_to: Prose
    no_weight: Prose
    which_unit: Prose
    kg: Prose
    lb: Prose
    band: Prose
    week: Prose
    set: Prose
    done: Prose
    seconds: Prose
    pain: Prose
    another: Prose
    session_head: Prose
    session: Prose
    weight_box: Prose
    count_box: Prose
    pain_box: Prose
    bring: Prose


class PocketTexts(NamedTuple):
    """The pocket cards."""

    how_to: Prose
    stop: Prose


class CopyTexts(NamedTuple):
    """The clinician's copy."""

    title: Prose
    given_head: Prose
    points: Plural
    pain_rule: Prose
    light: Prose
    texts_of: Prose
    version: Prose
    at_review: Prose
    signature: Prose
    date: Prose
