"""Colours that read badly are darkened at their own hue until they read well."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.contrast import GOOD, contrast, darkened

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54), ("#0B4F6C", 8.94)]
)
def test_known_ratios(colour: str, ratio: float) -> None:
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)


def test_a_colour_that_reads_well_is_left_alone() -> None:
    assert darkened("#0B4F6C") == "#0B4F6C"


def test_orange_stays_orange_but_darker() -> None:
    result = darkened("#FF9900")
    hue = colorsys.rgb_to_hls(*(int(result[i : i + 2], 16) / 255 for i in (1, 3, 5)))[0]
    assert 0.06 < hue < 0.14
    assert contrast(result) >= GOOD


@given(colours)
def test_every_colour_ends_readable(colour: str) -> None:
    assert contrast(darkened(colour)) >= GOOD
