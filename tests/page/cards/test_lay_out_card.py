"""A card: nothing covered, nothing outside, nothing lost, always in one order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.content.paper import Paper
from generator.manuscript.card import Card, CardNote
from generator.manuscript.invitation import Invitation
from generator.manuscript.picture import Panel
from generator.page.cards.card_style import on_card
from generator.page.cards.lay_out_card import lay_out_card
from generator.page.measures import Style, frame_of
from generator.page.narrow import on_frame
from generator.page.page import Element, Picture, Role, Squares, Words
from generator.page.signs import TAIL
from generator.shapes.pixels import Raster
from tests.page.conftest import box_of, card, drawing, items_of, overlaps, text_of

COMPOUND = "Rückenmuskulaturdehnungsübungsprogramms"  # 39 letters, and one more word of 40 in a step

CASES = {
    "one picture": card(),
    "two pictures": card(panels=(Panel(drawing(70, 150), "Start", "a"), Panel(drawing(120, 140), "End", "b"))),
    "two wide pictures": card(panels=(Panel(drawing(190, 80), "Start", "a"), Panel(drawing(190, 90), "End", "b"))),
    "no video": card(video=None),
    "no picture": card(panels=()),
    "only words": card(panels=(), video=None),
    "twelve steps": card(steps=tuple(f"Step {n}: bend your knees and stand up again slowly." for n in range(12))),
    "long name": card(name="A very long name of an exercise that goes on to sixty chars."),
    "long compound": card(name=COMPOUND, steps=(f"Beginnen Sie mit der {COMPOUND}ab.",)),
    "long trade name": card(trade_name="Side-lying internal and external hip rotation with a ball between the knees"),
    "long how": card(how=("Monday, Tuesday, Wednesday, Thursday, Friday and Saturday, 3 times a day. " * 3, "Rest.")),
    "build-up": card(then=("Then build up:", "week 2: 8 lifts, week 3: 10, week 4: 12.")),
    "on the clock": card(doses=(("At 0:45:", "Hold for 40 seconds."), ("At 4:35:", "Hold for 50 seconds."))),
    "long address": card(video=Invitation("https://example.org/" + "videos/" * 12 + "x", "QR code", "Watch how", "")),
    "three pictures": card(panels=tuple(Panel(drawing(90, 110), f"Part {n}", "a") for n in range(3))),
    "four pictures": card(panels=tuple(Panel(drawing(150, 60), f"Part {n}", "a") for n in range(4))),
    "photographs": card(panels=tuple(Panel(Raster(400, 300, 3, bytes(400 * 300 * 3)), "", "a") for _ in range(2))),
    "everything": card(
        notes=tuple(
            CardNote(kind, f"{kind}:", "a longer text that needs more than one line to be read in full")
            for kind in ("why", "measure", "begin", "feel", "tip", "avoid", "easier", "harder")
        ),
        stop=CardNote("stop", "Stop if:", "pain shoots below your knee or it stays sore."),
    ),
}


@pytest.mark.parametrize("share", [0.0, 1.1, 1.5])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_covers_anything_and_all_is_inside(style: Style, paper: Paper, case: Card, share: float) -> None:
    width, own = frame_of(paper).live, on_card(on_frame(style, frame_of(paper)))
    least = lay_out_card(own, case, width).height
    block = lay_out_card(own, case, width, least * share)
    assert block.height == pytest.approx(max(least * share, least))
    assert overlaps(block) == []
    for item in items_of(block):
        box = box_of(item)
        if box:
            assert box[0] >= -0.01
            assert box[2] <= width + 0.01
            assert box[3] <= block.height


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_is_lost(style: Style, case: Card) -> None:
    printed = text_of(lay_out_card(on_card(style), case, frame_of(Paper.A4).live)).replace(" ", "")
    texts = [case.name, case.trade_name, *case.how, *case.steps, *(note.text for note in case.notes)]
    texts += [part for pair in (*case.doses, case.then or ("", "")) for part in pair]
    for text in [*texts, case.stop.text if case.stop else ""]:
        assert text.replace(" ", "") in printed


def test_the_overlap_guard_sees_an_overlap(style_of: Callable[[str], Style]) -> None:
    block = lay_out_card(on_card(style_of("standard")), card(), 400)
    covered = type(block)(block.width, block.height, (*block.kids, *block.kids))
    assert overlaps(covered)


def test_one_reading_order(style_of: Callable[[str], Style]) -> None:
    block = lay_out_card(on_card(style_of("standard")), card(), frame_of(Paper.A4).live)
    section = block.kids[0]
    assert isinstance(section, Element)
    roles = [kid.role for kid in section.kids if isinstance(kid, Element) and kid.role is not Role.ARTIFACT]
    heading, picture, steps, code = (
        roles.index(role) for role in (Role.HEADING_3, Role.FIGURE, Role.LIST, Role.FIGURE)
    )
    assert heading < picture < steps
    assert code == picture
    assert roles.count(Role.FIGURE) == 2
    assert roles[-2:] == [Role.FIGURE, Role.PARAGRAPH]


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("name", ["no picture", "two pictures", "long address"])
def test_nothing_stands_in_the_white_around_a_code(style: Style, paper: Paper, name: str) -> None:
    own = on_card(on_frame(style, frame_of(paper)))
    case = replace(CASES[name], how=("Rest as long as you like between them. " * 5,))
    items = list(items_of(lay_out_card(own, case, frame_of(paper).live)))
    (code,) = [item for item in items if isinstance(item, Squares)]
    quiet = code.quiet * code.size / len(code.modules)
    above = [item.y + item.run.size * TAIL for item in items if isinstance(item, Words) and item.y < code.y]
    assert max(above) <= code.y - quiet + 0.01


def pictures_of(style: Style, case: Card, height: float = 0.0) -> list[Picture]:
    block = lay_out_card(on_card(style), case, frame_of(Paper.A4).live, height)
    return [item for item in items_of(block) if isinstance(item, Picture)]


def test_pictures_of_a_pair_share_scale_and_ground(style: Style) -> None:
    one, other = pictures_of(style, CASES["two pictures"])
    assert one.y + one.height == pytest.approx(other.y + other.height)
    assert one.width / 70 == pytest.approx(other.width / 120)


def test_pictures_stand_so_that_the_people_are_largest(style_of: Callable[[str], Style]) -> None:
    standing, lying = (
        pictures_of(style_of("standard"), CASES[name], 250) for name in ("two pictures", "two wide pictures")
    )
    assert standing[0].y + standing[0].height == pytest.approx(standing[1].y + standing[1].height)
    assert lying[1].y > lying[0].y + lying[0].height
    assert lying[0].width / 190 == pytest.approx(lying[1].width / 190)


def test_a_card_with_room_has_larger_pictures_and_looser_lines(style_of: Callable[[str], Style]) -> None:
    style = style_of("standard")
    case = CASES["two pictures"]
    close, far = (lay_out_card(on_card(style), case, 504, height) for height in (0.0, 400.0))
    lines = [
        [word.y for word in items_of(block) if isinstance(word, Words) and word.run.text in case.steps]
        for block in (close, far)
    ]
    leads = [ys[1] - ys[0] for ys in lines]
    assert leads == pytest.approx([style.theme.card_step, style.theme.card_step * 1.1], rel=0.01)
    sizes = [next(item.height for item in items_of(block) if isinstance(item, Picture)) for block in (close, far)]
    assert sizes[1] > sizes[0] * 1.2


def test_large_print_has_nothing_smaller_than_16_pt(style_of: Callable[[str], Style]) -> None:
    style = style_of("large-print")
    for case in CASES.values():
        sizes = [item.run.size for item in items_of(lay_out_card(on_card(style), case, 504)) if isinstance(item, Words)]
        assert min(sizes) >= 16
