"""Order of phases within a day."""

from __future__ import annotations

import pytest

from generator.content.routine import Phase
from generator.plan.order import in_order
from generator.problems import ContentError


def phase(name: str, kind: str, after: str | None = None) -> Phase:
    fields = {"id": name, "name": name, "kind": kind, "exercises": ({"exercise": "x"},), "frequency": 3}
    return Phase.model_validate(fields | ({"after": after} if after else {}))


def names(*phases: Phase) -> str:
    return " ".join(str(phase.id) for phase in in_order(phases))


def test_the_authors_order_stays() -> None:
    assert (
        names(phase("m", "mobilise"), phase("s", "strengthen"), phase("h", "habit"), phase("t", "stretch")) == "m s h t"
    )
    assert names(phase("s", "strengthen"), phase("m", "mobilise")) == "s m"


def test_stretching_comes_after_moving_and_lifting() -> None:
    assert names(phase("t", "stretch"), phase("m", "mobilise"), phase("s", "strengthen")) == "m s t"
    assert names(phase("c", "cool-down"), phase("t", "stretch"), phase("w", "warm-up")) == "w t c"


def test_after_moves_a_phase() -> None:
    assert names(phase("a", "habit", after="b"), phase("b", "habit")) == "b a"


def test_the_author_may_stretch_first() -> None:
    assert names(phase("t", "stretch"), phase("s", "strengthen", after="t")) == "t s"


def test_kinds_give_way_to_after() -> None:
    phases = (phase("t", "stretch"), phase("s", "strengthen", after="c"), phase("c", "cool-down"))
    assert names(*phases).index("c") < names(*phases).index("s")


@pytest.mark.parametrize(
    ("phases", "words"),
    [
        ((phase("a", "habit", after="b"), phase("b", "habit", after="a")), "a and b each come after the other"),
        ((phase("a", "habit", after="a"),), "a each come after"),
        ((phase("a", "habit", after="x"),), 'no phase "x"'),
    ],
)
def test_what_cannot_be_ordered(phases: tuple[Phase, ...], words: str) -> None:
    with pytest.raises(ContentError, match=words):
        in_order(phases)
