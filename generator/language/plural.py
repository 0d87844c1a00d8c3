"""A text in all the forms that a language has for it."""

from __future__ import annotations

from typing import NamedTuple

from generator.problems import Prose


class Plural(NamedTuple):
    """The forms of a text that depends on a number, by CLDR category."""

    forms: tuple[tuple[str, Prose], ...]

    def form(self, category: str) -> Prose:
        """The form for a category; `other` serves for a category that has none of its own."""
        forms = dict(self.forms)
        return forms.get(category, forms["other"])
