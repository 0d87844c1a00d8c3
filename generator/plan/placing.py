"""Where an added exercise goes: into the phase that is named, beside a neighbour, or where its kind belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.editing.added import Added
from generator.content.exercise import Exercise
from generator.content.exercise import Kind as ExerciseKind
from generator.content.fields import quoted
from generator.content.routine import Entry, Phase, PhaseKind
from generator.plan.uses import hint_for, meant_by, uses_of
from generator.problems import ContentError, Problem, Prose, place_of

# The kinds of phase in which an exercise of each kind has its place, the best first.
KIND_OF_PHASE: Mapping[ExerciseKind, tuple[PhaseKind, ...]] = {
    "mobility": ("mobilise", "warm-up"),
    "warm-up": ("warm-up", "mobilise"),
    "soft-tissue": ("mobilise", "warm-up"),
    "breathing": ("mobilise", "warm-up"),
    "strength": ("strengthen",),
    "stretch": ("stretch", "cool-down"),
    "habit": ("habit",),
}
# In the order in which they are done; cold muscles are not stretched.
_KINDS: tuple[PhaseKind, ...] = ("warm-up", "mobilise", "strengthen", "sequence", "stretch", "cool-down", "habit")


@dataclass(frozen=True, slots=True)
class Placing:
    """Phases that take one more; `names` are what a phase of each kind is called that has to be made."""

    phases: tuple[Phase, ...]
    names: Mapping[str, str]

    def with_entry(self, one: Added, exercise: Exercise, field: str) -> tuple[Phase, ...]:
        """The phases with the exercise in its place. Raises `ContentError` where there is no such place."""
        path = f"{field}.{one.exercise}"
        if one.before or one.after:
            phase, index = self._beside(one, path)
        else:
            phase = self._phase(one, exercise, path)
            index = (one.place or len(phase.exercises) + 1) - 1
            if index > len(phase.exercises):
                message = f"{phase.id} has no place {one.place}"
                hint = f"it has {len(phase.exercises)} exercises; without a number it goes to the end"
                raise ContentError([Problem(message, place_of(one.exercise), path, hint)])
        if phase.kind == "sequence" and one.duration is None:
            hint = f"in a plan file: add: [{{exercise: {one.exercise}, phase: {phase.id}, duration: 45 s}}]"
            message = f"{phase.id} goes by the clock, so {one.exercise} needs a duration"
            raise ContentError([Problem(message, place_of(one.exercise), path, hint)])
        return self._with(phase, index, one.entry)

    def _with(self, phase: Phase, index: int, entry: Entry) -> tuple[Phase, ...]:
        exercises = (*phase.exercises[:index], entry, *phase.exercises[index:])
        changed = phase.model_copy(update={"exercises": exercises})
        if all(one.id != phase.id for one in self.phases):
            later = (at for at, one in enumerate(self.phases) if _KINDS.index(one.kind) > _KINDS.index(phase.kind))
            at = next(later, len(self.phases))
            return (*self.phases[:at], changed, *self.phases[at:])
        return tuple(changed if one.id == phase.id else one for one in self.phases)

    def _beside(self, one: Added, path: str) -> tuple[Phase, int]:
        key = str(one.before or one.after)
        uses = uses_of(self.phases)
        found = meant_by(key, uses)
        if not found:
            hint = hint_for(key, [str(entry.exercise) for entry, _ in uses])
            message = f"{quoted(key)} is not among the exercises"
            raise ContentError([Problem(message, place_of(key), path, hint)])
        neighbour = found[0] if one.before else found[-1]
        for phase in self.phases:
            for index, entry in enumerate(phase.exercises):
                if entry is neighbour:
                    return phase, index + (1 if one.after else 0)
        raise AssertionError("a use stands in a phase")

    def _phase(self, one: Added, exercise: Exercise, path: str) -> Phase:
        """The phase of that id, else of that kind, else of the exercise's kind; where there is none, an empty one."""
        if one.phase is None:
            kinds = KIND_OF_PHASE[exercise.kind]
        else:
            named = next((phase for phase in self.phases if phase.id == one.phase), None)
            if named:
                return named
            kinds = tuple(kind for kind in _KINDS if kind == one.phase and kind != "sequence")
            if not kinds:
                known = [*(str(phase.id) for phase in self.phases), *(kind for kind in _KINDS if kind != "sequence")]
                hint = hint_for(one.phase, known, "there are")
                message = f"there is no phase {quoted(one.phase)}"
                raise ContentError([Problem(message, place_of(one.phase), path, hint)])
        for kind in kinds:
            for phase in self.phases:
                if phase.kind == kind:
                    return phase
        return self._new(kinds[0])

    def _new(self, kind: PhaseKind) -> Phase:
        taken = {str(phase.id) for phase in self.phases}
        name = kind if kind not in taken else next(f"{kind}-{n}" for n in range(2, 99) if f"{kind}-{n}" not in taken)
        # Without exercises it is no phase yet, so nothing is checked.
        return Phase.model_construct(
            {"id", "name", "kind", "exercises"}, id=Prose(name), name=Prose(self.names[kind]), kind=kind, exercises=()
        )
