"""Sentences, words and syllables; the grade against numbers worked out by hand."""

from __future__ import annotations

import pytest

from generator.check.reading import counted, sentences, syllables, word_count

# Counted by ear, as Merriam-Webster divides them.
SPOKEN = """
1: knees toes stretched breathe shapes sides moves tired hour through squeeze eased strength thighs
2: hamstrings shoulder muscle straighten lengthens slowly balance rested lifted bouncing middle table little people
2: bottle edges poses pieces changes pinches catches session motion ankle buttocks dumbbell barbell higher lower doctor
2: weakness numbness science patient degrees someone forward towel settles wheelchair diet special posture minutes
3: exercise together area radius video position possible opposite physical therapy rotation usual vertical continue
3: natural quadriceps medicine everyday strengthening obvious pregnancy tendency elastic
4: gradually temperature comfortable horizontal abdominals emergency unusual information
6: physiotherapist
"""
WORDS = [(word, int(line[0])) for line in SPOKEN.split("\n") if line for word in line[2:].split()]


def test_syllables_as_they_are_spoken() -> None:
    wrong = {word: syllables(word) for word, spoken in WORDS if syllables(word) != spoken}
    assert len(WORDS) > 80
    assert len(wrong) <= len(WORDS) // 25, wrong  # letters alone do not say how English is spoken


def test_a_word_of_three_syllables_is_seldom_taken_for_a_short_one_or_the_other_way_round() -> None:
    assert [word for word, spoken in WORDS if (syllables(word) >= 3) != (spoken >= 3)] == []


def test_the_grade_is_the_formula_of_1975() -> None:
    counts = counted(["The cat sat on the mat.", "Lift your exercise bottle slowly."])
    # 2 sentences, 11 words, 6 + (1 + 1 + 3 + 2 + 2) = 15 syllables
    assert (counts.sentences, counts.words, counts.syllables, counts.long_words) == (2, 11, 15, ("exercise",))
    assert counts.grade == pytest.approx(0.39 * 11 / 2 + 11.8 * 15 / 11 - 15.59)
    assert counts.long_share == pytest.approx(1 / 11)


def test_no_words_have_no_grade() -> None:
    assert counted([]).grade == counted(["", "..."]).grade == counted([]).long_share == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lie down. Breathe out!", ["Lie down.", "Breathe out!"]),
        ("Rest 2.5 minutes.", ["Rest 2.5 minutes."]),
        ("He said “Stop.” Then he sat.", ["He said “Stop.” ", "Then he sat."]),
        ("no full stop", ["no full stop"]),
        ("仰卧。抬起一条腿。", ["仰卧。", "抬起一条腿。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [part.strip() for part in sentences(text)] == [part.strip() for part in expected]


def test_words_in_scripts_with_and_without_spaces() -> None:
    assert word_count("Don't bend your left-hand side, it's 10 cm.") == 9
    assert word_count("Подними прямую ногу.") == 3
    assert word_count("抬起一条腿") == 3
