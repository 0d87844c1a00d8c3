"""How long fuzzing goes on: seconds in the tests, hours where HANDOUTS_FUZZ=nightly is set (or a factor of one's own).

    HANDOUTS_FUZZ=nightly python -m pytest tests/fuzz
    HANDOUTS_FUZZ=20 python -m pytest tests/fuzz/test_rosters.py

In the tests the examples are the same each time; otherwise they are new ones each time. What is found so is kept as an
`@example` above the test that found it.
"""

from __future__ import annotations

import os

import hypothesis

NIGHTLY = 400


def factor(asked: str) -> int:
    """By how much longer than in the tests."""
    return NIGHTLY if asked == "nightly" else int(asked) if asked.isdecimal() and int(asked) else 1


# Read when the tests are collected: later no variable of the product's is set any more.
FACTOR = factor(os.environ.get("HANDOUTS_FUZZ", ""))


def effort(examples: int) -> hypothesis.settings:
    """Settings for about this many examples in the tests."""
    return hypothesis.settings(
        max_examples=examples * FACTOR,
        derandomize=FACTOR == 1,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        # An example is made smaller, but not explained line by line: layout takes too long for that.
        phases=[phase for phase in hypothesis.Phase if phase is not hypothesis.Phase.explain],
        report_multiple_bugs=False,
    )
