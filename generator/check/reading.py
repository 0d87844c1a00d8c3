"""A text comes in; its sentences, the lengths of its words and sentences, and for English a reading grade go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"([.!?…][\"'”’)\]]*)\s+|([。！？][\"'”’」)]*)\s*")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Scripts that set no spaces between words: two characters count as one word.
_UNSPACED = re.compile(r"[\u0e00-\u0edf\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")

_VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are two syllables: ar-e-a, phys-i-o, ra-di-us, di-et; but not in mo-tion, spe-cial, pa-tient.
_HIATUS = re.compile(
    r"(?<![tcg])ia|(?<![tcsg])io|(?<=s)io(?![nu])|(?<=[dnblvr])iu|(?<![tcs])ie(?=t|nt)"
    r"|ea(?=$|s$|te|to)|eo(?!p|us)|ua(?!r)|yi|oi(?=ng)"
)
# The e that is not spoken: makes, hoped, cake; but ta-ble, lift-ed, pinch-es, set-tles keep theirs.
_SILENT_E = re.compile(
    r"(?:(?<=[^aeiouyl])|(?<=[aeiouy]l))e$|(?<=[^aeioutdl])ed$|(?<=[^aeiouyszxcghl])es$|(?<=[aeiouy]l)e[sd]$|(?<=th)es$"
)
# What the rules above get wrong in words of this trade.
_EXCEPTIONS = {
    word: int(line[0])
    for line in """
1: does goes hinge knees shoes toes
2: ankle ankles backward being breathing careful closely create cycles degrees doing evening every forehead
2: foreheads going hinges homework lifestyle likely lonely loosely middle minute minutes movement movements muscles
2: people quiet rarely really rested rhythm safely safety science seeing several shoelace sideways someone
2: something sometimes somewhere tissues useful
3: area areas bicycle carefully completely created everyday everything exercise idea quadriceps quietly
4: exercises
""".split("\n")
    for word in line[2:].split()
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Sentences, words, syllables and words of three or more syllables of a text."""

    sentences: int
    words: int
    syllables: int
    long_words: tuple[str, ...]

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade, English only: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.

        Kincaid et al., Research Branch Report 8-75, Naval Technical Training Command, 1975.
        """
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def long_share(self) -> float:
        """Share of words of three or more syllables, 0 to 1."""
        return len(self.long_words) / self.words if self.words else 0.0


def sentences(text: str) -> list[str]:
    """The sentences of a text in any language; a text without a full stop is one."""
    return [part for part in _SENTENCE_END.sub(r"\1\2\n", text).split("\n") if _WORD.search(part)]


def word_count(text: str) -> int:
    """Words in any language; where a script sets no spaces, two characters count as a word."""
    unspaced = sum(-(-len(found[0]) // 2) for found in _UNSPACED.finditer(text))
    return unspaced + len(_WORD.findall(_UNSPACED.sub(" ", text)))


def syllables(word: str) -> int:
    """Syllables of an English word, by its letters; a number counts as one."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    known = _EXCEPTIONS.get(word)
    if known:
        return known
    letters = re.sub(r"[^a-z]", "", word)
    count = len(_VOWELS.findall(letters)) + len(_HIATUS.findall(letters))
    if count > 1 and _SILENT_E.search(letters):
        count -= 1
    return max(1, count)


def counted(texts: Iterable[str]) -> Counts:
    """The counts of English texts together; each text ends its last sentence."""
    said = [part for text in texts for part in sentences(text)]
    words = [word for part in said for word in _WORD.findall(part)]
    sizes = [syllables(word) for word in words]
    return Counts(len(said), len(words), sum(sizes), _long(words, sizes))


def _long(words: Sequence[str], sizes: Sequence[int]) -> tuple[str, ...]:
    return tuple(word.lower() for word, size in zip(words, sizes, strict=True) if size >= 3)
