"""A problem of what a client gets comes in by its field, and goes out with the place where that was written.

That is an option or a line of the plan file, never the routine: what is laid over it is not its fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.cli.flags.edit_flags import keys_of, words
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from generator.source.document import Document

# Options that say one field; a routine is an argument, and a clinic may come from the environment.
_OF_ONE_FIELD = ("language", "side", "alternative", "weeks", "weeks_off", "start", "review", "title")
_OF_LISTS = ("exercises", "drop", "add", "order")
_OF_PAIRS = {
    "swap": ("--swap", "swap"),
    "phases": ("--phase", "phases"),
    "options": ("--option", "options"),
    "sides": ("--side", "side"),
}
_OF_SET = ("dose", "options", "sides", "maxima", "videos")


@contextmanager
def at_plan_options(flags: Mapping[str, Any]) -> Iterator[None]:
    """A problem without a place names the option that its field was written in, or gets its line of the plan file."""
    try:
        yield
    except ContentError as error:
        saved = _plan_file(flags)
        raise ContentError([_placed(problem, flags, saved) for problem in error.problems]) from None


def _plan_file(flags: Mapping[str, Any]) -> Document | None:
    from generator.content.folder import read_text, shown
    from generator.source.reader import scan

    path = flags["plan_file"]
    return scan(read_text(path), shown(path))[0] if path else None


def _placed(problem: Problem, flags: Mapping[str, Any], saved: Document | None) -> Problem:
    from generator.content.checking.plan_places import in_plan_file, steps_of

    if problem.place or not problem.path:
        return problem
    field, *within = steps_of(problem.path)
    if option := _option(str(field), [str(step) for step in within], flags, saved):
        return replace(problem, path=option)
    return in_plan_file(problem, saved) if saved else problem


def _option(field: str, within: list[str], flags: Mapping[str, Any], saved: Document | None) -> str:
    """The option as it was written; empty if none says this."""
    if field in _OF_ONE_FIELD:
        said = [one for one in flags[field] if "=" not in one] if field == "side" else [flags[field]]
        return f"--{field} {said[-1]}" if said and said[-1] else ""
    if field in _OF_LISTS:
        return _listed(field, within, flags, saved)
    if field == "groups" and flags["groups"]:
        return f"--group {flags['groups'][int(within[0]) - 1 if within and within[0].isdigit() else -1]}"
    if field in _OF_PAIRS:
        option, flag = _OF_PAIRS[field]
        found = [f"{option} {said}" for said in flags[flag] if "=" in said and _names(said, within[:1])]
        return found[-1] if found else _set(field, within, flags, saved)
    return _set(field, within, flags, saved)


def _listed(field: str, within: list[str], flags: Mapping[str, Any], saved: Document | None) -> str:
    """An exercise named by its id, or by its number in the list, of which the plan file has the first ones."""
    from generator.content.checking.plan_places import listed_in

    said = list(words(flags[field]))
    if within and within[0].isdecimal():
        index = int(within[0]) - len(listed_in(saved, field))
        return f"--{field} {said[index]}" if 0 <= index < len(said) else ""
    found = [one for one in said if one.split("@")[0] in within[:1]]
    return f"--{field} {found[-1]}" if found else ""


def _set(field: str, within: list[str], flags: Mapping[str, Any], saved: Document | None) -> str:
    if field not in _OF_SET or not within:
        return ""
    exercise, *rest = within
    ways = [(f"--set {said}", keys_of(said.partition("=")[0].replace(" ", ""))) for said in flags["changes"]]
    own = [option for option, keys in ways if keys[: 2 + len(rest[:1])] == [field, exercise, *rest[:1]]]
    # What is wrong with a dose as a whole is wrong since the last change.
    whole = [option for option, keys in ways if keys[:2] == [field, exercise]]
    in_file = saved is not None and (field, exercise, *rest[:1]) in saved.places
    return own[-1] if own else whole[-1] if whole and not (rest and in_file) else ""


def _names(said: str, keys: list[str]) -> bool:
    """Whether `said`, `a.b.c=value`, is about these keys or what is in them."""
    return re.split(r"[.=]", said.replace(" ", ""))[: len(keys)] == keys
