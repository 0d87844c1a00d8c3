"""Pictures without a licence: what others made may only be handed out with their leave."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import FindingLevel
from generator.check.rule import Rule, Slip
from generator.check.subject import ContentFile
from generator.content.clinic import Clinic
from generator.content.exercise import Exercise
from generator.source.document import Path


def no_licence(file: ContentFile) -> Iterator[Slip]:
    if file.value.licence:
        return
    for path in _assets(file.value):
        hint = "add licence: CC BY 4.0 if it is your own, else its maker's, such as: by permission of ..."
        yield Slip("a picture without a licence", file.place(*path), path, allowed="licence", hint=hint)


def _assets(value: object) -> Iterator[Path]:
    if isinstance(value, Clinic) and value.logo:
        yield ("logo",)
    if isinstance(value, Exercise):
        parts = [((), value), *((("variants", name), variant) for name, variant in value.variants.items())]
        for path, part in parts:
            yield from ((*path, key) for key in ("picture", "figure") if getattr(part, key))


RULES: tuple[Rule[ContentFile], ...] = (
    Rule(
        "no-licence",
        FindingLevel.ERROR,
        "A picture is somebody's work; the file must say on what terms it is printed and handed on.",
        "Berne Convention, article 9; REUSE specification 3.3",
        no_licence,
    ),
)
