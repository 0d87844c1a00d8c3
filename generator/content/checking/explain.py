"""What pydantic found wrong comes in; problems in our own words, each at its line and column, go out.

pydantic's error *types* choose the words, never its English sentences, so an update of it cannot change a message.
"""

from __future__ import annotations

import types
from collections.abc import Iterable
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.checking.fault_words import fault_words, near
from generator.content.person import is_private
from generator.content.sided import MaySay
from generator.problems import Problem
from generator.source.document import Document, dotted
from generator.source.reader import MOST_PROBLEMS

_MAPPING_KEY = "[key]"  # how pydantic's path says that a key, not its value, is wrong


def explain(error: ValidationError, model: type[BaseModel], document: Document | None) -> list[Problem]:
    """Every problem behind `error`; without a document (flags of a command) they have a path but no place."""
    errors = error.errors(include_url=False)[:MOST_PROBLEMS]
    misspelt = {
        (*details["loc"][:-1], near(str(details["loc"][-1]), known_keys(model, details["loc"][:-1])))
        for details in errors
        if details["type"] == "extra_forbidden"
    }
    return [
        _problem(details, model, document)
        for details in errors
        if not _follows_from_another(details) and not (details["type"] == "missing" and details["loc"] in misspelt)
    ]


def _follows_from_another(details: ErrorDetails) -> bool:
    """A list whose items are wrong is also called too short, counted after they were dropped: say it once."""
    found, context = details["input"], details.get("ctx", {})
    return details["type"] == "too_short" and isinstance(found, tuple) and len(found) >= context["min_length"]


def _problem(details: ErrorDetails, model: type[BaseModel], document: Document | None) -> Problem:
    location = details["loc"] + tuple(details.get("ctx", {}).get("at", ()))
    kind = details["type"]
    keys = known_keys(model, details["loc"][:-1]) if kind == "extra_forbidden" else ()
    message, hint = fault_words(details, keys)
    if location[:1] == ("routines",) and (document is None or ("routines",) not in document.places):
        location = ("routine", *location[1:])  # a plan's list of routines stands under this key
    if document is None:
        return Problem(message, None, dotted(tuple(step for step in location if not _is_ours(step))), hint)
    path = document.written(location)
    at_key = kind == "extra_forbidden" or _MAPPING_KEY in location or (kind == "missing" and bool(path))
    place = document.key_place(path) if at_key else document.place(path)
    shown = (*path, str(location[-1])) if kind == "missing" else path
    return Problem(message, place, dotted(shown), hint, "" if is_private(path) else document.excerpt(place))


def _is_ours(step: int | str) -> bool:
    """Whether a step of pydantic's path is no key that anybody wrote: that a key is wrong, or a union's member."""
    return step == _MAPPING_KEY or str(step).startswith("(")


def known_keys(model: type[BaseModel], location: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that may stand in the mapping at `location`."""
    candidates = list(_alternatives(model))
    for step in location:
        # A step that leads nowhere is the name of a union's member: narrow down to it, or stay.
        candidates = (
            [inner for c in candidates for inner in _inside(c, step)]
            or [c for c in candidates if _is_called(c, step)]
            or candidates
        )
    fields = (field for c in candidates if _is_model(c) for field in c.model_fields.items())
    return tuple(dict.fromkeys(field.alias or name for name, field in fields))


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_called(annotation: Any, step: int | str) -> bool:
    return _is_model(annotation) and any(field.default == step for field in annotation.model_fields.values())


def _inside(annotation: Any, step: int | str) -> Iterable[Any]:
    if _is_model(annotation):
        for name, field in annotation.model_fields.items():
            if step == (field.alias or name):
                yield from _alternatives(field.annotation)
                yield from _ways(field.metadata)
    elif get_origin(annotation) is tuple and isinstance(step, int):
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) is dict:
        yield from _alternatives(get_args(annotation)[1])


def _alternatives(annotation: Any) -> Iterable[Any]:
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
        yield from _ways(get_args(annotation)[1:])
    elif get_origin(annotation) in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _alternatives(member)
    else:
        yield annotation


def _ways(metadata: Iterable[Any]) -> Iterable[Any]:
    """The mapping that may stand in place of a text."""
    return (mark.way for mark in metadata if isinstance(mark, MaySay))
