"""A video as an exercise or routine names it, and where the clinic keeps its videos, become a full https address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.content.address.ascii_address import ascii_form
from generator.content.address.web_address import untracked
from generator.content.fields import Address, Identifier, Model, quoted, wrong
from generator.problems import Place, place_of


def _clock(value: Any) -> Any:
    """Seconds of `1:05`, of `1:02:05` or of a number of seconds."""
    if isinstance(value, str):
        parts = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)", value, re.ASCII)
        if not parts:
            raise wrong(f"needs a time such as 1:05, not {quoted(value)}", "minutes and seconds, or seconds alone")
        return int(parts[1] or 0) * 3600 + int(parts[2]) * 60 + int(parts[3])
    return value


_ClockText = Annotated[str, Field(pattern=r"^(\d{1,2}:)?\d{1,3}:[0-5]\d$")]
ClockTime = Annotated[int, BeforeValidator(_clock, json_schema_input_type=int | _ClockText), Field(ge=0, le=86_400)]


class Video(Model):
    """A video by its slug at the clinic's own address, or by a full address; `start` in seconds."""

    slug: Identifier | None = None
    address: Address | None = None
    start: ClockTime | None = None
    minutes: int | None = Field(default=None, ge=1, le=180)

    @model_validator(mode="after")
    def _named_once(self) -> Self:
        if (self.slug is None) == (self.address is None):
            raise wrong("needs a slug or an address, one of the two")
        return self


def _address_alone(value: Any) -> Any:
    return {"address": value} if isinstance(value, str) else value


VideoLink = Annotated[Video, BeforeValidator(_address_alone, json_schema_input_type=Video | Address)]


def _start_form(value: Any) -> Any:
    if isinstance(value, str) and (
        value.count("{seconds}") != 1 or not re.fullmatch(r"[?&#][\w={}&.-]+", value, re.ASCII)
    ):
        raise wrong(f"needs a form such as ?t={{seconds}}, not {quoted(value)}")
    return value


class VideoHost(Model):
    """Where a clinic's videos lie: a slug is put behind `base`, a start time behind that in the form `start`."""

    base: Address
    start: Annotated[str, Field(max_length=60), BeforeValidator(_start_form)] | None = None

    @model_validator(mode="after")
    def _takes_slugs(self) -> Self:
        if self.base[-1] not in "/=":
            raise wrong("an address that a slug is put behind ends in / or =", f"{self.base}/", at=("base",))
        return self


@dataclass(frozen=True, slots=True)
class ResolvedVideo:
    """A full address to print and to encode, in ASCII and without trackers; the start time is already part of it.

    Units: seconds, minutes.
    """

    address: str
    start: int | None
    minutes: int | None
    place: Place | None = field(default=None, compare=False)


def resolve_video(video: Video | None, host: VideoHost | None) -> ResolvedVideo | None:
    """The address of a video; None where there is none, or where a slug has no clinic address to stand behind."""
    if video is None:
        return None
    if video.address is not None:
        address = str(video.address)
    elif host is not None:
        address = f"{host.base}{video.slug}"
    else:
        return None
    if video.start and host and host.start:
        separator = "&" if host.start.startswith("?") and "?" in address else host.start[0]
        address += separator + host.start[1:].replace("{seconds}", str(video.start))
    address, _ = untracked(ascii_form(address))
    return ResolvedVideo(address, video.start, video.minutes, place_of(video.address or video.slug or ""))
