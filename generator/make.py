"""The whole journey for one handout, top to bottom: a prescription, a person and a format in, named bytes out.

Start reading here. Nothing is written: what comes out is for the caller to keep. `Master` is everything that does not
depend on the person and on dates; a batch makes it once for all who share a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from generator.content.checking.fault_words import of_kind
from generator.content.checking.placeholder import sample_problem
from generator.content.choices import Layout, Portion
from generator.content.contrast import darkening
from generator.content.paper import VERTICAL_MARGIN
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.language.wording import Wording, load_wording
from generator.manuscript.describe_chart import chart_person, chart_weeks
from generator.manuscript.describe_front import front_fields
from generator.manuscript.describe_handout import Describer
from generator.manuscript.describe_person import person_fields, person_notes
from generator.manuscript.describe_rows import row_notes
from generator.naming import identity_of, name_of
from generator.page.chart.lay_out_chart import HEAD, ChartSheet, redated
from generator.page.chart.lay_out_chart import fill_in as fill_chart
from generator.page.clinician.lay_out_copy import COPY_NAME, COPY_STRIP
from generator.page.finished.binding import mirrored
from generator.page.finished.faults import page_problems, personal_problems
from generator.page.finished.photo_resolution import Coarse, coarse_pictures, coarse_problem
from generator.page.finished.sample import SampleMark, lay_out_mark, marked
from generator.page.format import Format
from generator.page.log.lay_out_log import fill_log
from generator.page.measures import Frame, Style, frame_of, sheet_frame
from generator.page.narrow import on_frame, plate_label
from generator.page.note_shape import NoteShape, shape_of
from generator.page.page import Block, Page, Pages
from generator.page.page_number import NUMBER
from generator.page.personal_note import note_fillers
from generator.page.sheet.front_sizes import front_sizes
from generator.page.sheet.front_strip import lay_out_front_strip
from generator.page.slots import fill_slots, impersonal
from generator.page.strip import STRIP, lay_out_strip
from generator.plan import Plan, plan_weeks, remarks
from generator.portions import LaidOut, cards_frame, lay_out_portions, share_portions
from generator.problems import ContentError, Problem, Severity
from generator.shapes.geometry import MM
from generator.workshop import Workshop

# Said of a paper that has no place for what a person was told.
_UNSAID = Problem(
    "notes to a person do not stand on this paper",
    path="note",
    hint="they stand on the handout and on the clinician's copy",
    severity=Severity.WARNING,
)

T = TypeVar("T")

# How many start dates of one chart are kept.
_MOST_STARTS = 64


@dataclass(frozen=True, slots=True)
class Master:
    """A handout laid out for everybody with the same plan; `problems` are warnings, `coarse` what some of them say.

    `notes` is the shape of a person's notes.

    Its plan starts on a day with the right weekday, but not in the right week: `sheets` keeps the chart by start date.
    """

    plan: Plan
    wording: Wording
    style: Style
    form: Format
    laid: LaidOut
    problems: tuple[Problem, ...]
    coarse: tuple[Coarse, ...] = ()
    mark: SampleMark | None = None
    notes: NoteShape = ()
    sheets: dict[date, ChartSheet] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Portions:
    """The pages of one person by what they are; without a sheet there is no front."""

    front: tuple[Page, ...]
    chart: tuple[Page, ...]
    cards: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its name (never a client's), its bytes, its pages, warnings, and which sheet it is (`identity_of`)."""

    name: str
    data: bytes
    pages: int
    problems: tuple[Problem, ...]
    identity: str


def build(prescription: Prescription, person: Person, workshop: Workshop, form: Format) -> Made:
    """One PDF for one person. Raises `ContentError` with every problem; then there is nothing to write.

    Raises ValueError for arguments of another kind.
    """
    of_kind("prescription", prescription, Prescription, "which says what is given")
    of_kind("person", person, Person, "whose fields may be empty")
    of_kind("workshop", workshop, Workshop, "as Workshop(load_library()) gives it")
    of_kind("form", form, Format, "which says how it goes on paper")
    master = prepare(prescription, workshop, form, person)
    return print_for(master, prescription, person, workshop)


def shared(prescription: Prescription) -> Prescription:
    """What all with the same plan have in common, whenever they begin: of the start only its weekday matters."""
    start = prescription.start and date(2001, 1, 1) + timedelta(days=prescription.start.weekday())  # a Monday
    return prescription.model_copy(update={"start": start, "review": None})


