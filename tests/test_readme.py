"""The README is true: its commands run, its YAML is valid, its tables name every key, its links lead somewhere."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from generator.assets import asset
from generator.check.rules import SWITCHABLE
from generator.cli import main
from generator.content.checking import checked
from generator.content.clinic import Clinic
from generator.content.dose.dose import DoseChange
from generator.content.exercise import Exercise
from generator.content.plan_file import PlanFile
from generator.content.roster.roster_columns import COLUMNS
from generator.content.routine import Entry, Measure, Phase, Routine
from generator.content.schema import json_schema
from generator.problems import ContentError
from tests.conftest import CHECKOUT

README = CHECKOUT / "README.md"
TEXT = README.read_text(encoding="utf-8")

# Never ends, opens a window, or needs another machine: parsed only.
PARSED_ONLY = {"--watch", "--open", "--dask"}


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its text without the indent, its first line's number, the comment above it."""

    language: str
    text: str
    line: int
    mark: str


def fences(text: str) -> Iterator[Fence]:
    lines = text.splitlines()
    start, indent, language, mark = 0, 0, "", ""
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("```"):
            if start:
                body = "\n".join(inner[indent:] for inner in lines[start : number - 1])
                yield Fence(language, body, start + 1, mark)
                start, mark = 0, ""
            else:
                start, indent, language = number, len(line) - len(line.lstrip()), bare[3:]
        elif not start and bare:
            comment = re.fullmatch(r"<!-- (.*) -->", bare)
            mark = comment[1] if comment else ""
    assert not start, f"the block that begins at line {start} has no end"


@dataclass(frozen=True)
class Step:
    """One thing that a reader is told to do, in order: run a command, set a variable, write or change a file."""

    line: int
    verb: str  # run, parse, export, file, append, replace, python
    what: str
    exit_code: int = 0


def steps(text: str) -> list[Step]:
    """Everything the README tells a reader to do, top to bottom."""
    found = [step for fence in fences(text) for step in _steps_of(fence)]
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.fullmatch(r"\s*<!-- (replace: .*) -->", line):
            found.append(Step(number, "replace", match[1].removeprefix("replace: ")))
    return sorted(found, key=lambda step: step.line)


def _steps_of(fence: Fence) -> Iterator[Step]:
    if fence.language == "python":
        yield Step(fence.line, "python", fence.text)
    verb, _, path = fence.mark.partition(": ")
    if verb in ("file", "append"):
        yield Step(fence.line, verb, f"{path}\n{fence.text}\n")
    if fence.language == "sh":
        for number, line in enumerate(fence.text.splitlines(), fence.line):
            yield _command(number, line)


def _command(number: int, line: str) -> Step:
    command, _, comment = line.partition(" #")
    said = re.match(r" exit (\d)\b", comment)
    first, *words = shlex.split(command)
    if first == "export":
        return Step(number, "export", words[0])
    assert first == "handouts", f"README.md:{number}: a reader has no command {first}"
    return Step(number, "parse" if PARSED_ONLY & set(words) else "run", command.strip(), int(said[1]) if said else 0)


