"""What may be chosen is listed once: commands, rosters, content files, Python and the README agree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.assets import asset
from generator.cli import main
from generator.content.choices import (
    BODIES,
    KINDS,
    OTHER_BODIES,
    TRAINED_SIDES,
    ChartKind,
    Layout,
    Portion,
    StyleName,
    listed,
)
from generator.content.paper import Paper
from generator.content.roster.roster_columns import COLUMNS
from generator.content.schema import json_schema
from generator.page.format import Format
from tests.conftest import CHECKOUT

CHOICES = {
    "paper": tuple(map(str, Paper)),
    "layout": tuple(map(str, Layout)),
    "style": tuple(map(str, StyleName)),
    "chart": tuple(map(str, ChartKind)),
    "only": tuple(map(str, Portion)),
    "side": TRAINED_SIDES,
    "body": OTHER_BODIES,
    "kind": KINDS,
}


def lists(source: str) -> Iterator[set[str]]:
    """The texts of every list, tuple, set, `Literal` and enumeration of a source; a table by choice lists nothing."""
    for node in ast.walk(ast.parse(source)):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            parts = [*node.elts]
        elif isinstance(node, ast.ClassDef):
            parts = [statement.value for statement in node.body if isinstance(statement, ast.Assign)]
        found = {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
        if found and len(found) == len(parts):
            yield found


def repeated(source: str) -> list[str]:
    """The choices that a source lists again, a blank or not being chosen apart."""
    known = {frozenset(values): name for name, values in CHOICES.items()}
    return [
        known[frozenset(found - {"", "neutral"})]
        for found in lists(source)
        if frozenset(found - {"", "neutral"}) in known
    ]


def test_no_file_lists_a_choice_again() -> None:
    package = CHECKOUT / "generator"
    files = {path.relative_to(package): path.read_text("utf-8") for path in package.rglob("*.py")}
    # Under which foot a thing lies is another choice, with the same words as the side that a client trains.
    apart = {Path("content/choices.py"), Path("content/figure/prop_fields.py")}
    assert len(files) > 200 and apart <= files.keys()
    assert {str(path): found for path, text in files.items() if path not in apart and (found := repeated(text))} == {}


@pytest.mark.parametrize(
    "source",
    [
        'PAPERS = ["a4", "letter", "a5"]',
        'paper: Literal["letter", "a5", "a4"]',
        'class Layout(StrEnum):\n    A = "sheet"\n    B = "cards"',
        'one_of("only", only, ("", "sheet", "cards", "chart", "log", "pocket", "copy"))',
        'STYLES = {"standard", "large-print", "mono"}',
    ],
)
def test_a_second_list_is_seen(source: str) -> None:
    assert len(repeated(source)) == 1


@pytest.mark.parametrize("name", ["paper", "layout", "style", "chart", "only", "body"])
def test_options_offer_what_there_is(name: str) -> None:
    for command in ("make", "batch"):
        (option,) = (option for option in main.commands[command].params if option.name == name)
        assert isinstance(option.type, click.Choice)
        assert [choice.replace("-", " ") for choice in option.type.choices] == [
            value.replace("-", " ") for value in CHOICES[name]
        ], command


@pytest.mark.parametrize("name", ["paper", "layout", "style", "chart", "side"])
def test_a_roster_says_what_there_is(name: str) -> None:
    (column,) = (column for column in COLUMNS if column.name == name)
    assert listed(CHOICES[name]) in column.words and column.example in CHOICES[name]


@pytest.mark.parametrize("name", ["paper", "layout", "style", "chart", "only", "body"])
def test_python_is_told_what_there_is(name: str) -> None:
    for value in CHOICES[name]:
        assert getattr(Format(**{name: value}), name) == value  # type: ignore[arg-type]  # a text is taken for a choice
    with pytest.raises(ValueError, match=re.escape(listed(CHOICES[name]))):
        Format(**{name: "papyrus"})  # type: ignore[arg-type]  # that is what is wrong


def test_schemas_offer_what_there_is() -> None:
    assert str(list(CHOICES["paper"])) in str(json_schema("clinic"))
    assert str(list(TRAINED_SIDES)) in str(json_schema("plan")["properties"]["side"])
    assert str(list(BODIES)) in str(json_schema("exercise"))


def test_every_style_has_its_theme_and_the_readme_names_every_choice() -> None:
    assert {path.stem for path in asset("themes").glob("*.yaml")} == set(StyleName)
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    usual = {"standard", "cards"}
    for name in ("paper", "layout", "style", "chart"):
        told = {value for value in CHOICES[name] if re.search(rf"`{value}`|--{name} {value}\b", readme)}
        assert told >= set(CHOICES[name]) - usual, name
