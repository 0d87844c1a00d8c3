"""Rules that a file switches off: which, why, and what they hid; and what is wrong with the switches themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.check.finding import Finding, FindingLevel
from generator.check.reading import word_count
from generator.check.subject import ContentFile
from generator.content.checking.fault_words import near
from generator.problems import Place
from generator.source.document import dotted

FEWEST_WORDS = 3  # of a reason: "no" and "not needed" are none


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """A rule that a file switched off, the reason written there, and how many findings that hid."""

    file: str
    rule: str
    reason: str
    place: Place
    hidden: int


def apart(
    findings: Iterable[Finding], files: Collection[ContentFile]
) -> tuple[list[Finding], list[tuple[Finding, str]], list[SwitchedOff]]:
    """The findings that remain, those that a switch of their own file hides with its reason, and every switch."""
    reasons = {(file.file, rule): str(reason) for file in files for rule, reason in file.value.off.items()}
    remaining: list[Finding] = []
    hidden: list[tuple[Finding, str]] = []
    for finding in findings:
        reason = reasons.get((finding.place.file if finding.place else "", finding.rule))
        if reason is None:
            remaining.append(finding)
        else:
            hidden.append((finding, reason))
    counts = Counter((one.place.file if one.place else "", one.rule) for one, _ in hidden)
    switches = [
        SwitchedOff(file.file, rule, str(reason), file.document.key_place(("off", rule)), counts[file.file, rule])
        for file in files
        for rule, reason in file.value.off.items()
    ]
    return remaining, hidden, sorted(switches, key=lambda switch: (switch.place, switch.rule))


def switch_findings(
    file: ContentFile, switchable: Collection[str], fixed: Collection[str], hidden: dict[str, int] | None
) -> Iterator[Finding]:
    """What is wrong with the switches of a file; `hidden` (findings by rule) is None where not every rule was tried."""
    for rule, reason in file.value.off.items():
        place = file.document.key_place(("off", rule))
        excerpt, path = file.document.excerpt(place), dotted(("off", rule))
        if rule in fixed:
            what, hint = "this cannot be switched off", "mend what it finds; it could not be printed"
            yield Finding("unknown-rule", FindingLevel.ERROR, what, place, path, rule, "a rule of check", hint, excerpt)
        elif rule not in switchable:
            meant = near(rule, sorted(switchable))
            hint = f"did you mean {meant}?" if meant else "handouts check --explain all lists the rules"
            yield Finding(
                "unknown-rule",
                FindingLevel.ERROR,
                "there is no such rule",
                place,
                path,
                rule,
                "a rule's id",
                hint,
                excerpt,
            )
        elif word_count(reason) < FEWEST_WORDS:
            hint = "say for whom and why, so that the next reader need not ask"
            yield Finding(
                "off-reason",
                FindingLevel.WARNING,
                "no reason",
                place,
                path,
                str(reason),
                f"{FEWEST_WORDS} words or more",
                hint,
                excerpt,
            )
        elif hidden is not None and not hidden.get(rule):
            hint = "remove the line"
            yield Finding(
                "unused-off",
                FindingLevel.WARNING,
                "a switch that hides nothing",
                place,
                path,
                rule,
                "rules that find something",
                hint,
                excerpt,
            )
