"""What to write in place of a time that is not offered: breaths, and work and rest in one."""

from __future__ import annotations

import re

# A slow, easy breath: 12 a minute, the slow end of the 12 to 20 of an adult at rest.
SECONDS_A_BREATH = 5


def way_out(written: str) -> str:
    """A hint for a time written in another measure; empty where there is none."""
    if breaths := re.fullmatch(r"\s*([0-9]{1,2})\s*(?:slow |deep )?breaths?\s*", written):
        seconds = int(breaths[1]) * SECONDS_A_BREATH
        return f"a slow breath takes about {SECONDS_A_BREATH} s: write {seconds} s, and the breaths in a step"
    if re.search(r"\bon\b.*\boff\b", written):
        return 'in a routine: groups: ["a: 8 rounds, 20 s on, 10 s off"]'
    return ""
