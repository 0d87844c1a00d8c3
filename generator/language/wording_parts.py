"""The groups of a wording file that stand on the pages, one class each: which fixed texts there are.

A field of type `Prose` is one text, `Plural` one per plural form of the language, a tuple a list of any length.
Named tuples, since these classes are built at each start, and dataclasses would take eight times as long.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.language.plural import Plural
from generator.problems import Prose


class FrontTexts(NamedTuple):
    """First block of a handout, and the words around videos and sessions."""

    prepared_for: Prose
    prepared_by: Prose
    start_date: Prose
    next_visit: Prose
    why: Prose
    time: Prose
    some_days: Prose
    how_often: Prose
    you_need: Prose
    nothing_needed: Prose
    follow_along: Prose
    follow_at: Prose
    watch_how: Prose
    video_length: Plural
    about: Prose
    our_exercises: Prose
    your_week: Prose
    note_from: Prose
    note_alone: Prose


class OwnTexts(NamedTuple):
    """A programme without a routine file: what it says, and what its phases are called."""

    title: Prose
    author: Prose
    message: tuple[Prose, ...]
    why: Prose
    remember: tuple[Prose, ...]
    mobilise: Prose
    warm_up: Prose
    strengthen: Prose
    stretch: Prose
    cool_down: Prose
    habit: Prose


class LightTexts(NamedTuple):
    """A word, and what to do."""

    word: Prose
    text: Prose


class Pain(NamedTuple):
    """The pain rule."""

    question: Prose
    scale: Prose
    range: Prose
    go: LightTexts
    care: LightTexts
    stop: LightTexts
    usual_lead: Prose
    usual: Prose
    morning_lead: Prose
    morning: Prose
    nerve_lead: Prose
    nerve: Prose
    stop_lead: Prose
    stop_signs: tuple[Prose, ...]
    stop_if_lead: Prose
    ask_lead: Prose
    ask_first: tuple[Prose, ...]
    call: Prose


class CardTexts(NamedTuple):
    """Labels on an exercise card."""

    why: Prose
    feel: Prose
    tip: Prose
    avoid: Prose
    easier: Prose
    harder: Prose
    stop_if: Prose
    stop_head: Prose
    any_exercise: Prose
    number: Plural
    how_to: Prose
    start_level: Prose
    measure_before: Prose
    measure_again: Prose
    write_it_down: Prose
    same_measure: Prose
    or_option: Prose
    note_for: Prose
    start: Prose
    end: Prose
    steps: Prose
    next_step: Prose
    then: Prose
    build_up: Prose
    change: Prose
    in_week: Prose


class ClosingTexts(NamedTuple):
    """Last part of a handout: remember, progress, get help, contact, notes."""

    why: Prose
    remember: Prose
    progress_head: Prose
    up_lead: Prose
    up: Prose
    stay_lead: Prose
    stay: Prose
    back_lead: Prose
    back: Prose
    first_step: Prose
    emergency_head: Prose
    emergency_places: dict[str, Prose]
    emergency_lead: Prose
    emergency: tuple[Prose, ...]
    back_emergency: tuple[Prose, ...]
    urgent_head: Prose
    urgent_head_alone: Prose
    urgent_lead: Prose
    urgent: tuple[Prose, ...]
    back_urgent: tuple[Prose, ...]
    notes: Prose
    notes_alone: Prose


class FooterTexts(NamedTuple):
    plan: Prose
    version: Prose
    short: Prose
    behind: Prose
    author: Prose
    page: Prose
    continued: Prose
    sample: Prose


class CoverTexts(NamedTuple):
    """The list of clients at the beginning of a print file, for the desk."""

    title: Prose
    row: Prose
    name: Prose
    routine: Prose
    pages: Prose


class Row(NamedTuple):
    """A chart row's name: a bold word and what follows it."""

    lead: Prose
    text: Prose


class ChartTexts(NamedTuple):
    """The pages to tick."""

    title: Prose
    title_of_some: Prose
    name: Prose
    cut_before: tuple[Prose, ...]
    how_to_tick: Prose
    how_to_number: Prose
    how_much: Prose
    signs_here: Prose
    signs_on: Prose
    missed: Prose
    week: Prose
    week_off: Prose
    day: Prose
    example: Prose
    exercise: Prose
    note_about: Prose
    rest: Prose
    empty: Prose
    ticks: Plural
    number_box: Prose
    pain_during: Row
    pain_morning: Row
    effort: Row
    minutes: Row
    on_days: Prose
    pain_stop: Prose
    days_done: Prose
    of: Prose
    next_week: Prose
    up: Prose
    stay: Prose
    back: Prose
    call: Prose
    back_calls: Prose
    my_steps: Prose
    tick_step: Prose
    my_goal: Prose
    after_i: Prose
    i_will_do: Prose
    if_lead: Prose
    gets_in_the_way: Prose
    i_will: Prose
    i_will_do_after: Prose
    once_a_week: Prose
    days: Prose
    start: Prose
    week_axis: Prose
    measure: Prose
    measure_change: Prose
    how_else: Prose
    bring: Prose
    private: Prose


class Question(NamedTuple):
    """What is asked, and what an answer means."""

    text: Prose
    advice: Prose


class BackTexts(NamedTuple):
    """The back of a sheet, beside what it shares with other charts. `visit` are the choices of whoever looks at it."""

    tick: Prose
    pen: Prose
    pain_days: Prose
    pain_row: Row
    worst: Prose
    worst_of: Prose
    what_next: Prose
    ring_step: Prose
    take_step: Prose
    card_step: Prose
    others: Row
    blank_steps: Prose
    my_plan: Prose
    my_new_plan: Prose
    want: Prose
    sure: Question
    easier: Prose
    unit: Prose
    change: Prose
    lower: Prose
    higher: Prose
    before: Prose
    after: Prose
    notes_here: Prose
    bring: Prose
    writes: Prose
    writes_alone: Prose
    visit: tuple[Prose, ...]


class Alt(NamedTuple):
    """What a screen reader says in place of something drawn."""

    code: Prose
    link: Prose
    matrix: Prose
    graph: Prose
    graph_start: Prose
    graph_later: Prose
    logo: Prose
    anatomy: Prose
