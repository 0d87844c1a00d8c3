"""One YAML file, wherever it lies, comes in; every problem in it goes out, as `handouts check FILE` prints them."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from generator.content.checking.checked import load
from generator.content.checking.references import own_problems, value_problems
from generator.content.choices import listed
from generator.content.folder import Folder, picture_beside, shown
from generator.content.library import MODELS, Library, with_samples
from generator.content.plan_file import PlanFile
from generator.problems import ContentError, Place, Problem
from generator.source.document import Document
from generator.source.reader import scan

# What a file is that has one of these keys; they decide where the folder's name does not. A plan comes first: it, too,
# may say something of phases.
_TELLING_KEYS: tuple[tuple[tuple[str, ...], type[BaseModel], str], ...] = (
    (("routine", "exercises"), PlanFile, "a plan"),
    (("steps", "extends"), MODELS["exercises"], "an exercise"),
    (("phases",), MODELS["routines"], "a routine"),
    (("emergency",), MODELS["clinics"], "a clinic"),
)


def file_problems(path: Path, library: Library) -> list[Problem]:
    """Every problem of one file; what it refers to is looked up in `library`, pictures in the file's own folder."""
    try:
        folder, text, model = opened(path)
        value, document = load(model, text, shown(path))
    except ContentError as error:
        return error.problems
    problems = own_problems(value, document)

    def find_picture(name: str) -> Path:
        return picture_beside(folder, path, name, lambda place: document.excerpt(place) if place else "")

    return problems + value_problems(value, document, library, find_picture)


def opened(path: Path) -> tuple[Folder, str, type[BaseModel]]:
    """The content folder that a file lies in, its text, and what kind of file it is. Raises `ContentError`."""
    folder = with_samples(path.parent.parent if path.parent.name in MODELS else path.parent)
    text = folder.text(path)
    return folder, text, _model_of(path, text)


def _model_of(path: Path, text: str) -> type[BaseModel]:
    by_folder = next((model for kind, model in MODELS.items() if path.parent.name == kind), None)
    model = by_folder or _told_by_keys(scan(text, shown(path))[0])
    if model is None:
        kinds = listed([f"{name} (with {keys[0]})" for keys, _, name in (*_TELLING_KEYS[1:], _TELLING_KEYS[0])])
        raise ContentError([Problem(f"this is not {kinds}", Place(shown(path), 1, 1))])
    return model


def _told_by_keys(document: Document) -> type[BaseModel] | None:
    if not isinstance(document.value, dict):
        return None
    return next((model for keys, model, _ in _TELLING_KEYS if not document.value.keys().isdisjoint(keys)), None)
