"""Texts put together: sentences one after another, lists, full stops, and words that stay on one line."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.locale_facts import NO_BREAK
from generator.language.wording import Wording, fill
from generator.problems import Prose, place_of


def unbroken(text: str) -> str:
    """The text on one line, wherever it stands."""
    return text.replace(" ", NO_BREAK)


def breakable(text: str) -> str:
    """The text for where lines are not set: every space an ordinary one."""
    return text.replace(NO_BREAK, " ")


def run_on(*texts: str) -> str:
    """Texts that are not empty, one after another; with the place of the first that has one."""
    said = [text for text in texts if text]
    place = next((place_of(text) for text in said if place_of(text)), None)
    return Prose(" ".join(said), place) if place else " ".join(said)


def ended(text: str) -> str:
    """The text with a full stop; the author may have written one. Keeps the place of the text."""
    ended = text if text[-1:] in ".!?" else text + "."
    return Prose(ended, place_of(text))


def listed(wording: Wording, items: Sequence[str]) -> str:
    """ "Mon", "Mon and Wed", "Mon, Wed and Fri"."""
    if len(items) < 2:
        return "".join(items)
    return fill(wording.join.last, first=wording.join.comma.join(items[:-1]), last=items[-1])


def either(wording: Wording, items: Sequence[str]) -> str:
    """ "Mon", "Mon or Wed", "Mon, Wed or Fri"."""
    *others, last = items
    return fill(wording.join.either, first=wording.join.comma.join(others), last=last) if others else last
