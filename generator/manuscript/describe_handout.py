"""A plan becomes everything that a handout prints: words from the sentences, pictures as given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import sentences
from generator.content.address.video import ResolvedVideo
from generator.content.person import Person
from generator.language.joining import ended, run_on, unbroken
from generator.language.wording import Wording, fill
from generator.manuscript.card import Card
from generator.manuscript.cards.describe_card import card_of
from generator.manuscript.describe_help import help_of
from generator.manuscript.describe_person import person_fields
from generator.manuscript.describe_video import invitation_of
from generator.manuscript.first_block import ClosingPart, FirstBlock, ListedExercise, Session
from generator.manuscript.handout import CardPhase, Handout
from generator.manuscript.invitation import Invitation
from generator.manuscript.personal import NO_NOTES, PersonalNotes
from generator.manuscript.picture import LabelledDrawing, Panel
from generator.manuscript.running import Link, PhaseTab, RunningFooter
from generator.manuscript.safety import Advice, PainBox, PainLight
from generator.plan import Plan, PlannedExercise, PlannedPhase, other_ways
from generator.plan.first_uses import FirstUse, first_uses
from generator.problems import Prose, place_of
from generator.shapes.drawing import Drawing
from generator.shapes.pixels import Raster

# By exercise number and variant (empty for the exercise itself).
Pictures = Mapping[tuple[int, str], tuple[Drawing | Raster, ...]]


@dataclass(frozen=True, slots=True)
class Describer:
    """Words for one plan."""

    plan: Plan
    wording: Wording
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
            stops=self.stops((one.number, one) for one in plan.exercises),
            plates=self.labelled_plates(),
            closing=self._closing(),
            notes_head=sentences.notes_head(plan.clinic, wording),
            listing_head=wording.front.our_exercises,
            listing=tuple(ListedExercise(str(one.number), one.exercise.name) for one in plan.exercises),
            footer=self.footer(),
            note=self.notes.front,
        )

    def footer(self) -> RunningFooter:
        """Version, author, contact and page number, whole and short."""
        plan, wording = self.plan, self.wording
        version, author = sentences.footer_lines(plan, wording)
        contact = unbroken(f"{plan.clinic.name}, {plan.clinic.phone}")
        return RunningFooter(
            (Prose(version, place_of(plan.routine.title)), Prose(author, place_of(plan.routine.author))),
            sentences.short_footer(plan, wording),
            Prose(sentences.footer_behind(plan, wording), place_of(plan.routine.title)),
            run_on(ended(plan.routine.title), sentences.short_footer(plan, wording)),
            contact,
            wording.footer.page,
        )

    def _front(self) -> FirstBlock:
        plan, wording = self.plan, self.wording
        clinic = plan.clinic
        logo = Panel(self.logo, "", fill(wording.alt.logo, name=clinic.name)) if self.logo else None
        return FirstBlock(
            clinic=clinic.name,
            phone=unbroken(clinic.phone),
            hours=clinic.hours or "",
            logo=logo,
            title=plan.routine.title,
            message=sentences.messages(plan, wording),
            why_label=wording.front.why,
            why=plan.routine.why,
            facts=sentences.facts(plan, wording),
            video=self.session_video(),
            place=place_of(plan.routine.title),
        )

    def _pain(self) -> PainBox:
        wording = self.wording
        lights = sentences.pain_lights(self.plan.clinic, wording)
        return PainBox(
            question=wording.pain.question,
            scale=wording.pain.scale,
            lights=tuple(PainLight(one.kind, one.numbers, one.word, one.text) for one in lights),
            advice=(
                *sentences.pain_rules(wording),
                (wording.pain.nerve_lead, wording.pain.nerve),
                (wording.pain.stop_if_lead, sentences.stop_if(self.plan.routine, wording)),
                (wording.pain.stop_lead, sentences.stop_signs(wording)),
            ),
            ask_lead=wording.pain.ask_lead,
            ask_first=sentences.ask_first(self.plan, wording),
        )

    def tab(self, phase: PlannedPhase) -> PhaseTab:
        """The phase's own words, how long it takes, and its own video if that is not the routine's."""
        video, link = phase.video, None
        if video is not None and video != self.plan.video:
            alt = fill(self.wording.alt.link, address=video.address)
            link = Link(self.wording.front.follow_at, video.address, alt, video.place)
        return PhaseTab(phase.phase.name, phase.phase.intro or "", sentences.about_minutes(phase, self.wording), link)

    def _card_phase(self, phase: PlannedPhase) -> CardPhase:
        cards = (
            card
            for use in first_uses(self.plan, phase)
            for card in self.cards(use, sentences.when_sentence(use.planned, self.plan, self.wording))
        )
        return CardPhase(
            phase.phase.id, self.tab(phase), tuple(cards), sentences.continued(phase.phase.name, self.wording)
        )

    def cards(self, use: FirstUse, when: str, *, on_sheet: bool = False) -> Iterator[Card]:
        """The card of an exercise and those of its other ways; `on_sheet` it has the number that it has there."""
        first, number = use.planned, use.number if on_sheet else 0
        video = self.video(first.video, self.wording.front.watch_how)
        note = self.notes.exercises.get(first.id)
        card = card_of(
            use.times, number, when, self.plan, self.wording, panels=self.panels(first), video=video, note=note
        )
        yield card
        for variant in other_ways(first, self.plan.clinic.video):
            video = self.video(variant.video, self.wording.front.watch_how)
            card = card_of((variant,), number, when, self.plan, self.wording, panels=self.panels(variant), video=video)
            name = Prose(fill(self.wording.card.or_option, label=card.name), place_of(card.name))
            yield replace(card, name=name, trade_name=first.exercise.variants[variant.option or ""].label, then=None)

    def stops(self, uses: Iterable[tuple[int, PlannedExercise]]) -> Advice | None:
        """When to stop which exercise, once for all; the routine's own reasons are for any of them."""
        reasons = [
            (number, way.exercise.stop_if)
            for number, one in uses
            for way in (one, *other_ways(one, self.plan.clinic.video))
        ]
        rules = sentences.stop_rules(reasons, self.plan.routine.stop_if, self.wording)
        return Advice(self.wording.card.stop_head, rules) if rules else None

    def labelled_plates(self) -> tuple[LabelledDrawing, ...]:
        return tuple(self._plate(drawing) for drawing in self.plates)

    def _plate(self, drawing: Drawing) -> LabelledDrawing:
        words = self.wording.anatomy
        parts = dict.fromkeys(words[label.key].strip("(),") for label in drawing.labels)
        alt = fill(self.wording.alt.anatomy, parts=self.wording.join.comma.join(parts))
        return LabelledDrawing(drawing, words["title"], alt, words, words["text"])

    def panels(self, planned: PlannedExercise) -> tuple[Panel, ...]:
        """The pictures of an exercise with their captions, without those of a side that is not trained."""
        alt, captions = sentences.picture_texts(planned, self.wording)
        frames = self.pictures.get((planned.number, planned.option or ""), ())
        meant = [index for index in range(len(frames)) if index >= len(captions) or captions[index]]
        captions = captions or (("",) if len(frames) == 1 else (self.wording.card.start, self.wording.card.end))
        return tuple(Panel(frames[index], captions[index] if index < len(captions) else "", alt) for index in meant)

    def session_video(self) -> Invitation | None:
        """The routine's own video, with its length if that is the length of this session."""
        video = self.video(self.plan.video, self.wording.front.follow_along)
        return replace(video, length=sentences.session_video_length(self.plan, self.wording)) if video else None

    def video(self, video: ResolvedVideo | None, words: str) -> Invitation | None:
        return invitation_of(video, words, self.wording)

    def remember(self) -> Advice:
        return Advice(self.wording.closing.remember, tuple(("", point) for point in self.plan.routine.remember))

    def _closing(self) -> ClosingPart:
        plan, wording = self.plan, self.wording
        rule = sentences.progress_rule(plan, wording)
        progress = Advice(wording.closing.progress_head, rule) if rule else None
        return ClosingPart(
            self.remember(),
            progress,
            help_of(plan, wording),
        )
