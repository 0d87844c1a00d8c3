"""Every rule and guard there is, by what it looks at; an id comes in, why the rule stands and its source go out."""

from __future__ import annotations

from typing import Any

from generator.check import (
    addresses,
    completeness,
    dosing,
    layout,
    licences,
    other_side,
    own_amounts,
    phrasing,
    readability,
    sharpness,
    steps,
    stop_rules,
    video_lengths,
)
from generator.check.finding import FindingLevel
from generator.check.rule import Guard, Rule
from generator.check.sheets import Sheets
from generator.check.subject import ContentFile

FILE_RULES: tuple[Rule[ContentFile], ...] = (
    *completeness.RULES,
    *stop_rules.RULES,
    *readability.RULES,
    *steps.RULES,
    *phrasing.RULES,
    *other_side.RULES,
    *own_amounts.RULES,
    *addresses.RULES,
    *licences.RULES,
)
SHEET_RULES: tuple[Rule[Sheets], ...] = (*dosing.RULES, *video_lengths.RULES, *layout.RULES)
PICTURE_RULES = sharpness.RULES

_READER = "The project's YAML reference; JSON Schemas by `handouts schema`"
GUARDS: tuple[Guard, ...] = (
    Guard(
        "content",
        FindingLevel.ERROR,
        "A file says what its model knows: right keys, whole doses, dates, https links.",
        _READER,
    ),
    Guard("unknown-id", FindingLevel.ERROR, "An id that leads nowhere would leave a hole in the handout.", _READER),
    Guard(
        "missing-file", FindingLevel.ERROR, "A picture is read from the content folder and from nowhere else.", _READER
    ),
    Guard("file-name", FindingLevel.WARNING, "A file whose name is no id is never read.", _READER),
    Guard(
        "placeholder",
        FindingLevel.ERROR,
        "A number that nobody answers, or a text still to be written, must not reach a client. A file that is marked "
        "`sample: true` may have them: its pages say Sample.",
        "RFC 2606; Ofcom, numbers for use in drama; the list is assets/check/placeholders.yaml",
    ),
    Guard(
        "dose",
        FindingLevel.ERROR,
        "A dose says exactly once how much is done.",
        "FITT-VP: ACSM guidelines, 11th edition",
    ),
    Guard(
        "picture",
        FindingLevel.ERROR,
        "A picture that cannot be read safely is not printed.",
        "PNG, JPEG, WebP and SVG specifications",
    ),
    Guard(
        "missing-glyph",
        FindingLevel.ERROR,
        "A character that no face has would be an empty box on paper.",
        "PDF/UA-1, 7.21",
    ),
    Guard(
        "text-fit",
        FindingLevel.ERROR,
        "Text that leaves its frame is cut off by the printer.",
        "House rule: nothing is cut",
    ),
    Guard(
        "overlap",
        FindingLevel.ERROR,
        "What is covered cannot be read or filled in.",
        "House rule: nothing covers anything",
    ),
    Guard(
        "page-fit",
        FindingLevel.ERROR,
        "A card is never split, so it must fit on one page.",
        "House rule: nothing is cut",
    ),
    Guard(
        "figure",
        FindingLevel.ERROR,
        "A pose that the body cannot take is not drawn.",
        "Joint limits of the figure vocabulary",
    ),
    Guard(
        "unknown-rule",
        FindingLevel.ERROR,
        "A switch for a rule that is not there hides a slip of the pen.",
        "House rule",
    ),
    Guard(
        "off-reason",
        FindingLevel.WARNING,
        "A rule is switched off with a reason, or the next reader cannot tell.",
        "House rule",
    ),
    Guard("unused-off", FindingLevel.WARNING, "A switch that hides nothing will hide something later.", "House rule"),
)

_RULES: tuple[Rule[Any], ...] = (*FILE_RULES, *SHEET_RULES, *PICTURE_RULES)
SWITCHABLE: dict[str, Rule[Any]] = {rule.id: rule for rule in _RULES}
FIXED: dict[str, Guard] = {guard.id: guard for guard in GUARDS}
ALL: dict[str, Rule[Any] | Guard] = {**SWITCHABLE, **FIXED}


def explained(name: str) -> str | None:
    """What a rule is for, in a few lines; None if there is none of that id."""
    rule = ALL.get(name)
    if rule is None:
        return None
    switch = f"off: {{{name}: why}} in the file switches it off" if name in SWITCHABLE else "cannot be switched off"
    return f"{rule.id} ({rule.level})\n  {rule.basis}\n  source: {rule.source}\n  {switch}"
