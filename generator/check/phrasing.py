"""Words that frighten, promise too much, only the trade knows, or mean something by their colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.lexicon import Phrases, lexicon
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.exercise import Exercise
from generator.problems import place_of
from generator.sentences import is_beginning


def _found(file: ContentFile, phrases: Phrases, what: str, allowed: str) -> Iterator[Slip]:
    for text in file.texts if file.is_english else ():
        for words, advice in phrases.found_in(text.words):
            better = advice.words
            hint = better if better.startswith(("leave", "say", "name")) or not better else f'say "{better}"'
            yield Slip(what, file.at_words(text, words), text.path, words, allowed, hint)


def frightening(file: ContentFile) -> Iterator[Slip]:
    return _found(file, lexicon().frightening, "words that frighten", "words that give courage")


def promising(file: ContentFile) -> Iterator[Slip]:
    return _found(file, lexicon().promising, "words that promise too much", "may help, may ease")


def colour_alone(file: ContentFile) -> Iterator[Slip]:
    for slip in _found(
        file, lexicon().colour_alone, "a meaning by colour alone", "a word, a number or a pattern beside it"
    ):
        yield Slip(slip.what, slip.place, slip.path, slip.found, slip.allowed, "name the place or the shape instead")


def jargon(file: ContentFile) -> Iterator[Slip]:
    """Each word of the trade once a file, if nothing in the file says what it means."""
    if not file.is_english:
        return
    said = "\n".join(text.words for text in file.texts)
    known: set[str] = set()
    for text in file.texts:
        for words, advice in lexicon().jargon.found_in(text.words):
            if advice.words in known or (advice.said and advice.said.search(said)):
                continue
            known.add(advice.words)
            hint = f'say "{advice.words}", or say it once beside the word'
            yield Slip(
                "a word of the trade",
                file.at_words(text, words),
                text.path,
                words,
                "a plain word, or a gloss in this file",
                hint,
            )


def raw_notation(file: ContentFile) -> Iterator[Slip]:
    for slip in _found(file, lexicon().raw_notation, "notation of the trade", "a sentence"):
        yield Slip(
            slip.what,
            slip.place,
            slip.path,
            slip.found,
            slip.allowed,
            "the dose makes its own sentence; say the rest in words",
        )


def short_name(file: ContentFile) -> Iterator[Slip]:
    """A short name that is not the beginning of the name."""
    exercise = file.value
    if not isinstance(exercise, Exercise):
        return
    for path, part in ((), exercise), *((("variants", name), one) for name, one in exercise.variants.items()):
        name = part.name or exercise.name
        if part.short_name and not is_beginning(part.short_name, name):
            yield Slip(
                "a second name for one exercise",
                place_of(part.short_name),
                (*path, "short_name"),
                part.short_name,
                f'the beginning of "{name}"',
                "leave the key out: where room is short the tool ends the name earlier itself",
            )


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "frightening",
        FindingLevel.WARNING,
        "Words such as wear and tear stay with people for years, and they move less and hurt more.",
        "Darlow et al. 2013 (Annals of Family Medicine 11); Stewart and Loftus 2018 (JOSPT 48)",
        frightening,
    ),
    Rule(
        "promising",
        FindingLevel.WARNING,
        "No exercise is certain to help: whether tight hamstrings cause back pain is impossible to conclude.",
        "Hori et al. 2021 (Physiotherapy Theory and Practice); UK CAP Code, section 12",
        promising,
    ),
    Rule(
        "jargon",
        FindingLevel.WARNING,
        "Words of the trade may only be used to make readers acquainted with them, and are explained.",
        "PEMAT-P items 3 and 4, AHRQ 2014",
        jargon,
    ),
    Rule(
        "short-name",
        FindingLevel.ERROR,
        "One exercise has one name on card, list and chart, or the reader looks for two.",
        "PEMAT-P item 3, AHRQ 2014: everyday words, used consistently",
        short_name,
    ),
    Rule(
        "raw-notation",
        FindingLevel.WARNING,
        "Clients read sentences: stop when you could still do 3 more, not RIR 3.",
        "PEMAT-P item 6, AHRQ 2014",
        raw_notation,
    ),
    Rule(
        "colour-alone",
        FindingLevel.ERROR,
        "One man in twelve cannot tell the colours apart, and a photocopy has none.",
        "WCAG 2.2, 1.4.1",
        colour_alone,
    ),
)
