"""What is asked for, laid over a saved plan if there is one, becomes a `Prescription`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.content.checking import checked
from generator.content.choices import DEFAULT_CLINIC
from generator.content.editing.laid_over import laid_over
from generator.content.library import Library
from generator.content.plan_file import PlanFile
from generator.content.prescription import Prescription
from generator.content.routine_use import first_of


def prescribed(library: Library, asked: Mapping[str, Any], saved: PlanFile | None = None) -> Prescription:
    """The values asked for, keyed as a plan file has them and as plain data; empty ones ask for nothing.

    Without a clinic it is the sample one, without a language the clinic's. Raises `ContentError`.
    """
    written = saved.prescription.model_dump(mode="json", by_alias=True, exclude_unset=True) if saved else {}
    if asked.get("routine"):
        written.pop("routines", None)
    written = laid_over(written, asked)
    written.setdefault("clinic", DEFAULT_CLINIC)
    if "routine" in written:
        first = written["routine"] if isinstance(written["routine"], str) else first_of(tuple(written["routine"]))
        written["version"] = str(library.routine(str(first).split("@")[0]).version)
    written.setdefault("language", str(library.clinic(written["clinic"]).locale))
    return checked.build(Prescription, written)
