"""A change to pages is seen line by line. If it is meant, `python -m tests.page.finished.goldens` keeps it."""

from __future__ import annotations

import pytest

from tests.page.finished.goldens import FOLDER, FORMS, golden


@pytest.mark.parametrize("name", FORMS)
def test_pages_are_as_they_were_kept(name: str) -> None:
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    made = golden(name).splitlines()
    changed = [(was, now) for was, now in zip(kept, made, strict=False) if was != now]
    assert changed[:5] == [] and len(kept) == len(made)
