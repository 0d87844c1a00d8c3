"""What gives way on the front when space is short, in which order. One table: nothing else decides it.

Never dropped, shortened or set smaller, whatever the rung: the emergency signs, the pain rule with its shapes, numbers
and words, the nerve line, whom to ask first, phone, dose with its steps, side, and the clinician's note.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.shapes.geometry import MM


@dataclass(frozen=True, slots=True)
class Rung:
    """What a page may do without to have room for its exercises.

    `row` is the least height of an exercise in two columns and in one (points). `words`: what else a phase says of
    itself (the cards say it, too); `whole`: a ladder keeps its unit, the side on a line of its own; `feel`: what to
    feel and to avoid, in one column (the cards); `blank`: where nobody has a note, a line to write one on; `listed`:
    emergency signs one a line, else run in; `lead`: the step of lines in the foot, as a share.
    """

    name: str
    row: tuple[float, float]
    words: bool = False
    whole: bool = False
    feel: bool = False
    blank: bool = True
    listed: bool = True
    lead: float = 1.0

    def least(self, columns: int) -> float:
        return self.row[0 if columns == 2 else 1]


def _row(two: float, one: float) -> tuple[float, float]:
    return two * MM, one * MM


RUNGS = (
    Rung("all", _row(28.5, 34), words=True, whole=True, feel=True),
    Rung("less high rows", _row(28.5, 30), words=True, whole=True, feel=True),
    Rung("tight ladder", _row(28.5, 28), words=True, feel=True),
    Rung("lower rows", _row(24.5, 26), words=True, feel=True),
    Rung("without feel and avoid", _row(28.5, 28), words=True, whole=True),
    Rung("without the phase's words", _row(24.5, 26), feel=True),
    Rung("low rows", _row(22, 24.5), words=True),
    Rung("low rows without words", _row(22, 24.5)),
    Rung("closer lines", _row(19.2, 22), lead=0.94),
    Rung("without a line for a note", _row(19.2, 22), blank=False, lead=0.94),
    Rung("signs run in", _row(19.5, 22), listed=False, lead=0.95),
    Rung("lowest rows", _row(19, 22), blank=False, listed=False, lead=0.93),
)
