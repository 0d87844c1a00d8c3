"""A problem of what a client gets comes in by its field, and goes out with the place where that was written.

That is an option or a line of the plan file, never the routine: what is laid over it is not its fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from generator.source.document import Document, Path

# Options that say one field; a routine is an argument, and a clinic may come from the environment.
_OF_ONE_FIELD = ("language", "side", "alternative", "weeks", "start", "review")
_STEP = re.compile(r"\[(\d+)\]|[^.\[\]]+")


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
    if problem.place or not problem.path:
        return problem
    field, *within = _steps(problem.path)
    if option := _option(str(field), [str(step) for step in within], flags, saved):
        return replace(problem, path=option)
    if saved is None or (field,) not in saved.places:
        return problem
    place = saved.place((field, *within))
    return replace(problem, place=place, excerpt=saved.excerpt(place))


def _steps(path: str) -> Path:
    """The way to a value, from how it is shown to people."""
    return tuple(int(step[1]) - 1 if step[1] else step[0] for step in _STEP.finditer(path))


def _option(field: str, within: list[str], flags: Mapping[str, Any], saved: Document | None) -> str:
    """The option as it was written; empty if none says this."""
    if field in _OF_ONE_FIELD and flags[field]:
        return f"--{field} {flags[field]}"
    if field == "options":
        return next((f"--option {said}" for said in flags["options"] if _names(said, within[:1])), "")
    if field != "dose":
        return ""
    exercise, *rest = within
    own = [f"--set {said}" for said in flags["changes"] if _names(said, [exercise, "dose", *rest[:1]])]
    # What is wrong with a dose as a whole is wrong since the last change.
    whole = [f"--set {said}" for said in flags["changes"] if _names(said, [exercise])]
    in_file = saved is not None and ("dose", exercise, *rest[:1]) in saved.places
    return own[-1] if own else whole[-1] if whole and not (rest and in_file) else ""


def _names(said: str, keys: list[str]) -> bool:
    """Whether `said`, `a.b.c=value`, is about these keys or what is in them."""
    return re.split(r"[.=]", said.replace(" ", ""))[: len(keys)] == keys
