"""A routine is meant by its id or by its title, as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.library import Library, load_library
from generator.content.routine_title import routine_id
from generator.problems import ContentError, Place, Prose


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.mark.parametrize("written", ["hamstring-health", "Hamstring-Health", "Hamstring health", "HAMSTRING  HEALTH."])
def test_written_in_any_way(library: Library, written: str) -> None:
    place = Place("list.csv", 2, 1)
    found = routine_id(Prose(written, place), library)
    assert (found, found.place) == ("hamstring-health", place)


def test_every_bundled_title_leads_to_its_routine(library: Library) -> None:
    for name in library.routine_ids():
        assert routine_id(library.routine(name).title, library) == name


def test_a_slip_is_told_with_what_was_meant(library: Library) -> None:
    with pytest.raises(
        ContentError, match=r'there is no routine "Hamstring helth"\n  hint: did you mean hamstring-health'
    ):
        routine_id(Prose("Hamstring helth"), library)


def test_a_title_that_two_routines_have_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.yaml").write_text(library.text("routines", "hamstring-health"), "utf-8")
    with pytest.raises(ContentError, match="is the title of hamstring-health and mine"):
        routine_id(Prose("Hamstring health"), load_library(tmp_path))
