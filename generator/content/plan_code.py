"""A few characters that tell a changed programme from the routine that it began with, and from other changes of it."""

from __future__ import annotations

import json
from hashlib import sha256

from generator.content.prescription import Prescription

# What names and heads say in words, and what changes no plan.
_NAMED = {"routine", "version", "clinic", "language", "side", "alternative", "weeks", "start", "review", "issued"}


def plan_code(prescription: Prescription) -> str:
    """Six hexadecimal digits, the same for equal exercises, doses and options, whoever they are for.

    Empty for those of the routine itself.
    """
    chosen = prescription.model_dump(mode="json", by_alias=True, exclude=_NAMED, exclude_defaults=True)
    return sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:6] if chosen else ""
