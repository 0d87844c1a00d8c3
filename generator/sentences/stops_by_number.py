"""When to stop an exercise and call, once for all of them: what most share, then by number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.language.joining import listed
from generator.language.wording import Wording
from generator.problems import Prose, place_of

# A reason that this share of the exercises has is one to stop any of them.
_SHARED = 0.75


def stop_rules(
    reasons: Sequence[tuple[int, Sequence[str]]], own: Iterable[str], wording: Wording
) -> tuple[tuple[str, str], ...]:
    """A lead and what follows it: "Any exercise:", with the routine's `own` reasons, then "Numbers 3, 7 and 8:".

    `reasons` are the numbers of exercises, in order, each with its own.
    """
    numbers = sorted({number for number, _ in reasons})
    owners: dict[str, list[int]] = {}
    for number, texts in reasons:
        for text in texts:
            having = owners.setdefault(text, [])
            if number not in having:
                having.append(number)
    every = [text for text, having in owners.items() if len(having) >= _SHARED * len(numbers)]
    groups: dict[tuple[int, ...], list[str]] = {}
    for text, having in owners.items():
        if text not in every:
            groups.setdefault(tuple(having), []).append(text)
    shared = list(dict.fromkeys((*every, *own)))
    rules: list[tuple[str, list[str]]] = [(wording.card.any_exercise, shared)] if shared else []
    rules += [(_numbered(having, wording), texts) for having, texts in sorted(groups.items())]
    return tuple((lead, Prose(wording.join.items.join(texts) + ".", place_of(texts[0]))) for lead, texts in rules)


def _numbered(numbers: tuple[int, ...], wording: Wording) -> str:
    return wording.counted(wording.card.number, len(numbers), listed(wording, [str(number) for number in numbers]))
