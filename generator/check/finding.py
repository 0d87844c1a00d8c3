"""One thing that a reviewer would mark: which rule, where, the words found, what is allowed, and better words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Place, Problem, Severity, pointed_at


class FindingLevel(StrEnum):
    """How much it matters: an error fails the check, a warning fails it under `--strict`, a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` names the fault, `found` quotes the words, `allowed` says what would pass, `hint` how to mend it."""

    rule: str
    level: FindingLevel
    what: str
    place: Place | None = None
    path: str = ""
    found: str = ""
    allowed: str = ""
    hint: str = ""
    excerpt: str = ""

    @property
    def message(self) -> str:
        """Fault, words found and what is allowed, in one line."""
        found = f': "{self.found}"' if self.found else ""
        # A rule called no-... found something missing: nothing is allowed there, one thing is needed.
        word = "needed" if self.rule.startswith("no-") else "allowed"
        allowed = f"; {word}: {self.allowed}" if self.allowed else ""
        return self.what + found + allowed

    def __str__(self) -> str:
        level = "" if self.level is FindingLevel.ERROR else str(self.level)
        head = [str(self.place) if self.place else "", level, self.path, f"{self.message} [{self.rule}]"]
        lines = [": ".join(part for part in head if part)]
        lines += pointed_at(self.place, self.excerpt)
        if self.hint:
            lines.append("  hint: " + self.hint)
        return "\n".join(lines)

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of reading: by file, line and column; findings without a place come first."""
        place = self.place or Place("", 0, 0)
        return (place.file, place.line, place.column, self.rule, self.what)


def from_problem(problem: Problem) -> Finding:
    """What the content reader or a page found, as a finding."""
    level = FindingLevel.ERROR if problem.severity is Severity.ERROR else FindingLevel.WARNING
    return Finding(
        problem.rule, level, problem.message, problem.place, problem.path, hint=problem.hint, excerpt=problem.excerpt
    )
