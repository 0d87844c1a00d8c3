"""A problem of a plan comes in by its path; with the place in the plan file that said so, it goes out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.problems import Problem
from generator.source.document import Document, Path

_STEP = re.compile(r"\[(\d+)\]|[^.\[\]]+")


def in_plan_file(problem: Problem, document: Document) -> Problem:
    """The problem at its line; one that has a place, or that the file says nothing of, stays as it is."""
    if problem.place or not problem.path:
        return problem
    field, *within = steps_of(problem.path)
    if (field,) not in document.places:
        return problem
    place = document.place(_within(str(field), within, document))
    return replace(problem, place=place, excerpt=document.excerpt(place))


def steps_of(path: str) -> Path:
    """The way to a value, from how it is shown to people."""
    return tuple(int(step[1]) - 1 if step[1] else step[0] for step in _STEP.finditer(path))


def listed_in(document: Document | None, field: str) -> tuple[Any, ...]:
    """The items of a list in the file; none if it has no such list."""
    value = document.value if document else None
    items = value.get(field) if isinstance(value, dict) else None
    return items if isinstance(items, tuple) else ()


def _within(field: str, within: list[Any], document: Document) -> Path:
    """The way to a value in the file; a problem names an item of a list by its exercise."""
    for index, item in enumerate(listed_in(document, field)):
        named = item.get("exercise") if isinstance(item, dict) else str(item).split("@")[0]
        if within and named == within[0]:
            return (field, index)
    return (field, *within)
