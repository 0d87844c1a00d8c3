"""Changes of a routine's exercises: the options, and how their texts become the keys of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import click

from generator.cli.flags.offered import F, together
from generator.content.choices import TRAINED_SIDES

_LISTS = ("exercises", "drop", "add", "order")


def edit_options(command: F) -> F:
    """What of the routine is otherwise for this client; each may be given more than once."""
    several = partial(click.option, multiple=True)
    return together(
        command,
        several("--drop", metavar="ID", help="Leave an exercise out."),
        several(
            "--add",
            metavar="ID[@WHERE]",
            help="Add an exercise where its kind belongs, or @PHASE, @PHASE:1, @before:ID, @after:ID; how often with "
            "@daily, @3 (days a week) or @mon+thu.",
        ),
        several("--swap", metavar="OLD=NEW", help="Another exercise in the place of one."),
        several("--order", metavar="ID,ID", help="These first in their phase, in this order."),
        several(
            "--group",
            "groups",
            metavar="TEXT",
            help='Exercises done together: "ID + ID: 3 rounds, rest 90 s", "ID: 8 rounds, 20 s on, 10 s off" or '
            '"ID: 10 rounds, every 1 min".',
        ),
        several("--phase", "phases", metavar="ID=off", help="Leave a phase of the routine out."),
        several("--side", metavar="SIDE or ID=SIDE", help=_SIDE),
        several("--option", "options", metavar="ID=VARIANT", help="Pick a variant of an exercise."),
        several("--set", "changes", metavar="ID.FIELD=VALUE", help=_SET),
        click.option("--title", metavar="TEXT", help="Another title; it is printed, so never a client's name."),
        several(
            "--exercises",
            metavar="ID,ID@daily",
            help="No routine at all: a programme of these exercises, written as for --add.",
        ),
    )


_SIDE = "left, right: only this side of one-sided exercises. ID=left, ID=right, ID=each, ID=alternate: of this one."
_SET = (
    "Change a dose, such as hip-hinge.sets=3, hip-hinge.load=12kg or hip-hinge.days=[mon, thu]; also hip-hinge.side, "
    ".option, .video, and .maximum=100kg, of which a load may be 70%. Lists and what has blanks in quotes: "
    '"hip-hinge.progression=[{reps: 10}, {reps: 12}]". hip-hinge#2 is its second use.'
)


def edits_of(flags: Mapping[str, Any]) -> dict[str, Any]:
    """The options as keys of a plan. Raises `click.BadParameter`."""
    asked: dict[str, Any] = {key: list(words(flags[key])) for key in _LISTS}
    asked["swap"] = pairs(flags["swap"], "--swap")
    asked["phases"] = pairs(flags["phases"], "--phase")
    asked["options"] = pairs(flags["options"], "--option")
    asked["title"] = flags["title"]
    asked["groups"] = list(flags["groups"])
    whole = [said for said in flags["side"] if "=" not in said]
    for said in whole:
        if said not in TRAINED_SIDES:
            allowed = ", ".join(TRAINED_SIDES)
            raise click.BadParameter(f"needs {allowed}, or ID=SIDE, not {said!r}", param_hint="--side")
    asked["side"] = whole[-1] if whole else None
    asked["sides"] = pairs(tuple(said for said in flags["side"] if "=" in said), "--side")
    for field, changes in changes_of(flags["changes"]).items():
        asked[field] = {**asked.get(field, {}), **changes}
    return asked


def changes_of(values: tuple[str, ...]) -> dict[str, Any]:
    """`--set` texts as keys of a plan, each by exercise; values as YAML reads them. Raises `click.BadParameter`."""
    changes: dict[str, Any] = {}
    for path, text in pairs(values, "--set").items():
        _put(changes, keys_of(path, text), path, text)
    return changes


def words(values: tuple[str, ...]) -> Iterator[str]:
    """Words with a comma between two, of all values of an option."""
    for value in values:
        yield from (word.strip() for word in value.split(",") if word.strip())


def pairs(values: tuple[str, ...], flag: str) -> dict[str, str]:
    """`a=b` texts as a mapping. Raises `click.BadParameter`."""
    result = {}
    for value in values:
        key, equals, text = value.partition("=")
        if not equals or not key or not text:
            raise click.BadParameter(f"needs NAME=VALUE, not {value!r}", param_hint=flag)
        result[key.strip()] = text.strip()
    return result


def keys_of(path: str, text: str = "") -> list[str]:
    """The way to what is set, as a plan file has it. Raises `click.BadParameter`."""
    from generator.content.dose.dose import DoseChange
    from generator.content.editing.dose_path import OF_DAYS, whole_path

    exercise, *keys = path.split(".")
    fields = tuple(DoseChange.model_fields)
    match keys:
        case ["dose", _, *_] if all(keys):
            return ["dose", exercise, *whole_path(keys)]
        case ["side" | "video" | "option" as key]:
            return [f"{key}s", exercise]
        case ["maximum"]:
            return ["maxima", exercise]
        case [key, *_] if key in (*OF_DAYS, *fields) and all(keys):
            return ["dose", exercise, *whole_path(keys)]
        case ["note"]:
            hint = f'a note is never saved, so it has an option of its own: --note-for {exercise}="..."'
            raise click.BadParameter(f"{path}: {hint}", param_hint="--set")
        case [key, *_] if key and key != "dose":
            from generator.content.checking.fault_words import near

            known = ("side", "video", "option", "maximum", *OF_DAYS, *fields)
            meant = near(key, known)
            hint = f"did you mean {meant}?" if meant else f"there are {', '.join(known)}"
            raise click.BadParameter(f"{path}: there is no field {key!r}; {hint}", param_hint="--set")
        case _:
            raise click.BadParameter(f"needs ID.FIELD=VALUE, not {path}={text}", param_hint="--set")


def _put(inner: dict[str, Any], keys: list[str], path: str, text: str) -> None:
    from generator.source.reader import value_of

    for key in keys[:-1]:
        inner = inner.setdefault(key, {})
        if not isinstance(inner, dict):
            raise click.BadParameter(f"{path} is set twice in two ways", param_hint="--set")
    try:
        value = value_of(text)
    except ValueError as error:
        raise click.BadParameter(f"{path}: {error}", param_hint="--set") from None
    inner[keys[-1]] = _video(value) if keys[0] == "videos" else value


def _video(value: Any) -> Any:
    """An id alone is the name of a video at the clinic's address; none takes it away."""
    if value == "none":
        return None
    return {"slug": value} if isinstance(value, str) and re.fullmatch(r"[a-z0-9-]+", value) else value
