"""Plain data comes in; YAML that a person can read and change goes out, which our own reader reads to the same data."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.fields import ID_PATTERN, Model
from generator.source.scalar import UnusableNumber, resolve

_LONGEST_LINE = 100
_PLAIN_KEY = re.compile(rf"{ID_PATTERN}|[a-z_]+")
# What stands without quotes: inside brackets fewer signs may.
_PLAIN_TEXT = re.compile(r"[A-Za-z0-9]([^\x00-\x1f\x7f-\x9f:#\"`]*[^\x00-\x20\x7f-\xa0:#\"`])?")
_PLAIN_IN_FLOW = re.compile(r"[A-Za-z0-9]([A-Za-z0-9 .+/-]*[A-Za-z0-9.])?")


def yaml_of(value: Model) -> str:
    """An exercise, a routine, a clinic or a plan as its file has it; comments were never part of the value."""
    return yaml_text(value.model_dump(mode="json", by_alias=True, exclude_unset=True))


def yaml_text(values: Mapping[str, Any]) -> str:
    """Mappings, lists and scalars as YAML: a line for each key, a list in one line where it has room."""
    return "\n".join(_lines(values)) + "\n"


def _lines(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for key, value in values.items():
        head = f"{indent}{_key(key)}:"
        if isinstance(value, Mapping) and value:
            yield from _mapping(value, head, indent + "  ")
        elif isinstance(value, list) and value:
            yield from _items(value, head, indent + "  ")
        elif isinstance(value, str) and len(head) + len(value) > _LONGEST_LINE and _folds(value):
            yield f"{head} >-"
            width = _LONGEST_LINE - len(indent)
            yield from textwrap.wrap(
                value,
                width,
                initial_indent=indent + "  ",
                subsequent_indent=indent + "  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            yield f"{head} {_word(value, _PLAIN_TEXT)}"


def _folds(text: str) -> bool:
    """Whether lines broken at spaces are read to the same text."""
    return text == " ".join(text.split(" ")) and "  " not in text and text.isprintable() and text[0] != " "


def _mapping(value: Mapping[str, Any], head: str, indent: str) -> Iterator[str]:
    """Keys in lines of their own, or a few scalars in one line."""
    flow = f"{head} {_flow(value)}"
    if len(value) > 1 and len(flow) <= _LONGEST_LINE and not any(isinstance(item, Mapping) for item in value.values()):
        yield flow
        return
    yield head
    yield from _lines(value, indent)


def _items(values: list[Any], head: str, indent: str) -> Iterator[str]:
    """A list: in one line if it is short, else a line for each item or, of long mappings, for each of their keys."""
    flow = f"{head} {_flow(values)}"
    if len(flow) <= _LONGEST_LINE:
        yield flow
        return
    yield head
    for value in values:
        line = f"{indent}- {_flow(value) if isinstance(value, Mapping | list) else _word(value, _PLAIN_TEXT)}"
        if len(line) <= _LONGEST_LINE or not isinstance(value, Mapping):
            yield line
        else:
            first, *rest = _lines(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _word(value, _PLAIN_IN_FLOW)


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else json.dumps(key)


def _word(value: Any, plain: re.Pattern[str]) -> str:
    # JSON is YAML; only a text that our own reader takes for text anyway goes without quotes.
    if isinstance(value, str) and plain.fullmatch(value):
        try:
            if resolve(value) == value:
                return value
        except UnusableNumber:
            pass
    return json.dumps(value, ensure_ascii=False)
