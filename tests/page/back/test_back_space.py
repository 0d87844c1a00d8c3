"""What gives way on the back of a sheet, in which order, and what never does."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise

import pytest

from generator.page.back.back_space import GIVES_WAY, PlanRoom, Space, first_space, given_way, spaces
from generator.page.said_in_front import MEASURE, PEN, PLAN, RULE, URGENT


def test_the_order_is_the_designs() -> None:
    assert [list(change) for _, change in GIVES_WAY] == [
        ["graph"],
        ["letters"],
        ["row", "number"],
        ["pitch"],
        ["change"],
        ["sentences"],
        ["others"],
        ["more_measures"],
        ["easier"],
        ["visit_apart"],
        ["air"],
        ["air"],
    ]
    assert [list(change) for change in given_way(PlanRoom.ELSEWHERE)][-2:] == [["plan_here"], ["graph"]]
    assert [list(change) for change in given_way(PlanRoom.SHORT)][-3:] == [
        ["plan_short"],
        ["graph"],
        ["plan_here"],
    ]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("plan", list(PlanRoom))
def test_each_space_takes_one_thing_more(plan: PlanRoom, large: bool) -> None:
    ways = given_way(plan, large=large)
    tried = list(spaces(ways, Space()))
    assert tried[0] == Space()
    for before, after in pairwise(tried):
        changed = {one.name for one in fields(Space) if getattr(before, one.name) != getattr(after, one.name)}
        assert changed in [set(change) for change in ways]
    assert tried[-1].plan_here is (plan is PlanRoom.HERE)


def test_nothing_that_keeps_a_client_safe_can_give_way() -> None:
    """Signs, rule, "Just carry on", boxes, marks and type have no field: no space can take them."""
    elsewhere = {"rule_here", "measure_here", "pen_here"}  # which the front says
    assert {one.name for one in fields(Space)} == {
        *("graph", "letters", "row", "number", "pitch", "change", "sentences", "others", "more_measures", "easier"),
        *("visit_apart", "air", "plan_short", "plan_here", "beside"),
        *elsewhere,
    }
    for large in (False, True):
        assert not elsewhere & {name for change in given_way(PlanRoom.SHORT, large=large) for name in change}


def test_what_the_front_says_is_not_said_again() -> None:
    assert first_space(()) == first_space((URGENT,)) == Space()
    assert first_space((URGENT, RULE, MEASURE, PEN, PLAN)) == replace(
        Space(), rule_here=False, measure_here=False, pen_here=False, plan_here=False
    )
