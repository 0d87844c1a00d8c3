"""A checked file comes in; a problem for everything goes out that a template, a film or a manual says in it.

A telephone number that nobody answers must not reach somebody in pain: what is found here is never printed, unless the
file is marked as a sample, and then every page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from generator.assets import asset
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.content.fields import quoted
from generator.content.routine import Routine
from generator.problems import Problem, Severity, place_of
from generator.source import reader
from generator.source.document import Path, dotted

_HOST = re.compile(r"(?:https://|[^@\s]+@)([^/?#:@\s]+)")
_CALLING_CODES = {"GB": "44", "US": "1", "CA": "1", "AU": "61", "IE": "353"}
_NATIONAL = {"GB": "0", "US": "", "CA": "", "AU": "0", "IE": "0"}
# Poses have words of their own, and reasons of switches are not printed.
_NOT_PRINTED = {"figure", "off"}


@dataclass(frozen=True, slots=True)
class Placeholders:
    """The list of `assets/check/placeholders.yaml`; `phones` are patterns of figures by country."""

    texts: frozenset[str]
    to_do: re.Pattern[str]
    hosts: tuple[str, ...]
    phones: dict[str, re.Pattern[str]]
    exercise: frozenset[str]


@lru_cache(maxsize=1)
def known_placeholders() -> Placeholders:
    path = asset("check", "placeholders.yaml")
    lists = reader.read(path.read_text("utf-8"), path.name).value
    assert isinstance(lists, dict) and isinstance(lists["phones"], dict)
    begins = "|".join(map(re.escape, _texts(lists["to_do"])))
    return Placeholders(
        texts=frozenset(_texts(lists["texts"])),
        to_do=re.compile(rf"(?:{begins})\b", re.IGNORECASE),
        hosts=_texts(lists["hosts"]),
        phones={country: _figures(_texts(forms)) for country, forms in lists["phones"].items()},
        exercise=frozenset(_texts(lists["exercise"])),
    )


def placeholders(value: BaseModel) -> list[Problem]:
    """Every placeholder of a clinic, exercise or routine, at its place; none of a marked sample."""
    if not isinstance(value, Clinic | Exercise | Routine) or value.sample:
        return []
    found = []
    for path, text in _texts_of(value, ()):
        if said := _fault(text, path, value):
            hint = "write your own, or mark the file as a sample (sample: true): its pages then say so"
            found.append(
                Problem(f"{quoted(text)} {said}", place_of(text), dotted(_key(path)), hint, rule="placeholder")
            )
    return found


def sample_problem(one: Clinic | Routine | Exercise) -> Problem:
    """That the pages say Sample, and what to do about it; a clinic's also where there is none of one's own."""
    if isinstance(one, Clinic):
        message = f'{one.name} is a made-up clinic, so every page says "Sample"'
        hint = "handouts new clinic NAME writes one to fill in; then say --clinic NAME, or set HANDOUTS_CLINIC"
        return Problem(message, hint=hint, severity=Severity.WARNING, rule="sample")
    name = one.title if isinstance(one, Routine) else one.name
    message, hint = 'this is a sample, so every page says "Sample"', "take sample: true out when all of it is your own"
    return Problem(message, place_of(name), hint=hint, severity=Severity.WARNING, rule="sample")


def _fault(text: str, path: Path, value: Clinic | Exercise | Routine) -> str:
    """What is wrong with a text; empty where it is the author's own."""
    known = known_placeholders()
    plain = text.strip().casefold()
    if plain in known.texts or known.to_do.match(plain):
        return "is still to be written"
    if (host := _HOST.match(text)) and _leads_nowhere(host[1].casefold(), known):
        return "is an address for examples, it leads nowhere"
    if isinstance(value, Clinic) and path == ("phone",) and _is_for_films(text, value.country, known):
        return "is a number for examples, nobody answers it"
    if isinstance(value, Exercise) and text in known.exercise and "wall" not in value.name.casefold():
        return "is the template's text"
    return ""


def _leads_nowhere(host: str, known: Placeholders) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in known.hosts)


def _is_for_films(phone: str, country: str, known: Placeholders) -> bool:
    """Whether the number belongs to a range that is kept free; one with a country's code belongs to that country."""
    figures = re.sub(r"[^0-9+]", "", re.split(r" ?(?:x|ext)", phone)[0])
    for other, pattern in known.phones.items():
        national = re.sub(rf"^(?:\+|00){_CALLING_CODES[other]}0?", _NATIONAL[other], figures)
        is_theirs = national != figures or country == other
        if is_theirs and pattern.fullmatch(national):
            return True
    return False


def _figures(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(form.replace(" ", "").replace("#", "[0-9]") for form in forms))


def _texts_of(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text that the author wrote, with the way to it."""
    if isinstance(value, BaseModel):
        written = value.model_fields_set - _NOT_PRINTED
        for name in (name for name in type(value).model_fields if name in written):
            yield from _texts_of(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_of(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts_of(item, (*path, str(key)))
    elif isinstance(value, str):
        yield path, value


def _key(path: Path) -> Path:
    """Without the step that a short form leaves out: `video: https://...`, `harder: Hold a weight.`"""
    return path[:-1] if path[-1] in ("address", "text") and len(path) > 1 else path


def _texts(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return tuple(str(text) for text in value)
