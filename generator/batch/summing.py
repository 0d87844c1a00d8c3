"""Problems of many rows come in; those that say the same of one column go out as one, with the rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from generator.content.roster.sheet import numbers_in_words
from generator.problems import Problem

# So many rows alike are told one by one, where each can be mended by hand.
_FEW = 3
_MOST_VALUES = 6
# What differs from row to row in what is said of one fault.
_VALUE = re.compile(r'"[^"]*"|U\+[0-9A-F]{4,6}|\d[\d,./:-]*')
_QUOTED = re.compile(r'"[^"]*"')


def summed(problems: Iterable[Problem], roster: str) -> list[Problem]:
    """In the order in which they came; those of other files than the roster stay as they are."""
    alike: dict[Hashable, list[Problem]] = defaultdict(list)
    for number, problem in enumerate(problems):
        in_row = problem.place is not None and problem.place.file == roster
        alike[_kind(problem) if in_row else number].append(problem)
    return [one for group in alike.values() for one in (group if len(group) <= _FEW else [_one(group)])]


def _kind(problem: Problem) -> Hashable:
    column = problem.place.column if problem.place else 0
    return column, problem.path, problem.severity, problem.rule, _VALUE.sub("", problem.message)


def _one(group: Sequence[Problem]) -> Problem:
    """At the first row, with what the others say and where."""
    first = group[0]
    rows = sorted({problem.place.line for problem in group if problem.place})
    values = list(dict.fromkeys(value for problem in group for value in _QUOTED.findall(problem.message)[:1]))
    others = values[1:_MOST_VALUES] + (["…"] if len(values) > _MOST_VALUES else [])
    also = f"also {', '.join(others)}; " if others else ""
    message = f"{first.message} ({also}{len(rows):,} rows: {numbers_in_words(rows)})"
    hint = first.hint if all(problem.hint == first.hint for problem in group) else ""
    return replace(first, message=message, hint=hint)
