"""Changes of a routine as options: the plan that is saved, and the place of what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.plan_file import load_plan

ROUTINE = "hip-hinge-foundations"
HEAD = f"routine: {ROUTINE}\nclinic: brookside\nlanguage: en-GB\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


SAID: list[tuple[tuple[str, ...], str]] = [
    (("--drop", "hip-hinge"), "drop: [hip-hinge]"),
    (("--drop", "hip-hinge,stiff-leg-deadlift"), "drop: [hip-hinge, stiff-leg-deadlift]"),
    (("--drop", "hip-hinge", "--drop", "stiff-leg-deadlift"), "drop: [hip-hinge, stiff-leg-deadlift]"),
    (("--add", "cat-cow@prepare:1"), "add: [cat-cow@prepare:1]"),
    (("--add", "cat-cow@daily"), "add: [cat-cow@daily]"),
    (("--swap", "hip-hinge=sit-to-stand"), "swap: {hip-hinge: sit-to-stand}"),
    (("--order", "stiff-leg-deadlift,hip-hinge"), "order: [stiff-leg-deadlift, hip-hinge]"),
    (("--phase", "strengthen=off"), "phases: {strengthen: off}"),
    (("--side", "left"), "side: left"),
    (("--side", "banded-hamstring-pump=left"), "sides: {banded-hamstring-pump: left}"),
    (("--set", "banded-hamstring-pump.side=left"), "sides: {banded-hamstring-pump: left}"),
    (("--set", "hamstring-pressure.option=ball"), "options: {hamstring-pressure: ball}"),
    (("--set", "hip-hinge.video=other"), "videos: {hip-hinge: {slug: other}}"),
    (("--set", "hip-hinge.video=none"), "videos: {hip-hinge: null}"),
    (("--set", "hip-hinge.sets=3"), "dose: {hip-hinge: {sets: 3}}"),
    (("--set", "hip-hinge.dose.sets=3"), "dose: {hip-hinge: {sets: 3}}"),
    (("--set", "hip-hinge.load=4kg"), "dose: {hip-hinge: {load: 4 kg}}"),
    (("--set", "hip-hinge.days=[mon, thu]"), "dose: {hip-hinge: {frequency: {days: [mon, thu]}}}"),
    (("--set", "hip-hinge.per_week=2"), "dose: {hip-hinge: {frequency: {per_week: 2}}}"),
    (("--title", "Bend well"), "title: Bend well"),
]


@pytest.mark.parametrize(("options", "keys"), SAID, ids=[" ".join(options) for options, _ in SAID])
def test_options_and_keys_of_a_plan_file_give_the_same_plan(
    tmp_path: Path, options: tuple[str, ...], keys: str
) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f"{HEAD}{keys}\n")
    by_options = run("plan", ROUTINE, *options, "--format", "json")
    by_file = run("plan", "--plan", file, "--format", "json")
    assert by_options.exit_code == by_file.exit_code == 0, by_options.output
    assert by_options.stdout == by_file.stdout != run("plan", ROUTINE, "--format", "json").stdout


WRONG: list[tuple[tuple[str, ...], str, str]] = [
    (("--drop", "toe-touch,hip-hing"), "drop: [toe-touch, hip-hing]", "drop.hip-hing"),
    (("--add", "cat-cov@prepare"), "add: [cat-cov@prepare]", "add.cat-cov"),
    (("--swap", "hip-hing=cat-cow"), "swap: {hip-hing: cat-cow}", "swap.hip-hing"),
    (("--order", "toe-touch"), "order: [toe-touch]", "order.toe-touch"),
    (("--phase", "strength=off"), "phases: {strength: off}", "phases.strength"),
    (("--side", "hip-hinge=left"), "sides: {hip-hinge: left}", "sides.hip-hinge"),
    (("--set", "toe-touch.video=none"), "videos: {toe-touch: null}", "videos.toe-touch"),
]


@pytest.mark.parametrize(("options", "keys", "path"), WRONG, ids=[path for _, _, path in WRONG])
def test_what_is_wrong_is_told_where_it_was_written(
    tmp_path: Path, options: tuple[str, ...], keys: str, path: str
) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f"{HEAD}{keys}\n")
    by_options, by_file = run("plan", ROUTINE, *options), run("plan", "--plan", file)
    assert by_options.exit_code == by_file.exit_code == 1
    word = path.partition(".")[2]
    place = f"{file}:4:"
    said = next(said for said in options[1].split(",") if word in said)
    assert f"{options[0]} {said}: " in by_options.stderr
    line = next(line for line in by_file.stderr.splitlines() if f": {path}: " in line)
    assert line.startswith(place) and "hint: " in by_file.stderr
    checked = run("check", file)
    assert checked.exit_code == 1 and place in checked.stdout and "hint: " in checked.stdout
    told = path.rpartition(".")[0] if path.startswith(("drop", "order", "add")) else path
    assert f" {told}" in checked.stdout, checked.stdout


def test_a_saved_programme_is_changed_again(tmp_path: Path) -> None:
    first, second = tmp_path / "one.yaml", tmp_path / "two.yaml"
    ways = ("--only", "chart", "-o", tmp_path)
    made = run("make", "--exercises", "hip-hinge,cat-cow@daily", "--title", "Bend well", "--save-plan", first, *ways)
    assert made.exit_code == 0, made.output
    assert list(tmp_path.glob("own-programme-1.0-en-GB-a4-*-plan-??????.pdf")), "the title is in no file name"
    saved = load_plan(first)
    assert saved.issued == date.today() and [str(one.exercise) for one in saved.exercises] == ["hip-hinge", "cat-cow"]
    changes = ("--swap", "cat-cow=rock-back", "--drop", "hip-hinge")
    again = run("make", "--plan", first, *changes, "--save-plan", second, *ways)
    assert again.exit_code == 0, again.output
    assert [str(one.exercise) for one in load_plan(second).exercises] == ["rock-back"]
    told = run("diff", first, second)
    assert "Taken out: Hip hinge" in told.stdout and "Added: Rock back" in told.stdout
    assert run("diff", first, first).stdout == "The two plans are the same.\n"


def test_a_plan_is_compared_with_a_routine(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(f"{HEAD}drop: [hip-hinge]\nweeks: 6\n")
    told = run("diff", ROUTINE, file)
    assert told.exit_code == 0 and "Taken out: Hip hinge" in told.stdout and "Weeks" not in told.stdout
    assert "Changed from the routine:" in run("record", "--plan", file).stdout


def test_a_plan_is_known_by_its_keys(tmp_path: Path) -> None:
    file = tmp_path / "any.yaml"
    for keys in (f"{HEAD}phases: {{strengthen: off}}\n", HEAD.replace(f"routine: {ROUTINE}", "exercises: [cat-cow]")):
        file.write_text(f"{keys}issued: 2026-11-23\n")
        checked = run("check", file)
        assert checked.exit_code == 0, checked.stdout


def test_diff_says_what_options_would_change(tmp_path: Path) -> None:
    """The same as with a plan that is saved with them; of a plan, a routine, and of one plan to another."""
    plain, saved = tmp_path / "plain.yaml", tmp_path / "saved.yaml"
    run("make", ROUTINE, "--only", "chart", "--save-plan", plain, "-o", tmp_path)
    run("make", ROUTINE, "--only", "chart", "--drop", "hip-hinge", "--save-plan", saved, "-o", tmp_path)
    told = run("diff", plain, saved).stdout
    assert "Taken out: Hip hinge" in told
    assert run("diff", plain, "--drop", "hip-hinge").stdout == told
    assert run("diff", ROUTINE, "--drop", "hip-hinge").stdout == told
    assert run("diff", plain, plain, "--drop", "hip-hinge").stdout == told
    wrong = run("diff", plain, "--drop", "hip-hing")
    assert wrong.exit_code == 1 and "--drop hip-hing" in wrong.stderr and "did you mean hip-hinge?" in wrong.stderr
    assert run("diff", plain).exit_code == 2
