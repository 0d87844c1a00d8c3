"""Plain data comes in; YAML that a person can read and change goes out, which our own reader reads to the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.fields import ID_PATTERN
from generator.source.scalar import UnusableNumber, resolve

_LONGEST_LINE = 100
_PLAIN_KEY = re.compile(rf"{ID_PATTERN}|[a-z_]+")
_PLAIN_TEXT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]*[A-Za-z0-9]|[a-z]")


def yaml_text(values: Mapping[str, Any]) -> str:
    """Mappings, lists and scalars as YAML: a line for each key, a list in one line where it has room."""
    return "\n".join(_lines(values)) + "\n"


def _lines(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for key, value in values.items():
        head = f"{indent}{_key(key)}:"
        if isinstance(value, Mapping) and value:
            yield head
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list) and (items := list(_items(value, head, indent + "  "))):
            yield from items
        else:
            yield f"{head} {_word(value)}"


def _items(values: list[Any], head: str, indent: str) -> Iterator[str]:
    """A list: in one line if it is short, else a line for each item or, of long mappings, for each of their keys."""
    flow = f"{head} {_flow(values)}"
    if len(flow) <= _LONGEST_LINE:
        yield flow
        return
    yield head
    for value in values:
        line = f"{indent}- {_flow(value)}"
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
    return _word(value)


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else json.dumps(key)


def _word(value: Any) -> str:
    # JSON is YAML; only a text that our own reader takes for text anyway goes without quotes.
    if isinstance(value, str) and _PLAIN_TEXT.fullmatch(value):
        try:
            if resolve(value) == value:
                return value
        except UnusableNumber:
            pass
    return json.dumps(value, ensure_ascii=False)
