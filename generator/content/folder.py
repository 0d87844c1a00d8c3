"""A content folder comes in; the ids of its files, their texts and the pictures beside them go out, and nothing else.

Every file is opened here, after it was found to be a plain file that lies inside the folder: a symbolic link or `..`
that leads out of it is refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.content.choices import KINDS, Kind
from generator.content.fields import ID_PATTERN, as_id, quoted
from generator.problems import ContentError, Place, Problem, Severity, place_of
from generator.source.reader import LONGEST_FILE, too_long

ENDING = ".yaml"
_MOST_BYTES = 4 * LONGEST_FILE  # a character has at most four bytes in UTF-8 (RFC 3629, 3)
_TRANSLATION = re.compile(rf"{ID_PATTERN}\.[a-z]{{2,3}}(-[A-Za-z0-9]{{2,8}})*")


@dataclass(frozen=True, slots=True)
class Folder:
    """One layer of content: `root` holds `exercises`, `routines`, `clinics`; `assets` are further files for them."""

    root: Path
    assets: Path | None = None

    def ids(self, kind: Kind) -> dict[str, Path]:
        """Id (the file's stem) and path of every file of a kind, in order; nothing is opened."""
        return {path.stem: path for path in self._yaml_files(kind) if re.fullmatch(ID_PATTERN, path.stem)}

    def odd_names(self, kind: Kind) -> list[Problem]:
        """Warnings for files that will not be read because of their names."""
        expected = "small letters, digits and hyphens, then .yaml"
        found = [path for path in self._entries(kind) if path.suffix.lower() in (".yaml", ".yml")]
        read = set(self._yaml_files(kind))
        return [
            Problem(
                f"this file is not read, its name needs {expected}",
                Place(shown(path), 1, 1),
                hint=f"call it {as_id(path.stem)}{ENDING}",
                severity=Severity.WARNING,
                rule="file-name",
            )
            for path in found
            if path not in read or not re.fullmatch(rf"{ID_PATTERN}|{_TRANSLATION.pattern}", path.stem)
        ]

    def text(self, path: Path) -> str:
        """The text of a content file. Raises `ContentError` if it lies outside, is too large or is not UTF-8."""
        if not self._holds(path):
            raise ContentError([Problem("this is no plain file inside the content folder", _top(path))])
        try:
            return bounded(path)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise ContentError([Problem(f"this file cannot be read: {reason}", _top(path))]) from None

    def places(self) -> tuple[Path, ...]:
        """Every folder that files of the content are read from."""
        return (*(self.root / kind for kind in KINDS), *_pictures_of(self.root))

    def beside(self, path: Path, name: str) -> Path | None:
        """The picture that the content file at `path` calls `name`: beside it, or among the assets."""
        places = [path.parent, *_pictures_of(self.root)]
        if self.assets:
            places += [self.assets, self.assets / "logos"]
        candidates = (place / name for place in places)
        return next((found for found in candidates if self._holds(found)), None)

    def _holds(self, path: Path) -> bool:
        # os.path, not pathlib: a loop of links or an overlong name is False here, not an exception.
        real = Path(os.path.realpath(path))
        roots = (os.path.realpath(root) for root in (self.root, self.assets) if root)
        return os.path.isfile(real) and any(real.is_relative_to(root) for root in roots)

    def _entries(self, kind: Kind) -> list[Path]:
        try:
            return sorted(self.root / kind / name for name in os.listdir(self.root / kind))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _yaml_files(self, kind: Kind) -> list[Path]:
        return [path for path in self._entries(kind) if path.suffix == ENDING]


def _pictures_of(root: Path) -> tuple[Path, Path]:
    return root / "assets", root / "assets" / "logos"


def picture_beside(folder: Folder, path: Path, name: str, excerpt: Callable[[Place | None], str]) -> Path:
    """The picture that the file at `path` names. Raises `ContentError` at the place of `name` if there is none."""
    found = folder.beside(path, name)
    if found is None:
        place = place_of(name)
        hint = "put it beside this file, or into the folder assets; links out of the folder are not followed"
        message = f"there is no file {quoted(name)} in the content folder"
        raise ContentError([Problem(message, place, "", hint, excerpt(place), rule="missing-file")])
    return found


def read_text(path: Path) -> str:
    """The text of a file that the user named. Raises `ContentError`, also where there is no such file; OSError."""
    try:
        return bounded(path)
    except FileNotFoundError:
        raise ContentError([Problem(f"{shown(path)}: there is no such file")]) from None


def bounded(path: Path) -> str:
    """The text of a file, of which no more is read than a content file may hold. Raises `ContentError`, OSError."""
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ContentError([too_long(shown(path))])
    return decoded(data, path)


def decoded(data: bytes, path: Path) -> str:
    """The text of a file's bytes. Raises `ContentError` at the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        hint = "save the file as UTF-8"
        place = Place(shown(path), line, column)
        raise ContentError([Problem("this character is not UTF-8", place, hint=hint)]) from None


def shown(path: Path) -> str:
    """A path as problems name it: relative to where the user stands, if it lies below; safe to print."""
    here = Path.cwd()
    name = os.fsencode(path.relative_to(here) if path.is_relative_to(here) else path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


def _top(path: Path) -> Place:
    return Place(shown(path), 1, 1)
