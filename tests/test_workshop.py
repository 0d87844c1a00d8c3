"""A workshop never changes: other content makes another one, which works with the same equipment."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from generator.check.trial import TRIAL, trial_library
from generator.content.library import load_library
from generator.workshop import Workshop


@pytest.mark.parametrize("name", [field.name for field in fields(Workshop)])
def test_nothing_of_it_is_replaced(name: str) -> None:
    workshop = Workshop(load_library())
    with pytest.raises(FrozenInstanceError):
        setattr(workshop, name, getattr(workshop, name))


def test_other_content_finds_everything_at_hand() -> None:
    first = Workshop(load_library())
    other = first.with_library(load_library())
    assert other.library is not first.library
    assert other.faces is first.faces and other.press is first.press and other.gallery is first.gallery
    assert other.style("mono", None, "en") is first.style("mono", None, "en")


def test_a_value_in_no_file_leaves_the_library_as_it_was() -> None:
    library = load_library()
    trial = trial_library(library, "hip-hinge")
    assert trial.routine(TRIAL).title == library.exercise("hip-hinge").name
    assert trial.exercise("hip-hinge") is library.exercise("hip-hinge"), "read once"
    assert TRIAL not in trial.ids("routines") and library.unknown("routines", TRIAL)