STEPS = steps(TEXT)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """What went wrong at which line when a reader did everything in an empty folder; "" where it went well."""
    folder = tmp_path_factory.mktemp("reader")
    outcome: dict[int, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for step in STEPS:
            outcome[step.line] = DO[step.verb](step, patch)
    return outcome


def _run(step: Step, _: pytest.MonkeyPatch) -> str:
    before = set(Path().rglob("*"))
    result = CliRunner().invoke(main, shlex.split(step.what)[1:])
    if result.exit_code != step.exit_code:
        return f"exit {result.exit_code}, not {step.exit_code}: {result.output}{result.exception or ''}"
    named = [line for line in result.stdout.splitlines() if re.fullmatch(r"\S+\.(pdf|yaml|csv|png|ics|json|txt)", line)]
    missing = [name for name in named if not Path(name).exists()]
    nothing = not result.output.strip() and set(Path().rglob("*")) == before
    return f"named but not there: {missing}" if missing else "did nothing" if nothing else ""


def _parse(step: Step, _: pytest.MonkeyPatch) -> str:
    name, *arguments = shlex.split(step.what)[1:]
    try:
        main.commands[name].make_context(name, arguments)
    except click.UsageError as error:
        return error.format_message()
    return ""


def _export(step: Step, patch: pytest.MonkeyPatch) -> str:
    name, _, value = step.what.partition("=")
    patch.setenv(name, value)
    return ""


def _file(step: Step, _: pytest.MonkeyPatch) -> str:
    """`export.csv, Windows-1252`: a file in that encoding."""
    head, text = step.what.split("\n", 1)
    path, _comma, encoding = head.partition(", ")
    Path(path).write_text(text, encoding=encoding or "utf-8")
    return ""


def _append(step: Step, _: pytest.MonkeyPatch) -> str:
    path, text = step.what.split("\n", 1)
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(text)
    return ""


def _replace(step: Step, _: pytest.MonkeyPatch) -> str:
    path, old, new = step.what.split(": ")
    before = Path(path).read_text("utf-8")
    Path(path).write_text(before.replace(old, new), encoding="utf-8")
    return "" if old in before else f"{path} does not have {old}"


def _python(step: Step, _: pytest.MonkeyPatch) -> str:
    path = os.pathsep.join([str(CHECKOUT), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-W", "error", "-c", step.what]
    result = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path}, check=False)
    return result.stderr


DO: dict[str, Callable[[Step, pytest.MonkeyPatch], str]] = {
    "run": _run,
    "parse": _parse,
    "export": _export,
    "file": _file,
    "append": _append,
    "replace": _replace,
    "python": _python,
}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.line} {step.what.splitlines()[0]}")
def test_what_a_reader_is_told_to_do_works(step: Step, played: dict[int, str]) -> None:
    assert played[step.line] == "", f"README.md:{step.line}: {step.what}"


def test_enough_is_run_and_every_command_is_there() -> None:
    assert len(STEPS) >= 50
    assert sum(step.verb == "parse" for step in STEPS) <= 3
    told = {shlex.split(step.what)[1] for step in STEPS if step.verb in ("run", "parse")}
    assert told >= set(main.commands) - {"show"} and "`handouts show " in TEXT


def test_every_option_that_is_named_exists_and_those_of_make_are_named() -> None:
    known = {name: set(_options(command)) for name, command in main.commands.items()}
    elsewhere = {"--help", "--version"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"python3 -m tests.*", "", TEXT)))
    assert named - set().union(*known.values()) - elsewhere == set()
    assert known["make"] - named == {"--language", "--output"}  # the plan's table and `-o` tell of these
    assert known["batch"] - known["make"] - named == set()
    assert known["check"] - named == set()


def _options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        yield from (name for name in parameter.opts if name.startswith("--"))


def test_a_wrong_readme_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "```sh\nhandouts make no-such-routine\nhandouts make --watc\nhandouts list # exit 1\n```\n"
    assert [bool(_run(step, monkeypatch)) for step in steps(text)] == [True, True, True]
    (watched,) = steps("```sh\nhandouts make x --watch --no-such-option\n```")
    assert "no-such-option" in _parse(watched, monkeypatch)
    with pytest.raises(AssertionError, match="no command rm"):
        steps("```sh\nrm -r my-content\n```")
    with pytest.raises(AssertionError, match="no end"):
        steps("```sh\nhandouts list\n")


# The two commands for a fresh machine; `.ci/run` runs them, found by the same marks.


@pytest.mark.parametrize(
    ("mark", "part"), [("make", "handouts make hamstring-health"), ("test", "python3 -m pytest -n logical")]
)
def test_the_two_commands_are_marked(mark: str, part: str) -> None:
    (fence,) = [fence for fence in fences(TEXT) if fence.mark == mark]
    assert fence.language == "" and len(fence.text.splitlines()) == 1
    assert fence.text.startswith("python3 -m pip install ") and fence.text.endswith(f" && {part}")


# Tables of keys: the words in bold must be there, every example is valid, nothing is missing.


def _template(kind: str) -> str:
    return asset("templates", f"{kind}.yaml").read_text("utf-8").replace("{title}", '"A name"')


TABLES: dict[str, tuple[str, type[BaseModel], str]] = {
    "### Exercise": ("key", Exercise, _template("exercise")),
    "### Dose": ("key", DoseChange, ""),
    "### Routine": ("key", Routine, _template("routine")),
    "phase": ("phase key", Phase, "id: a\nname: A\nkind: stretch\nexercises: [cat-cow, hip-hinge]\n"),
    "entry": ("exercise key", Entry, "exercise: cat-cow\n"),
    "measure": (
        "measure key",
        Measure,
        "id: a\nname: A\nunit: cm\nmin: 0\nmax: 50\nstep: 10\nbetter: lower\nhow: Fold.\n",
    ),
    "### Clinic": ("key", Clinic, _template("clinic")),
    "### Plan": ("key", PlanFile, "routine: a\nclinic: b\nlanguage: en\n"),
}