def prepare(prescription: Prescription, workshop: Workshop, form: Format, person: Person | None = None) -> Master:
    """Plan, words, pictures and pages, without person and dates. Raises `ContentError`.

    Of a `person` only notes matter, and of these only how many lines they take: the pages are good for all whose notes
    have the same `note_shape`.
    """
    stage = workshop.stopwatch.stage
    with stage("plan"):
        plan = plan_weeks(shared(prescription), workshop.library)
    form = form.on_paper_of(plan.clinic)
    if not form.has_room:
        message, hint = f"large print has no room on {form.sheet}", "print it on a larger paper, or in another style"
        raise ContentError([Problem(message, path="paper", hint=hint)])
    if form.only == Portion.SHEET and not form.is_sheet:
        message, hint = f"the layout {form.layout} has no sheet", f"choose the layout {Layout.SHEET}, or make it whole"
        raise ContentError([Problem(message, path="only", hint=hint)])
    with stage("style"):
        wording = load_wording(plan.language)
        style = workshop.style(form.style, plan.clinic.accent, plan.language)
        upright = on_frame(style, frame_of(form.sheet, gutter=form.gutter))
    with stage("pictures"):
        pictures = workshop.pictures(plan, form.body, plate_label(upright))
        if style.theme.figures == "mono":
            pictures = pictures.in_grey()
    noted = Person(note=person.note, note_for=person.note_for) if person else Person()
    notes = person_notes(plan, noted, wording)
    describer = Describer(plan, wording, pictures.frames, pictures.logo, pictures.plates, notes)
    laid = lay_out_portions(describer, style, upright, form, pictures.thumbnails, stage)
    laid = share_portions(laid, workshop.known_block)
    pale = darkening(plan.clinic.accent) if plan.clinic.accent and style.theme.keep_accent else None
    unsaid = [_UNSAID] if notes.all and not form.has_notes else []
    noticed = (
        *unsaid,
        *remarks(plan),
        *pictures.problems,
        *([pale] if pale else ()),
        *map(sample_problem, plan.samples),
    )
    mark = lay_out_mark(style, wording.footer.sample) if plan.samples else None
    shape = _shape(plan, wording, upright, form, noted)
    master = Master(plan, wording, upright, form, laid, noticed, mark=mark, notes=shape)
    with stage("checks"):
        # Notes are checked with each person's pages, where nothing that they say is told.
        pages = impersonal(pages_for(master, prescription, noted).pages)
        coarse = coarse_pictures(pages, pictures.own)
        problems = [*master.problems, *map(coarse_problem, coarse), *_faults(workshop, pages)]
    return replace(master, problems=workshop.library.in_order(problems), coarse=coarse)


def pages_for(master: Master, prescription: Prescription, person: Person) -> Pages:
    """The pages of one person: everybody's pages with what differs filled in, in the order in which they are bound.

    The prescription has the same `shared` as the master's, the person's notes the same shape, else it is a ValueError.
    Raises `ContentError` for what cannot be filled in.
    """
    made = portions_for(master, prescription, person)
    pages = _in_order(master.form, made.front, made.chart, made.cards)
    sided = master.form.duplex and master.form.gutter
    if sided:
        pages = mirrored(_in_order(master.form, *_framed(master, made)))
    # Where margins change sides, every page keeps its side of the leaf.
    alone = len(made.front) + len(made.chart) if master.form.is_leaf and not sided else 0
    return Pages(str(master.plan.routine.title), master.plan.language, pages, sheet=alone)


def _in_order(form: Format, front: tuple[T, ...], chart: tuple[T, ...], cards: tuple[T, ...]) -> tuple[T, ...]:
    """A sheet has its chart on its back, and cards behind; without one the chart stands at the end."""
    return front + chart + cards if form.is_sheet else cards + chart


def _framed(master: Master, made: Portions) -> Iterator[tuple[tuple[Page, Frame], ...]]:
    """The pages of each portion with their live areas: upright, a sheet has a wider one than most others."""
    form = master.form
    usual, across = (frame_of(form.sheet, landscape=turned, gutter=form.gutter) for turned in (False, True))
    wide = sheet_frame(form.sheet, form.gutter)
    own = wide if form.chart.is_back or form.only == Portion.LOG else usual
    for pages, upright in ((made.front, wide), (made.chart, own), (made.cards, cards_frame(master.style, form))):
        yield tuple((page, across if page.width > page.height else upright) for page in pages)


