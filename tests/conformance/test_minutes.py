"""The minutes on page 1 agree: those of the phases add up to the session's, and the video beside them is as long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pytest

from generator.content.checking import checked
from generator.content.choices import Layout
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import pages_for, prepare
from generator.page.format import Format
from tests.conformance import family, paper

SPAN = re.compile(r"(\d+)(?: to (\d+))? minutes?$")


def wishes() -> Iterator[Prescription]:
    """Every routine, alternative and side, and one with a dose changed."""
    library = family.workshop().library
    for name in library.routine_ids():
        sides = ("",) if name == "ten-minute-follow-along" else ("", "left")  # a timed sequence has sides of its own
        for alternative, side in product((None, *library.routine(name).alternatives), sides):
            more = {"alternative": alternative} if alternative else {}
            yield _prescription(name, {**more, **({"side": side} if side else {})})
    yield _prescription("hamstring-health", {"dose": {"hip-hinge": {"sets": 6}}})


def _prescription(routine: str, more: Mapping[str, Any]) -> Prescription:
    return checked.build(Prescription, {"routine": routine, "clinic": "brookside", "language": "en-GB", **more})


def lines_of(prescription: Prescription) -> list[str]:
    """Each run of words of page 1."""
    master = prepare(prescription, family.workshop(), Format(layout=Layout.CARDS, only="cards"))
    page = pages_for(master, prescription, Person()).pages[0]
    return [words.run.text.replace("\N{NO-BREAK SPACE}", " ") for _, words, _ in paper.words_of(page)]


def span(text: str) -> tuple[int, int] | None:
    found = SPAN.fullmatch(text)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def contradictions(lines: Sequence[str]) -> list[str]:
    """What on the page does not go with what else stands there."""
    time = lines.index("Time")
    low, high = _longest(" ".join(lines[time + 1 : time + 3]))
    # A routine of one phase has no list of phases.
    week = lines[lines.index("Your week") :] if "Your week" in lines else []
    phases = [one for line in week if (one := span(line))] or [(low, high)]
    whole = sum(least for least, _ in phases), sum(most for _, most in phases)
    wrong = []
    if (low, high) != whole and not (low < whole[0] and high == whole[1]):
        wrong.append(f"{low} to {high} minutes, but the phases take {whole[0]} to {whole[1]}")
    videos = [int(found[1]) for line in lines if (found := re.fullmatch(r"(\d+) minute video", line))]
    wrong += [f"a video of {video} minutes for {whole}" for video in videos if not whole[0] <= video <= whole[1]]
    return wrong


def _longest(text: str) -> tuple[int, int]:
    """The longer days of "7 minutes, some days 17 to 20"; of another text its only span."""
    found = re.search(r", some days (\d+)(?: to (\d+))?", text) or re.match(r"(\d+)(?: to (\d+))? minutes?", text)
    assert found, text
    return int(found[1]), int(found[2] or found[1])


@pytest.mark.parametrize(
    "prescription", list(wishes()), ids=lambda one: "-".join(filter(None, (one.routine, one.alternative, one.side)))
)
def test_minutes_agree(prescription: Prescription) -> None:
    assert contradictions(lines_of(prescription)) == []


@pytest.mark.parametrize(("old", "new"), [("17 minute video", "16 minute video"), ("10 minutes", "9 minutes")])
def test_a_planted_number_is_found(old: str, new: str) -> None:
    plain = next(one for one in wishes() if one.routine == "hamstring-health")
    lines = lines_of(plain)
    assert old in lines and contradictions(lines) == []
    assert contradictions([new if line == old else line for line in lines])
