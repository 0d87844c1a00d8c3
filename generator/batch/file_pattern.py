"""How the files of a batch are called: a pattern with columns of the roster in it, no names unless that is said."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.batch.client import Client
from generator.content.checking.fault_words import near
from generator.content.fields import quoted
from generator.problems import ContentError, Problem

PRINT_FILE = "print-file"
NAMED = "{row}-{name}-{routine}"
SWITCH = "--names-in-files"

_FIELD = re.compile(r"\{([^{}]*)\}")
_PERSONAL = ("name", "by")
# One of these tells the files of two rows apart.
_TELLING = ("row", "pseudonym", "name")
_PLAIN = (
    *("row", "pseudonym", "routine", "version", "clinic", "language", "start", "review", "side", "alternative"),
    *("weeks", "paper", "layout", "style", "chart"),
)
# Longer names than this are refused by some file systems once a folder's path stands before them.
_MOST_BYTES = 180
# Names of devices, which Windows gives to no file, whatever its ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilePattern:
    """Text with `{column}` in it. Raises `ContentError` for a column that no file may be called by."""

    text: str
    names: bool = False

    def __post_init__(self) -> None:
        fields = _FIELD.findall(self.text)
        problems = [problem for field in fields if (problem := self._fault(field))]
        if not problems and "{" in _FIELD.sub("", self.text).replace("}", "{"):
            problems = [Problem("a file name's pattern has a bracket too many", hint=f"such as {NAMED}")]
        if not problems and not set(fields) & set(_TELLING):
            message = "a file name's pattern must tell one row from another"
            problems = [Problem(message, hint="put {row} or {pseudonym} into it")]
        if problems:
            raise ContentError(list(dict.fromkeys(problems)))

    def _fault(self, field: str) -> Problem | None:
        if field in _PLAIN or (self.names and field in _PERSONAL):
            return None
        if field in _PERSONAL:
            return Problem(f"{{{field}}} would put names into file names", hint=f"add {SWITCH} if that is meant")
        known = (*_PLAIN, *_PERSONAL)
        meant = near(field, known)
        hint = f"did you mean {{{meant}}}?" if meant else f"there are {', '.join(f'{{{name}}}' for name in known)}"
        return Problem(f"no file can be called by {quoted(field)}", hint=hint)

    def name_for(self, client: Client) -> str:
        """The file's name, with its ending."""
        values = _values(client)
        if "row" not in _FIELD.findall(self.text) and not any(values[key] for key in self._telling()):
            values[self._telling()[0]] = client.label
        filled = _FIELD.sub(lambda field: values[field[1]], self.text)
        stem = re.sub(r"([-_. ])[-_. ]+", r"\1", _safe(filled)).strip("-_. ")
        stem = stem.encode()[:_MOST_BYTES].decode("utf-8", "ignore")
        taken = _DEVICE.match(stem) or stem.casefold().endswith(PRINT_FILE)
        return f"{client.number:04}-{stem}-.pdf" if taken else f"{stem}.pdf"

    def _telling(self) -> list[str]:
        return [field for field in _FIELD.findall(self.text) if field in _TELLING]


def _values(client: Client) -> dict[str, str]:
    """What each column says of a client; empty where it says nothing."""
    wanted, form, person = client.prescription, client.form, client.person
    values: dict[str, object] = {
        "row": f"{client.number:04}",
        "pseudonym": person.pseudonym,
        "name": person.name,
        "by": person.by,
        "paper": form.sheet,
        "layout": form.layout,
        "style": form.style,
        "chart": form.chart,
    }
    others = ("routine", "version", "clinic", "language", "start", "review", "side", "alternative", "weeks")
    values |= {key: getattr(wanted, key) for key in others}
    return {key: _safe("" if value is None else str(value)) for key, value in values.items()}


def _safe(text: str) -> str:
    """Letters of any script, digits, `.`, `_`, `-`; every file system takes these."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(char if _is_plain(char) else "-" for char in composed).lstrip(".")


def _is_plain(char: str) -> bool:
    return char in "._-" or unicodedata.category(char)[0] in "LMN"
