"""Numbers and places by country."""

from __future__ import annotations

import pytest

from generator.assets import asset
from generator.content.emergency import USUAL_PLACE, emergency_place, emergency_services
from generator.language.wording import languages, load_wording


@pytest.mark.parametrize(
    ("country", "number"), [("GB", "999"), ("IE", "112"), ("US", "911"), ("AU", "000"), ("NZ", "111"), ("NO", "112")]
)
def test_the_usual_number_stands_first(country: str, number: str) -> None:
    assert emergency_services()[country].numbers[0] == number


def test_every_country_has_a_source_and_a_place_with_a_name_in_every_language() -> None:
    assert all(service.source for service in emergency_services().values())
    places = {service.place for service in emergency_services().values()} | {USUAL_PLACE}
    for tag in languages(asset("wording")):
        assert places <= load_wording(tag).closing.emergency_places.keys()


def test_a_country_that_nobody_has_looked_up() -> None:
    assert emergency_place("XX") == "emergency-department"
