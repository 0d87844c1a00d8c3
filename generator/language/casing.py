"""Letters at the start of a text: large where it begins a sentence, small where it goes on with one."""

from __future__ import annotations


def sentence_case(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """The text with a small letter at its start, to stand inside a sentence."""
    return text[:1].lower() + text[1:]


def behind_a_name(text: str) -> str:
    """The same behind a name: "every day", but "Mon, Wed and Fri" and a single word as they stand."""
    head = text.partition(" ")[0]
    return mid_sentence(text) if " " in text and len(head) > 3 and head.isalpha() else text