@dataclass(frozen=True)
class Row:
    keys: tuple[str, ...]
    required: bool
    example: str


def table(text: str, under: str) -> list[Row]:
    """The rows of the key table under a heading, or of the one with this head of its first column."""
    head, _, _ = TABLES[under]
    section = text.partition(f"\n{under}\n")[2] if under.startswith("#") else text
    rows: list[Row] = []
    lines = iter(section.splitlines())
    for line in lines:
        if line.startswith(f"| {head} | what it is | example |"):
            break
    next(lines, None)  # the rule under the head
    for line in lines:
        if not line.startswith("|"):
            break
        first, _, example = (cell.strip() for cell in line.strip("|").split(" | "))
        keys = tuple(re.findall(r"`([a-z_]+)`", first))
        spans = re.findall(r"`([^`]+)`", example)
        rows.append(Row(keys, first.startswith("**"), "\n".join(spans)))
    return rows


def fault(model: type[BaseModel], base: str, example: str) -> str:
    """Why `base` with the keys of `example` in place of its own is not valid; "" if it is."""
    kept = base
    for key in re.findall(r"(?m)^([a-z_]+):", example):
        kept = re.sub(rf"(?m)^{key}:.*\n([ #-].*\n|\n)*", "", kept)
    try:
        checked.load(model, f"{kept}\n{example}\n", "README.md")
    except ContentError as error:
        return str(error.problems)
    return ""


@pytest.mark.parametrize("under", TABLES)
def test_a_table_of_keys_is_whole_and_its_examples_are_valid(under: str) -> None:
    _, model, base = TABLES[under]
    rows = table(TEXT, under)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    assert sorted(key for row in rows for key in row.keys) == sorted(fields)
    must = {key for key, field in fields.items() if field.is_required()}
    assert {key for row in rows if row.required for key in row.keys} == must
    for row in rows:
        assert any(row.example.startswith(f"{key}:") for key in row.keys), row
        assert fault(model, base, row.example) == "", row


def test_a_wrong_table_is_refused() -> None:
    text = "\n### Dose\n\n| key | what it is | example |\n|---|---|---|\n| **`sets`** | 1 to 20 | `sets: many` |\n"
    (row,) = table(text, "### Dose")
    assert row == Row(("sets",), True, "sets: many")
    assert "needs 8" in fault(DoseChange, "", row.example)
    assert fault(DoseChange, "", "sets: 2") == ""
    assert "purpose" in fault(Exercise, "name: A\n", "name: B")


def test_every_other_example_of_a_load_or_video_is_valid() -> None:
    lines = re.findall(r"`((?:load|video): [^`]+)`", TEXT)
    assert len(lines) >= 12
    for line in lines:
        under = "### Dose" if line.startswith("load") else "### Clinic" if "base:" in line else "### Exercise"
        _, model, base = TABLES[under]
        assert fault(model, base, line) == "", line


def test_every_yaml_block_is_used_as_a_file() -> None:
    blocks = [fence for fence in fences(TEXT) if fence.language == "yaml"]
    assert len(blocks) >= 2
    assert [fence.line for fence in blocks if not fence.mark.startswith(("append: ", "file: "))] == []


def test_rules_of_check_are_all_named_with_their_weight() -> None:
    rows = re.findall(r"(?m)^\| [a-z ]+ \| ([`*].*) \|$", TEXT.partition("| about | rules: ")[2].partition("\n\n")[0])
    named = {
        name: {"**": "error", "*": "note", "": "warning"}[mark]
        for row in rows
        for mark, name in re.findall(r"(\*\*|\*|)`([a-z-]+)`", row)
    }
    assert named == {name: str(rule.level) for name, rule in SWITCHABLE.items()}


def test_columns_of_a_roster_are_all_named() -> None:
    section = TEXT.partition("\n## Everybody on a roster\n")[2].partition("\n## ")[0]
    assert [column.name for column in COLUMNS if f"`{column.name}`" not in section] == []


def test_a_finding_looks_as_it_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (fence,) = [fence for fence in fences(TEXT) if fence.mark.startswith("check: ")]
    result = _with_change(fence.mark.removeprefix("check: "), "check", "my-content")
    assert fence.text in result


