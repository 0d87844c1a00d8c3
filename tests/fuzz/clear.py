"""What every refusal must be, whatever was refused."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems import Problem


def are_clear(problems: Sequence[Problem], lines: int | None = None, *, placed: bool = False) -> None:
    """Problems that can be shown: printable, and at a place that is there."""
    assert problems
    for problem in problems:
        str(problem).encode("utf-8")
        assert "\x1b" not in str(problem) and "\0" not in str(problem)
        assert problem.place or not placed
        if problem.place:
            assert problem.place.line >= 1 and problem.place.column >= 1
            assert lines is None or problem.place.line <= lines
