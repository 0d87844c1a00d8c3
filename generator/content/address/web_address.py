"""A web address without marks of trackers, and in the form that is printed: short enough to type."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from generator.content.address.ascii_address import SCHEME, host_of
from generator.content.address.queries import is_named, queries

# Prefixes of the same website's name: for a browser, for a telephone.
_PREFIX = re.compile(r"^(?:www|m)\.")
_WWW = re.compile(r"^www\.", re.IGNORECASE)
# A fragment that holds a sentence to scroll to.
_SENTENCE = "#:~:"


class _Parts(NamedTuple):
    """All before the query, the pieces of the query, and the fragment with its mark."""

    front: str
    query: tuple[str, ...]
    fragment: str

    def __str__(self) -> str:
        return self.front + ("?" + "&".join(self.query) if self.query else "") + self.fragment


def untracked(address: str) -> tuple[str, tuple[str, ...]]:
    """The address without what only tells where a visitor came from, and the names of what was left out."""
    parts = _parts(address)
    if not parts.query:
        return address, ()
    trackers = queries().trackers_of(_PREFIX.sub("", host_of(address).lower()))
    kept = tuple(piece for piece in parts.query if not is_named(_name(piece), trackers))
    dropped = dict.fromkeys(_name(piece) for piece in parts.query if piece not in kept)
    return (str(parts._replace(query=kept)), tuple(dropped)) if dropped else (address, ())


def shown_form(address: str) -> str:
    """What is printed: host and path, and of the query what is needed to open the page."""
    front, query, fragment = _parts(address)
    page = front.removeprefix(SCHEME)
    if query:
        opening = queries().opening(_PREFIX.sub("", page.lower()))
        query = query if opening is None else tuple(piece for piece in query if is_named(_name(piece), opening))
    shown = str(_Parts(_WWW.sub("", page), query, "" if fragment.startswith(_SENTENCE) else fragment))
    return shown.removesuffix("/")


def _parts(address: str) -> _Parts:
    rest, mark, fragment = address.partition("#")
    front, _, query = rest.partition("?")
    return _Parts(front, tuple(query.split("&")) if query else (), mark + fragment)


def _name(piece: str) -> str:
    return unquote(piece.partition("=")[0])