def test_a_problem_looks_as_it_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (fence,) = [fence for fence in fences(TEXT) if "dose.hold: needs" in fence.text]
    result = _with_change("  hold: 20", "make", "strong-legs", "--content", "my-content")
    assert fence.text in result


def _with_change(line: str, *command: str) -> str:
    """What a command says after a line of the new exercise was changed; comments behind a value stay."""
    for kind, name in (("exercise", "wall-sit"), ("routine", "strong-legs")):
        assert CliRunner().invoke(main, ["new", kind, name, "-o", "my-content"]).exit_code == 0
    _replace(Step(0, "replace", "my-content/routines/strong-legs.yaml: hip-hinge: wall-sit"), pytest.MonkeyPatch())
    path = Path("my-content/exercises/wall-sit.yaml")
    key = re.escape(line.partition(":")[0])
    text, changed = re.subn(rf"(?m)^{key}: [^#\n]*?(?= #|$)", line, path.read_text("utf-8"))
    assert changed == 1
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, command).output


def test_settings_for_an_editor_name_the_schemas_that_are_written() -> None:
    (fence,) = [fence for fence in fences(TEXT) if fence.language == "json"]
    schemas = json.loads(fence.text)["yaml.schemas"]
    assert schemas == {f"./schemas/{kind}.schema.json": f"my-content/{kind}s/*.yaml" for kind in _KINDS}
    assert all(json_schema(kind) for kind in _KINDS)


_KINDS = ("exercise", "routine", "clinic")


# Links, pictures and paths.


def dead_links(text: str, root: Path) -> list[str]:
    """Links to files that are not there and to headings that do not exist."""
    targets = re.findall(r"\]\(([^)]+)\)|<img src=\"([^\"]+)\"", text)
    anchors = {f"#{_anchor(head)}" for head in re.findall(r"(?m)^#+ (.*)$", text)}
    found = [link or picture for link, picture in targets]
    local = [target for target in found if not target.startswith("https://")]
    return [target for target in local if target not in anchors and not (root / target.partition("#")[0]).is_file()]


def _anchor(head: str) -> str:
    return re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")


def test_no_link_is_dead() -> None:
    assert len(re.findall(r"\]\(", TEXT)) >= 8
    assert dead_links(TEXT, CHECKOUT) == []
    assert dead_links("[a](#no) [b](no.md) [c](#yes)\n# Yes\n", CHECKOUT) == ["#no", "no.md"]


def test_pictures_are_small_and_described() -> None:
    pictures = re.findall(r'<img src="([^"]+)" width="\d+%" alt="([^"]*)"', TEXT)
    assert len(pictures) == TEXT.count("<img ") == 2
    for path, words in pictures:
        assert (CHECKOUT / path).stat().st_size <= 200_000
        assert len(words) >= 60


def test_paths_that_are_named_exist() -> None:
    rooms = (CHECKOUT / "generator" / "README.md").read_text("utf-8")
    named = set(re.findall(r"`((?:generator|tests|assets|handouts|\.ci)/[\w./-]*)`", TEXT))
    named |= {
        f"generator/{name}"
        for row in re.findall(r"(?m)^\| (`[a-z_]+(?:/|\.py)`.*?) \|", rooms)
        for name in re.findall(r"`([a-z_]+(?:/|\.py))`", row)
    }
    assert len(named) >= 20
    assert [path for path in sorted(named) if not (CHECKOUT / path).exists()] == []


def test_runs_for_developers_exist() -> None:
    text = TEXT + "".join((CHECKOUT / name).read_text("utf-8") for name in ("tests/README.md", "tests/bench/README.md"))
    modules = set(re.findall(r"python3 -m (tests[.\w]+)", text))
    assert len(modules) >= 3
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []
    sources = [path.read_text("utf-8") for room in ("generator", "tests") for path in (CHECKOUT / room).rglob("*.py")]
    variables = set(re.findall(r"HANDOUTS_[A-Z_]+", text))
    assert len(variables) >= 5
    assert [name for name in variables if not any(f'"{name}' in source for source in sources)] == []


def test_length() -> None:
    assert len(TEXT.splitlines()) <= 660
    assert max(len(line) for line in TEXT.splitlines() if not line.lstrip().startswith(("|", "<", "my-", "*"))) <= 125
