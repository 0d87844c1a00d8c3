"""The little CSS that drawing programs write into SVG: text comes in, rules with plain declarations go out.

Selectors are a name, a class, an id, or a name with a class; nothing else is found in pictures, and whatever else
stands there is refused by name, never silently ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([A-Za-z][\w-]*|\*)?(?:([.#])([\w-]+))?")


class StyleError(ValueError):
    """A style that cannot be read; its text is fit for a user."""


@dataclass(frozen=True, slots=True, order=True)
class StyleRule:
    """Rules sort by weight: a name under a class under an id, later over earlier (CSS 2, 6.4.3)."""

    weight: tuple[int, int]
    element: str
    kind: str
    name: str
    declarations: tuple[tuple[str, str], ...]

    def fits(self, element: str, classes: tuple[str, ...], identity: str | None) -> bool:
        if self.element not in ("", "*", element):
            return False
        return not self.kind or self.name in (classes if self.kind == "." else (identity,))


Styles = tuple[StyleRule, ...]


def read_styles(text: str) -> Styles:
    """The rules of a style sheet. Raises StyleError for what is no plain rule: `@import`, `a > b`, an open brace."""
    text = _COMMENT.sub(" ", text)
    rest = _RULE.sub(" ", text).strip()
    if rest:
        raise StyleError(f"the picture's style sheet cannot be read: {rest[:40]!r}")
    rules: list[StyleRule] = []
    for selectors, body in _RULE.findall(text):
        stated = tuple(declarations(body))
        for selector in selectors.split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            if match is None or not match[0]:
                raise StyleError(
                    f"the picture's style sheet has a selector that is too clever: {selector.strip()[:40]!r}"
                )
            element, kind, name = (group or "" for group in match.groups())
            weight = ("", ".", "#").index(kind) * 2 + bool(element.strip("*"))
            rules.append(StyleRule((weight, len(rules)), element, kind, name, stated))
    return tuple(rules)


def declarations(text: str) -> Iterator[tuple[str, str]]:
    """`fill: red; stroke: none` as pairs. Raises StyleError for a part without a colon."""
    for part in _COMMENT.sub(" ", text).split(";"):
        if part.strip():
            name, colon, value = part.partition(":")
            if not colon:
                raise StyleError(f"the picture has a style that cannot be read: {part.strip()[:40]!r}")
            yield name.strip().lower(), value.replace("!important", "").strip()
