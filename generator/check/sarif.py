"""A review comes in, a SARIF log goes out as plain data, for code review tools that show findings beside the lines.

OASIS Standard: Static Analysis Results Interchange Format, version 2.1.0; the numbers in comments are its clauses.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.check.finding import Finding
from generator.check.review import Review
from generator.check.rules import ALL
from generator.problems import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(review: Review, version: str) -> dict[str, Any]:
    """The log of one run. What files switched off is in it too, as suppressed results with their reasons."""
    order = {name: number for number, name in enumerate(ALL)}
    results = [_result(finding, order) for finding in review.findings]
    for finding, reason in review.hidden:
        # 3.35.2: the suppression stands in the file itself
        results.append(_result(finding, order) | {"suppressions": [{"kind": "inSource", "justification": reason}]})
    driver = {
        "name": "handouts",
        "version": version,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.basis},
                "help": {"text": f"Source: {rule.source}"},
                "defaultConfiguration": {"level": str(rule.level)},
            }
            for rule in ALL.values()
        ],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, order: dict[str, int]) -> dict[str, Any]:
    hint = f" Hint: {finding.hint}." if finding.hint else ""
    path = f"{finding.path}: " if finding.path else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": str(finding.level),
        "message": {"text": f"{path}{finding.message}.{hint}"},
    }
    if finding.rule in order:
        result["ruleIndex"] = order[finding.rule]
    if finding.place:
        result["locations"] = [{"physicalLocation": _location(finding.place, finding.excerpt)}]
    return result


def _location(place: Place, excerpt: str) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if excerpt:
        region["snippet"] = {"text": excerpt}
    return {"artifactLocation": {"uri": _uri(place.file)}, "region": region}


def _uri(file: str) -> str:
    """3.4.3: a relative reference, or an absolute file URI."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
