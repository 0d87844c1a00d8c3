"""The mapping of a clinic file becomes a frozen `Clinic`: who hands the pages out, and how to reach help there."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from generator.content.address.video import VideoHost
from generator.content.fields import (
    Address,
    FileName,
    Language,
    Licence,
    Line,
    Model,
    Sentence,
    SwitchedOff,
    Text,
    Title,
    wrong,
)
from generator.content.paper import Paper
from generator.problems import Prose

Phone = Annotated[
    Prose, Text(30, r"[+(]?[0-9][0-9 ()./+-]*( ?(x|ext\.?) ?[0-9]+)?", "020 7946 0123", "a telephone number")
]
Email = Annotated[Prose, Text(120, r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", "hello@example.org", "an e-mail address")]
Colour = Annotated[Prose, Text(7, r"#[0-9A-Fa-f]{6}", '"#0B4F6C"', "a colour in quotes")]
Country = Annotated[Prose, Text(2, r"[A-Z]{2}", "GB", "a country code of two capitals")]
PainNumbers = tuple[Annotated[int, Field(ge=0, le=10)], Annotated[int, Field(ge=0, le=10)]]


class PainRule(Model):
    """From which number to which, on a scale of 0 to 10, to go on, to take care, to stop."""

    go: PainNumbers
    care: PainNumbers
    stop: PainNumbers

    @model_validator(mode="after")
    def _covers_the_scale(self) -> Self:
        numbers = [n for low, high in (self.go, self.care, self.stop) for n in range(low, high + 1)]
        if numbers != list(range(11)):
            raise wrong("go, care and stop must share 0 to 10 in this order", "go: [0, 3], care: [4, 5], stop: [6, 10]")
        return self


def _usual_paper(clinic: dict[str, Any]) -> Paper:
    return Paper.usual_in(clinic.get("country", ""))


class Clinic(Model):
    """One clinic as its file has it."""

    name: Title
    logo: FileName | None = None
    phone: Phone
    hours: Line | None = None
    address: Line | None = None
    email: Email | None = None
    web: Address | None = None
    locale: Language
    country: Country
    paper: Paper = Field(default_factory=_usual_paper, strict=False, description="Else what the country uses.")
    emergency: Phone
    urgent: Line | None = None
    first_weekday: Literal["mon", "sat", "sun"] | None = None
    accent: Colour | None = None
    clinician: Line | None = None
    pain_rule: PainRule
    ask_first: Sentence | None = Field(default=None, description="Completes: Ask us first if you ...")
    video: VideoHost | None = None
    sample: bool = Field(default=False, description="Made up, for trying out; every page then says Sample.")
    licence: Licence | None = None
    off: SwitchedOff = Field(default_factory=dict)
