"""YAML text comes in; a `Document` goes out: plain values, of which each remembers its line and column.

A strict reader of a small YAML: one document of mappings, lists and scalars. Aliases, anchors, tags, directives,
repeated keys and deep nesting are problems; they are what makes a text file dangerous or surprising. It works on
the parser's events, so nothing recurses and no Python object is ever built from the text. Keys are always text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import yaml

from generator.problems import ContentError, Place, Problem, Prose, overlong
from generator.source.document import Document, Path, Value, dotted, excerpt
from generator.source.scalar import UnusableNumber, resolve
from generator.source.unreadable import forbidden_characters, syntax_problem

# A content file has some 5,000 characters and six levels; what goes beyond these bounds is a mistake or an attack.
LONGEST_FILE = 1_000_000
LONGEST_TEXT = 20_000
MOST_VALUES = 20_000
DEEPEST = 40
MOST_PROBLEMS = 50

# PyYAML without its C library has the same events, only slower.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n")


def read(text: str, file: str) -> Document:
    """The document in `text`; `file` is the name that problems give it. Raises `ContentError` with every problem."""
    document, problems = scan(text, file)
    if problems:
        raise ContentError(problems)
    return document


def value_of(text: str) -> Value:
    """What a value in one line says: a word, or a list or keys in brackets. Raises ValueError with what is wrong."""
    if not text.startswith(("[", "{")):
        return resolve(text)
    try:
        return read(text, "").value
    except ContentError as error:
        raise ValueError(error.problems[0].message) from None


def scan(text: str, file: str) -> tuple[Document, list[Problem]]:
    """As `read`, but problems that leave the rest readable (a repeated key) are returned beside the document."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    if len(text) > LONGEST_FILE:
        raise ContentError([too_long(file)])
    builder = _Builder(file, tuple(_LINE_END.split(text)))
    for line, column, message in forbidden_characters(builder.lines):
        builder.report(Place(file, line, column), message)
    if builder.problems:
        raise ContentError(builder.problems)
    try:
        builder.take_all(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        read_so_far = text[: _index(error)]
        if _too_deep(read_so_far):
            builder.take_all(yaml.parse(read_so_far, Loader=_LOADER))
        place, message, hint = syntax_problem(error, file, builder.lines)
        builder.refuse(place, message, hint)
    return builder.document(), builder.problems


def _index(error: yaml.YAMLError) -> int | None:
    """How far the parser had come; None if it does not say."""
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark else None


def _too_deep(text: str) -> bool:
    """Whether `text`, cut off where the parser gave up, is nested too deep.

    The parser reads ahead up to 1,024 characters before it hands over an event, and some versions of it give up at a
    depth of their own: what they had read by then is asked for again, so that the limit is ours with every version.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except yaml.YAMLError:
        pass
    return False


def too_long(file: str) -> Problem:
    """The problem of a file that is not read because of its length."""
    return Problem(f"this file is too long, the most allowed is {LONGEST_FILE:,} characters", Place(file, 1, 1))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` waits for its value."""

    path: Path
    items: list[Value] | dict[str, Value]
    key: str | None = None


class _Builder:
    """Takes the parser's events one by one and builds values, places and problems."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}
        self.key_places: dict[Path, Place] = {}
        self.open: list[_Open] = []
        self.root: Value = None
        self.documents = 0
        self.taken = 0

    def document(self) -> Document:
        return Document(self.file, self.root, self.lines, self.places, self.key_places)

    def report(self, place: Place, message: str, hint: str = "", path: Path = ()) -> None:
        problem = Problem(message, place, dotted(path), hint, excerpt(self.lines, place))
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise ContentError(self.problems)

    def refuse(self, place: Place, message: str, hint: str = "") -> None:
        """Report what makes the rest of the text unreadable."""
        self.report(place, message, hint)
        raise ContentError(self.problems)

    def take_all(self, events: Iterable[yaml.Event]) -> None:
        """Take what comes after the events that were taken before, if the parser begins anew."""
        for event in islice(events, self.taken, None):
            self.taken += 1
            self.take(event)

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 1, 1)
        match event:
            case yaml.ScalarEvent():
                self.refuse_extras(event, place)
                self.scalar(event, place)
            case yaml.MappingStartEvent():
                self.refuse_extras(event, place)
                self.begin({}, place)
            case yaml.SequenceStartEvent():
                self.refuse_extras(event, place)
                self.begin([], place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.end()
            case yaml.AliasEvent():
                hint = "write the text again, or put it in quotes if it begins with a *"
                self.report(place, "aliases (a * before a name) are not allowed", hint)
                self.scalar(yaml.ScalarEvent(None, None, (False, True), "alias"), place)
            case yaml.DocumentStartEvent():
                self.begin_document(event, place)

    def begin_document(self, event: yaml.DocumentStartEvent, place: Place) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(place, "a second document begins here, a file holds one", "remove the line ---")
        if event.version or event.tags:
            self.report(place, "directives (lines that begin with %) are not allowed", "remove the line")

    def refuse_extras(self, event: yaml.NodeEvent, place: Place) -> None:
        if event.anchor is not None:
            hint = "put the text in quotes if it begins with an &"
            self.report(place, "anchors (an & before a name) are not allowed", hint)
        if getattr(event, "tag", None) is not None:
            hint = "put the text in quotes if it begins with a !"
            self.report(place, "tags (a ! before a value) are not allowed", hint)

    def scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        text: str = event.value
        if len(text) > LONGEST_TEXT:
            self.report(place, f"this text {overlong(text, LONGEST_TEXT)}")
            text = ""
        if event.style == '"':
            for _, _, message in forbidden_characters(tuple(_LINE_END.split(text))):
                self.report(place, message)
        within = self.open[-1] if self.open else None
        if within and isinstance(within.items, dict) and within.key is None:
            self.key(within, text, place)
        elif event.style or not event.implicit[0]:
            self.put(Prose(text, place), place)
        else:
            self.put(self.plain(text, place), place)

    def plain(self, text: str, place: Place) -> Value:
        try:
            value = resolve(text)
        except UnusableNumber as error:
            self.report(place, str(error), "put it in quotes if it is a text")
            return None
        return Prose(value, place) if isinstance(value, str) else value

    def key(self, within: _Open, text: str, place: Place) -> None:
        path = (*within.path, text)
        if not text:
            self.refuse(place, "a key is missing before the colon")
        if path in self.key_places:
            first = self.key_places[path]
            self.report(place, f"this key already stands in line {first.line}", "keep one of the two", path)
        else:
            self.key_places[path] = place
        within.key = text

    def put(self, value: Value, place: Place) -> Path:
        """Add a value to what is open; returns its path."""
        if not self.open:
            self.root = value
            self.places[()] = place
            return ()
        within = self.open[-1]
        if isinstance(within.items, list):
            path: Path = (*within.path, len(within.items))
            within.items.append(value)
        elif within.key is None:
            self.refuse(place, "a key must be a text", "write key: value")
        else:
            path = (*within.path, within.key)
            within.items[within.key] = value
            within.key = None
        self.places[path] = place
        if len(self.places) > MOST_VALUES:
            self.refuse(place, f"too many values in one file, the most allowed is {MOST_VALUES:,}")
        return path

    def begin(self, items: list[Value] | dict[str, Value], place: Place) -> None:
        if len(self.open) >= DEEPEST:
            self.refuse(place, f"nested too deep, the most allowed is {DEEPEST} levels")
        # A list is put as it grows and replaced by its tuple at its end.
        path = self.put(items if isinstance(items, dict) else (), place)
        self.open.append(_Open(path, items))

    def end(self) -> None:
        closed = self.open.pop()
        if not isinstance(closed.items, list):
            return
        value = tuple(closed.items)
        if not self.open:
            self.root = value
            return
        around = self.open[-1].items
        step = closed.path[-1]
        if isinstance(around, list):
            around[-1] = value
        else:
            around[str(step)] = value


def walk(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Every value inside `value`, with its path, from the outside in. Depth is bounded by `DEEPEST`."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))
