"""Stop rules once for all cards: no reason is lost, and none is said for fewer exercises than have it."""

from __future__ import annotations

import pytest

from generator.language.joining import breakable
from generator.language.wording import load_wording
from generator.sentences import stop_rules

ENGLISH = load_wording("en-GB")

KNEE, BACK, DIZZY = "pain shoots below your knee", "your back hurts more", "you feel dizzy"
Reasons = list[tuple[int, list[str]]]


@pytest.mark.parametrize(
    ("reasons", "own", "said"),
    [
        (
            [(1, [KNEE]), (2, [KNEE, BACK]), (3, [KNEE, DIZZY]), (4, [BACK, DIZZY])],
            [],
            ["Any exercise: " + KNEE, "Numbers 2 and 4: " + BACK, "Numbers 3 and 4: " + DIZZY],
        ),
        ([(1, [KNEE]), (2, [BACK])], [], ["Number 1: " + KNEE, "Number 2: " + BACK]),
        ([(1, [KNEE, BACK])], [DIZZY, KNEE], [f"Any exercise: {KNEE}; {BACK}; {DIZZY}"]),
        ([(1, [KNEE, BACK]), (2, [DIZZY])], [], [f"Number 1: {KNEE}; {BACK}", "Number 2: " + DIZZY]),
        ([(1, [KNEE]), (1, [KNEE, BACK]), (2, [])], [], [f"Number 1: {KNEE}; {BACK}"]),
        ([(1, []), (2, [])], [DIZZY], ["Any exercise: " + DIZZY]),
        ([], [DIZZY], ["Any exercise: " + DIZZY]),
        ([(1, [])], [], []),
        ([(number, [KNEE]) for number in (3, 7, 8)] + [(4, []), (5, [])], [], ["Numbers 3, 7 and 8: " + KNEE]),
    ],
)
def test_reasons_by_number(reasons: Reasons, own: list[str], said: list[str]) -> None:
    rules = stop_rules(reasons, own, ENGLISH)
    assert [breakable(f"{lead} {text}") for lead, text in rules] == [line + "." for line in said]
