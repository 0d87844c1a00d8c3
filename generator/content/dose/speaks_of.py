"""A sentence that speaks of a part of the dose: `{text: No ankle weight., of: load}` in place of a plain text.

Where that part is set nearer to the client the sentence would contradict it, and is left out when the plan is made.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.content.fields import Model, Sentence, text_or
from generator.problems import Place, Prose, place_of

Part = Literal["sets", "reps", "hold", "duration", "distance", "load", "tempo"]


def _one_word(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Of = Annotated[
    tuple[Part, ...],
    Field(max_length=7, description="What of the dose the text speaks of; set nearer to the client, it is left out."),
    BeforeValidator(_one_word, json_schema_input_type=Part | tuple[Part, ...]),
]


class _Written(Model):
    text: Sentence
    of: Of = ()


class SpeaksOf(Prose):
    """A text with the fields of the dose that it speaks of."""

    __slots__ = ("of",)
    of: tuple[str, ...]

    def __new__(cls, text: str, place: Place | None = None, of: tuple[str, ...] = ()) -> Self:
        self = super().__new__(cls, text, place)
        self.of = of
        return self


def is_overruled(text: str | None, fields: Collection[str]) -> bool:
    """Whether a text speaks of one of these fields."""
    return isinstance(text, SpeaksOf) and not set(text.of).isdisjoint(fields)


@dataclass(frozen=True, slots=True)
class _MaySpeakOf:
    """Annotation of a text that may be such a mapping."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = handler.generate_schema(_Written)
        forms = core_schema.union_schema([handler.generate_schema(Sentence), written])
        item = core_schema.no_info_before_validator_function(text_or(_Written), written, json_schema_input_schema=forms)
        back = core_schema.plain_serializer_function_ser_schema(_as_written)
        return core_schema.no_info_after_validator_function(_prose, item, serialization=back)


def _prose(written: _Written) -> Prose:
    return SpeaksOf(written.text, place_of(written.text), written.of) if written.of else written.text


def _as_written(text: Prose) -> Any:
    return {"text": str(text), "of": list(text.of)} if isinstance(text, SpeaksOf) else text


DoseSentence = Annotated[Prose, _MaySpeakOf()]
