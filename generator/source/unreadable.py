"""What the YAML parser could not read comes in; a place and words that a trainer understands go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.problems import Place

_BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
_LINE_BREAKS = "\u0085\u2028\u2029"
# Control characters but tab; halves of surrogate pairs; what reorders or breaks lines unseen; non-characters.
_FORBIDDEN = re.compile(f"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff{_BIDI_CONTROLS}{_LINE_BREAKS}\ufeff\ufffe\uffff]")


def forbidden_characters(lines: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Line, column and message of every character that no content file may hold; `lines` come without their ends."""
    for number, line in enumerate(lines, 1):
        for found in _FORBIDDEN.finditer(line):
            character = found[0]
            name = unicodedata.name(character, "").lower() or "a control character"
            if "\ud800" <= character <= "\udfff":
                name = "half a character"
            yield number, found.start() + 1, f"invisible character U+{ord(character):04X} ({name}) is not allowed"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A fault known by pieces of the parser's phrases; `opened` puts it where the broken part began."""

    context: str
    problem: str
    message: str
    hint: str
    opened: bool = False


_BEGINS = "a text cannot begin with *, & or !"
_QUOTE_IT = "put the text in quotes"
# The parser names no kinds of error, so its short fixed phrases are recognised here and nowhere else.
_KINDS = (
    _Kind("quoted scalar", "end of stream", "this quote is never closed", "add the closing quote", opened=True),
    _Kind("quoted scalar", "document indicator", "this quote is never closed", "add the closing quote", opened=True),
    _Kind("quoted scalar", "", "this backslash means nothing inside double quotes", "double it, or use single quotes"),
    _Kind("", "mapping values", "a second colon in one line", "put text that holds a colon and a space in quotes"),
    _Kind("flow", "", "this bracket is never closed", "close it, and separate items by commas", opened=True),
    _Kind("alias", "", _BEGINS, _QUOTE_IT, opened=True),
    _Kind("anchor", "", _BEGINS, _QUOTE_IT, opened=True),
    _Kind("tag", "", _BEGINS, _QUOTE_IT, opened=True),
    _Kind("simple key", "", "a line without a colon where a key is needed", "write key: value", opened=True),
    _Kind(
        "block collection", "", "this does not fit the list above it", "begin each item with - and line the hyphens up"
    ),
    _Kind(
        "block mapping", "", "this does not fit the lines above it", "line the keys up; quote a text that holds quotes"
    ),
    _Kind("", "sequence entries", "a list cannot begin here", "put the first - on a line of its own, below the key"),
)
_UNKNOWN = _Kind("", "", "this cannot be read as YAML", "check indentation and quotes here and in the line above")


def syntax_problem(error: yaml.YAMLError, file: str, lines: tuple[str, ...]) -> tuple[Place, str, str]:
    """Place, message and hint for what broke the parser; an unknown fault still gets a place and general words."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return Place(file, 1, 1), "this is not YAML", ""
    number = min(mark.line + 1, len(lines))
    line = lines[number - 1]
    before = line[: mark.column]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    context, problem = error.context or "", error.problem or ""
    if "\t" in indent:
        return Place(file, number, indent.index("\t") + 1), "a tab in the indentation", "indent with spaces"
    if "cannot start any token" in problem:
        found = line[mark.column : mark.column + 1]
        return Place(file, number, mark.column + 1), f'a text cannot begin with "{found}"', _QUOTE_IT
    if "mapping values" in problem and ": " not in before:
        message = "this line is indented below a line that already has a value"
        return Place(file, number, len(indent) + 1), message, "line the keys up"
    kind = next((k for k in _KINDS if k.context in context and k.problem in problem), _UNKNOWN)
    if kind.opened and error.context_mark:
        return Place(file, error.context_mark.line + 1, error.context_mark.column + 1), kind.message, kind.hint
    return Place(file, number, mark.column + 1), kind.message, kind.hint
