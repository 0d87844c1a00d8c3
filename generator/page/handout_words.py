"""A plan becomes everything that a handout prints: words from the sentences, pictures as given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator import sentences
from generator.content.address.video import ResolvedVideo
from generator.content.person import Person
from generator.language.wording import Wording, fill
from generator.page.cards.card import Card, Video
from generator.page.cards.card_text import Note
from generator.page.cards.closing import Closing
from generator.page.cards.exercise_list import Entry
from generator.page.cards.front import Front
from generator.page.cards.sessions import Session
from generator.page.codes.code_block import make_code
from generator.page.handout_content import CardPhase, Handout
from generator.page.help_box import Advice
from generator.page.help_words import help_of
from generator.page.labelled_drawing import LabelledDrawing
from generator.page.measures import MM, Style
from generator.page.pain import Light, PainRule
from generator.page.panels import Panel
from generator.page.person_words import person_fields
from generator.page.personal_note import NO_NOTES, PersonalNotes
from generator.page.running_heads import Footer, Link, Tab
from generator.plan import Plan, PlannedExercise, PlannedPhase, other_ways
from generator.problems import Prose, place_of
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

_FOOTER_LINE = 145 * MM  # beside the page number, on the narrower paper

# By exercise number and variant (empty for the exercise itself).
Pictures = Mapping[tuple[int, str], tuple[Drawing | Raster, ...]]


@dataclass(frozen=True, slots=True)
class Describer:
    """Words for one plan in one style."""

    plan: Plan
    wording: Wording
    style: Style
    pictures: Pictures
    logo: Drawing | Raster | None = None
    plates: tuple[Drawing, ...] = ()
    notes: PersonalNotes = NO_NOTES

    def handout(self) -> Handout:
        """The card layout. The strip has lines to write on."""
        plan, wording = self.plan, self.wording
        return Handout(
            title=plan.routine.title,
            front=self._front(),
            fields=person_fields(plan, Person(), wording, dated=False),
            pain=self._pain(),
            sessions_head=wording.front.your_week,
            sessions=tuple(Session(*line) for line in sentences.session_lines(plan, wording)),
            phases=tuple(self._card_phase(phase) for phase in plan.phases),
            plates=tuple(self._plate(drawing) for drawing in self.plates),
            closing=self._closing(),
            notes_head=sentences.notes_head(plan.clinic, wording),
            listing_head=wording.front.our_exercises,
            listing=tuple(Entry(str(one.number), one.exercise.name) for one in plan.exercises),
            footer=self.footer(),
            colophon=self.colophon(),
            note=self.notes.front,
        )

    def footer(self) -> Callable[[int, int], Footer]:
        """The footer of page n of m."""
        plan, wording = self.plan, self.wording
        version, author = sentences.footer_lines(plan.routine, wording)
        version, author = Prose(version, place_of(plan.routine.title)), Prose(author, place_of(plan.routine.author))
        contact = f"{plan.clinic.name}, {plan.clinic.phone}".replace(" ", "\N{NO-BREAK SPACE}")

        def make(number: int, total: int) -> Footer:
            page = sentences.page_line(number, total, wording)
            if self._has_short_footer:
                return Footer((sentences.short_footer(plan.routine, wording),), "", page)
            return Footer((version, author), contact, page)

        return make

    @property
    def _has_short_footer(self) -> bool:
        """In large type, and where two lines beside the page number do not hold a long name of the author."""
        theme, lines = self.style.theme, sentences.footer_lines(self.plan.routine, self.wording)
        return theme.stacked or self.style.setter.width(" ".join(lines), theme.smallest) > 2 * _FOOTER_LINE

    def colophon(self) -> str:
        """The whole footer once more, where each page's is a short one."""
        if not self._has_short_footer:
            return ""
        routine = self.plan.routine
        return Prose(" ".join(sentences.footer_lines(routine, self.wording)), place_of(routine.title))

    def _front(self) -> Front:
        plan, wording = self.plan, self.wording
        clinic = plan.clinic
        logo = Panel(self.logo, "", fill(wording.alt.logo, name=clinic.name)) if self.logo else None
        return Front(
            clinic=clinic.name,
            phone=clinic.phone.replace(" ", "\N{NO-BREAK SPACE}"),
            hours=clinic.hours or "",
            logo=logo,
            title=plan.routine.title,
            message=plan.routine.message,
            why_label=wording.front.why,
            why=plan.routine.why,
            facts=sentences.facts(plan, wording),
            video=self.session_video(self.style.theme.routine_code),
            place=place_of(plan.routine.title),
        )

    def _pain(self) -> PainRule:
        wording = self.wording
        lights = sentences.pain_lights(self.plan.clinic, wording)
        return PainRule(
            question=wording.pain.question,
            scale=wording.pain.scale,
            lights=tuple(Light(one.kind, one.numbers, one.word, one.text) for one in lights),
            advice=(
                *sentences.pain_rules(wording),
                (wording.pain.nerve_lead, wording.pain.nerve),
                (wording.pain.stop_if_lead, sentences.stop_if(self.plan.routine, wording)),
                (wording.pain.stop_lead, sentences.stop_signs(wording)),
            ),
            ask_lead=wording.pain.ask_lead,
            ask_first=sentences.ask_first(self.plan, wording),
        )

    def tab(self, phase: PlannedPhase) -> Tab:
        """The phase's own words and how long it takes."""
        texts = (phase.phase.intro or "", sentences.about_minutes(phase, self.wording))
        return Tab(phase.phase.name, " ".join(filter(None, texts)))

    def linked_tab(self, phase: PlannedPhase) -> Tab:
        """A tab with the phase's own video in place of its minutes, which the week at a glance says, too."""
        video = phase.video
        if video is None or video == self.plan.video:
            return self.tab(phase)
        alt = fill(self.wording.alt.link, address=video.address)
        link = Link(self.wording.front.follow_at, video.address, alt, video.place)
        return Tab(phase.phase.name, phase.phase.intro or "", link)

    def _card_phase(self, phase: PlannedPhase) -> CardPhase:
        return CardPhase(
            phase.phase.id,
            self.linked_tab(phase),
            tuple(card for one in phase.exercises for card in (self._card(one), *self._other_ways(one))),
            sentences.continued(phase.phase.name, self.wording),
        )

    def _card(self, planned: PlannedExercise) -> Card:
        wording, exercise = self.wording, planned.exercise
        earlier = self._earlier(planned)
        build = sentences.build_up(planned, wording)
        when = sentences.when_sentence(planned, self.plan, wording)
        if planned.at is not None:
            when = fill(wording.days.at, clock=sentences.clock_text(planned.at))
        return Card(
            number=str(planned.number),
            name=exercise.name,
            trade_name=exercise.trade_name or "",
            dose=sentences.dose_sentence(planned, wording),
            when=when,
            build_up=(build.label, build.text) if build else None,
            steps=() if earlier else exercise.steps,
            notes=self._notes(planned, earlier),
            panels=self.panels(planned),
            video=None if earlier else self.video(planned.video, wording.front.watch_how, self.style.theme.code),
            brief=earlier is not None,
            place=place_of(exercise.name),
            note=self.notes.exercises.get(planned.id),
        )

    def _other_ways(self, planned: PlannedExercise) -> list[Card]:
        """Cards for the variants of an exercise of which none was chosen: the client has the choice."""
        cards = []
        for variant in other_ways(planned, self.plan.clinic.video):
            card = self._card(variant)
            name = fill(self.wording.card.or_option, label=card.name)
            label = planned.exercise.variants[variant.option or ""].label
            cards.append(
                replace(card, name=Prose(name, place_of(card.name)), trade_name=label, build_up=None, note=None)
            )
        return cards

    def _plate(self, drawing: Drawing) -> LabelledDrawing:
        words = self.wording.anatomy
        parts = dict.fromkeys(words[label.key].strip("(),") for label in drawing.labels)
        alt = fill(self.wording.alt.anatomy, parts=self.wording.join.comma.join(parts))
        return LabelledDrawing(drawing, words["title"], alt, words, words["text"])

    def _earlier(self, planned: PlannedExercise) -> int | None:
        """The number under which a timed sequence has explained the same exercise before."""
        if planned.at is None:
            return None
        same = (one for one in self.plan.exercises if (one.id, one.option) == (planned.id, planned.option))
        first = next(same)
        return first.number if first.number < planned.number else None

    def _notes(self, planned: PlannedExercise, earlier: int | None) -> tuple[Note, ...]:
        """Why, what to measure, where to begin, how hard; feel, tip, avoid, easier, harder; last, when to stop.

        A card that repeats an earlier one of a timed sequence only says so.
        """
        words, exercise = self.wording.card, planned.exercise
        measure = sentences.measure_note(planned, self.plan.routine, self.wording)
        first = [Note("plain", *measure)] if measure else []
        if earlier:
            return (Note("plain", "", fill(words.same_way, n=earlier)), *first)
        notes = [
            Note("plain", words.why, exercise.purpose),
            *first,
            *(Note("plain", label, text) for label, text in sentences.how_notes(planned, self.wording)),
        ]
        notes += [
            Note(kind, label, text)
            for kind, label, text in (
                ("feel", words.feel, exercise.feel and ended(exercise.feel)),
                ("tip", words.tip, exercise.tip),
                ("avoid", words.avoid, exercise.avoid and ended(exercise.avoid)),
                ("easier", words.easier, exercise.easier and exercise.easier.text),
                ("harder", words.harder, exercise.harder and exercise.harder.text),
            )
            if text
        ]
        if exercise.stop_if:
            reasons = sentences.either(self.wording, exercise.stop_if)
            notes.append(Note("stop", words.stop_if, ended(reasons)))
        return tuple(notes)

    def panels(self, planned: PlannedExercise) -> tuple[Panel, ...]:
        """The pictures of an exercise with their captions, without those of a side that is not trained."""
        alt, captions = sentences.picture_texts(planned, self.wording)
        frames = self.pictures.get((planned.number, planned.option or ""), ())
        meant = [index for index in range(len(frames)) if index >= len(captions) or captions[index]]
        captions = captions or (("",) if len(frames) == 1 else (self.wording.card.start, self.wording.card.end))
        return tuple(Panel(frames[index], captions[index] if index < len(captions) else "", alt) for index in meant)

    def session_video(self, size: float) -> Video | None:
        """The routine's own video, with its length if that is the length of this session."""
        video = self.video(self.plan.video, self.wording.front.follow_along, size)
        return replace(video, length=sentences.session_video_length(self.plan, self.wording)) if video else None

    def video(self, video: ResolvedVideo | None, invitation: str, size: float) -> Video | None:
        if video is None:
            return None
        alt = sentences.code_alt(video.address, self.wording)
        code = make_code(video.address, alt, size, video.place)
        return Video(code, invitation, sentences.video_length(video.minutes, self.wording))

    def _closing(self) -> Closing:
        plan, wording = self.plan, self.wording
        remember = Advice(wording.closing.remember, tuple(("", point) for point in plan.routine.remember))
        rule = sentences.progress_rule(plan, wording)
        progress = Advice(wording.closing.progress_head, rule) if rule else None
        return Closing(
            remember,
            progress,
            help_of(plan, wording),
        )


def ended(text: str) -> str:
    """The text with a full stop; the author may have written one. Keeps the place of the text."""
    ended = text if text[-1:] in ".!?" else text + "."
    return Prose(ended, place_of(text))
