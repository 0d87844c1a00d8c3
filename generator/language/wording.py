"""Every fixed text of handout, chart and exports: wording files come in, a frozen `Wording` in one language goes out.

`en.yaml` is whole; a file such as `en-US.yaml` holds only what differs. What is laid together must be complete, and
each text must have the {blanks} of its English original: a lost {number} in "Call {number} now" would be a grave fault.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from generator.assets import asset
from generator.language.locale_facts import plural_categories, plural_category
from generator.language.plural import Plural
from generator.language.wording_doses import Clinician, Days, DoseWords, Export, GroupWords, Join, Sides, Time
from generator.language.wording_papers import CopyTexts, LogTexts, PocketTexts
from generator.language.wording_parts import (
    Alt,
    BackTexts,
    CardTexts,
    ChartTexts,
    ClosingTexts,
    CoverTexts,
    FooterTexts,
    FrontTexts,
    OwnTexts,
    Pain,
)
from generator.language.wording_sheet import SheetTexts
from generator.problems import ContentError, Problem, Prose, place_of
from generator.source.reader import read

ORIGINAL = "en"
_BLANK = re.compile(r"\{(\w+)\}")


class Wording(NamedTuple):
    """All fixed texts; `language` is the tag that was asked for, and rules plurals and dates."""

    language: str
    front: FrontTexts
    sheet: SheetTexts
    own: OwnTexts
    pain: Pain
    card: CardTexts
    closing: ClosingTexts
    footer: FooterTexts
    cover_list: CoverTexts
    chart: ChartTexts
    log: LogTexts
    back: BackTexts
    pocket: PocketTexts
    copy: CopyTexts
    alt: Alt
    anatomy: dict[str, Prose]
    join: Join
    time: Time
    days: Days
    group: GroupWords
    dose: DoseWords
    sides: Sides
    units: dict[str, Plural]
    clinician: Clinician
    export: Export

    def counted(self, forms: Plural, number: float, text: str | None = None, /, **blanks: object) -> str:
        """The form that fits the number, with {n} filled by `text` or the number itself."""
        form = forms.form(plural_category(self.language, number))
        return fill(form, n=f"{number:g}" if text is None else text, **blanks)


def fill(text: str, /, **blanks: object) -> str:
    """The text with its {blanks} filled. Plain replacement: nothing in a value is ever read as a blank or a format."""
    return _BLANK.sub(lambda blank: str(blanks[blank[1]]), text)


@lru_cache(maxsize=16)
def load_wording(language: str) -> Wording:
    """The bundled wording for a BCP 47 tag; raises `ContentError` where no file has the tag's language."""
    return wording_from(asset("wording"), language)


def languages(folder: Path) -> tuple[str, ...]:
    """The tags for which the folder has a file."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def wording_from(folder: Path, language: str) -> Wording:
    """The wording of a folder's files for a tag: the language's own file, the more special ones laid over it."""
    known = languages(folder)
    parts = language.split("-")
    chain = [tag for tag in ("-".join(parts[:n]) for n in range(1, len(parts) + 1)) if tag in known]
    if parts[0] not in chain:
        hint = f"there are {', '.join(known)}"
        message = f'there is no wording for the language "{language}"'
        raise ContentError([Problem(message, place_of(language), hint=hint)])
    documents = [read((folder / f"{tag}.yaml").read_text("utf-8"), f"{tag}.yaml") for tag in chain]
    original = documents[0]
    if parts[0] != ORIGINAL:
        original = read((folder / f"{ORIGINAL}.yaml").read_text("utf-8"), f"{ORIGINAL}.yaml")
    merged: Any = {}
    for document in documents:
        merged = lay_over(merged, document.value)
    reader = _WordingReader(language, documents[-1].file)
    wording: Wording = reader.group(Wording, merged, original.value, "")
    if reader.problems:
        raise ContentError(reader.problems)
    return wording


def lay_over(base: Any, change: Any) -> Any:
    """Mappings are laid over one another key by key; anything else replaces what was there."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    return {**base, **{key: lay_over(base.get(key), value) for key, value in change.items()}}


class _WordingReader:
    """Turns plain values into the groups by their field types, and keeps every problem."""

    def __init__(self, language: str, file: str) -> None:
        self.language = language
        self.file = file
        self.problems: list[Problem] = []
        self.plurals = plural_categories(language)

    def report(self, path: str, message: str, hint: str = "", value: Any = None) -> None:
        place = place_of(value) if isinstance(value, str) else None
        self.problems.append(Problem(message if place else f"{self.file}: {message}", place, path, hint))

    def group(self, kind: type[Any], value: Any, original: Any, path: str) -> Any:
        fields = get_type_hints(kind)
        given = dict(value) if isinstance(value, dict) else {}
        if kind is Wording:
            given["language"] = self.language
        for key in given.keys() - fields.keys():
            near = get_close_matches(key, fields, 1)
            self.report(f"{path}{key}", "is not a text of the program", f"did you mean `{near[0]}`?" if near else "")
        values = {}
        for name, hint in fields.items():
            if name not in given:
                self.report(f"{path}{name}", "is missing")
            elif name == "language":
                values[name] = given[name]
            else:
                first = original.get(name) if isinstance(original, dict) else None
                values[name] = self.value(hint, given[name], first, f"{path}{name}")
        return kind(**values) if len(values) == len(fields) else None

    def value(self, kind: Any, value: Any, original: Any, path: str) -> Any:
        if kind is Prose:
            return self.text(value, original, path)
        if kind is Plural:
            return self.plural(value, original, path)
        if get_origin(kind) is tuple:
            items = value if isinstance(value, tuple) else ()
            if not items:
                self.report(path, "needs a list of texts")
            return tuple(self.text(item, None, f"{path}[{number}]") for number, item in enumerate(items, 1))
        if get_origin(kind) is dict:
            inner = get_args(kind)[1]
            originals = original if isinstance(original, dict) else {}
            return {
                key: self.value(inner, item, originals.get(key), f"{path}.{key}")
                for key, item in (value.items() if isinstance(value, dict) else ())
            }
        return self.group(kind, value, original, f"{path}.")

    def text(self, value: Any, original: Any, path: str) -> Prose:
        if not isinstance(value, str) or not value.strip():
            self.report(path, "needs a text", value=value)
            return Prose("")
        if isinstance(original, str) and set(_BLANK.findall(value)) != set(_BLANK.findall(original)):
            blanks = ", ".join(sorted(set(_BLANK.findall(original)))) or "none"
            self.report(path, f"must have the same blanks as the English text: {blanks}", value=value)
        return Prose(value.replace("~", "\N{NO-BREAK SPACE}"), place_of(value))

    def plural(self, value: Any, original: Any, path: str) -> Plural:
        forms = value if isinstance(value, dict) else {}
        wanted = self.plurals | ({"verb", "in_turn"} & forms.keys())
        if set(forms) != wanted:
            self.report(path, f"needs a text for each of {', '.join(sorted(self.plurals))}")
        known = original if isinstance(original, dict) else {}
        allowed = {blank for form in known.values() for blank in _BLANK.findall(str(form))}
        for form in forms.values():
            extra = set(_BLANK.findall(str(form))) - allowed
            if extra and known:
                self.report(path, f"has blanks that are never filled: {', '.join(sorted(extra))}", value=form)
        return Plural(tuple((name, self.text(form, None, f"{path}.{name}")) for name, form in forms.items()))
