"""Where each field of a dose comes from: a planned exercise comes in, a line for each field and layer goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from generator.content.choices import Kind
from generator.content.dose.dose import Dose, DoseFields
from generator.content.dose.overlay import FIELDS
from generator.language.wording import Wording, fill
from generator.plan import Plan, PlannedExercise
from generator.plan.layers import Said
from generator.problems import Place
from generator.source.document import Document, Path


class Files(Protocol):
    """Where content was read from; the library is one."""

    def document(self, kind: Kind, name: str, /) -> Document: ...


def origin_lines(plan: Plan, one: PlannedExercise, files: Files, wording: Wording) -> Iterator[str]:
    """ "reps: 4 (routine, my-routine.yaml:20:33)"; later weeks and steps have lines for what is different in them."""
    last: dict[str, Said] = {}
    for week, dose in enumerate(one.weeks, 1):
        new = {
            name: said
            for said in one.settled.said
            if said.week == week
            for name in said.change.model_fields_set & FIELDS
        }
        last |= new
        for name in (name for name in _written(dose) if name in new or week == 1):
            said = last.get(name)
            text = f"{name}: {_written(dose)[name]}"
            text += f" ({_who(plan, said, name, files, wording)})" if said else ""
            yield text if week == 1 else f"{fill(wording.chart.week, n=week)}: {text}"
    for step, said in enumerate(one.settled.steps if one.ladder else (), 2):
        for name, value in _written(said.change).items():
            yield f"{fill(wording.export.step, n=step)}: {name}: {value} ({_who(plan, said, name, files, wording)})"


def _written(dose: DoseFields) -> dict[str, str]:
    """Each field as YAML has it, in the order of the model."""
    values = dose.model_dump(mode="json", exclude_none=True, exclude_unset=True)
    return {name: _flow(values[name]) for name in Dose.model_fields if name in values}


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "true" if value is True else str(value)


def _who(plan: Plan, said: Said, field: str, files: Files, wording: Wording) -> str:
    """The layer, and where it was written if a file says it."""
    who = getattr(wording.export, f"from_{said.origin.kind}")
    place = _place(plan, said, field, files)
    return wording.join.comma.join((who, str(place))) if place else str(who)


def _place(plan: Plan, said: Said, field: str, files: Files) -> Place | None:
    origin = said.origin
    if origin.kind == "client":
        return None
    own = origin.kind in ("exercise", "variant")
    document = files.document("exercises", origin.name) if own else files.document("routines", plan.routine_id)
    named: Path = () if own else next((path for path, place in document.places.items() if place == origin.anchor), ())
    above = named[:-1] if named[-1:] in (("exercise",), ("id",)) else named
    return document.place((*above, *(str(step) if isinstance(step, int) else step for step in origin.path), field))
