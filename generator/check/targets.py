"""Paths that a user named come in; the library with them in it, and what of it to look at, go out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.assets import bundled_content
from generator.content.checking.checked import load
from generator.content.checking.lone_file import file_problems, opened
from generator.content.choices import Kind
from generator.content.fields import as_id, quoted
from generator.content.folder import ENDING, shown
from generator.content.library import MODELS, Library, load_library
from generator.content.plan_file import PlanFile
from generator.content.prescription import Prescription
from generator.problems import ContentError, Place, Problem, Severity
from generator.source.document import Document

Target = tuple[Kind, str]


@dataclass(slots=True)
class Wanted:
    """What to look at; `problems` are what kept something from being looked at, `plans` are saved prescriptions."""

    library: Library
    targets: list[Target] = field(default_factory=list)
    plans: list[tuple[Prescription, Document]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: Kind, name: str) -> None:
        if (kind, name) not in self.targets:
            self.targets.append((kind, name))


def wanted(content: Sequence[Path], paths: Sequence[Path]) -> Wanted:
    """Everything bundled and in the content folders, or only what the paths name. Raises `ContentError`."""
    loaded = {bundled_content().resolve(), *(folder.resolve() for folder in content)}
    roots = (root for path in paths if (root := _content_of(path)) and root.resolve() not in loaded)
    found = Wanted(load_library(*content, *dict.fromkeys(roots)))
    if not paths:
        _whole(found)
    for path in paths:
        if _is_content(path):
            _folder(found, path)
        elif path.is_dir():
            _files(found, path)
        else:
            _take_in_neighbours(found, path)
            _file(found, path)
    return found


def _content_of(path: Path) -> Path | None:
    """The content folder that a path is or lies in: what a file names is looked for beside it."""
    folder = path if path.is_dir() else path.absolute().parent
    if _is_content(folder):
        return folder
    return folder.absolute().parent if folder.name in MODELS else None


def _is_content(path: Path) -> bool:
    return any((path / kind).is_dir() for kind in MODELS)


def _whole(found: Wanted) -> None:
    for kind in MODELS:
        for folder in found.library.folders:
            found.problems += folder.odd_names(kind)
        for name in found.library.ids(kind):
            found.add(kind, name)


def _folder(found: Wanted, path: Path) -> None:
    """A content folder: what the library takes from there."""
    root = path.resolve()
    for kind in MODELS:
        for folder in found.library.folders:
            if folder.root.resolve() == root:
                found.problems += folder.odd_names(kind)
        for name in found.library.ids(kind):
            if found.library.path(kind, name).parent.parent.resolve() == root:
                found.add(kind, name)


def _files(found: Wanted, path: Path) -> None:
    """A folder of files of one kind, or of anything: a check that looks at nothing must not pass."""
    files = sorted(file for file in path.iterdir() if file.suffix == ENDING)
    if not files:
        hint = "a content folder holds exercises/, routines/ or clinics/"
        found.problems.append(Problem(f"there is nothing to check in {quoted(shown(path))}", hint=hint))
    for file in files:
        _file(found, file)


def _take_in_neighbours(found: Wanted, path: Path) -> None:
    """What lies beside a file outside of any content folder may be what it names; it is not looked at for itself."""
    if _content_of(path):
        return
    for file in sorted(path.parent.glob(f"*{ENDING}")):
        with suppress(ContentError):
            folder, _, model = opened(file)
            kind = next((kind for kind, known in MODELS.items() if known is model), None)
            if kind and file.stem not in found.library.ids(kind):
                found.library = found.library.with_file(kind, file.stem, folder, file)


def _file(found: Wanted, path: Path) -> None:
    """One file: of the library if it is there, else laid over it."""
    try:
        folder, text, model = opened(path)
    except ContentError as error:
        found.problems += error.problems
        return
    if model is PlanFile:
        problems = file_problems(path, found.library)
        found.problems += problems
        if not any(problem.severity is Severity.ERROR for problem in problems):
            plan, document = load(PlanFile, text, shown(path))
            found.plans.append((plan.prescription, document))
        return
    kind = next(kind for kind, known in MODELS.items() if known is model)
    name = as_id(path.stem)
    if path.suffix != ENDING:
        place = Place(shown(path), 1, 1)
        found.problems.append(Problem(f"the name of a content file ends in {ENDING}", place, rule="file-name"))
    known = name in found.library.ids(kind) and found.library.path(kind, name).resolve() == path.resolve()
    if not known:
        found.library = found.library.with_file(kind, name, folder, path)
    found.add(kind, name)
