"""`handouts find`: exercises by words, in any order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.report import fail, reporting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.content.finding.exercise_index import ExerciseIndex, Hit
    from generator.content.finding.search_words import Term


@click.command(
    "find",
    epilog="""\b
Examples:
  handouts find knee strength sitting "no equipment"
  handouts find back lying gentle
  handouts find hamstring stretch strap --format json
""",
)
@click.argument("words", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@content_option
@reporting
def find_command(words: tuple[str, ...], form: str, content: tuple[Path, ...]) -> None:
    """Find exercises by words: name, other names, region, position, equipment, muscles, kind, level.

    Every word must fit, in any order; near spellings count. "no equipment" leaves a mat, a chair or a wall.
    Exit code 1 when nothing is found.
    """
    from generator.content.finding.exercise_index import ExerciseIndex
    from generator.content.finding.search_words import terms
    from generator.content.library import load_library

    library = load_library(*content)
    index = ExerciseIndex((name, library.exercise(name)) for name in library.exercise_ids())
    query = terms(words)
    if not query:
        raise click.UsageError("these words ask for nothing; name a region, a position, a muscle, a kind ...")
    hits = index.find(query)
    if form == "json":
        click.echo(json.dumps([_data(hit) for hit in hits], ensure_ascii=False, indent=2))
    for hit in hits if form == "text" else ():
        click.echo(_text(hit))
    if not hits:
        _nothing(index, query)


def _data(hit: Hit) -> dict[str, Any]:
    one = hit.entry.exercise
    return {
        "id": hit.entry.id,
        "title": str(one.name),
        "also_called": [str(name) for name in one.also_called],
        "region": list(one.region),
        "position": one.position,
        "kind": one.kind,
        "equipment": [str(thing) for thing in one.equipment],
        "level": one.level,
        "matched": dict(hit.why),
    }


def _text(hit: Hit) -> str:
    one = hit.entry.exercise
    level = f"level {one.level}" if one.level else ""
    facts = (", ".join(one.region), one.position, one.kind, ", ".join(one.equipment) or "no equipment", level)
    why = ", ".join(f"{word} ({field})" for word, field in hit.why)
    return f"{hit.entry.id}  {one.name}\n  {' · '.join(filter(None, facts))}\n  matched: {why}"


def _nothing(index: ExerciseIndex, query: Sequence[Term]) -> None:
    said = " ".join(f'"{term.asked}"' if " " in term.asked else term.asked for term in query)
    hints = [_unknown(term, near) for term, near in index.unknown(query)]
    hints = hints or [f'without "{term.asked}" there {_are(count)}' for term, count in index.without(query)]
    fail(f"no exercise has all of: {said}", "; ".join(hints) or "fewer words find more; `handouts list` shows all")


def _unknown(term: Term, near: Sequence[str]) -> str:
    return f'no exercise has "{term.asked}"' + (f", near it: {', '.join(near)}" if near else "")


def _are(count: int) -> str:
    return "is 1" if count == 1 else f"are {count}"
