"""A good exercise, routine and clinic as short YAML, for tests that break one thing."""

from __future__ import annotations

from generator.check.finding import Finding
from generator.check.rules import FILE_RULES
from generator.check.subject import ContentFile, content_file
from generator.content.checking.checked import load
from generator.content.library import MODELS
from generator.source.document import dotted

EXERCISE = """\
name: Wall sit
short_name: Wall sit
purpose: Makes the front of your thighs stronger.
position: standing
muscles: [quadriceps]
kind: strength
side: both
steps:
  - Stand with your back to a wall.
  - Slide down a little.
  - Hold. Then slide up.
feel: the front of your thighs at work
tip: Keep your heels down.
avoid: Letting your knees fall in.
dose: {frequency: {per_week: 3}, sets: 2, hold: 20 s}
stop_if: [your knee hurts]
video: {slug: wall-sit}
picture: wall.png
alt: A person leans on a wall with bent knees.
captions: [Hold]
licence: CC BY 4.0
"""
ROUTINE = """\
title: Strong knees
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move a little every day.
why: Strong thighs may help you climb stairs.
video: {slug: knees}
phases:
  - {id: move, name: Move, kind: strengthen, frequency: {per_week: 3}, exercises: [wall-sit]}
remember: [Move slowly., Carry on tomorrow.]
"""
CLINIC = """\
name: Brookside
phone: 0117 012 3456
emergency: "999"
locale: en-GB
country: GB
pain_rule: {go: [0, 3], care: [4, 5], stop: [6, 10]}
video: {base: https://brook.clinic/v/}
"""
KINDS = {"exercises": EXERCISE, "routines": ROUTINE, "clinics": CLINIC}


def with_lines(text: str, changes: str) -> str:
    """The lines of `changes` in place of what `text` says under the same keys; a key followed by `-` is taken out."""
    blocks = _blocks(text)
    for key, block in _blocks(changes).items():
        if block.strip() == f"{key}: -":
            del blocks[key]
        else:
            blocks[key] = block
    return "".join(blocks.values())


def _blocks(text: str) -> dict[str, str]:
    """Each top-level key with all its lines."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if line[:1].strip() and not line.startswith(("-", "#")):
            key = line.split(":")[0]
        found[key] = found.get(key, "") + line
    return found


def file_of(kind: str, changes: str = "") -> ContentFile:
    """A content file of a kind with some lines changed."""
    text = with_lines(KINDS[kind], changes)
    model = MODELS[kind]  # type: ignore[index]  # a kind, as a plain text
    value, document = load(model, text, f"{kind}.yaml")
    return content_file(kind, "sample", value, document)  # type: ignore[arg-type]  # a kind, and a value of its model


def found_in(file: ContentFile) -> list[Finding]:
    """What the rules of a file find."""
    return [
        Finding(
            rule.id,
            rule.level,
            slip.what,
            slip.place,
            dotted(slip.path),
            slip.found,
            slip.allowed,
            slip.hint,
            file.document.excerpt(slip.place) if slip.place else "",
        )
        for rule in FILE_RULES
        for slip in rule.find(file)
    ]


__all__ = ["CLINIC", "EXERCISE", "KINDS", "ROUTINE", "file_of", "found_in", "with_lines"]
