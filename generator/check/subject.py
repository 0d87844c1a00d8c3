"""A checked file comes in; what rules look at goes out: its value, and every text of it that a client reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.content.choices import Kind
from generator.content.clinic import Clinic
from generator.content.dose.dose import DoseFields
from generator.content.exercise import Exercise, ExerciseFields
from generator.content.routine import Alternative, Routine, entries
from generator.content.sided import ways_of
from generator.problems import Place, Prose, place_of
from generator.source.document import Document, Path

_FAR = 60  # lines of one text: more than any field may hold


class TextRole(StrEnum):
    """What a text is on the page: a step, running text, a few words in a frame made for them, or a description."""

    STEP = "step"
    SENTENCE = "sentence"
    FRAGMENT = "fragment"
    ALT = "alt"


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text with the way to it in its file."""

    words: str
    path: Path
    role: TextRole = TextRole.SENTENCE
    only: tuple[str, ...] = ()  # the sides for which it is said; none: all


def texts_of(
    said: Prose | None, path: Path, role: TextRole = TextRole.SENTENCE, only: tuple[str, ...] = ()
) -> Iterator[ReadText]:
    """A text, or each way to say it where it depends on the side."""
    if said:
        yield from (ReadText(way.text, path, role, way.only or only) for way in ways_of(said))


@dataclass(frozen=True)
class ContentFile:
    """One exercise, routine or clinic; `language` is that of its texts."""

    kind: Kind
    id: str
    value: Exercise | Routine | Clinic
    document: Document
    texts: tuple[ReadText, ...]
    language: str = "en"

    @property
    def file(self) -> str:
        return self.document.file

    @property
    def side(self) -> str:
        """The side for which its texts are read where one must be chosen: an exercise's own."""
        return self.value.side if isinstance(self.value, Exercise) else "each"

    @property
    def is_english(self) -> bool:
        return self.language.split("-")[0] == "en"

    def place(self, *path: str | int) -> Place:
        """Where a value stands; for a key that is missing, where the value around it begins."""
        return self.document.place(path)

    def at_words(self, text: ReadText, words: str) -> Place | None:
        """Where `words` of a text stand, or where the text begins if they cannot be found as they are written."""
        begin = place_of(text.words)
        if begin is None:
            return None
        lines = self.document.lines[begin.line - 1 : begin.line - 1 + _FAR]
        written = "\n".join([" " * (begin.column - 1) + lines[0][begin.column - 1 :], *lines[1:]]) if lines else ""
        found = re.search(r"\s+".join(re.escape(word) for word in words.split()[:8]), written)
        if found is None or not words.strip():
            return begin
        before = written[: found.start()]
        return Place(begin.file, begin.line + before.count("\n"), found.start() - (before.rfind("\n") + 1) + 1)


def content_file(kind: Kind, name: str, value: Exercise | Routine | Clinic, document: Document) -> ContentFile:
    """What rules look at."""
    match value:
        case Exercise():
            found = list(exercise_texts(value))
        case Routine():
            found = list(routine_texts(value))
        case Clinic():
            found = [
                ReadText(text, (key,), TextRole.FRAGMENT)
                for key in ("hours", "urgent")
                if (text := getattr(value, key))
            ]
    return ContentFile(kind, name, value, document, tuple(found))


def exercise_texts(exercise: Exercise) -> Iterator[ReadText]:
    """Every text of an exercise and its variants that a client reads; the trade's own name is not for the client."""
    yield from _fields(exercise, ())
    yield from _dose(exercise.dose, ("dose",))
    for name, variant in exercise.variants.items():
        yield ReadText(variant.label, ("variants", name, "label"), TextRole.FRAGMENT)
        yield from _fields(variant, ("variants", name))
        yield from _dose(variant.dose, ("variants", name, "dose"))


def _dose(dose: DoseFields | None, path: Path) -> Iterator[ReadText]:
    """Its texts: where to begin, the last step, and what is there for the clinician."""
    for key in ("start_level", "progress_when", "progress_to", "regress_when", "regress_to"):
        if text := getattr(dose, key, None):
            yield ReadText(text, (*path, key))
    if ends := getattr(dose, "ends_when", None):
        yield ReadText(ends, (*path, "ends_when"), TextRole.FRAGMENT)


def _fields(part: ExerciseFields, path: Path) -> Iterator[ReadText]:
    roles = {"name": TextRole.FRAGMENT, "feel": TextRole.FRAGMENT, "alt": TextRole.ALT}
    for key in ("name", "purpose", "feel", "tip", "avoid", "alt"):
        yield from texts_of(getattr(part, key), (*path, key), roles.get(key, TextRole.SENTENCE))
    for index, step in enumerate(part.steps or ()):
        yield from texts_of(step, (*path, "steps", index), TextRole.STEP)
    for key in ("easier", "harder"):
        if level := getattr(part, key):
            yield from texts_of(level.text, (*path, key), only=level.only)
    for key in ("ask_first", "stop_if", "captions"):
        for index, words in enumerate(getattr(part, key)):
            yield from texts_of(words, (*path, key, index), TextRole.FRAGMENT)


def routine_texts(routine: Routine) -> Iterator[ReadText]:
    """Every text of a routine that a client reads."""
    yield ReadText(routine.title, ("title",), TextRole.FRAGMENT)
    yield from _said(routine, ())
    for index, phase in enumerate(routine.phases):
        yield ReadText(phase.name, ("phases", index, "name"), TextRole.FRAGMENT)
        yield from texts_of(phase.intro, ("phases", index, "intro"))
    for path, entry in entries(routine):
        yield from _dose(entry.dose, (*path, "dose"))
    for name, alternative in routine.alternatives.items():
        yield ReadText(alternative.label, ("alternatives", name, "label"), TextRole.FRAGMENT)
        yield from _said(alternative, ("alternatives", name))
    if routine.progress:
        for key in ("up", "stay", "back"):
            yield ReadText(getattr(routine.progress, key), ("progress", key))
    for index, words in enumerate(routine.stop_if):
        yield from texts_of(words, ("stop_if", index), TextRole.FRAGMENT)


def _said(part: Routine | Alternative, path: Path) -> Iterator[ReadText]:
    """What a routine says and an alternative of it may say otherwise."""
    for index, words in enumerate(part.message or ()):
        yield from texts_of(words, (*path, "message", index))
    yield from texts_of(part.why, (*path, "why"))
    for index, measure in enumerate(part.measures or ()):
        yield ReadText(measure.name, (*path, "measures", index, "name"), TextRole.FRAGMENT)
        yield ReadText(measure.how, (*path, "measures", index, "how"))
        for number, point in enumerate(measure.ask_first):
            yield from texts_of(point, (*path, "measures", index, "ask_first", number), TextRole.FRAGMENT)
    for index, words in enumerate(part.remember or ()):
        yield from texts_of(words, (*path, "remember", index))