def portions_for(master: Master, prescription: Prescription, person: Person) -> Portions:
    """What `pages_for` binds. Raises the same."""
    if note_shape(master, person) != master.notes:
        raise ValueError("these pages were laid out for other notes")
    wording, style = master.wording, master.style
    plan = replace(master.plan, prescription=prescription, start=prescription.start, review=prescription.review)
    fields = person_fields(plan, person, wording)
    notes = person_notes(plan, person, wording)

    def strip(block: Block) -> Block:
        if master.form.is_sheet:
            return lay_out_front_strip(style, front_sizes(style), front_fields(fields, wording), block.width)
        return lay_out_strip(style, fields, block.width)

    def copied(block: Block) -> Block:
        return lay_out_strip(style, fields, block.width)

    def named(block: Block) -> Block:
        return lay_out_strip(style, fields[:1], block.width)

    fillers = {STRIP: strip, COPY_STRIP: copied, COPY_NAME: named, **note_fillers(style, notes)}
    chart: tuple[Page, ...] = ()
    if master.laid.sheet:
        sheet = _sheet_of(master, plan)
        rows = row_notes(plan, wording, master.form.chart, notes)
        bare = fill_chart(style, sheet, chart_person(plan, person, wording, person.pseudonym, rows))
        chart = fill_slots(bare, fillers)
    if master.laid.log:
        chart = fill_log(master.laid.log, chart_person(plan, person, wording, person.pseudonym))
    return Portions(fill_slots(master.laid.front, fillers), chart, fill_slots(master.laid.cards, fillers))


def note_shape(master: Master, person: Person) -> NoteShape:
    """How many lines the notes to a person take: all that pages depend on. Raises `ContentError` for a wrong one."""
    return _shape(master.plan, master.wording, master.style, master.form, person)


def _shape(plan: Plan, wording: Wording, style: Style, form: Format, person: Person) -> NoteShape:
    notes = person_notes(plan, person, wording)
    return shape_of(style, form, notes, row_notes(plan, wording, form.chart, notes))


def _sheet_of(master: Master, plan: Plan) -> ChartSheet:
    """The chart with the dates of this plan in its heads; many clients begin on the same day."""
    assert master.laid.sheet is not None
    if plan.start is None:
        return master.laid.sheet
    known = master.sheets.get(plan.start)
    if known is None:
        known = redated(master.laid.sheet, chart_weeks(plan, master.wording))
        if len(master.sheets) >= _MOST_STARTS:
            master.sheets.clear()
        master.sheets[plan.start] = known
    return known


def print_for(master: Master, prescription: Prescription, person: Person, workshop: Workshop) -> Made:
    """The file of one person. Raises `ContentError`: with a name's character that no face has, for example."""
    stage = workshop.stopwatch.stage
    with stage("modules"):
        from generator.output.pdf import pdf_bytes
    with stage("person"):
        pages = checked_pages(master, prescription, person)
    form = master.form
    identity = identity_of(prescription, person, form)
    with stage("PDF"):
        data = pdf_bytes(
            pages,
            workshop.faces,
            workshop.press,
            created=master.plan.routine.issued,
            archive=form.archive,
            duplex=form.is_leaf,
            identity=identity,
        )
    named = prescription.model_copy(update={"version": master.plan.routine.version})
    return Made(name_of(named, form), data, len(pages.pages), master.problems, identity)


def checked_pages(master: Master, prescription: Prescription, person: Person) -> Pages:
    """The pages of one person; what all share was checked with the master. Raises `ContentError`."""
    pages = pages_for(master, prescription, person)
    # Heads of days differ by their figures only, and every face has those.
    faults = personal_problems(pages.pages, VERTICAL_MARGIN * MM, {HEAD, NUMBER})
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    return replace(pages, pages=marked(pages.pages, master.mark)) if master.mark else pages


def _faults(workshop: Workshop, pages: Iterable[Page]) -> list[Problem]:
    """What is wrong with everybody's pages. Raises `ContentError` if any of it is an error."""
    problems = page_problems(pages, VERTICAL_MARGIN * MM)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError(list(workshop.library.in_order(errors)))
    return problems
