"""Texts that are hard to read: long sentences in any language, long words and a high grade in English."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.reading import Counts, counted, sentences, word_count
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile, TextRole
from generator.content.sided import fits

MOST_WORDS = 25
MANY_WORDS = 15
LONG_SHARE = 0.10
GRADE = 6.0
FEWEST_WORDS = 30  # of a file: below that, one long word would decide


def _sentences(file: ContentFile, more_than: int, at_most: int, allowed: str) -> Iterator[Slip]:
    for text in file.texts:
        for sentence in sentences(text.words):
            count = word_count(sentence)
            if more_than < count <= at_most:
                kind = "a step" if text.role is TextRole.STEP else "a sentence"
                yield Slip(
                    f"{kind} of {count} words",
                    file.at_words(text, sentence),
                    text.path,
                    _short(sentence),
                    f"at most {allowed} words",
                    "make two sentences of it, each with one thought",
                )


def very_long_sentence(file: ContentFile) -> Iterator[Slip]:
    return _sentences(file, MOST_WORDS, 10_000, str(MOST_WORDS))


def long_sentence(file: ContentFile) -> Iterator[Slip]:
    return _sentences(file, MANY_WORDS, MOST_WORDS, str(MANY_WORDS))


def reading_of(*files: ContentFile) -> Counts:
    """The counts of running text and steps; names and descriptions for a screen reader are left out."""
    return counted(
        text.words
        for file in files
        for text in file.texts
        if text.role in (TextRole.STEP, TextRole.SENTENCE) and fits(text.only, file.side)
    )


def long_words(file: ContentFile) -> Iterator[Slip]:
    counts = reading_of(file)
    if file.is_english and counts.words >= FEWEST_WORDS and counts.long_share > LONG_SHARE:
        common = sorted(set(counts.long_words), key=lambda word: (-counts.long_words.count(word), word))
        yield Slip(
            f"{counts.long_share:.0%} of the words have three or more syllables",
            file.place(),
            (),
            ", ".join(common[:8]),
            f"at most {LONG_SHARE:.0%}",
            "use shorter words: use for utilise, bend for flexion, move for mobilisation",
        )


def reading_grade(file: ContentFile) -> Iterator[Slip]:
    counts = reading_of(file)
    if file.is_english and counts.words >= FEWEST_WORDS and counts.grade > GRADE:
        average = counts.words / counts.sentences
        yield Slip(
            f"Flesch-Kincaid grade {counts.grade:.1f}",
            file.place(),
            (),
            f"{average:.1f} words a sentence, {counts.syllables / counts.words:.2f} syllables a word",
            f"at most {GRADE:g}",
            "shorten the longest sentences first, then the longest words",
        )


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 90 else sentence[:89] + "…"


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "very-long-sentence",
        FindingLevel.ERROR,
        "A sentence of more than 25 words is lost on most readers before its end.",
        "UK Government Digital Service, Content design: sentence length",
        very_long_sentence,
    ),
    Rule(
        "long-sentence",
        FindingLevel.WARNING,
        "Sentences of at most 15 words took patient texts from grade 9.8 to 6.4.",
        "NHS digital service manual, How to write good content; AHRQ Health Literacy Toolkit, tool 11",
        long_sentence,
    ),
    Rule(
        "long-words",
        FindingLevel.WARNING,
        "Words of three and more syllables are what makes patient texts hard; at most one in ten may be so long.",
        "McLaughlin 1969 (SMOG); AHRQ Health Literacy Toolkit, tool 11",
        long_words,
    ),
    Rule(
        "reading-grade",
        FindingLevel.WARNING,
        "Patient material should be at grade 6; Flesch-Kincaid = 0.39 words/sentence + 11.8 syllables/word − 15.59.",
        "AMA and NIH recommendations on patient material; Kincaid et al. 1975 (English only, a weak check alone)",
        reading_grade,
    ),
)
