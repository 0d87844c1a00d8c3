"""One unquoted YAML word becomes a value: empty, true, a number, or the text that it is.

The rules are those of the core schema (YAML 1.2.2, 10.3.2), so `NO`, `off`, `10:00` and `2026-11-23` stay text.
One rule is ours: digits with a leading zero stay text too, since `0123` in a clinic's file is part of a telephone
number, and turning it into 123 would lose what was written.
"""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_INTEGERS = {
    10: re.compile(r"[-+]?(0|[1-9][0-9]*)"),
    8: re.compile(r"0o[0-7]+"),
    16: re.compile(r"0x[0-9a-fA-F]+"),
}
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
# Nothing that is counted in this trade needs more; int() itself would refuse 4,300 digits with an exception.
_LONGEST_NUMBER = 18


class UnusableNumber(ValueError):
    """A number that no field can hold: not finite, or of very many digits."""


def resolve(word: str) -> Scalar:
    """The value of a plain scalar; raises `UnusableNumber`."""
    if word in _NULL:
        return None
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    if word[0] not in "-+.0123456789":
        return word
    if _NOT_FINITE.fullmatch(word):
        raise UnusableNumber("needs a finite number")
    base = next((base for base, form in _INTEGERS.items() if form.fullmatch(word)), 0)
    if not base and not _FLOAT.fullmatch(word):
        return word
    if len(word) > _LONGEST_NUMBER:
        raise UnusableNumber(f"a number has at most {_LONGEST_NUMBER} characters")
    if base:
        return int(word.removeprefix("0o").removeprefix("0x"), base)
    number = float(word)
    if not math.isfinite(number):
        raise UnusableNumber("needs a finite number")
    return number
