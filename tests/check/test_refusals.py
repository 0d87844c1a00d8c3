"""A changed programme that a check would refuse is not made; one that it would take is, whatever piece of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.content.choices import Portion

KNEE = "extends: glute-bridge\nname: Knee lift\ntags: [knee]\nmuscles: [quadriceps]\n"


def make(folder: Path, *arguments: str) -> Result:
    own = folder / "own"
    (own / "exercises").mkdir(parents=True, exist_ok=True)
    (own / "exercises" / "knee-lift.yaml").write_text(KNEE)
    (own / "exercises" / "no-stop.yaml").write_text(KNEE + "stop_if: null\n")
    (own / "exercises" / "reasoned.yaml").write_text(KNEE + "stop_if: null\noff: {no-stop-rule: We watch it.}\n")
    return CliRunner().invoke(main, ["make", *arguments, "--content", str(own), "-o", str(folder / "out")])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--exercises", "no-stop"), "no-stop.yaml:1:1: stop_if: nothing says when to stop"),
        (("hinge-and-rotate", "--add", "no-stop"), "stop_if: nothing says when to stop"),
        (("hinge-and-rotate", "--swap", "modified-good-morning=no-stop"), "stop_if: nothing says when to stop"),
        (("--exercises", "knee-lift", "--title", "Your back pain"), "--title Your back pain: speaks of back pain"),
    ],
)
def test_what_a_check_refuses_is_not_made(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    result = make(tmp_path, *arguments)
    assert result.exit_code == 1 and message in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [("--exercises", "knee-lift"), ("hinge-and-rotate", "--add", "reasoned")])
def test_what_a_check_takes_is_made(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = make(tmp_path, *arguments, "--note", "Go slowly.")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("only", Portion)
def test_a_piece_is_made_alone(tmp_path: Path, only: Portion) -> None:
    result = make(tmp_path, "hamstring-health", "--drop", "deadlift", "--only", only.value)
    assert result.exit_code == 0, result.output
