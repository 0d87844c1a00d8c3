"""When an exercise is done: on which days of which weeks, how often or at what times on such a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.content.fields import Model, Weekday, WeekNumber, quoted, wrong
from generator.content.plan_length import LONGEST, week_numbers

WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_TIMES = 6  # boxes that a day of the chart has room for
# From the first time of a day to the last: nobody is woken for an exercise.
WAKING_HOURS = 11

TimeOfDay = Literal["morning", "midday", "afternoon", "evening", "bedtime"]
_EVERY = re.compile(r"every ([0-9]{1,3}|other) ?(days?|hours?|h)")
_WEEKS = re.compile(r"([0-9]{1,2})(?:\s*(?:-|–|to)\s*([0-9]{1,2}))?")
_WEEKS_HINT = "write 1-4, [1, 2, 5], odd or even"


def _weeks(written: Any) -> Any:
    """The numbers of weeks: a list, "1-3, 5-8", odd or even."""
    if isinstance(written, int) and not isinstance(written, bool):
        return (written,)
    if not isinstance(written, str):
        return written
    if written in ("odd", "even"):
        return week_numbers(LONGEST)[written == "even" :: 2]
    runs = [_WEEKS.fullmatch(part.strip()) for part in written.split(",")]
    found: list[int] = []
    for run in runs:
        if run is None:
            raise wrong(f"needs the numbers of weeks, not {quoted(written)}", _WEEKS_HINT)
        first, last = int(run[1]), int(run[2] or run[1])
        if not 1 <= first <= last <= LONGEST:
            raise wrong(f"needs weeks from 1 to {LONGEST}, the earlier first, not {quoted(written)}", _WEEKS_HINT)
        found += range(first, last + 1)
    return tuple(sorted(set(found)))


WeekNumbers = Annotated[
    tuple[WeekNumber, ...],
    Field(min_length=1, max_length=LONGEST),
    BeforeValidator(_weeks, json_schema_input_type=tuple[WeekNumber, ...] | WeekNumber | str),
]


class Frequency(Model):
    """On which days, or on how many a week, in which weeks, and how many times or at what times on such a day.

    What it does not say is as it was; where nobody names days, every day is meant.
    """

    per_week: int | None = Field(default=None, ge=1, le=7)
    days: tuple[Weekday, ...] | None = Field(default=None, min_length=1, max_length=7)
    every_days: int | None = Field(default=None, description="2: every other day, counted from the first day on.")
    times_a_day: int = Field(default=1, ge=1, le=MOST_TIMES)
    times: tuple[TimeOfDay, ...] | None = Field(default=None, min_length=1, max_length=5)
    every_hours: int | None = Field(default=None, description="2: every 2 hours; times_a_day may say how often.")
    weeks: WeekNumbers | None = Field(default=None, description="Only in these weeks: [1, 2], 1-2, odd or even.")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, written: Any) -> Any:
        if isinstance(written, str):
            return _in_words(written)
        if isinstance(written, int) and not isinstance(written, bool):
            return {"per_week": written}
        return written

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Self:
        if not self.model_fields_set:
            raise wrong("needs per_week, days or times_a_day", "write {per_week: 5}")
        _one_of(self, _DAYS, "days already say how many")
        _one_of(self, ("times", "times_a_day"), "the times already say how many")
        _one_of(self, ("times", "every_hours"), "name the times, or say every how many hours")
        for name in ("days", "times", "weeks"):
            if len(set(getattr(self, name) or ())) < len(getattr(self, name) or ()):
                raise wrong(f"names a {name.removesuffix('s')} twice", at=(name,))
        return self

    @model_validator(mode="after")
    def _can_be_counted(self) -> Self:
        days, hours = self.every_days, self.every_hours
        if days is not None and not 2 <= days <= 6:
            hint = "write daily" if days == 1 else "write per_week: 1; for every other week also weeks: odd"
            raise wrong(f"needs 2 to 6 days, not {days}", hint, ("every_days",))
        if hours is not None and not 2 <= hours <= 8:
            hint = f"a day of the chart has room for {MOST_TIMES} boxes: write every_hours: 2, or times_a_day: 2"
            raise wrong(f"needs 2 to 8 hours, not {hours}", hint, ("every_hours",))
        if hours and (self.times_a_day - 1) * hours > WAKING_HOURS:
            most = 1 + WAKING_HOURS // hours
            raise wrong(f"{self.times_a_day} times every {hours} hours are more than a day awake", f"at most {most}")
        return self

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The named days as numbers, 0 is Monday; empty where only a count is given."""
        return tuple(sorted(WEEKDAYS.index(day) for day in self.days or ()))

    @property
    def parts(self) -> Mapping[str, Mapping[str, Any]]:
        """The fields that it says, by what they are of: the `days`, the `times_a_day`, the `weeks`."""
        said = {name: getattr(self, name) for name in self.model_fields_set if getattr(self, name) is not None}
        found: dict[str, dict[str, Any]] = {}
        for name, value in said.items():
            found.setdefault(_PART.get(name, name), {})[name] = value
        return found

    @property
    def names_days(self) -> bool:
        """Whether it says on which or on how many days, and not only when on them."""
        return "days" in self.parts

    @property
    def count(self) -> int:
        """Days a week; of "every other day" in the week that has most."""
        if self.every_days:
            return -(-7 // self.every_days)
        return len(self.days) if self.days else self.per_week or 7

    @property
    def times_on_a_day(self) -> int:
        """How many times on such a day."""
        if self.times:
            return len(self.times)
        if self.every_hours and "times_a_day" not in self.model_fields_set:
            return 1 + WAKING_HOURS // self.every_hours
        return self.times_a_day

    @property
    def only_weeks(self) -> Frequency | None:
        """What it says of weeks alone, if anything."""
        return Frequency(weeks=self.weeks) if self.weeks else None

    def in_week(self, week: int) -> bool:
        """Whether it is for a week, counted from 1."""
        return self.weeks is None or week in self.weeks


_DAYS = ("per_week", "days", "every_days")
_PART = dict.fromkeys(_DAYS, "days") | dict.fromkeys(("times", "every_hours"), "times_a_day")


def without_other_ways(written: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """A frequency as written, without what a change says in another way: days by name where it says how many."""
    parts = {_PART.get(name, name) for name in change}
    return {name: value for name, value in written.items() if _PART.get(name, name) not in parts}


def _one_of(frequency: Frequency, names: tuple[str, ...], hint: str) -> None:
    given = [name for name in names if name in frequency.model_fields_set and getattr(frequency, name) is not None]
    if len(given) > 1:
        raise wrong(f"takes {given[0]} or {given[1]}, not both", hint)


def _in_words(written: str) -> dict[str, Any]:
    if written == "daily":
        return {"per_week": 7}
    found = _EVERY.fullmatch(written)
    if found is None:
        hint = 'write daily, 3, "every other day", "every 3 days", "every 2 hours" or {days: [mon, wed]}'
        raise wrong(f"needs how often, not {quoted(written)}", hint)
    number = 2 if found[1] == "other" else int(found[1])
    return {"every_days": number} if found[2].startswith("day") else {"per_week": 7, "every_hours": number}
