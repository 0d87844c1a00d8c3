"""Each rule of a file on a wrong sample that it must find, at its place, and on the right one beside it."""

from __future__ import annotations

import pytest

from generator.check.rules import FILE_RULES

from .samples import file_of, found_in

LONG = "Stand with your back against a wall that is smooth and strong and step your feet forward"  # 17 words
VERY_LONG = LONG + " until they are as far from the wall as one of your own feet is long"  # 33 words
HARD_TO_READ = """\
purpose: Improves functional stability, musculature coordination and circulation.
tip: Continuously activate stabilising musculature.
"""
STEPS = "steps: [{}]\n"

# kind, changed lines, rule, line:column, words found, a part of the hint
PHASE_WITH_A_LONG_ADDRESS = (
    "phases: [{id: move, name: Move, kind: strengthen, frequency: {per_week: 3}, exercises: [wall-sit], "
    f"video: 'https://a.org/{'x' * 120}'}}]\n"
)
WRONG = [
    ("routines", "remember: -\n", "no-summary", "1:1", "", "remember:"),
    ("exercises", "alt: -\npicture: -\nfigure: {pose: {base: standing}}\n", "no-alt", "20:9", "", "telephone"),
    (
        "exercises",
        "variants: {ball: {label: With a ball, figure: {pose: {base: sitting}}}}\n",
        "no-alt",
        "22:47",
        "",
        "telephone",
    ),
    ("exercises", "picture: -\nalt: -\n", "no-picture", "1:7", "", "POSING"),
    ("exercises", "video: -\n", "no-video", "1:1", "", "slug"),
    ("routines", "video: -\n", "no-video", "1:1", "", "slug"),
    ("clinics", "video: -\n", "no-video", "1:1", "", "base"),
    ("exercises", STEPS.format(", ".join(["Sit."] * 10)), "too-many-steps", "8:63", "", "two exercises"),
    ("exercises", STEPS.format(", ".join(["Sit."] * 8)), "many-steps", "8:51", "", "picture shows"),
    ("exercises", "stop_if: -\n", "no-stop-rule", "1:1", "", "stop_if"),
    ("routines", "why: It may help with back pain.\n", "back-pain-tag", "7:23", "back pain", "tags: [back-pain]"),
    ("routines", "title: A stiff or sore back\n", "back-pain-tag", "1:10", "stiff or sore back", "tags"),
    ("exercises", "stop_if: [it is sore the next day]\n", "stop-afterwards", "16:26", "next day", "regress_when"),
    ("routines", "stop_if: [your back is sore two days later]\n", "stop-afterwards", "12:33", "days later", "leave it"),
    ("clinics", 'emergency: "911"\n', "emergency-number", "3:12", "911", '"999"'),
    ("exercises", f"tip: {LONG}.\n", "long-sentence", "13:6", LONG + ".", "two sentences"),
    ("exercises", f"tip: Sit. {LONG}.\n", "long-sentence", "13:11", LONG + ".", "two sentences"),
    ("exercises", f"tip: {VERY_LONG}.\n", "very-long-sentence", "13:6", LONG[:40], "two sentences"),
    (
        "exercises",
        HARD_TO_READ,
        "long-words",
        "1:1",
        "musculature",
        "shorter words",
    ),
    (
        "exercises",
        HARD_TO_READ,
        "reading-grade",
        "1:1",
        "syllables a word",
        "longest sentences",
    ),
    ("exercises", STEPS.format("Your back is on the wall."), "step-verb", "8:9", "Your back is on", "Lie, Bend"),
    ("exercises", STEPS.format("Then slowly the knee bends."), "step-verb", "8:9", "Then slowly the knee", "Lie"),
    (
        "exercises",
        STEPS.format("Bend your knee and lift your arm. Turn round."),
        "step-actions",
        "8:9",
        "bend, lift, turn",
        "two steps",
    ),
    ("exercises", "tip: It helps with wear and tear.\n", "frightening", "13:20", "wear and tear", "changes that come"),
    ("exercises", "tip: Your back is un\\\nstable\n".replace("\\\n", ""), "frightening", "13:19", "unstable", "strong"),
    ("routines", "why: >-\n  Two lines that\n  prevent pain.\n", "promising", "9:3", "prevent", "may lower"),
    ("routines", "message: This will help you walk.\n", "promising", "6:15", "will help", "may help"),
    ("exercises", "tip: Fix your back in a week.\n", "promising", "13:6", "Fix your back", "may help"),
    ("exercises", "tip: Work your hamstrings.\n", "jargon", "13:16", "hamstrings", "the muscles behind your thighs"),
    ("exercises", "tip: Do 8 repetitions.\n", "jargon", "13:11", "repetitions", "times"),
    ("exercises", "tip: Go into a lunge.\n", "jargon", "13:16", "lunge", "one foot in front"),
    ("exercises", "tip: Keep a neutral spine.\n", "jargon", "13:13", "neutral spine", "usual, easy curve"),
    ("exercises", "short_name: Sitting\n", "short-name", "2:13", "Sitting", "leave the key out"),
    ("exercises", "tip: Stop at RPE 7.\n", "raw-notation", "13:14", "RPE", "sentence"),
    ("exercises", "alt: The red arrow shows the way.\n", "colour-alone", "19:6", "The red arrow", "name the place"),
    ("exercises", "tip: Move the leg shown in blue.\n", "colour-alone", "13:19", "shown in blue", "name the place"),
    ("clinics", "web: https://exаmple.org\n", "look-alike-address", "8:6", "xn--exmple-4nf.org", "example.org"),
    ("exercises", "video: https://аррӏе.com/x\n", "look-alike-address", "17:8", "xn--80ak6aa92e.com", "apple.com"),
    ("clinics", "email: ann@bröok.org\n", "foreign-address", "8:8", "xn--brok-6qa.org", "type it"),
    ("exercises", "side: each\ntip: Rest. Then change legs.\n", "other-side", "13:17", "change legs", "only: each"),
    (
        "exercises",
        "side: alternate\nalt: {text: Once on each side., only: one side}\n",
        "other-side",
        "19:21",
        "each side",
        "one side",
    ),
    ("exercises", "tip: Do the same on the other side.\n", "other-side", "13:25", "other side", "side: each"),
    ("exercises", "tip: Move with both legs working in turn.\n", "other-side", "13:34", "in turn", "leave the words"),
    ("exercises", "captions: [Hold for 3 seconds]\n", "own-amount", "20:21", "3 seconds", "hold"),
    ("routines", "remember: [Stretch both sides.]\n", "other-side", "11:20", "both sides", "only: each"),
    ("exercises", "video: https://a.org/x?v=1&fbclid=b\n", "tracked-address", "17:8", "fbclid", "https://a.org/x?v=1"),
    ("routines", PHASE_WITH_A_LONG_ADDRESS, "long-address", "9:107", "126 characters", "codes"),
    ("exercises", "licence: -\n", "no-licence", "18:10", "", "CC BY"),
    ("clinics", "logo: a.svg\n", "no-licence", "8:7", "", "CC BY"),
]


