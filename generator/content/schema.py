"""A kind of content comes in; its JSON Schema goes out, with which an editor completes and checks the YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.content.clinic import Clinic
from generator.content.dose.dose import Tempo
from generator.content.dose.frequency import Frequency
from generator.content.dose.load import Load
from generator.content.exercise import Exercise
from generator.content.figure.figure_spec import Hands, View
from generator.content.figure.figure_words import MARKERS, TOUCH_PLACES
from generator.content.figure.pose_fields import Neck, StartPose, Target, Trunk, WrittenLimb, WrittenPose
from generator.content.figure.prop_fields import DIRECTIONS, Arrow
from generator.content.plan_file import PlanFile
from generator.content.routine import Routine
from generator.shapes.pose_vocabulary import BASES, GRIPS, VIEWS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, type[BaseModel]] = {
    "exercise": Exercise,
    "routine": Routine,
    "clinic": Clinic,
    "plan": PlanFile,
}

_NUMBER = {"type": "number"}
_NUMBERS = {"type": "array", "items": {"type": ["number", "null"]}, "minItems": 1, "maxItems": 3}
# What may stand in place of a mapping. The models take these in a validator, which a schema cannot look into.
_SHORT_FORMS: Mapping[type[BaseModel], JsonSchemaValue] = {
    Load: {
        "anyOf": [
            {"type": "string", "examples": ["bodyweight", "12 kg", "25 lb", "20/22.5/25 kg"]},
            {"type": "array", "items": {"type": "string"}, "minItems": 2},
        ]
    },
    Tempo: {"type": ["string", "integer"], "examples": ["3-1-2-0"]},
    Frequency: {
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 7},
            {"type": "string", "examples": ["daily", "every other day", "every 3 days", "every 2 hours"]},
        ]
    },
    View: {"anyOf": [{"enum": list(VIEWS)}, {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}]},
    WrittenPose: {"enum": list(BASES)},
    StartPose: {"enum": list(BASES)},
    Trunk: _NUMBER,
    Neck: _NUMBER,
    Target: {"anyOf": [{"enum": list(TOUCH_PLACES)}, _NUMBER, _NUMBERS]},
    Hands: {"enum": list(GRIPS)},
    Arrow: {"enum": list(MARKERS)},
}
_ANGLES = {"anyOf": [_NUMBER, _NUMBERS]}
# The same for single fields: one number for the first of several, a word for a direction.
_SHORT_FIELDS: Mapping[type[BaseModel], Mapping[str, JsonSchemaValue]] = {
    WrittenLimb: {"hip": _ANGLES, "shoulder": _ANGLES},
    Arrow: {"dir": {"enum": list(DIRECTIONS)}},
    PlanFile: {"routine": {"type": "array", "items": {"type": ["string", "object"]}, "minItems": 1, "maxItems": 3}},
}


class _EditorSchema(GenerateJsonSchema):
    """pydantic's schema with the short forms, without what clutters an editor's bubble.

    That is: titles made of key names, and defaults that are empty or whole mappings.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if isinstance(schema.get("default"), str | int | float):
            return super().default_schema(schema)
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model = schema["cls"]
        whole = super().model_schema(schema)
        for name, short in _SHORT_FIELDS.get(model, {}).items():
            whole["properties"][name] = {"anyOf": [short, whole["properties"][name]]}
        return {"anyOf": [_SHORT_FORMS[model], whole]} if model in _SHORT_FORMS else whole

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Things around the figure are written `mat` or `{mat: {pad: 0.2}}`, not with the tag `kind`."""
        things = {str(name): self.generate_inner(member) for name, member in schema["choices"].items()}
        with_options = {"type": "object", "properties": things, "additionalProperties": False, "maxProperties": 1}
        return {"anyOf": [{"enum": list(things)}, {**with_options, "minProperties": 1}]}


def json_schema(kind: str) -> JsonSchemaValue:
    """The schema of `exercise`, `routine`, `clinic` or `plan`; raises KeyError for any other word."""
    schema = KINDS[kind].model_json_schema(mode="validation", schema_generator=_EditorSchema)
    for definition in schema.get("$defs", {}).values():
        tag = definition.get("properties", {}).get("kind", {})
        if "const" in tag:
            del definition["properties"]["kind"]
    return {"$schema": DIALECT, **schema, "title": f"handouts {kind}"}
