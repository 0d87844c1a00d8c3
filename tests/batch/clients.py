"""Made-up clients, names in many scripts."""

from __future__ import annotations

import random
from datetime import date, timedelta

# Latin with all its marks, Vietnamese, Greek and Cyrillic: the bundled faces have these.
PRINTABLE = (
    "Ann Lee", "Chloé Dupont", "Jürgen Groß", "Łukasz Żółć", "Søren Ångström", "İbrahim Çağlar", "Đặng Thị Quỳnh",
    "Ελένη Παπαδοπούλου", "Наталья Щербакова", "Zoë O’Brien-Núñez", "Þóra Ægisdóttir", "Kőszegi Ágnes",
    "Ștefan Țurcanu", "Ignatius Wolfeschlegelsteinhausen-Bergerdorff the Younger", "Ján Ďurčo", "Míša", "X Æ",
)  # fmt: skip
# Scripts that need other faces, and signs that are no letters.
UNPRINTABLE = (
    "田中 さくら",
    "王小明",
    "김민준",
    "מרים כהן",
    "محمد علي",
    "सीता देवी",
    "สมชาย",
    "Ann 😀",
    "Ana\u0303\u0323 \ue000",
)
ROUTINES = (
    "back-care-stretches", "hamstring-health", "hinge-and-rotate", "hip-hinge-foundations", "ten-minute-follow-along",
)  # fmt: skip
HEAD = ("routine", "name", "by", "start", "review", "style", "note", "copies", "pseudonym")


def roster_rows(count: int, routines: tuple[str, ...] = ROUTINES, seed: int = 7) -> list[list[str]]:
    """Head and rows; one name in nine cannot be printed."""
    pick = random.Random(seed)
    rows = [list(HEAD)]
    for number in range(count):
        names = UNPRINTABLE if number % 9 == 8 else PRINTABLE
        start = date(2026, 11, 23) + timedelta(days=pick.randrange(21))
        copies = "2" if number % 25 == 3 else ""
        pseudonym = f"P-{number:04}" if number % 10 == 1 else ""
        note = "Mind the left knee." if number % 20 == 5 else ""
        dates = [start.isoformat(), (start + timedelta(days=28)).isoformat()]
        name = names[pick.randrange(len(names))]
        rows.append([routines[number % len(routines)], name, "Sam Ortiz", *dates, "", note, copies, pseudonym])
    return rows
