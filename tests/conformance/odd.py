"""Content that nobody tidied up: files in a folder come out, written from bundled ones with what is odd about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator import assets

COMPOUND = "Oberschenkelrückseitenmuskelkraftübungen"  # 40 letters
SIXTY = "Standing one-leg balance with a slow reach to the other side"
assert len(COMPOUND) == 40 and len(SIXTY) == 60

Content = dict[str, Any]


def bundled(kind: str, name: str) -> Content:
    value: Content = yaml.safe_load((assets.bundled_content() / kind / f"{name}.yaml").read_text("utf-8"))
    return value


def exercise(**changes: object) -> Content:
    """A bundled exercise with two pictures; a change of None leaves its key out."""
    made = bundled("exercises", "hip-hinge") | changes
    return {key: value for key, value in made.items() if value is not None and key not in ("variants", "off")}


def routine(*phases: tuple[str, ...], **changes: object) -> Content:
    made: Content = {
        "title": "Odd content",
        "version": "1.0",
        "issued": "2026-11-02",
        "review_by": "2029-11-01",
        "author": "a physiotherapist",
        "message": ["Move a little every day."],
        "why": "Moving may help you to bend with more ease.",
        "phases": [
            {
                "id": f"part-{number}",
                "name": f"Part {number}",
                "kind": "mobilise",
                "frequency": {"per_week": 7},
                "exercises": list(names),
            }
            for number, names in enumerate(phases, 1)
        ],
        "remember": ["Slow is fine."],
        "sources": [{"title": "Nobody", "url": "https://example.clinic/", "note": "made up"}],
        "basis": "composed",
        "licence": "CC BY 4.0",
    }
    return {key: value for key, value in (made | changes).items() if value is not None}


def write(folder: Path, exercises: Mapping[str, Content], the_routine: Content, clinic: Content | None = None) -> None:
    files = {f"exercises/{name}": value for name, value in exercises.items()} | {"routines/odd": the_routine}
    if clinic:
        files["clinics/odd"] = clinic
    for name, value in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def _one(**changes: object) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        write(folder, {"odd-one": exercise(**changes)}, routine(("odd-one", "cat-cow")))

    return make


def _routine(*phases: tuple[str, ...], **changes: object) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        write(folder, {}, routine(*phases, **changes))

    return make


def _clinic(**changes: object) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        made = bundled("clinics", "brookside") | {"logo": None} | changes
        clinic = {key: value for key, value in made.items() if value is not None}
        write(folder, {}, routine(("cat-cow", "hip-hinge")), clinic)

    return make


def _many(folder: Path) -> None:
    names = [f"move-{number}" for number in range(1, 26)]
    write(
        folder, {name: exercise(short_name=name, name=f"Hinge number {name}") for name in names}, routine(tuple(names))
    )


BASIC = ("cat-cow", "hip-hinge", "lying-strap-stretch")
LONG_STEP = "Push your hips straight back as far as they go, and keep looking at the floor."

# Each is laid out without loss, or refused with a place.
ODD: dict[str, Callable[[Path], None]] = {
    "a compound in a name": _one(name=f"Ruhig: {COMPOUND}"),
    "a compound everywhere": _one(
        steps=[f"{COMPOUND} langsam beginnen.", "Atmen."],
        feel=f"die {COMPOUND}",
        tip=f"{COMPOUND}.",
        avoid=f"{COMPOUND}.",
        equipment=[COMPOUND.lower()],
        stop_if=[f"{COMPOUND} weh tun"],
    ),
    "a compound as title": _routine(BASIC, title=f"{COMPOUND} am Morgen"),
    "a name of sixty characters": _one(name=SIXTY, trade_name="Single-leg stance with contralateral reach"),
    "nine steps": _one(steps=[LONG_STEP] * 9),
    "twelve steps": _one(steps=[LONG_STEP] * 12),
    "no picture": _one(figure=None, captions=None, alt=None),
    "no picture and no video": _one(figure=None, captions=None, alt=None, video=None),
    "twenty-five exercises": _many,
    "one exercise": _routine(("cat-cow",)),
    "six phases": _routine(*[(name,) for name in (*BASIC, "deadlift", "toe-touch", "childs-pose")]),
    "a message of three lines": _routine(
        BASIC,
        message=[
            "Move a little every day, even when you do not feel like it at all.",
            "A mild pull is fine. Pain is not.",
        ],
    ),
    "a message of one very long sentence": _routine(BASIC, message=["Move " + "and move again " * 12 + "every day."]),
    "a long list of things": _one(
        equipment=[
            "long resistance band with handles",
            "firm dining chair",
            "rolled bath towel",
            "wall bars",
            "soft ball",
        ]
    ),
    "many stop signs": _one(stop_if=[f"pain grows in your back, hip or knee for the {n}th time" for n in range(4, 10)]),
    "a long reason": _routine(BASIC, why="It may help you to bend and lift with more ease. " * 8),
    "many things to remember": _routine(BASIC, remember=["Slow is fine, and so is a day of rest."] * 4),
    "a clinic without logo and hours": _clinic(hours=None),
    "a clinic with a long name": _clinic(name="Brookside and Millbrook Centre of Physiotherapy and Movement"),
    "a clinic in a pale colour": _clinic(accent="#F2A33A"),
}

# No face has these: refused at their place, never printed as boxes.
UNPRINTABLE = {
    "Hebrew": _one(name="Hinge \u05e9\u05dc\u05d5\u05dd"),
    "Arabic": _one(tip="\u0645\u0631\u062d\u0628\u0627."),
    "Chinese": _one(steps=["\u4f60\u597d\u3002", "Stand tall."]),
    "Devanagari": _routine(BASIC, title="\u0928\u092e\u0938\u094d\u0924\u0947"),
    "an emoji": _one(feel="fine \U0001f600"),
}
