"""Texts that wait for a clinician are listed once, by keys that there are."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.assets import asset


def listed_texts(review: dict[str, Any], wording: dict[str, Any]) -> dict[str, str]:
    """What each listed key stands for. Raises KeyError for one that is not in the wording, ValueError for no reason."""
    found = {}
    for key, why in review["texts"].items():
        value: Any = wording
        for part in key.split("."):
            value = value[part]
        if not isinstance(why, str) or not why.strip():
            raise ValueError(key)
        found[key] = value
    return found


def read(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load(asset(name).read_text("utf-8")))


def test_every_listed_text_is_in_the_wording() -> None:
    review = read("review.yaml")
    assert review["review"] in ("draft", "reviewed") and bool(review["by"]) is (review["review"] == "reviewed")
    assert all(listed_texts(review, read("wording/en.yaml")).values())


@pytest.mark.parametrize("texts", [{"chart.no-such-text": "why"}, {"chart.week": ""}])
def test_a_wrong_list_is_refused(texts: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError)):
        listed_texts({"texts": texts}, read("wording/en.yaml"))
