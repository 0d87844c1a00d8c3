"""The whole journey for one handout, top to bottom: a prescription, a person and a format in, named bytes out.

Start reading here. Nothing is written: what comes out is for the caller to keep. `Master` is everything that does not
depend on the person; a batch makes it once for all who share a plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.content.wording import Wording, load_wording
from generator.page.chart import ChartSheet, lay_out_sheet
from generator.page.chart import fill_in as fill_chart
from generator.page.chart_words import chart_of, chart_person
from generator.page.faults import page_problems
from generator.page.format import Format, Layout
from generator.page.fridge import lay_out_fridge
from generator.page.handout import lay_out_handout
from generator.page.handout_words import Describer, fridge_fields, person_fields
from generator.page.measures import Style, frame_of
from generator.page.page import Page, Pages
from generator.page.strip import fill_strip
from generator.plan import Plan, plan_weeks
from generator.problems import ContentError, Problem, Severity
from generator.store import file_name
from generator.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Master:
    """A handout laid out for everybody with the same prescription; `problems` are warnings."""

    plan: Plan
    wording: Wording
    style: Style
    form: Format
    handout: tuple[Page, ...]
    sheet: ChartSheet | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its name (never a client's), its bytes, its pages, and warnings."""

    name: str
    data: bytes
    pages: int
    problems: tuple[Problem, ...]


def build(prescription: Prescription, person: Person, workshop: Workshop, form: Format) -> Made:
    """One PDF for one person. Raises `ContentError` with every problem; then there is nothing to write."""
    master = prepare(prescription, workshop, form)
    return print_for(master, person, workshop)


def prepare(prescription: Prescription, workshop: Workshop, form: Format) -> Master:
    """Plan, words, pictures and pages, without a person. Raises `ContentError`."""
    library = workshop.library
    plan = plan_weeks(prescription, library)
    wording = load_wording(plan.language)
    style = workshop.style(form.style, plan.clinic.accent, plan.language)
    pictures = workshop.pictures(plan, form.body)
    describer = Describer(plan, wording, style, pictures.frames, pictures.logo)
    frame = frame_of(form.paper, gutter=form.gutter)
    handout: tuple[Page, ...] = ()
    if form.only != "chart":
        if form.layout is Layout.COMPACT:
            handout = lay_out_fridge(style, frame, describer.fridge())
        else:
            handout = lay_out_handout(style, frame, describer.handout())
    sheet = None
    if form.only != "handout":
        chart = chart_of(plan, wording, style, form.chart, pictures.thumbnails)
        sheet = lay_out_sheet(style, chart, form.paper, gutter=form.gutter)
    master = Master(plan, wording, style, form, handout, sheet, tuple(pictures.problems))
    return replace(master, problems=_sorted(workshop, [*master.problems, *_faults(workshop, master)]))


def pages_for(master: Master, person: Person) -> Pages:
    """The pages of one person: everybody's pages with the strip filled in."""
    plan, wording, style = master.plan, master.wording, master.style
    fields = person_fields(plan, person, wording)
    if master.form.layout is Layout.COMPACT:
        fields = fridge_fields(fields)
    pages = list(fill_strip(style, master.handout, fields))
    if master.sheet:
        pages += fill_chart(style, master.sheet, chart_person(plan, person, wording))
    return Pages(str(plan.routine.title), plan.language, tuple(pages))


def print_for(master: Master, person: Person, workshop: Workshop) -> Made:
    """The file of one person."""
    from generator.output.pdf import pdf_bytes

    pages = pages_for(master, person)
    personal = [problem for problem in _page_faults(pages.pages) if problem.severity is Severity.ERROR]
    if personal:
        raise ContentError(personal)
    form = master.form
    data = pdf_bytes(
        pages,
        workshop.faces,
        workshop.press,
        created=master.plan.routine.issued,
        archive=form.archive,
        duplex=form.duplex,
    )
    return Made(name_of(master), data, len(pages.pages), master.problems)


def name_of(master: Master, prefix: str = "") -> str:
    """The file's name: routine, version, language, paper, layout, style; never a client's name."""
    plan, form = master.plan, master.form
    return file_name(
        plan.routine_id,
        plan.routine.version,
        plan.language,
        form.paper,
        form.layout,
        form.style,
        form.only or "",
        prefix=prefix,
    )


def _faults(workshop: Workshop, master: Master) -> list[Problem]:
    """What is wrong with everybody's pages. Raises `ContentError` if any of it is an error."""
    pages = [
        *master.handout,
        *(
            fill_chart(master.style, master.sheet, chart_person(master.plan, Person(), master.wording))
            if master.sheet
            else ()
        ),
    ]
    problems = _page_faults(pages)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError(list(_sorted(workshop, errors)))
    return problems


def _page_faults(pages: Iterable[Page]) -> list[Problem]:
    return page_problems(pages, frame_of_margin())


def frame_of_margin() -> float:
    """The lower margin that no part may enter, in points."""
    return 15 * 72 / 25.4


def _sorted(workshop: Workshop, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, in order, with the source line that it points into."""
    excerpt = workshop.library.excerpt
    full = [replace(problem, excerpt=problem.excerpt or excerpt(problem.place)) for problem in problems]
    return tuple(sorted(dict.fromkeys(full), key=Problem.sort_key))
