"""A video as the plan names it, and the words that invite to it."""

from __future__ import annotations

from generator import sentences
from generator.content.address.video import ResolvedVideo
from generator.language.wording import Wording
from generator.manuscript.invitation import Invitation


def invitation_of(video: ResolvedVideo | None, words: str, wording: Wording) -> Invitation | None:
    """None where there is no video."""
    if video is None:
        return None
    alt = sentences.code_alt(video.address, wording)
    return Invitation(video.address, alt, words, sentences.video_length(video.minutes, wording), video.place)
