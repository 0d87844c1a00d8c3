"""Texts that hold for some sides only: `{text: Then change legs., only: each}` in place of a plain text.

Which of them apply is decided when the plan is made, by `said` and `all_said`; what is printed asks the plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.content.fields import Line, Model, Paragraph, Sentence, text_or, wrong
from generator.problems import Place, Prose, place_of

OnlySide = Literal["each", "alternate", "one side"]
# What an exercise can come to be done on. Left and right are one side, whichever it is.
SIDES = ("both", "each", "alternate", "left", "right")


def _one_word(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Only = Annotated[
    tuple[OnlySide, ...],
    Field(max_length=3),
    BeforeValidator(_one_word, json_schema_input_type=OnlySide | tuple[OnlySide, ...]),
]


class Way(Model):
    """One way to say it, and the sides for which it is meant; without `only`, all."""

    text: Sentence
    only: Only = ()

    def fits(self, side: str) -> bool:
        return fits(self.only, side)


class LineWay(Way):
    text: Line


class LongWay(Way):
    text: Paragraph


class Sided(Prose):
    """A text that depends on the side. As a plain text it is the first of its ways."""

    __slots__ = ("ways",)
    ways: tuple[Way, ...]

    def __new__(cls, text: str, place: Place | None = None, ways: tuple[Way, ...] = ()) -> Self:
        self = super().__new__(cls, text, place)
        self.ways = ways
        return self


def fits(only: tuple[str, ...], side: str) -> bool:
    """Whether a text for these sides alone is meant for an exercise that is done on `side`."""
    return not only or side in only or (side in ("left", "right") and "one side" in only)


def ways_of(text: Prose) -> tuple[Way, ...]:
    """Every way to say a text; of a plain one there is one, for all sides."""
    return text.ways if isinstance(text, Sided) else (Way.model_construct(text=text, only=()),)


def said(text: Prose | None, side: str) -> Prose | None:
    """The text as it is said for a side: the first way that fits, or nothing."""
    if not isinstance(text, Sided):
        return text
    return next((way.text for way in text.ways if way.fits(side)), None)


def all_said(texts: Iterable[Prose], side: str) -> tuple[Prose, ...]:
    """The texts of a list that are said for a side, in order."""
    return tuple(found for text in texts if (found := said(text, side)) is not None)


def said_in_place(texts: Iterable[Prose], side: str) -> tuple[Prose, ...]:
    """The same, with an empty text where nothing is said, for lists that belong to another list."""
    return tuple(found if (found := said(text, side)) is not None else Prose("") for text in texts)


@dataclass(frozen=True, slots=True)
class MaySay:
    """Annotation of a text that may be such a mapping, or with `several` a list: the first that fits is said."""

    plain: Any = Sentence
    way: type[Way] = Way
    several: bool = True

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        plain = handler.generate_schema(self.plain)
        one = handler.generate_schema(self.way)
        forms = core_schema.union_schema([plain, one])
        item = core_schema.no_info_before_validator_function(text_or(Way), one, json_schema_input_schema=forms)
        written = core_schema.plain_serializer_function_ser_schema(_written)
        if not self.several:
            return core_schema.no_info_after_validator_function(_prose, item, serialization=written)
        many = core_schema.tuple_variable_schema(item, min_length=1, max_length=4)
        listed = core_schema.no_info_before_validator_function(
            _list_alone, many, json_schema_input_schema=core_schema.union_schema([plain, one, many])
        )
        return core_schema.no_info_after_validator_function(_whole, listed, serialization=written)


def refuse_silence(parts: Iterable[tuple[tuple[str, ...], object]], fields: Iterable[str]) -> None:
    """Refuses a file in whose parts one of these fields says something, but on some side nothing."""
    for (path, part), field in product(parts, fields):
        value = getattr(part, field)
        texts = value if isinstance(value, tuple) else (value,) if value else ()
        for side in SIDES if texts else ():
            if not all_said(texts, side):
                message = f"nothing is left of it where the side is {side}"
                raise wrong(message, "take only: away from one of them", (*path, field))


def _written(text: Prose) -> Any:
    """What stands in the file for it."""
    if not isinstance(text, Sided):
        return text
    found = [{"text": way.text, "only": list(way.only)} if way.only else way.text for way in text.ways]
    return found if len(found) > 1 else found[0]


def _list_alone(value: Any) -> Any:
    return value if isinstance(value, tuple) else (value,)


def _prose(way: Way) -> Prose:
    return Sided(way.text, place_of(way.text), (way,)) if way.only else way.text


def _whole(ways: tuple[Way, ...]) -> Prose:
    hidden = next((index for index, way in enumerate(ways[:-1]) if not way.only), None)
    if hidden is not None:
        raise wrong("is for all sides, so what stands behind it is never said", "put it last", (hidden,))
    if len(ways) == 1:
        return _prose(ways[0])
    return Sided(ways[0].text, place_of(ways[0].text), ways)


SidedItem = Annotated[Prose, MaySay(several=False)]
SidedLine = Annotated[Prose, MaySay(Line, LineWay)]
SidedSentence = Annotated[Prose, MaySay()]
SidedParagraph = Annotated[Prose, MaySay(Paragraph, LongWay)]
