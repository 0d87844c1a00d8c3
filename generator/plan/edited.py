"""A routine and what a client's plan changes of it become the routine that the client gets; nothing else is asked.

Whatever comes after (days, doses, pages, chart) takes the result for a routine like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from generator.content.dose.dose import DoseChange
from generator.content.editing.added import Added
from generator.content.exercise import Exercise
from generator.content.fields import quoted
from generator.content.group import ExerciseGroup
from generator.content.prescription import Prescription
from generator.content.routine import MOST_EXERCISES, Entry, Phase, Routine
from generator.plan.placing import Placing
from generator.plan.tags import with_tags
from generator.plan.uses import hint_for, meant_by, uses_of
from generator.problems import ContentError, Problem, place_of

Find = Callable[[str], Exercise]


def edited(routine: Routine, prescription: Prescription, find: Find, names: Mapping[str, str]) -> Routine:
    """The routine with the changes of the prescription, in their order: phases, drop, swap, add, order, groups.

    `names` are what a phase of each kind is called where one has to be made. Raises `ContentError` with every problem;
    the first step of a problem's path is the key of the plan, the second the id that it names.
    """
    changed = routine.model_copy(update={"title": prescription.title}) if prescription.title else routine
    if prescription.changes_exercises:
        edit = _Edit(changed.phases, find, names)
        edit.all_of(prescription)
        if edit.problems:
            raise ContentError(edit.problems)
        brought = [find(one.exercise) for one in (*prescription.exercises, *prescription.add)]
        brought += [find(name) for name in prescription.swap.values()]
        phases = tuple(_renewed(phase, routine) for phase in _mended(edit.phases, routine))
        # A video of all of it, or of a phase, shows what the client is not to do.
        changed = changed.model_copy(update={"phases": phases, "video": None})
        changed = with_tags(changed, brought, own=prescription.is_own)
    return changed


class _Edit:
    """The phases as they are changed one after another, and what cannot be done."""

    def __init__(self, phases: tuple[Phase, ...], find: Find, names: Mapping[str, str]) -> None:
        self.phases = phases
        self.find, self.names = find, names
        self.problems: list[Problem] = []

    def all_of(self, wish: Prescription) -> None:
        self.without_phases([name for name, state in wish.phases.items() if state == "off"])
        for key in wish.drop:
            self.dropped(key)
        for old, new in wish.swap.items():
            self.swapped(old, new)
        for field in ("exercises", "add"):
            for one in getattr(wish, field):
                self.added(field, one)
        self.ordered(wish.order)
        for group in wish.groups:
            self.together(group)
        self.phases = tuple(phase for phase in self.phases if phase.exercises)
        if not self.phases and not self.problems:
            self.report(("drop",), "nothing is left to do", "leave an exercise in, or add one")
        count = sum(len(phase.exercises) for phase in self.phases)
        if count > MOST_EXERCISES:
            self.report(("add",), f"makes {count} exercises, the most allowed is {MOST_EXERCISES}", "make two plans")

    def report(self, path: tuple[str, ...], message: str, hint: str = "") -> None:
        self.problems.append(Problem(message, place_of(path[-1]), ".".join(path), hint))

    def without_phases(self, off: list[str]) -> None:
        known = [str(phase.id) for phase in self.phases]
        for name in off:
            if name not in known:
                message = f"this routine has no phase {quoted(name)}"
                self.report(("phases", name), message, hint_for(name, known, "its phases are"))
        self.phases = tuple(phase for phase in self.phases if phase.id not in off)

    def meant(self, field: str, key: str) -> list[Entry]:
        """The entries that a key names; none of them is a problem."""
        uses = uses_of(self.phases)
        found = meant_by(key, uses)
        if not found:
            hint = hint_for(key, [str(entry.exercise) for entry, _ in uses])
            if field == "drop" and any(phase.id == key for phase in self.phases):
                hint = f"this is a phase: --phase {key}=off, or phases: {{{key}: off}}, leaves it out"
            self.report((field, key), f"{quoted(key)} is not among the exercises", hint)
        return found

    def replaced(self, change: Callable[[Phase], tuple[Entry, ...]]) -> None:
        self.phases = tuple(phase.model_copy(update={"exercises": change(phase)}) for phase in self.phases)

    def dropped(self, key: str) -> None:
        gone = self.meant("drop", key)
        self.replaced(lambda phase: tuple(one for one in phase.exercises if not _is_in(one, gone)))

    def swapped(self, old: str, new: str) -> None:
        gone = self.meant("swap", old)
        exercise = self.known("swap", new, old)
        if exercise:
            known = exercise
            self.replaced(
                lambda phase: tuple(
                    _swapped(one, new, known, phase) if _is_in(one, gone) else one for one in phase.exercises
                )
            )

    def known(self, field: str, name: str, key: str = "") -> Exercise | None:
        try:
            return self.find(name)
        except ContentError as error:
            path = f"{field}.{key or name}"
            self.problems += [one if one.place else replace(one, path=path) for one in error.problems]
            return None

    def added(self, field: str, one: Added) -> None:
        exercise = self.known(field, one.exercise)
        if exercise is None:
            return
        placing = Placing(self.phases, self.names)
        try:
            self.phases = placing.with_entry(one, exercise, field)
        except ContentError as error:
            self.problems += error.problems

    def ordered(self, keys: tuple[str, ...]) -> None:
        first = [entry for key in keys for entry in self.meant("order", key)]
        rank = {id(entry): number for number, entry in enumerate(first)}
        self.replaced(lambda phase: tuple(sorted(phase.exercises, key=lambda one: rank.get(id(one), len(first)))))

    def together(self, group: ExerciseGroup) -> None:
        """The entries in one group, next to each other; others that were in one with any of them are in none."""
        found = [entry for key in group.exercises for entry in self.meant("groups", key)]
        before = [entry.group for entry in found if entry.group]
        self.replaced(
            lambda phase: tuple(
                one.grouped(group) if _is_in(one, found) else one.grouped(None) if one.group in before else one
                for one in phase.exercises
            )
        )
        homes = [phase for phase in self.phases if any(one.group == group for one in phase.exercises)]
        if len(homes) > 1:
            named = " and ".join(group.exercises)
            self.report(("groups", named), f"{named} are in different phases", "put them into one: --add ID@PHASE")
        self.replaced(lambda phase: _side_by_side(phase.exercises, group))


def _side_by_side(entries: tuple[Entry, ...], group: ExerciseGroup) -> tuple[Entry, ...]:
    """The entries with those of the group where its first one stands, in the order in which the group names them."""
    rank = {key: number for number, key in enumerate(group.exercises)}
    own = [one for one in entries if one.group == group]
    own.sort(key=lambda one: rank.get(str(one.exercise), len(rank)))
    others = [one for one in entries if one.group != group]
    at = next((index for index, one in enumerate(entries) if one.group == group), 0)
    return (*others[:at], *own, *others[at:])


def _is_in(entry: Entry, entries: list[Entry]) -> bool:
    return any(entry is one for one in entries)


def _swapped(entry: Entry, new: str, exercise: Exercise, phase: Phase) -> Entry:
    """Another exercise in the place of an entry: its days stay, its amount is not the other one's."""
    changes: dict[str, Any] = {"exercise": new, "option": None, "dose": None, "weeks": {}, "video": None}
    if entry.dose and entry.dose.frequency:
        changes["dose"] = DoseChange(frequency=entry.dose.frequency)
    if phase.kind != "sequence" or exercise.side == "both":
        changes["side"] = None
    return entry.model_copy(update=changes)


def _mended(phases: tuple[Phase, ...], routine: Routine) -> tuple[Phase, ...]:
    """The phases without what they say of one that is gone: they come after what that came after, on its days."""
    left = {phase.id for phase in phases}
    return tuple(_without_lost(phase, left, routine) for phase in phases)


def _without_lost(phase: Phase, left: set[Any], routine: Routine) -> Phase:
    changes: dict[str, Any] = {}
    after = phase.after
    while after and after not in left:
        gone = routine.phase(after)
        after = gone.after if gone else None
    if after != phase.after:
        changes["after"] = after
    if phase.days and phase.days.partner not in left:
        partner = routine.phase(phase.days.partner)
        changes |= {"days": None, "frequency": phase.frequency or (partner.frequency if partner else None)}
    return phase.model_copy(update=changes) if changes else phase


def _renewed(phase: Phase, routine: Routine) -> Phase:
    """A phase with other exercises has no film and no stated length of its own."""
    before = routine.phase(phase.id)
    if before is None or before.exercises == phase.exercises:
        return phase
    return phase.model_copy(update={"video": None, "length": None})
