"""Words for one side of the body."""

from __future__ import annotations

import pytest

from generator.language.wording import load_wording
from generator.sentences.side import other_side, picture_texts
from tests.shelf import Shelf, stretch


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The right leg is straight. Left hand on the floor.", "The left leg is straight. Right hand on the floor."),
        ("An upright trunk and a bright mat stay as they are.", "An upright trunk and a bright mat stay as they are."),
    ],
)
def test_a_mirror_image_is_described_for_its_other_side(text: str, other: str) -> None:
    assert other_side(text, load_wording("en-GB")) == other


@pytest.mark.parametrize(
    ("picture", "side", "alt", "caption"),
    [
        ("", "left", "The left leg is long.", "Left leg"),
        ("", "right", "The right leg is long.", "Right leg"),
        ("picture: own.jpg\n", "left", "The right leg is long.", "Right leg"),
    ],
)
def test_a_picture_that_is_not_mirrored_keeps_its_words(picture: str, side: str, alt: str, caption: str) -> None:
    more = f"alt: The right leg is long.\ncaptions: [Right leg]\n{picture}"
    routine = "phases:\n  - {id: p, name: P, kind: stretch, frequency: 3, exercises: [a]}\n"
    planned = Shelf(routine, {"a": stretch(side="each") + more}).plan(side=side).exercises[0]
    assert picture_texts(planned, load_wording("en-GB")) == (alt, (caption,))
