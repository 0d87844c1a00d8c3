"""Few samples of many choices: each value is seen with each value of another choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product

Sample = dict[str, object]
Pair = frozenset[tuple[str, object]]


def pairs(sample: Mapping[str, object]) -> set[Pair]:
    return {frozenset(pair) for pair in combinations(sample.items(), 2)}


def possible(choices: Mapping[str, Sequence[object]], fits: Callable[[Mapping[str, object]], bool]) -> set[Pair]:
    """Every pair that is part of a sample that fits; `fits` also takes a sample of two choices."""
    return {
        frozenset([(one, first), (other, second)])
        for one, other in combinations(choices, 2)
        for first, second in product(choices[one], choices[other])
        if fits({one: first, other: second})
    }


def covering(
    choices: Mapping[str, Sequence[object]], fits: Callable[[Mapping[str, object]], bool]
) -> tuple[Sample, ...]:
    """Samples that cover every possible pair: each begins with a pair not seen so far, and takes along what it can."""
    missing, made = possible(choices, fits), list[Sample]()
    for pair in sorted(missing, key=lambda one: sorted(map(str, one))):
        if pair not in missing:
            continue
        sample: Sample = dict(pair)
        for name, values in choices.items():
            if name not in sample:
                tried = [sample | {name: value} for value in values if fits(sample | {name: value})]
                sample = max(tried, key=lambda one: len(pairs(one) & missing))
        missing -= pairs(sample)
        made.append({name: sample[name] for name in choices})
    return tuple(made)
