"""What is asked for, laid over a saved plan if there is one, becomes a `Prescription`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.content.checking import checked
from generator.content.choices import DEFAULT_CLINIC
from generator.content.dose.dose import MEASURES
from generator.content.library import Library
from generator.content.plan_file import PlanFile
from generator.content.prescription import Prescription


def prescribed(library: Library, asked: Mapping[str, Any], saved: PlanFile | None = None) -> Prescription:
    """The values asked for, keyed as a plan file has them and as plain data; empty ones ask for nothing.

    Without a clinic it is the sample one, without a language the clinic's. Raises `ContentError`.
    """
    written: dict[str, Any] = {}
    if saved:
        written = saved.prescription.model_dump(mode="json", by_alias=True, exclude_unset=True)
    both = {
        "options": written.get("options", {}) | asked.get("options", {}),
        "dose": _doses(written.get("dose", {}), asked.get("dose", {})),
    }
    written |= {key: value for key, value in ({**asked, **both}).items() if value}
    written.setdefault("clinic", DEFAULT_CLINIC)
    if "routine" in written:
        written["version"] = str(library.routine(written["routine"]).version)
    written.setdefault("language", str(library.clinic(written["clinic"]).locale))
    return checked.build(Prescription, written)


def _doses(saved: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The plan's changes with those asked for, which stand nearer: what one sets holds for all weeks."""
    kept = {name: _without_weeks_of(dose, changes.get(name, {})) for name, dose in saved.items()}
    return _laid_over(kept, changes)


def _without_weeks_of(dose: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    taken = {name for said in (change, *change.get("weeks", {}).values()) for name in said}
    taken |= set(MEASURES) - {"hold"} if taken & set(MEASURES) - {"hold"} else set()
    weeks = {
        str(n): {name: value for name, value in week.items() if name not in taken}
        for n, week in dose.get("weeks", {}).items()
    }
    kept = {n: week for n, week in weeks.items() if week}
    return {name: value for name, value in dose.items() if name != "weeks"} | ({"weeks": kept} if kept else {})


def _laid_over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    both = dict(base)
    for key, value in changes.items():
        inner = both.get(key)
        both[key] = _laid_over(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return both
