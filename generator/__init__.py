"""Exercise handouts and progress charts from YAML: the public names, each imported when it is first asked for.

`handouts --help` and a batch worker import this package before they know what they need; a name handed out by
`__getattr__` (PEP 562) costs them nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from generator.problems import ContentError, Place, Problem, Severity

__all__ = ["ContentError", "Place", "Problem", "Severity", "__version__"]

# Where each public name lives.
_ROOMS = {
    "ContentError": "generator.problems",
    "Place": "generator.problems",
    "Problem": "generator.problems",
    "Severity": "generator.problems",
}


def __getattr__(name: str) -> object:
    room = _ROOMS.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
