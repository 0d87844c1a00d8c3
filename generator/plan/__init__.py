"""From a prescription to its weeks: days, doses, minutes. The names that other rooms use."""

from generator.plan.beyond_plan import beyond_plan
from generator.plan.ladder import Ladder
from generator.plan.other_ways import other_ways
from generator.plan.programme import PlanContent, plan_weeks
from generator.plan.remarks import remarks
from generator.plan.template import template_of
from generator.plan.values import (
    Change,
    Plan,
    PlannedExercise,
    PlannedPhase,
    Span,
    StretchTime,
    Week,
)

__all__ = [
    "Change",
    "Ladder",
    "Plan",
    "PlanContent",
    "PlannedExercise",
    "PlannedPhase",
    "Span",
    "StretchTime",
    "Week",
    "beyond_plan",
    "other_ways",
    "plan_weeks",
    "remarks",
    "template_of",
]
