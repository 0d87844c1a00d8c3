"""An anatomy plate on its page: as large as it is drawn, so that its labels have the room that was left for them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from generator.content.paper import Paper
from generator.language.wording import load_wording
from generator.manuscript.picture import LabelledDrawing
from generator.page.measures import Style, frame_of
from generator.page.page import Picture, Words
from generator.page.plate_page import lay_out_plate
from generator.pictures.plates import plate_drawing
from tests.page.conftest import items_of

WORDING = load_wording("en-GB").anatomy


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_plate_has_its_own_size_and_its_labels_air(style_of: Callable[[str], Style], paper: Paper) -> None:
    style = style_of("standard")
    drawing = plate_drawing("posterior-thigh", style.theme.small)
    plate = LabelledDrawing(drawing, WORDING["title"], "Alt", WORDING, WORDING["text"])
    items = list(items_of(lay_out_plate(style, plate, frame_of(paper).live, style.theme.plate_height)))
    picture = next(item for item in items if isinstance(item, Picture))
    assert (picture.width, picture.height) == pytest.approx((drawing.width, drawing.height), rel=0.05)
    labels = [item for item in items if isinstance(item, Words) and item.run.size == style.theme.small]
    texts = {item.run.text.replace("\N{NO-BREAK SPACE}", " ") for item in labels}
    assert {"Semimembranosus", "Pelvis", "Tendon, cut"} <= texts
    for left, right in combinations(sorted(labels, key=lambda word: word.x), 2):
        if abs(left.y - right.y) < left.run.size:
            assert right.x - (left.x + left.run.width) >= 6, (left.run.text, right.run.text)
