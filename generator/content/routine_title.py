"""A routine as people write it, by its id or by its title; its id goes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache

from generator.content.checking.fault_words import near
from generator.content.fields import quoted
from generator.content.library import Library
from generator.problems import ContentError, Problem, Prose, place_of


def routine_id(written: str, library: Library) -> Prose:
    """The id, at the place where it was written. Raises `ContentError` if no routine, or more than one, is meant."""
    place = place_of(written)
    if written.lower() in library.routine_ids():
        return Prose(written.lower(), place)
    titles = _titles(library)
    ids = titles.get(_key(written), ())
    if len(ids) == 1:
        return Prose(ids[0], place)
    if ids:
        message = f"{quoted(str(written))} is the title of {' and '.join(ids)}"
        raise ContentError([Problem(message, place, "routine", "write the id that is meant")])
    known = {_key(name): name for name in library.routine_ids()} | {key: ids[0] for key, ids in titles.items()}
    meant = near(_key(written), list(known))
    hint = f"did you mean {known[meant]}?" if meant else "`handouts list routines` shows all, with id and title"
    raise ContentError([Problem(f"there is no routine {quoted(str(written))}", place, "routine", hint)])


@lru_cache(maxsize=2)
def _titles(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Ids by title; a routine that cannot be read has none."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in library.routine_ids():
        with suppress(ContentError):
            found[_key(library.routine(name).title)].append(name)
    return {title: tuple(ids) for title, ids in found.items()}


def _key(text: str) -> str:
    """Words alone: capitals, hyphens and full stops do not tell titles apart."""
    return " ".join(re.findall(r"\w+", text.casefold()))