@pytest.mark.parametrize("kind", ["exercises", "routines", "clinics"])
def test_a_good_file_has_no_findings(kind: str) -> None:
    assert [str(finding) for finding in found_in(file_of(kind))] == []


@pytest.mark.parametrize(
    ("kind", "changes", "rule", "at", "words", "hint"), WRONG, ids=[f"{w[2]} {w[3]}" for w in WRONG]
)
def test_a_wrong_file_is_found_at_its_place(kind: str, changes: str, rule: str, at: str, words: str, hint: str) -> None:
    findings = [one for one in found_in(file_of(kind, changes)) if one.rule == rule]
    assert [f"{one.place.line}:{one.place.column}" for one in findings if one.place] == [at]
    (finding,) = findings
    assert words in finding.found or finding.found.startswith(words)
    assert hint in finding.hint
    assert finding.allowed
    assert finding.excerpt


def test_every_rule_has_a_wrong_sample() -> None:
    assert {rule.id for rule in FILE_RULES} == {rule for _, _, rule, *_ in WRONG}


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("exercises", "tip: Work your hamstrings, the muscles behind your thighs.\n"),
        ("exercises", "tip: Fix the band to a post.\n"),
        ("exercises", "side: each\ntip: {text: Then change legs., only: each}\n"),
        ("exercises", "side: each\ntip: Let the other leg float back.\n"),
        ("exercises", "side: both\ntip: Sway to each side.\n"),
        ("routines", "remember: [{text: Stretch both sides., only: each}, Breathe.]\n"),
        ("exercises", "name: Wall sit (both legs)\nshort_name: Wall sit\n"),
        ("exercises", "short_name: -\n"),
        ("exercises", "stop_if: [sudden weakness or numbness, your back pain is worse]\n"),
        ("exercises", "trade_name: Isometric quadriceps hold\n"),
        ("exercises", STEPS.format("Gently bend your knee. Keep breathing and hold., Let go.")),
        ("routines", "why: It may help with back pain.\ntags: [back-pain]\n"),
        ("routines", "stop_if: [your back pain is worse]\n"),
        ("clinics", 'country: XX\nemergency: "12345"\n'),
        ("clinics", 'country: GB\nemergency: "112"\n'),
        ("clinics", 'country: AU\nemergency: "000"\n'),
    ],
)
def test_what_is_right_is_left_alone(kind: str, changes: str) -> None:
    assert [str(finding) for finding in found_in(file_of(kind, changes))] == []


def test_a_finding_is_shown_like_a_compilers() -> None:
    (finding,) = found_in(file_of("exercises", "tip: Keep a neutral spine.\n"))
    assert str(finding) == (
        'exercises.yaml:13:13: warning: tip: a word of the trade: "neutral spine"; '
        "allowed: a plain word, or a gloss in this file [jargon]\n"
        "  tip: Keep a neutral spine.\n"
        "              ^\n"
        '  hint: say "your back in its usual, easy curve", or say it once beside the word'
    )
