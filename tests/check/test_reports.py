"""The same review as text, JSON data and SARIF; PEMAT's items."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.check.data_report import report_data
from generator.check.finding import Finding, FindingLevel
from generator.check.pemat import ITEMS, LABEL, Summary
from generator.check.review import Review
from generator.check.rules import ALL, explained
from generator.check.sarif import sarif_log
from generator.check.switches import SwitchedOff
from generator.check.text_report import last_line, text_lines
from generator.problems import Place

PLACE = Place("my content/exercises/ä.yaml", 3, 5)
FINDING = Finding(
    "jargon", FindingLevel.WARNING, "a word", PLACE, "tip", "glute", "plain words", "say it", "tip: glute"
)
LOST = Finding("content", FindingLevel.ERROR, "no place")
HIDDEN = Finding("no-video", FindingLevel.NOTE, "no video", Place("/abs/b.yaml", 1, 1))
SUMMARY = Summary("knees", 19, 20, ("4 medical words",), ("24 sums",), ("2 nothing distracts",), 3.2)
REVIEW = Review(
    findings=(LOST, FINDING),
    hidden=((HIDDEN, "Filmed next month."),),
    switches=(SwitchedOff("/abs/b.yaml", "no-video", "Filmed next month.", Place("/abs/b.yaml", 9, 3), 1),),
    summaries=(SUMMARY,),
    files=2,
    sheets=1,
)


def test_text_is_for_a_terminal() -> None:
    text = "\n".join(text_lines(REVIEW, with_pemat=True))
    assert text.splitlines()[0] == "no place [content]"
    assert 'my content/exercises/ä.yaml:3:5: warning: tip: a word: "glute"; allowed: plain words [jargon]' in text
    assert "/abs/b.yaml:9:3: no-video (hides 1): Filmed next month." in text
    assert f"knees: PEMAT-P 19 of 20 points ({LABEL})" in text
    assert "for people to judge: 2 nothing distracts" in text
    assert last_line(REVIEW) == "2 files and 1 layout looked at: 1 error, 1 warning."
    assert "PEMAT" not in "\n".join(text_lines(REVIEW))


def test_data_says_everything() -> None:
    data = json.loads(json.dumps(report_data(REVIEW)))
    assert data["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert data["findings"][1]["place"] == {"file": "my content/exercises/ä.yaml", "line": 3, "column": 5}
    assert set(data["findings"][0]) == {
        "rule", "level", "place", "path", "message", "what", "found", "allowed", "hint", "excerpt",
    }  # fmt: skip
    assert data["pemat"]["label"] == "self-check, not a validated rating"
    assert data["switched_off"][0]["reason"] == "Filmed next month."


def sarif_problems(log: Any) -> list[str]:
    """What is wrong with a SARIF log, by the clauses of the standard that say what must be there."""
    wrong = []
    if log.get("version") != "2.1.0" or "sarif-schema-2.1.0.json" not in log.get("$schema", ""):
        wrong.append("3.13 version and schema")
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        wrong += ["3.49.3 names are not unique"] if len({rule["id"] for rule in rules}) < len(rules) else []
        wrong += [
            f"3.50.2 level of {rule['id']}" for rule in rules if rule["defaultConfiguration"]["level"] not in LEVELS
        ]
        for result in run["results"]:
            if not result["message"]["text"]:
                wrong.append("3.27.11 a message without text")
            if result["level"] not in LEVELS:
                wrong.append("3.27.10 level")
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                wrong.append("3.27.6 index")
            for location in result.get("locations", ()):
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                if not re.fullmatch(r"(file://)?[A-Za-z0-9._~!$&'()*+,;=:@%/-]+", uri):
                    wrong.append("3.4.3 uri")
                region = location["physicalLocation"]["region"]
                if region["startLine"] < 1 or region["startColumn"] < 1:
                    wrong.append("3.30 region")
    return wrong


LEVELS = ("error", "warning", "note", "none")


def test_sarif_is_as_the_standard_asks() -> None:
    log = json.loads(json.dumps(sarif_log(REVIEW, "1.0")))
    assert sarif_problems(log) == []
    results = log["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["content", "jargon", "no-video"]
    assert results[2]["suppressions"] == [{"kind": "inSource", "justification": "Filmed next month."}]
    assert results[2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == Path("/abs/b.yaml").as_uri()


def test_wrong_sarif_is_refused() -> None:
    log = sarif_log(REVIEW, "1.0")
    log["version"] = "2.0"
    result = log["runs"][0]["results"][1]
    result["ruleIndex"] += 1
    result["level"] = "bad"
    result["message"]["text"] = ""
    result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "my file.yaml"
    result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(sarif_problems(log)) == 6


def test_every_rule_is_explained_with_a_source() -> None:
    assert len(ALL) >= 35
    for name, rule in ALL.items():
        text = explained(name)
        assert text and rule.basis in text and rule.source in text and rule.basis.endswith(".")
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert explained("no-such-rule") is None


@pytest.mark.parametrize(("part", "count"), [("all", 24), ("for people", 3)])
def test_pemat_has_its_items_for_print(part: str, count: int) -> None:
    numbers = [item.number for item in ITEMS if part == "all" or item.ask is None]
    assert len(numbers) == count
    assert not {13, 14} & set(numbers), "13 and 14 are for films"
