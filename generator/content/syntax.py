"""What the YAML parser could not read comes in; a place and words that a trainer understands go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

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


def syntax_problem(error: yaml.YAMLError, file: str, lines: tuple[str, ...]) -> tuple[Place, str, str]:
    """Place, message and hint for what broke the parser.

    The parser names no kinds of error, so its short fixed phrases are recognised here and nowhere else; an
    unknown phrase still gives a place and a general message.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return Place(file, 1, 1), "this is not YAML", ""
    begin = error.context_mark or mark
    place = Place(file, min(mark.line + 1, len(lines)), mark.column + 1)
    opened = Place(file, begin.line + 1, begin.column + 1)
    line = lines[place.line - 1]
    context, problem = error.context or "", error.problem or ""
    indent = re.match(r"[ \t]*", line)
    if indent and "\t" in indent[0]:
        return Place(file, place.line, line.index("\t") + 1), "a tab in the indentation", "indent with spaces"
    if "quoted scalar" in context and "end of stream" in problem:
        return opened, "this quote is never closed", "add the closing quote"
    if "quoted scalar" in context and "escape" in problem:
        return place, "this backslash means nothing inside double quotes", "use single quotes, or double the backslash"
    if "mapping values are not allowed" in problem:
        if ": " not in line[: place.column - 1]:
            return place, "this line is indented below a line that already has a value", "line the keys up"
        return place, "a second colon in one line", "put text that holds a colon and a space in quotes"
    if "flow" in context:
        return (
            opened,
            "this bracket is never closed, or a comma is missing inside",
            "close it, separate items by commas",
        )
    if "cannot start any token" in problem:
        found = line[place.column - 1 : place.column]
        return place, f'a text cannot begin with "{found}"', "put the text in quotes"
    if "simple key" in context or "expected ':'" in problem:
        return opened, "a line without a colon where a key is needed", "write key: value, or indent text that goes on"
    if "alias" in context or "anchor" in context or "tag" in context:
        return opened, "a text cannot begin with *, & or !", "put the text in quotes"
    return place, *_block_words(context, problem)


def _block_words(context: str, problem: str) -> tuple[str, str]:
    if "block collection" in context:
        return "this line does not fit the list above it", "begin each item with - and line the hyphens up"
    if "block mapping" in context:
        return "this line does not fit the lines above it", "line the keys up; put text with quotes in it in quotes"
    if "block sequence entries" in problem:
        return "a list cannot begin here", "put the first - on a line of its own, below the key"
    return "this cannot be read as YAML", "check the indentation and the quotes here and in the line above"
