"""The pain rule, whom to ask first, when to stop, and when to call for help."""

from __future__ import annotations

import pytest

from generator.language.wording import Wording, load_wording
from generator.plan import Plan
from generator.sentences import (
    ask_first,
    call_us,
    emergency,
    pain_lights,
    pain_rules,
    run_in,
    stop_if,
    stop_signs,
    urgent,
)
from tests.shelf import Shelf, strength

ENGLISH = load_wording("en-GB")
ROUTINE = "phases:\n  - {id: p, name: P, kind: strengthen, frequency: 3, exercises: [a]}\n"


def plan_of(exercise: str = "", routine: str = "", clinic: str = "") -> Plan:
    return Shelf(ROUTINE + routine, {"a": strength("duration: 8 min") + exercise}, clinic).plan()


def loose(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_pain_rule() -> None:
    plan = plan_of(clinic="pain_rule: {go: [0, 2], care: [3, 3], stop: [4, 10]}\n")
    lights = pain_lights(plan.clinic, ENGLISH)
    assert [(light.kind, light.numbers, light.word) for light in lights] == [
        ("go", "0–2", "Go"),
        ("care", "3", "Care"),
        ("stop", "4–10", "Stop"),
    ]
    (above, stop), (worse, less) = pain_rules(ENGLISH)
    assert "2 above your usual" in above and stop.startswith("Stop")
    assert "next morning" in worse and less == "Do less next time. Twice in a row, call us."
    assert stop_signs(ENGLISH).startswith("Chest pain") and stop_signs(ENGLISH).endswith(".")


def test_when_to_stop() -> None:
    plan = plan_of(routine="stop_if: [your back is worse, you feel dizzy]\n")
    assert stop_if(plan.routine, ENGLISH) == "your back is worse or you feel dizzy."
    assert stop_if(plan_of().routine, ENGLISH) == ""
    assert loose(call_us(plan.clinic, ENGLISH)) == "Call us: 020 7946 0123"


def test_who_asks_first() -> None:
    usual = " ".join(ask_first(plan_of(), ENGLISH))
    signs = "osteoporosis, hip, operation, cancer, steroids, heart, blood pressure, faint, fall, pregnant"
    assert [sign for sign in signs.split(", ") if sign not in usual] == []
    assert "glaucoma" not in usual and "blood thinners" not in usual, "only some exercises ask for these"
    assert ask_first(plan_of(clinic="ask_first: Ask if in doubt.\n"), ENGLISH) == ("Ask if in doubt.",)


def test_an_exercise_adds_whom_it_concerns_and_nothing_hides_it() -> None:
    roller = "ask_first: [take blood thinners]\n"
    assert ask_first(plan_of(roller), ENGLISH)[-1] == "take blood thinners"
    assert ask_first(plan_of(roller, clinic="ask_first: Ask.\n"), ENGLISH) == ("Ask.", "take blood thinners")
    choice = "variants: {b: {label: B, equipment: [ball], ask_first: [take blood thinners]}}\n"
    assert ask_first(plan_of(choice), ENGLISH)[-1] == "take blood thinners", "the client may choose this one"
    twice = "{id: q, name: Q, kind: strengthen, frequency: 3, exercises: [a]}"
    measure = (
        "{id: m, name: Reach, unit: cm, min: 0, max: 40, step: 10, better: lower, how: Fold., ask_first: [have X]}"
    )
    assert ask_first(Shelf(f"{ROUTINE}measures: [{measure}]\n", {"a": strength()}).plan(), ENGLISH)[-1] == "have X"
    doubled = ask_first(Shelf(f"{ROUTINE}  - {twice}\n", {"a": strength() + roller}).plan(), ENGLISH)
    assert len(set(doubled)) == len(doubled)


@pytest.mark.parametrize(
    ("clinic", "head"),
    [
        ("", "Call 999 or go to A&E now"),
        ('country: US\nemergency: "911"\n', "Call 911 or go to the emergency room now"),
        ('country: IE\nemergency: "112"\n', "Call 112 or go to the emergency department now"),
        ('country: AU\nemergency: "000"\n', "Call 000 or go to the emergency department now"),
        ('country: NZ\nemergency: "111"\n', "Call 111 or go to the emergency department now"),
        ('country: XX\nemergency: "12 34"\n', "Call 12 34 or go to the emergency department now"),
    ],
)
def test_where_to_turn_depends_on_the_country(clinic: str, head: str) -> None:
    plan = plan_of(clinic=clinic)
    assert loose(emergency(plan.routine, plan.clinic, ENGLISH).head) == head


# What public guidance names as an emergency of the back, and what as a matter for the same day.
AT_ONCE = (
    "both legs, numbness or tingling around your genitals or buttocks, wipe, urine, bladder or bowel, sexual, "
    "weakness that gets worse, foot that drags, accident, chest pain, breath, faint"
)
SAME_DAY = "one leg or foot, fever, weight, lump, night, cough, sneeze, strain, shoulder blades, hot, swollen calf"


@pytest.mark.parametrize("wording", [ENGLISH, load_wording("en-US")], ids=["en-GB", "en-US"])
def test_red_flags_of_the_back(wording: Wording) -> None:
    plain, tagged = plan_of(), plan_of(routine="tags: [back-pain]\n")
    flags = emergency(tagged.routine, tagged.clinic, wording)
    assert [sign for sign in AT_ONCE.split(", ") if sign not in " ".join(flags.items)] == []
    assert run_in(flags, wording).startswith("if you have: pain, tingling, weakness or numbness in both legs; ")
    assert "genitals" not in " ".join(emergency(plain.routine, plain.clinic, wording).items)
    today = urgent(tagged.routine, tagged.clinic, wording)
    assert today.head == "Call us or your GP today"
    assert [sign for sign in SAME_DAY.split(", ") if sign not in " ".join(today.items)] == []
