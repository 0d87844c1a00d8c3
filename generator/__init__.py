"""Exercise handouts and progress charts from YAML: the public names, each imported when it is first asked for.

    from generator import Format, Person, Prescription, Workshop, build, load_library

`handouts --help` and a batch worker import this package before they know what they need; a name handed out by
`__getattr__` (PEP 562) costs them nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from generator.content.library import Library, load_library
    from generator.content.person import Person
    from generator.content.prescription import Prescription
    from generator.make import Made, build
    from generator.page.format import Format
    from generator.plan import Plan, plan_weeks
    from generator.problems import ContentError, Place, Problem, Severity
    from generator.workshop import Workshop

__all__ = [
    "ContentError",
    "Format",
    "Library",
    "Made",
    "Person",
    "Place",
    "Plan",
    "Prescription",
    "Problem",
    "Severity",
    "Workshop",
    "__version__",
    "build",
    "load_library",
    "plan_weeks",
]

# Where each public name lives; the imports above say the same to a type checker.
_ROOMS = {
    "ContentError": "generator.problems",
    "Format": "generator.page.format",
    "Library": "generator.content.library",
    "Made": "generator.make",
    "Person": "generator.content.person",
    "Place": "generator.problems",
    "Plan": "generator.plan",
    "Prescription": "generator.content.prescription",
    "Problem": "generator.problems",
    "Severity": "generator.problems",
    "Workshop": "generator.workshop",
    "build": "generator.make",
    "load_library": "generator.content.library",
    "plan_weeks": "generator.plan",
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
