"""What of a routine is laid out for a check: all that it offers, on every paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.choices import ChartKind, Layout, Portion, StyleName
from generator.content.dose.weights import Maximum
from generator.content.library import Library
from generator.content.paper import Paper
from generator.content.plan_length import USUAL, long_enough
from generator.content.prescription import Prescription
from generator.content.routine import Routine, entries, exercises_named
from generator.page.format import Format

_MAXIMUM = Maximum.parse("100 kg")


@dataclass(frozen=True, slots=True)
class Case:
    """One plan to try on one paper; `main` is the routine as it stands, which the summaries speak of."""

    prescription: Prescription
    form: Format
    main: bool = False


def cases(library: Library, routine_id: str, clinics: Sequence[str], all_styles: bool) -> Iterator[Case]:
    """What is tried of a routine: as it is, each alternative, each option, on both papers; all styles if asked."""
    routine = library.routine(routine_id)
    by_paper = {paper: _clinic_for(library, clinics, paper) for paper in Paper}
    for number, (paper, clinic) in enumerate(by_paper.items()):
        wishes = list(_wishes(library, routine_id, routine, clinic))
        for index, wish in enumerate(wishes):
            yield Case(wish, Format(paper=paper), main=index == 0 and number == 0)
            if all_styles:
                yield from (Case(wish, form) for form in _other_forms(paper) if form.has_room)


def _wishes(library: Library, routine_id: str, routine: Routine, clinic: str) -> Iterator[Prescription]:
    """The routine as it is, with each alternative, and with each option of its exercises at least once."""
    language, length = str(library.clinic(clinic).locale), _length(library, routine)
    plain = Prescription(routine=routine_id, clinic=clinic, language=language, weeks=length)  # type: ignore[arg-type]  # a plain str is taken for a text without a place
    plain = plain.model_copy(update={"maxima": _maxima(routine)})
    yield plain
    for name in routine.alternatives:
        yield plain.model_copy(update={"alternative": name, "maxima": _maxima(routine.with_alternative(name))})
    options = {name: list(library.exercise(name).variants) for name in exercises_named(routine)}
    for turn in range(max((len(names) for names in options.values()), default=0)):
        chosen = {name: names[turn % len(names)] for name, names in options.items() if names}
        yield plain.model_copy(update={"options": chosen})


def _maxima(routine: Routine) -> dict[str, Maximum]:
    """No client is known here, whose maxima are; what a load is a percentage of is made up."""
    return {
        str(name): _MAXIMUM
        for phase in routine.phases
        for entry in phase.exercises
        for name in (entry.exercise, *(week.exercise for week in entry.weeks.values()))
        if name
    }


def _length(library: Library, routine: Routine) -> int:
    """How many weeks it takes to see all that it says of weeks."""
    used = [entry for _, entry in entries(routine)]
    named = {week for entry in used for week in (*entry.weeks, *(entry.dose.weeks if entry.dose else ()))}
    named |= {week for name in exercises_named(routine) for week in library.exercise(name).dose.weeks}
    return long_enough(max(named, default=USUAL))


def _clinic_for(library: Library, clinics: Sequence[str], paper: Paper) -> str:
    """A clinic that uses the paper, else the first."""
    return next((name for name in clinics if library.clinic(name).paper == paper), clinics[0])


def _other_forms(paper: Paper) -> Iterator[Format]:
    """Every layout and style, every chart and style, but for those of the standard sheet."""
    for style in StyleName:
        for layout in Layout:
            if (layout, style) != (Layout.SHEET, StyleName.STANDARD):
                only = Portion.SHEET if layout is Layout.SHEET else Portion.CARDS
                yield Format(paper=paper, style=style, layout=layout, only=only)
        for chart in ChartKind:
            if (chart, style) != (ChartKind.PARTS, StyleName.STANDARD):
                yield Format(paper=paper, style=style, chart=chart, only="chart")
