"""A review comes in, plain data for JSON goes out, in the shape that `handouts check --format json` promises."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from generator.check.finding import Finding, FindingLevel
from generator.check.pemat import LABEL
from generator.check.review import Review
from generator.problems import Place

FORMAT = 1  # raised when a key changes its meaning


def report_data(review: Review) -> dict[str, Any]:
    """Everything of a review, in plain mappings, lists and values."""
    return {
        "format": FORMAT,
        "files": review.files,
        "layouts": review.sheets,
        "counts": {str(level): review.count(level) for level in FindingLevel},
        "findings": [finding_data(finding) for finding in review.findings],
        "switched_off": [asdict(switch) | {"place": _place(switch.place)} for switch in review.switches],
        "pemat": {"label": LABEL, "routines": [asdict(summary) for summary in review.summaries]},
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "place": _place(finding.place),
        "path": finding.path,
        "message": finding.message,
        "what": finding.what,
        "found": finding.found,
        "allowed": finding.allowed,
        "hint": finding.hint,
        "excerpt": finding.excerpt,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return asdict(place) if place else None
