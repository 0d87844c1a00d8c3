"""A plan becomes everything that a handout prints: words from the sentences, pictures as given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator import sentences
from generator.content.address.video import ResolvedVideo
from generator.content.person import Person
from generator.language.joining import ended, unbroken
from generator.language.wording import Wording, fill
from generator.manuscript.card import Card, CardNote
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
            plates=tuple(self._plate(drawing) for drawing in self.plates),
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
        version, author = sentences.footer_lines(plan.routine, wording)
        contact = unbroken(f"{plan.clinic.name}, {plan.clinic.phone}")
        return RunningFooter(
            (Prose(version, place_of(plan.routine.title)), Prose(author, place_of(plan.routine.author))),
            sentences.short_footer(plan.routine, wording),
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
            message=plan.routine.message,
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
        return CardPhase(
            phase.phase.id,
            self.tab(phase),
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
            video=None if earlier else self.video(planned.video, wording.front.watch_how),
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

    def _notes(self, planned: PlannedExercise, earlier: int | None) -> tuple[CardNote, ...]:
        """Why, what to measure, where to begin, how hard; feel, tip, avoid, easier, harder; last, when to stop.

        A card that repeats an earlier one of a timed sequence only says so.
        """
        words, exercise = self.wording.card, planned.exercise
        measure = sentences.measure_note(planned, self.plan.routine, self.wording)
        first = [CardNote("plain", *measure)] if measure else []
        if earlier:
            return (CardNote("plain", "", fill(words.same_way, n=earlier)), *first)
        notes = [
            CardNote("plain", words.why, exercise.purpose),
            *first,
            *(CardNote("plain", label, text) for label, text in sentences.how_notes(planned, self.wording)),
        ]
        notes += [
            CardNote(kind, label, text)
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
            notes.append(CardNote("stop", words.stop_if, ended(reasons)))
        return tuple(notes)

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

    def _closing(self) -> ClosingPart:
        plan, wording = self.plan, self.wording
        remember = Advice(wording.closing.remember, tuple(("", point) for point in plan.routine.remember))
        rule = sentences.progress_rule(plan, wording)
        progress = Advice(wording.closing.progress_head, rule) if rule else None
        return ClosingPart(
            remember,
            progress,
            help_of(plan, wording),
        )
