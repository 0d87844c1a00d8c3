"""What must never be missing or wrong on a handout: a stop rule, the signs of an emergency, the number to call."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.lexicon import lexicon
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.clinic import Clinic
from generator.content.emergency import emergency_services
from generator.content.exercise import Exercise
from generator.content.routine import Routine
from generator.content.sided import SIDES, all_said
from generator.plan.tags import BACK_PAIN


def no_stop_rule(file: ContentFile) -> Iterator[Slip]:
    if isinstance(file.value, Exercise) and not all(all_said(file.value.stop_if, side) for side in SIDES):
        hint = "add stop_if: [pain shoots below your knee, ...]"
        yield Slip("nothing says when to stop", file.place(), ("stop_if",), allowed="at least one sign", hint=hint)


def back_pain_untagged(file: ContentFile) -> Iterator[Slip]:
    """A routine that speaks of back pain, but does not print the warning signs of back pain."""
    routine = file.value
    if not isinstance(routine, Routine) or BACK_PAIN in routine.tags or not file.is_english:
        return
    for text in file.texts:
        # A stop sign such as "your back pain is worse" belongs to any exercise; what the routine is for does not.
        if text.path[0] in ("title", "message", "why", "measures"):
            for words, _ in lexicon().back_pain.found_in(text.words):
                hint = "add tags: [back-pain], which prints the signs that need help at once"
                place = file.at_words(text, words)
                allowed = "tags: [back-pain]"
                yield Slip("speaks of back pain without its warning signs", place, text.path, words, allowed, hint)
                return


def stop_that_is_less(file: ContentFile) -> Iterator[Slip]:
    """A stop sign about later soreness, of which the pain guide of every handout says: do less."""
    for text in file.texts if file.is_english else ():
        if "stop_if" in text.path:
            for words, _ in lexicon().afterwards.found_in(text.words):
                hint = "leave it out here; in an exercise, regress_when is its place"
                allowed = "what happens while somebody exercises"
                yield Slip("a stop sign for afterwards", file.at_words(text, words), text.path, words, allowed, hint)


def emergency_number(file: ContentFile) -> Iterator[Slip]:
    clinic = file.value
    if not isinstance(clinic, Clinic):
        return
    service = emergency_services().get(clinic.country)
    known = service.numbers if service else ()
    if known and clinic.emergency.replace(" ", "") not in known:
        yield Slip(
            f"not the emergency number of {clinic.country}",
            file.place("emergency"),
            ("emergency",),
            str(clinic.emergency),
            " or ".join(known),
            f'write emergency: "{known[0]}", or mend country',
        )


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "no-stop-rule",
        FindingLevel.ERROR,
        "Who exercises alone must know from the card when to stop.",
        "CERT item 11 (adverse events), Slade et al. 2016; Otago programme handbook",
        no_stop_rule,
    ),
    Rule(
        "back-pain-tag",
        FindingLevel.ERROR,
        "Back pain with certain signs needs a doctor at once, and the client must have them on paper.",
        "NHS, Back pain: when to get help; Finucane et al. 2020, red flags framework (JOSPT 50)",
        back_pain_untagged,
    ),
    Rule(
        "stop-afterwards",
        FindingLevel.ERROR,
        "Worse the next morning means: do less, and call if so twice in a row. A sheet must not say stop as well.",
        "Silbernagel et al. 2007 (pain-monitoring model); the pain guide on every handout",
        stop_that_is_less,
    ),
    Rule(
        "emergency-number",
        FindingLevel.ERROR,
        "A wrong emergency number costs minutes when they count.",
        "National emergency services; EU Decision 91/396/EEC (112)",
        emergency_number,
    ),
)
