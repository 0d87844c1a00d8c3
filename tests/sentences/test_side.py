"""Words for one side of the body."""

from __future__ import annotations

import pytest

from generator.content.wording import load_wording
from generator.sentences.side import other_side


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The right leg is straight. Left hand on the floor.", "The left leg is straight. Right hand on the floor."),
        ("An upright trunk and a bright mat stay as they are.", "An upright trunk and a bright mat stay as they are."),
    ],
)
def test_a_mirror_image_is_described_for_its_other_side(text: str, other: str) -> None:
    assert other_side(text, load_wording("en-GB")) == other
