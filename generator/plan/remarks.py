"""What there is to say of a plan that can be made as it is: a plan comes in, warnings go out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.plan.beyond_plan import beyond_plan
from generator.plan.rest_days import no_rest
from generator.plan.values import Plan
from generator.problems import Problem


def remarks(plan: Plan) -> Iterator[Problem]:
    yield from beyond_plan(plan)
    yield from no_rest(plan)
