"""Where to turn in an emergency: a country in, its numbers and kind of place out (`assets/emergency.yaml`)."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from generator.assets import asset
from generator.content.checking.checked import load
from generator.content.clinic import Country, Phone
from generator.content.fields import Line, Model

PlaceKind = Literal["accident-and-emergency", "emergency-room", "emergency-department"]

# For a country that the file does not know.
USUAL_PLACE: PlaceKind = "emergency-department"


class EmergencyService(Model):
    """The numbers of some countries, the usual one first, and the kind of place to go to there."""

    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    numbers: Annotated[tuple[Phone, ...], Field(min_length=1)]
    place: PlaceKind
    source: Line


class _Services(Model):
    services: tuple[EmergencyService, ...]


@cache
def emergency_services() -> dict[str, EmergencyService]:
    """By country code."""
    path = asset("emergency.yaml")
    found, _ = load(_Services, path.read_text("utf-8"), path.name)
    return {str(country): service for service in found.services for country in service.countries}


def emergency_place(country: str) -> PlaceKind:
    """The kind of place to go to."""
    service = emergency_services().get(country)
    return service.place if service else USUAL_PLACE
