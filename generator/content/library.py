"""Folders of YAML come in; exercises, routines and clinics go out by id, each file read when it is asked for.

The bundled content is the lowest layer; a file of the same id in a clinic's own folder stands in its place.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator import assets
from generator.content.checking.checked import load
from generator.content.checking.fault_words import near
from generator.content.checking.references import own_problems, value_problems
from generator.content.choices import Kind
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.content.extended import EXTENDS, whole_value
from generator.content.fields import Model, quoted
from generator.content.folder import Folder, picture_beside, shown
from generator.content.routine import Routine
from generator.content.written import yaml_of
from generator.problems import ContentError, Place, Problem, place_of
from generator.source.document import Document
from generator.stopwatch import UNTIMED, Stopwatch

MODELS: dict[Kind, type[BaseModel]] = {"exercises": Exercise, "routines": Routine, "clinics": Clinic}
M = TypeVar("M", bound=BaseModel)


def load_library(*own: Path | str, stopwatch: Stopwatch = UNTIMED) -> Library:
    """The bundled content with a clinic's own folders over it, the last on top.

    Raises `ContentError` for a folder that is not there, ValueError for what is no path.
    """
    folders = [_path(folder) for folder in own]
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        raise ContentError([Problem(f"there is no content folder {quoted(shown(folder))}") for folder in missing])
    return Library([with_samples(folder) for folder in (assets.bundled_content(), *folders)], stopwatch)


def with_samples(root: Path) -> Folder:
    """A content folder that also finds the logos of the sample clinics, so that a copy of one is whole."""
    return Folder(root, assets.asset("logos").parent)


def _path(folder: object) -> Path:
    if isinstance(folder, str | PathLike) and os.fspath(folder):
        return Path(folder)
    raise ValueError(f"load_library: needs folders, each a path or a text, not {quoted(folder)}")


class Library:
    """Content by id, in layers of which later ones stand over earlier ones; only it keeps what was read."""

    def __init__(self, folders: Sequence[Folder], stopwatch: Stopwatch = UNTIMED) -> None:
        self.folders = tuple(folders)
        self._stopwatch = stopwatch
        self._files: dict[Kind, dict[str, tuple[Folder, Path]]] = {}
        self._read: dict[tuple[Kind, str], tuple[BaseModel, Document]] = {}
        self._documents: dict[str, Document] = {}

    def with_file(self, kind: Kind, name: str, folder: Folder, path: Path) -> Library:
        """This library with one more file over its layers, wherever that lies; pictures are looked for in `folder`."""
        other = self._copy()
        other._files[kind][name] = (folder, path)
        other._read.pop((kind, name), None)
        return other

    def with_value(self, kind: Kind, name: str, value: BaseModel, document: Document | None = None) -> Library:
        """This library with one more value, which lies in no file.

        Without a document one is written, so that problems have places. Raises `ContentError`.
        """
        other = self._copy()
        if document is None and isinstance(value, Model):
            value, document = load(MODELS[kind], yaml_of(value), f"{name}.yaml")
            if problems := own_problems(value, document):
                raise ContentError(problems)
            other._documents[document.file] = document
            other._files[kind].setdefault(name, (self.folders[-1], self.folders[-1].root / kind / document.file))
        assert document is not None
        other._read[kind, name] = (value, document)
        return other

    def _copy(self) -> Library:
        other = Library(self.folders, self._stopwatch)
        other._files = {kind: dict(self._index(kind)) for kind in MODELS}
        other._read, other._documents = dict(self._read), dict(self._documents)
        return other

    def exercise(self, name: str) -> Exercise:
        """The exercise of that id. Raises `ContentError`, at the place of `name` if it has one and leads nowhere."""
        return self._value(Exercise, "exercises", name)

    def routine(self, name: str) -> Routine:
        return self._value(Routine, "routines", name)

    def clinic(self, name: str) -> Clinic:
        return self._value(Clinic, "clinics", name)

    def value(self, kind: Kind, name: str) -> Exercise | Routine | Clinic:
        """What an id of a kind stands for. Raises `ContentError`."""
        value = self._value(MODELS[kind], kind, name)
        assert isinstance(value, Exercise | Routine | Clinic)  # the models of all kinds
        return value

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Every id of a kind, sorted; known from file names alone."""
        return tuple(sorted(self._index(kind)))

    def exercise_ids(self) -> tuple[str, ...]:
        return self.ids("exercises")

    def routine_ids(self) -> tuple[str, ...]:
        return self.ids("routines")

    def clinic_ids(self) -> tuple[str, ...]:
        return self.ids("clinics")

    def path(self, kind: Kind, name: str) -> Path:
        """The file that an id is read from."""
        return self._locate(kind, name)[1]

    def document(self, kind: Kind, name: str) -> Document:
        """The document behind an id, for the places of its values."""
        self._value(MODELS[kind], kind, name)
        return self._read[kind, name][1]

    def text(self, kind: Kind, name: str) -> str:
        """The file behind an id as it is written. Raises `ContentError`."""
        folder, path = self._locate(kind, name)
        return folder.text(path)

    def excerpt(self, place: Place | None) -> str:
        """The source line of a place in a file that was read; empty for any other."""
        document = self._documents.get(place.file) if place else None
        return document.excerpt(place) if document and place else ""

    def in_order(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Each once, sorted, with the source line that it points into."""
        full = [replace(problem, excerpt=problem.excerpt or self.excerpt(problem.place)) for problem in problems]
        return tuple(sorted(dict.fromkeys(full), key=Problem.sort_key))

    def picture(self, exercise: str, name: str) -> Path:
        """The user's own picture `name` of an exercise. Raises `ContentError` if it is not in the content folder."""
        return self._beside("exercises", exercise, name)

    def logo(self, clinic: str) -> Path | None:
        """The clinic's logo, if it has one. Raises `ContentError` if it is not in the content folder."""
        name = self.clinic(clinic).logo
        return self._beside("clinics", clinic, name) if name else None

    def unknown(self, kind: Kind, name: str) -> Problem | None:
        """The problem that no file has the id `name`, at the place where it is named; None if there is one."""
        if name in self._index(kind):
            return None
        meant = near(name, self.ids(kind))
        hint = f"did you mean {meant}?" if meant else f"handouts list shows all {kind}"
        place = place_of(name)
        message = f"there is no {kind.removesuffix('s')} {quoted(name)}"
        return Problem(message, place, "", hint, self.excerpt(place), rule="unknown-id")

    def check(self, kind: Kind, name: str) -> list[Problem]:
        """Every problem of one file and of what it refers to; what a routine names is read too."""
        try:
            value, document = self._value(MODELS[kind], kind, name), self.document(kind, name)
        except ContentError as error:
            return error.problems
        return value_problems(value, document, self, lambda file: self._beside(kind, name, file))

    def problems(self, within: Path | None = None) -> list[Problem]:
        """Every problem of every file, or of the files below one of the folders."""
        found: list[Problem] = []
        for kind in MODELS:
            for folder in self.folders:
                if within is None or folder.root == within:
                    found += folder.odd_names(kind)
            for name in self.ids(kind):
                folder, _ = self._locate(kind, name)
                if within is None or folder.root == within:
                    found += self.check(kind, name)
        return sorted(dict.fromkeys(found), key=Problem.sort_key)

    def _index(self, kind: Kind) -> dict[str, tuple[Folder, Path]]:
        if kind not in self._files:
            self._files[kind] = {
                name: (folder, path) for folder in self.folders for name, path in folder.ids(kind).items()
            }
        return self._files[kind]

    def _locate(self, kind: Kind, name: str) -> tuple[Folder, Path]:
        problem = self.unknown(kind, name)
        if problem:
            raise ContentError([problem])
        return self._index(kind)[name]

    def _value(self, model: type[M], kind: Kind, name: str) -> M:
        known = self._read.get((kind, name))
        if known is None:
            with self._stopwatch.stage("library"):
                known = self._read_file(model, kind, name)
        assert isinstance(known[0], model)  # one kind, one model
        return known[0]

    def _read_file(self, model: type[BaseModel], kind: Kind, name: str) -> tuple[BaseModel, Document]:
        folder, path = self._locate(kind, name)
        whole = partial(whole_value, self.folders, name, (folder,)) if kind == "exercises" else None
        value, document = load(model, folder.text(path), shown(path), whole)
        problems = own_problems(value, document)
        if problems:
            raise ContentError(problems)
        self._documents[document.file] = document
        self._read[kind, str(name)] = (value, document)
        return value, document

    def _beside(self, kind: Kind, name: str, file: str) -> Path:
        folder, path = self._locate(kind, name)
        base = getattr(self._value(MODELS[kind], kind, name), EXTENDS, None)
        if base and folder.beside(path, file) is None:
            below = [(other, other.ids(kind).get(base)) for other in reversed(self.folders)]
            found = (other.beside(there, file) for other, there in below if there)
            if picture := next(filter(None, found), None):
                return picture
        return picture_beside(folder, path, file, self.excerpt)
