"""`handouts check` as it is called: formats, exit codes, explanations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *(str(argument) for argument in arguments)])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one exercise that has warnings only."""
    result = CliRunner().invoke(main, ["new", "exercise", "wall-sit", "-o", str(tmp_path)])
    assert result.exit_code == 0
    return tmp_path


def test_bundled_content_passes_strictly() -> None:
    result = run("--strict")
    assert result.exit_code == 0, result.output
    assert "no findings." in result.output
    assert "Switched off:" in result.output, "every switch is listed with its reason"


def test_warnings_fail_only_where_asked(own: Path) -> None:
    assert run(own).exit_code == 0
    assert run(own, "--strict").exit_code == 1
    assert "[no-picture]" in run(own).stdout


def test_errors_fail(own: Path) -> None:
    path = own / "exercises" / "wall-sit.yaml"
    path.write_text(path.read_text("utf-8").replace("sets: 2", "sets: two"), "utf-8")
    result = run(path)
    assert result.exit_code == 1
    assert "wall-sit.yaml:" in result.stdout and "dose.sets" in result.stdout


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_other_formats_are_json_alone(own: Path, form: str) -> None:
    result = run(own, "--format", form)
    assert result.exit_code == 0
    assert "no-picture" in json.dumps(json.loads(result.stdout))


def test_a_rule_is_explained() -> None:
    result = run("--explain", "long-sentence")
    assert result.exit_code == 0
    assert "15 words" in result.stdout and "source:" in result.stdout
    assert len(run("--explain", "all").stdout.split("source:")) > 35
    unknown = run("--explain", "long-sentenc")
    assert unknown.exit_code == 2 and "did you mean long-sentence?" in unknown.output


@pytest.mark.parametrize("arguments", [("no/such/file.yaml",), ("--format", "xml"), ("--content", "no/such/folder")])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_nothing_to_check_is_no_success(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 1


def test_pemat_is_labelled() -> None:
    assert run("--pemat").stdout.count("self-check, not a validated rating") == 5
