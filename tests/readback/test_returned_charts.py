"""Charts that come back: marks and codes found on simulated photographs, boxes where the JSON says they are.

`python -m tests.readback.photos 20` prints a table of more ways to see them.
"""

from __future__ import annotations

import pytest

from generator.page.finished.cells import read_payload
from tests.readback.finding import codes_on, frames_off, marks_on
from tests.readback.photos import Seeing, found
from tests.readback.returned import KINDS, Kind, copied, filled_in, photographed, printed, scanned

# Of every third kind twenty pictures, of which each code is read on all but one; of the others a few.
MANY, FEW = 20, 4


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_marks_and_both_codes_are_found_on_photographs(kind: Kind) -> None:
    number = MANY if kind in KINDS[::3] else FEW
    counts, _ = found(kind, photographed, number, frames=False)
    assert counts["any code"] == counts["marks"] == number
    assert min(counts["lower-left"], counts["upper-right"]) >= number * 19 // 20


@pytest.mark.parametrize("kind", KINDS[::3], ids=str)
@pytest.mark.parametrize("corner", [1, 3])
def test_a_torn_corner_leaves_the_other_code_and_three_marks(kind: Kind, corner: int) -> None:
    page, told = printed(kind)
    for seed in range(3):
        picture = photographed(filled_in(page, told["pages"][0], seed), seed, cut=corner)
        codes = codes_on(picture, told["pages"][0])
        assert len(codes) >= 1
        assert set(marks_on(picture, told["pages"][0], codes)) == {0, 1, 2, 3} - {corner}


@pytest.mark.parametrize("see", [photographed, scanned, copied])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_frames_stand_where_the_json_says(kind: Kind, see: Seeing) -> None:
    page, told = printed(kind)
    picture = see(page, 1)
    codes = codes_on(picture, told["pages"][0])
    for code in codes:
        payload = read_payload(code.text)
        assert (payload.page, payload.layout, payload.pseudonym) == (1, told["fingerprint"], kind.pseudonym)
    off = frames_off(picture, told["pages"][0], marks_on(picture, told["pages"][0], codes))
    assert {name: apart for name, apart in off.items() if apart > 0.301} == {}


def test_a_box_that_is_elsewhere_is_seen() -> None:
    page, told = printed(KINDS[0])
    told = dict(told["pages"][0])
    told["cells"] = [{**cell, "x": cell["x"] + 0.6} for cell in told["cells"]]
    picture = scanned(page, 1)
    off = frames_off(picture, told, marks_on(picture, told, codes_on(picture, told)))
    assert sum(apart > 0.3 for apart in off.values()) > len(off) * 0.9
