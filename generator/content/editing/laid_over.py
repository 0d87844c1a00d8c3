"""Changes asked for, laid over a plan that has some already: plain data, keyed as a plan file has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.content.dose.dose import MEASURES
from generator.content.dose.frequency import without_other_ways
from generator.content.editing.entry_key import parts_of_key
from generator.content.group import exercises_of

Data = dict[str, Any]
_ADDED = ("exercises", "add")
_BY_EXERCISE = ("options", "dose", "sides", "maxima", "videos")


def laid_over(saved: Mapping[str, Any], asked: Mapping[str, Any]) -> Data:
    """Both in one; what is asked for stands nearer, and what takes back a change of the plan takes it out.

    Empty values ask for nothing.
    """
    plan = dict(saved)
    asked = {key: value for key, value in asked.items() if value}
    for name in asked.get("drop", ()):
        plan = _dropped(plan, str(name))
    for old, new in asked.get("swap", {}).items():
        plan = _swapped(plan, old, new)
    for one in asked.get("add", ()):
        plan = _added(plan, one)
    plan = _grouped(plan, asked.get("groups", ()))
    plan["phases"] = {name: state for name, state in (_both(plan, asked, "phases")).items() if state != "on"}
    plan["sides"] = {name: side for name, side in (_both(plan, asked, "sides")).items() if side is not None}
    plan["maxima"] = _both(plan, asked, "maxima")
    plan["options"], plan["videos"] = _both(plan, asked, "options"), _both(plan, asked, "videos")
    plan["dose"] = _doses(plan.get("dose", {}), asked.get("dose", {}))
    composed = {"drop", "swap", "add", "phases", "groups", *_BY_EXERCISE}
    plan |= {key: value for key, value in asked.items() if key not in composed}
    return {key: value for key, value in plan.items() if value or key not in {*composed, "order"}}


def _both(plan: Data, asked: Mapping[str, Any], key: str) -> Data:
    return {**plan.get(key, {}), **asked.get(key, {})}


def _dropped(plan: Data, name: str) -> Data:
    """Without the exercise; one that the plan has added is no longer added."""
    for key in _ADDED:
        left = [one for one in plan.get(key, ()) if _id(one) != name]
        if len(left) < len(plan.get(key, ())):
            return _forgotten({**plan, key: left}, name)
    return _forgotten({**plan, "drop": [*(one for one in plan.get("drop", ()) if one != name), name]}, name)


def _swapped(plan: Data, old: str, new: str) -> Data:
    """With another exercise in the place of one; back again, nothing is left of it."""
    if "groups" in plan:
        plan = {**plan, "groups": _regrouped(plan["groups"], old, new)}
    swaps = dict(plan.get("swap", {}))
    for key in _ADDED:
        if any(_id(one) == old for one in plan.get(key, ())):
            changed = [_replaced(one, new) if _id(one) == old else one for one in plan[key]]
            return _forgotten({**plan, key: changed}, old)
    first = next((name for name, other in swaps.items() if other == old), old)
    swaps[first] = new
    if parts_of_key(first)[0] == new:
        del swaps[first]
    return _forgotten({**plan, "swap": swaps}, old)


def _replaced(one: Any, new: str) -> Any:
    """An added exercise's place for another one, and how often; its amount is not the other one's."""
    if isinstance(one, str):
        return "@".join([new, *one.split("@")[1:]])
    kept = {key: value for key, value in one.items() if key not in ("dose", "option", "side", "weeks", "video")}
    often = (one.get("dose") or {}).get("frequency")
    return {**kept, "exercise": new} | ({"dose": {"frequency": often}} if often else {})


def _added(plan: Data, one: Any) -> Data:
    """With one more exercise; a name alone brings back what the plan has dropped, where it was."""
    bare = one if isinstance(one, str) and "@" not in one else one["exercise"] if set(one) == {"exercise"} else ""
    if bare and bare in plan.get("drop", ()):
        return {**plan, "drop": [name for name in plan["drop"] if name != bare]}
    return {**plan, "add": [*plan.get("add", ()), one]}


def _grouped(plan: Data, asked: Sequence[Any]) -> Data:
    """With more groups, in place of those that have any of their exercises."""
    taken = {name for group in asked for name in exercises_of(group)}
    kept = [group for group in plan.get("groups", ()) if not taken & set(exercises_of(group))]
    return {**plan, "groups": [*kept, *asked]}


def _regrouped(groups: Sequence[Data], old: str, new: str = "") -> list[Data]:
    """The groups of a saved plan with another exercise in the place of one, or without it.

    One alone is no group in rounds.
    """
    found = []
    for group in groups:
        before = exercises_of(group)
        names = [new or name if name == old else name for name in before if new or name != old]
        if names == before:
            found.append(group)
        elif len(names) > 1 or (names and (group.get("work") or group.get("every"))):
            found.append({**group, "exercises": names})
    return found


def _id(one: Any) -> str:
    return str(one.split("@")[0] if isinstance(one, str) else one["exercise"])


def _forgotten(plan: Data, name: str) -> Data:
    """Without what the plan says of an exercise that it no longer has."""
    kept = {
        key: {entry: said for entry, said in plan[key].items() if entry != name and parts_of_key(entry)[0] != name}
        for key in _BY_EXERCISE
        if key in plan
    }
    order = {"order": [entry for entry in plan["order"] if entry != name]} if "order" in plan else {}
    groups = {"groups": _regrouped(plan["groups"], name)} if "groups" in plan else {}
    return {**plan, **kept, **order, **groups}


def _doses(saved: Data, changes: Data) -> Data:
    """The plan's changes with those asked for, which stand nearer: what one sets holds for all weeks."""
    kept = {name: without_weeks_of(dose, changes.get(name, {})) for name, dose in saved.items()}
    return merged(kept, changes)


def without_weeks_of(dose: Data, change: Data) -> Data:
    """A dose whose weeks say nothing of what a nearer change sets."""
    taken = {name for said in (change, *change.get("weeks", {}).values()) for name in said}
    taken |= set(MEASURES) - {"hold"} if taken & set(MEASURES) - {"hold"} else set()
    weeks = {
        str(n): {name: value for name, value in week.items() if name not in taken}
        for n, week in dose.get("weeks", {}).items()
    }
    kept = {n: week for n, week in weeks.items() if week}
    return {name: value for name, value in dose.items() if name != "weeks"} | ({"weeks": kept} if kept else {})


def merged(base: Data, changes: Data) -> Data:
    """Mappings laid over one another, key by key."""
    both = dict(base)
    for key, value in changes.items():
        inner = both.get(key)
        if key == "frequency" and isinstance(inner, dict) and isinstance(value, dict):
            inner = without_other_ways(inner, value)
        both[key] = merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return both
