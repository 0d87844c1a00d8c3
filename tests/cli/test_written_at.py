"""A problem of what a client gets names where it was written: the option, or the line of the plan file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

PLAN = """routine: hamstring-health
clinic: brookside
language: en-GB
{}
"""


def told(*arguments: str) -> str:
    """The first line of what `handouts plan` says."""
    result = CliRunner().invoke(main, ["plan", *arguments])
    assert result.exit_code == 1, result.output
    return result.stderr.splitlines()[0]


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        ("dose: {cat-cow: {progression: same}}", "4:31", "dose.cat-cow.progression: cat-cow has no steps to keep"),
        ("dose:\n  hip-hinge: {reps: null}", "5:14", "dose.hip-hinge: the changed dose of hip-hinge needs one of"),
        ("dose:\n  hip-hinge:\n    progression: [{reps: 8}]", "6:19", "dose.hip-hinge.progression[1]: is the same as"),
        ("dose:\n  nonsense: {sets: 3}", "5:13", 'dose.nonsense: "nonsense" is not in this plan'),
        ("options: {hip-hinge: foo}", "4:22", 'options.hip-hinge: hip-hinge has no option "foo"'),
        ("alternative: foo", "4:14", 'alternative: hamstring-health has no alternative "foo"'),
    ],
)
def test_a_plan_files_line(tmp_path: Path, written: str, place: str, message: str) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.format(written))
    assert told("--plan", str(file)).startswith(f"{file}:{place}: {message}")
    # What a flag says of something else changes nothing.
    assert told("--plan", str(file), "--set", "deadlift.dose.sets=3").startswith(f"{file}:{place}: {message}")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--set", "cat-cow.dose.progression=same"), "cat-cow has no steps to keep"),
        (("--set", "hip-hinge.dose.reps=null"), "the changed dose of hip-hinge needs one of"),
        (("--set", "hip-hinge.dose.progression=[{reps: 8}]"), "is the same as the step before"),
        (("--set", "hip-hinge.dose.sets=99"), "needs 1 to 20 sets, not 99"),
        (("--set", "nonsense.dose.sets=3"), '"nonsense" is not in this plan'),
        (("--option", "hip-hinge=foo"), 'hip-hinge has no option "foo"'),
        (("--alternative", "foo"), 'hamstring-health has no alternative "foo"'),
        (("--start", "2026-13-23"), 'there is no day "2026-13-23"'),
    ],
)
def test_an_option(tmp_path: Path, flags: tuple[str, str], said: str) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.format("dose: {lying-strap-stretch: {hold: 20 s}}"))
    assert told("hamstring-health", *flags).startswith(f"{flags[0]} {flags[1]}: {said}")
    assert told("--plan", str(file), *flags).startswith(f"{flags[0]} {flags[1]}: {said}")


def test_of_two_options_the_one_that_is_at_fault() -> None:
    flags = ("--set", "hip-hinge.dose.sets=3", "--set", "hip-hinge.dose.progression=[{reps: 8}]")
    assert told("hamstring-health", *flags).startswith(f"--set {flags[-1]}: ")


@pytest.mark.parametrize(
    ("field", "wrong", "hinted"),
    [
        ("progression", "9", "[{reps: 9}, {reps: 11}]"),
        ("load", "heavy", "{effort: {reps_in_reserve: 2}}"),
        ("tempo", "3", "{lower: 3 s, lift: 2 s}"),
        ("frequency", "often", "{days: [mon, wed]}"),
        ("weeks", "3", "{3: {reps: 10}}"),
    ],
)
def test_the_form_that_a_hint_names_can_be_given_to_the_option(field: str, wrong: str, hinted: str) -> None:
    """What is refused hints at brackets or braces, and these are read on the command line as in a file."""
    option = f"hip-hinge.dose.{field}="
    refused = CliRunner().invoke(main, ["plan", "hamstring-health", "--set", option + wrong])
    assert refused.exit_code == 1
    assert any(mark in refused.stderr.partition("hint: ")[2] for mark in "[{"), refused.stderr
    taken = CliRunner().invoke(main, ["plan", "hamstring-health", "--set", option + hinted])
    assert taken.exit_code == 0, taken.stderr
