"""The way to a field of a dose, as people write it: what is of days may stand without `frequency`."""

from __future__ import annotations

from collections.abc import Sequence

OF_DAYS = ("days", "per_week", "every_days", "times_a_day", "times", "every_hours")


def whole_path(keys: Sequence[str]) -> list[str]:
    """`times_a_day` is `frequency.times_a_day`, also of a week: `weeks.3.days`; a leading `dose` says nothing."""
    said = list(keys[1:] if keys[:1] == ["dose"] and len(keys) > 1 else keys)
    at = 2 if said[:1] == ["weeks"] else 0
    return [*said[:at], "frequency", *said[at:]] if len(said) == at + 1 and said[at] in OF_DAYS else said
