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


def prescribed(library: Library, asked: Mapping[str, Any], saved: PlanFile | None = None) -> Prescription:
    """The values asked for, keyed as a plan file has them and as plain data; empty ones ask for nothing.

    Without a clinic it is the sample one, without a language the clinic's. Raises `ContentError`.
    """
    written = saved.prescription.model_dump(mode="json", by_alias=True, exclude_unset=True) if saved else {}
    written = laid_over(written, asked)
    written.setdefault("clinic", DEFAULT_CLINIC)
    if "routine" in written:
        written["version"] = str(library.routine(written["routine"]).version)
    written.setdefault("language", str(library.clinic(written["clinic"]).locale))
    return checked.build(Prescription, written)
