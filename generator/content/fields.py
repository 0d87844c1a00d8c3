"""The kinds of field that content is made of: plain YAML values in, checked values with their place out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.content.address.ascii_address import ascii_form
from generator.content.plan_length import LONGEST, Length
from generator.problems import Prose

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
# Only what a YAML file can break on: a no-break space written by the author must survive.
_BLANKS = re.compile(r"[ \t\r\n]+")


class Model(BaseModel):
    """A part of a content file: unknown keys are problems, values never change, nothing is converted silently.

    Strict: `"3"` is not a number, `1` is not true. The reader hands over lists as tuples, so tuples pass.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def text_or(model: type[Model]) -> Callable[[Any], Any]:
    """Makes a text that stands alone the mapping that `model` has of it.

    A mapping with none of its keys is a text with a colon that lacks its quotes, and is told so.
    """

    def mapping(value: Any) -> Any:
        meant = isinstance(value, model) or (
            isinstance(value, dict) and not value.keys().isdisjoint(model.model_fields)
        )
        return value if meant else {"text": value}

    return mapping


def wrong(message: str, hint: str = "", at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """The error that a validator raises, in our own words; `at` is the way from the checked value to the faulty one.

    `message` completes the sentence that begins with the path: `dose.hold: needs seconds, as in 30 s`.
    """
    return PydanticCustomError("wrong", "{message}", {"message": message, "hint": hint, "at": at})


@dataclass(frozen=True, slots=True)
class Text:
    """Annotation of a text that a client will read: keeps its place, folds white space, and has a length limit.

    pydantic alone would turn a `Prose` into a plain `str`.
    """

    longest: int = 300
    pattern: str = ""
    example: str = ""  # what a text of this pattern looks like
    what: str = ""  # what the pattern is called, in a problem

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        metadata = {"pydantic_js_updates": {"pattern": f"^{self.pattern}$"}} if self.pattern else None
        text = core_schema.str_schema(min_length=1, max_length=self.longest, strict=True, metadata=metadata)
        shape = re.compile(self.pattern) if self.pattern else None

        def keep(value: Any, check: core_schema.ValidatorFunctionWrapHandler) -> Prose:
            if isinstance(value, str):
                value = Prose(_BLANKS.sub(" ", value).strip(" "), getattr(value, "place", None))
            check(value)
            if shape and not shape.fullmatch(value):
                hint = f"write {as_id(value)}" if self.pattern == ID_PATTERN else f"for example {self.example}"
                raise wrong(f"needs {self.what}, not {quoted(value)}", hint)
            return value  # type: ignore[no-any-return]  # check() has refused everything but text

        return core_schema.no_info_wrap_validator_function(keep, text)


# A title or a name, a short line, a sentence, a paragraph: the longest that still has a place on the page.
Title = Annotated[Prose, Text(60)]
ShortName = Annotated[Prose, Text(16)]
Line = Annotated[Prose, Text(120)]
Sentence = Annotated[Prose, Text(300)]
Paragraph = Annotated[Prose, Text(1200)]
Identifier = Annotated[Prose, Text(60, ID_PATTERN, "glute-bridge", "a name of small letters, digits and hyphens")]
# The same as a key of a mapping; keys lose their place, so they are plain `str`.
IdentifierKey = Annotated[str, Text(60, ID_PATTERN, "glute-bridge", "a name of small letters, digits and hyphens")]
Version = Annotated[Prose, Text(20, r"[0-9]+(\.[0-9]+){0,2}", '"1.0"', "a version in quotes")]
Language = Annotated[Prose, Text(35, r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "en-GB", "a language tag")]


def quoted(value: object, longest: int = 40) -> str:
    """A found value as it is named in a problem: short, in quotes if it is text, without anything unprintable."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(value)[: longest + 1])
    text = text if len(text) <= longest else text[:longest] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def as_id(name: str) -> str:
    """A name made into an id: `Glute Bridge!` is `glute-bridge`."""
    return re.sub(r"[^a-z0-9]+", "-", name[:60].lower()).strip("-") or "name"


# Twelve weeks and three years can be counted on from any of these days; others are slips of the pen.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def _calendar_day(value: Any) -> date:
    day = _written_day(value)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise wrong(f"needs a day of the years {_FIRST_YEAR} to {_LAST_YEAR}, not {day}")
    return day


def _written_day(value: Any) -> date:
    if isinstance(value, date):
        return value
    # date.fromisoformat alone also takes 20261102 and 2026-W45-1.
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong(f"there is no day {quoted(value)}") from None
    raise wrong(f"needs a date, not {quoted(value)}", "write year-month-day, as in 2026-11-23")


IsoDate = Annotated[
    date,
    BeforeValidator(_calendar_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}),
]


def _week_number(value: Any) -> Any:
    # Keys of a mapping and cells of a roster reach us as text, whatever they look like.
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value) else value


WeekNumber = Annotated[int, BeforeValidator(_week_number), Field(ge=1, le=LONGEST)]
PlanLength = Annotated[Length, BeforeValidator(_week_number)]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


_LONGEST_ADDRESS = 500


def _address(value: Any) -> Any:
    if isinstance(value, str):
        if any(c.isspace() or not c.isprintable() for c in value):
            raise wrong("an address has no spaces or invisible characters")
        if not value.startswith("https://"):
            raise wrong(f"needs an address that begins with https://, not {quoted(value)}")
        host = re.match(r"https://([^/?#]*)", value)
        if host is None or not re.fullmatch(r"[^@:\\]+\.[^@:\\]+(:\d{1,5})?", host[1]):
            raise wrong(f"needs a full address, not {quoted(value)}", "for example https://videos.example.org/knee")
        _short_enough(value, host[1])
    return value


def _short_enough(value: str, host: str) -> None:
    try:
        length = len(ascii_form(value))
    except ValueError:
        raise wrong(f"no website can be called {quoted(host)}", "for example https://videos.example.org") from None
    if length > _LONGEST_ADDRESS:
        hint = "take the short one that is offered for sharing, or leave out what follows a ? if the page opens without"
        raise wrong(f"an address of {length} characters is too long for a code, at most {_LONGEST_ADDRESS}", hint)


Address = Annotated[Prose, Text(_LONGEST_ADDRESS), BeforeValidator(_address)]
Licence = Annotated[Prose, Text(80)]
# Rules of `handouts check` that are switched off in a file, each with the reason why.
SwitchedOff = Annotated[dict[IdentifierKey, Sentence], Field(max_length=50)]

# A measured quantity; the bounds keep every scale printable.
Number = Annotated[float, Field(ge=-10_000, le=10_000, allow_inf_nan=False)]


def _file_name(value: Any) -> Any:
    if isinstance(value, str):
        odd = not value.isprintable() or "\\" in value or ":" in value
        if odd or any(part.strip() in ("", ".", "..") for part in value.split("/")):
            raise wrong(f"needs the name of a file in the content folder, not {quoted(value)}", "for example knee.png")
    return value


FileName = Annotated[Prose, Text(120), BeforeValidator(_file_name)]
