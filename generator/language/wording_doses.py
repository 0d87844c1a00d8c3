"""The groups of a wording file that sentences are made of, one class each: amounts, times, sides, notation."""

from __future__ import annotations

from typing import NamedTuple

from generator.language.plural import Plural
from generator.problems import Prose


class Join(NamedTuple):
    """How parts become one text."""

    comma: Prose
    last: Prose
    either: Prose
    choice: Prose
    groups: Prose
    items: Prose
    span: Prose
    steps: Prose
    later: Prose
    then: Prose


class Time(NamedTuple):
    second: Plural
    minute: Plural
    hour: Plural
    joined: Prose


class TimesOfDay(NamedTuple):
    """Named times of a day."""

    morning: Prose
    midday: Prose
    afternoon: Prose
    evening: Prose
    bedtime: Prose


class Days(NamedTuple):
    """When something is done."""

    every_day: Prose
    every_other_day: Prose
    every_days: Plural
    per_week: Plural
    differ: Prose
    optional: Prose
    in_turn_with: Prose
    on_days_of: Prose
    weeks_off: Plural
    times_a_day: Plural
    every_hours: Plural
    times_of_day: TimesOfDay
    short_times: TimesOfDay
    numbers: Plural
    in_weeks: Plural
    at: Prose
    at_again: Prose


class GroupWords(NamedTuple):
    """Exercises that are done together."""

    rounds: Prose
    rest: Prose
    rest_each: Prose
    turns: Prose
    row: Prose
    every: Prose
    every_with: Prose
    minute: Prose


class DoseWords(NamedTuple):
    """How much, how long, how hard."""

    sets: Plural
    of: Prose
    slow: Prose
    counted: Prose
    set_by_set: Prose
    or_more: Prose
    most: Prose
    most_bare: Prose
    slow_noun: Prose
    times_noun: Prose
    within: Prose
    by_side: Prose
    by_side_in_words: Prose
    do_it: Prose
    do_times: Plural
    in_turn: Prose
    times: Plural
    hold_for: Prose
    hold_each: Prose
    keep_going: Prose
    verb_for: Prose
    cover: Prose
    rest_sets: Prose
    rest_holds: Prose
    lower: Prose
    pause: Prose
    lift: Prose
    top: Prose
    effort_reserve: Plural
    effort_last: Prose
    ends_when: Prose
    last_set: Prose
    to_spare: Plural
    out_of_ten: Prose
    effort_scale: Prose
    effort_borg: Prose
    effort_heart_rate: Prose
    out_of_twenty: Prose
    beats: Prose
    feels_nothing: Prose
    feels_extremely_light: Prose
    feels_very_light: Prose
    feels_light: Prose
    feels_somewhat_hard: Prose
    feels_hard: Prose
    feels_very_hard: Prose
    feels_extremely_hard: Prose
    feels_most: Prose
    use_weight: Prose
    use_band: Prose
    kg: Plural
    lb: Plural
    m: Plural
    km: Plural
    ft: Plural
    step: Plural
    step_up: Prose
    from_week: Prose


class SideWords(NamedTuple):
    """One part of the body that comes twice."""

    short: Prose
    each: Prose
    left: Prose
    right: Prose
    alternate: Prose
    left_short: Prose
    right_short: Prose


class Sides(NamedTuple):
    leg: SideWords
    arm: SideWords
    side: SideWords
    hand: SideWords
    foot: SideWords
    front_foot: SideWords
    left: Prose
    right: Prose
    both: Prose
    only: Prose


class Clinician(NamedTuple):
    """Notation that is meant for the clinician."""

    in_reserve: Prose
    borg: Prose
    heart_rate: Prose
    exertion: Prose
    tempo: Prose
    rest: Prose
    per_week: Prose
    every_days: Prose
    in_turn: Prose
    rounds_with: Prose
    every: Prose
    per_day: Prose
    each_side: Prose
    alternating: Prose
    left: Prose
    right: Prose
    bodyweight: Prose
    lower: Prose
    pause: Prose
    lift: Prose
    top: Prose


class Export(NamedTuple):
    """Calendar, record and comparison of plans."""

    calendar_title: Prose
    calendar_text: Prose
    record_head: Prose
    record_dose: Prose
    raw: Prose
    minutes_a_session: Prose
    minutes_a_week: Prose
    how_often: Prose
    legend: Prose
    stretch_a_week: Prose
    stretch_side: Prose
    equipment: Prose
    week_minutes: Prose
    start: Prose
    weeks: Prose
    review: Prose
    undated: Prose
    routine: Prose
    clinic: Prose
    written_by: Prose
    note: Prose
    warnings: Prose
    nothing_changed: Prose
    from_the_routine: Prose
    without_routine: Prose
    changed: Prose
    added: Prose
    removed: Prose
    part_name: Prose
    part_dose: Prose
    part_group: Prose
    part_days: Prose
    part_steps: Prose
    steps_changed: Prose
    part_order: Prose
    part_video: Prose
    part_routine: Prose
    part_version: Prose
    part_clinic: Prose
    part_language: Prose
    part_start: Prose
    part_weeks: Prose
    part_weeks_off: Prose
    part_review: Prose
    part_minutes: Prose
    also_needed: Prose
    not_needed: Prose
    none: Prose
    step: Prose
    from_exercise: Prose
    from_variant: Prose
    from_phase: Prose
    from_routine: Prose
    from_group: Prose
    from_client: Prose
