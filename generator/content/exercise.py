"""The mapping of an exercise file becomes a frozen `Exercise`: what it is for, how it is done, how much of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.content.address.video import VideoLink
from generator.content.dose.dose import Dose, DoseChange
from generator.content.dose.overlay import merge
from generator.content.dose.speaks_of import Of
from generator.content.fields import (
    Address,
    FileName,
    Identifier,
    IdentifierKey,
    Licence,
    Line,
    Model,
    Paragraph,
    Sentence,
    ShortName,
    SwitchedOff,
    Title,
    wrong,
)
from generator.content.figure.figure_spec import FigureSpec
from generator.content.sided import (
    Only,
    Sided,
    SidedItem,
    SidedLine,
    SidedParagraph,
    SidedSentence,
    all_said,
    fits,
    refuse_silence,
    said,
    said_in_place,
)

Position = Literal[
    "lying", "side lying", "prone", "sitting", "long sitting", "kneeling", "half kneeling", "all fours", "standing"
]
Region = Literal[
    "neck", "shoulder", "elbow", "hand", "upper back", "low back", "hip", "thigh", "knee", "ankle", "foot",
    "pelvic floor", "whole body"
]  # fmt: skip
# 1 gentle, 2 to build up, 3 with load or for the practised.
HowHard = Literal[1, 2, 3]
Kind = Literal["mobility", "strength", "stretch", "warm-up", "soft-tissue", "breathing", "habit"]
Side = Literal["both", "each", "left", "right", "alternate"]
Basis = Literal["article", "composed"]

# More steps than a reader can follow are a finding of `check`; here only what no page could hold is refused.
Steps = Annotated[tuple[SidedItem, ...], Field(min_length=1, max_length=20)]
Names = Annotated[tuple[Title, ...], Field(max_length=20)]
Points = Annotated[tuple[SidedItem, ...], Field(max_length=20)]


class Source(Model):
    """Where a fact comes from, and what was taken or corrected."""

    title: Sentence
    url: Address | None = None
    note: Paragraph | None = None


Sources = Annotated[tuple[Source, ...], Field(max_length=30)]


class Level(Model):
    """An easier or harder way; it may name the exercise to go to."""

    text: Sentence
    exercise: Identifier | None = None
    only: Only = ()
    of: Of = ()


def _text_alone(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


LevelText = Annotated[Level, BeforeValidator(_text_alone, json_schema_input_type=Level | Sentence)]


class ExerciseFields(Model):
    """What an exercise says and a variant of it may say otherwise; all optional here."""

    name: Title | None = None
    short_name: ShortName | None = None
    trade_name: Title | None = None
    purpose: SidedSentence | None = None
    position: Position | None = None
    muscles: Names = ()
    equipment: Names = ()
    kind: Kind | None = None
    steps: Steps | None = None
    feel: SidedSentence | None = None
    tip: SidedSentence | None = None
    avoid: SidedSentence | None = None
    easier: LevelText | None = None
    harder: LevelText | None = None
    side: Side | None = None
    ask_first: Points = ()
    stop_if: Points = ()
    video: VideoLink | None = None
    picture: FileName | None = None
    alt: SidedParagraph | None = None
    captions: Annotated[tuple[SidedLine, ...], Field(max_length=4)] = ()
    figure: FigureSpec | None = None


class Variant(ExerciseFields):
    """An option of an exercise that a routine or a client picks: what it says stands in place of the exercise's own."""

    label: Line
    dose: DoseChange | None = None


class Exercise(ExerciseFields):
    """One exercise as its file has it; one that `extends` another has that one's keys, too."""

    extends: Identifier | None = Field(
        default=None, description="Another exercise, of which this file says only what differs."
    )

    name: Title
    purpose: SidedSentence
    position: Position
    kind: Kind
    steps: Steps
    side: Side
    dose: Dose
    tags: Annotated[tuple[Identifier, ...], Field(max_length=20)] | None = Field(
        default=None, description="Of a programme that has it, such as back-pain: which warning signs it prints."
    )
    region: Annotated[tuple[Region, ...], Field(max_length=6)] = Field(
        default=(), description="Parts of the body that it is for, the first of them first; `handouts find` asks them."
    )
    level: HowHard | None = Field(default=None, description="1 gentle, 2 to build up, 3 with load.")
    also_called: Names = Field(default=(), description="Other names to find it by; never printed.")
    variants: Annotated[dict[IdentifierKey, Variant], Field(max_length=12)] = Field(default_factory=dict)
    basis: Basis | None = None
    sources: Sources = ()
    sample: bool = Field(default=False, description="Made up, for trying out; every page then says Sample.")
    licence: Licence | None = None
    off: SwitchedOff = Field(default_factory=dict)

    @model_validator(mode="after")
    def _picture_is_described(self) -> Self:
        if self.picture and not self.alt:
            raise wrong("needs alt too, its description for somebody who cannot see it", "add alt: ...", ("picture",))
        return self

    @model_validator(mode="after")
    def _says_enough_for_every_side(self) -> Self:
        parts = ((), self), *((("variants", name), variant) for name, variant in self.variants.items())
        refuse_silence(parts, ("steps", "purpose"))
        return self

    def on(self, side: str) -> Exercise:
        """This exercise with the texts that are said when it is done on `side`.

        A caption that is not said is empty: its picture shows another side.
        """
        changes: dict[str, Any] = {}
        for field, pick in _LISTS.items():
            texts = getattr(self, field)
            if any(isinstance(text, Sided) for text in texts):
                changes[field] = pick(texts, side)
        for field in _TEXTS:
            text = getattr(self, field)
            if (one := said(text, side)) is not text:
                changes[field] = one
        for field in _LEVELS:
            level = getattr(self, field)
            if level and not fits(level.only, side):
                changes[field] = None
        return self.model_copy(update=changes) if changes else self

    def beside(self, fields: Collection[str]) -> Exercise:
        """This exercise without the ways to do it that speak of a field which is set nearer to the client."""
        levels = {field: getattr(self, field) for field in _LEVELS}
        gone = {field: None for field, level in levels.items() if level and not set(level.of).isdisjoint(fields)}
        return self.model_copy(update=gone) if gone else self

    def option(self, name: str) -> Exercise:
        """This exercise with the variant `name` laid over it. Raises KeyError if it has no such variant."""
        variant = self.variants[name]
        said = variant.model_fields_set - {"label", "dose"}
        changes: dict[str, Any] = {field: getattr(variant, field) for field in said}
        if variant.dose is not None:
            changes["dose"] = merge(self.dose, variant.dose)
        if "figure" in said and "picture" not in said:
            changes["picture"] = None  # the photograph shows the other variant
        return self.model_copy(update=changes)


# What may depend on the side.
_LISTS = {"steps": all_said, "ask_first": all_said, "stop_if": all_said, "captions": said_in_place}
_TEXTS = ("purpose", "feel", "tip", "avoid", "alt")
_LEVELS = ("easier", "harder")
