"""What a made file is called, and which sheet it is: from the plan, the form and (inside the file only) the person."""

from __future__ import annotations

import json
from dataclasses import astuple
from hashlib import blake2b

from generator.content.choices import ChartKind, Portion
from generator.content.person import Person
from generator.content.plan_code import plan_code
from generator.content.plan_length import USUAL
from generator.content.prescription import Prescription
from generator.page.format import Format
from generator.store import file_name


def name_of(prescription: Prescription, form: Format, prefix: str = "") -> str:
    """The file's name: routine (or several), version, language, paper, layout, style; never a client's name.

    What differs from the routine as it is follows: part, chart, side, alternative, weeks, and a code of exercises,
    doses and options. Clinic and dates are no part of it.
    """
    return file_name(
        "_".join(dict.fromkeys(prescription.routine_ids)),
        str(prescription.version or ""),
        str(prescription.language),
        form.sheet,
        "" if form.is_extra else form.layout,
        form.style,
        form.only,
        *_chart(form),
        prescription.side or "",
        prescription.alternative or "",
        *_weeks(prescription),
        _plan_code(prescription),
        prefix=prefix,
    )


def _chart(form: Format) -> tuple[str, ...]:
    """Which chart, if it is not the usual one."""
    if form.chart is ChartKind.PARTS or form.only == Portion.CARDS or form.is_extra:
        return ()
    return (form.chart,) if form.only else (form.chart, "chart")


def _weeks(prescription: Prescription) -> tuple[str, ...]:
    """How many, if it is not the usual number."""
    return () if prescription.weeks == USUAL else (f"{prescription.weeks}-weeks",)


def _plan_code(prescription: Prescription) -> str:
    code = plan_code(prescription)
    return f"plan-{code}" if code else ""


def identity_of(prescription: Prescription, person: Person, form: Format) -> str:
    """Which sheet it is: the same plan for the same person in the same form, whatever the content says by now.

    32 hexadecimal digits for the file's identifier. Its other half follows from all that the pages say, so nobody can
    tell more of the person from the one than from the other.
    """
    whole = json.dumps([prescription.model_dump_json(exclude={"version"}), astuple(person), repr(form)])
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
