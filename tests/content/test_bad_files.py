"""Wrong files in tests/bad: each expected problem stands as a comment above the line it points at.

`# 11: dose.sets: needs ...` is a problem at column 11, `#    hint: ...` its hint. A file is refused in full: every
problem is expected, and no other.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.content.checking.lone_file import file_problems
from generator.content.library import Library, load_library
from generator.problems import Problem, Severity

BAD = Path(__file__).parent.parent / "bad"
FILES = sorted(BAD.rglob("*.yaml"))

Expected = tuple[int, int, str, str]  # line, column, message, hint


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def expected_problems(text: str) -> list[Expected]:
    waiting: list[tuple[int, str, str]] = []
    found: list[Expected] = []
    for number, line in enumerate(text.splitlines(), 1):
        if comment := re.fullmatch(r"# (\d+): (.*)", line):
            waiting.append((int(comment[1]), comment[2], ""))
        elif hint := re.fullmatch(r"#    hint: (.*)", line):
            column, message, _ = waiting.pop()
            waiting.append((column, message, hint[1]))
        else:
            found += [(number, *expected) for expected in waiting]
            waiting = []
    assert not waiting, "a comment stands below the last line"
    return sorted(found)


def as_expected(problem: Problem) -> Expected:
    assert problem.place is not None, f"no place: {problem}"
    warning = "warning" if problem.severity is Severity.WARNING else ""
    message = ": ".join(part for part in (warning, problem.path, problem.message) if part)
    return problem.place.line, problem.place.column, message, problem.hint


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(BAD)) for path in FILES])
def test_every_problem_stands_above_its_line(path: Path, library: Library) -> None:
    found = sorted(as_expected(problem) for problem in file_problems(path, library))
    assert found == expected_problems(path.read_text("utf-8"))
    assert found, "a file in tests/bad has no problem"


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(BAD)) for path in FILES])
def test_the_excerpt_is_the_line_and_the_caret_stands_under_the_fault(path: Path, library: Library) -> None:
    lines = path.read_text("utf-8").split("\n")
    for problem in file_problems(path, library):
        assert problem.place is not None
        assert problem.excerpt == lines[problem.place.line - 1].rstrip()
        caret = next(line for line in str(problem).splitlines() if line.strip() == "^")
        assert caret.index("^") - 2 == problem.place.column - 1


def test_files_were_looked_at() -> None:
    assert len(FILES) >= 28
    kinds = {path.parent.name for path in FILES}
    assert kinds == {"exercises", "routines", "clinics", "plans"}


def test_a_missing_expectation_is_noticed(library: Library) -> None:
    path = BAD / "exercises" / "five-mistakes.yaml"
    text = path.read_text("utf-8")
    wrong = text.replace("# 9: dose.reps", "# 8: dose.reps")
    assert wrong != text
    found = sorted(as_expected(problem) for problem in file_problems(path, library))
    assert expected_problems(text) == found != expected_problems(wrong)
