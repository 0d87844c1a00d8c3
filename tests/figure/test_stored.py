import gzip

import pytest

from generator.figure import stored
from generator.figure.stored import StoredFigure, figure_key, from_bytes, is_stale, to_bytes
from generator.shapes.drawing import Drawing, Fill, Label, Stroke

DRAWING = Drawing(
    20.0,
    10.0,
    (Fill("0 0 m 9 9 l h", "skin"), Stroke("0 0 m 9 9 l", "ink", 4.4, (3.0, 2.0), (5, 7))),
    0.05,
    (Label("femur", 1, 2),),
)
SPEC = {"view": "side", "pose": {"base": "standing", "both": {"hip": 30}}}


def test_a_figure_comes_back_as_it_went() -> None:
    figure = StoredFigure("k", (DRAWING, DRAWING), DRAWING, ("a finding",))
    assert from_bytes(to_bytes(figure)) == figure
    assert from_bytes(to_bytes(StoredFigure("k", (DRAWING,)))).thumbnail is None
    assert to_bytes(figure) == to_bytes(figure)


def test_the_key_ignores_order_and_kind_of_number_but_no_value() -> None:
    same = {"pose": {"both": {"hip": 30.0}, "base": "standing"}, "view": "side", "start": None}
    assert figure_key(SPEC) == figure_key(same)
    assert figure_key(SPEC) != figure_key({**SPEC, "view": "front"})
    assert figure_key(SPEC) != figure_key(SPEC, "woman")


def test_a_change_of_the_engine_makes_figures_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = StoredFigure(figure_key(SPEC), (DRAWING,))
    assert not is_stale(figure, SPEC)
    monkeypatch.setattr(stored, "engine_hash", lambda: "another engine")
    assert is_stale(figure, SPEC)


@pytest.mark.parametrize(
    "data", [b"", b"not gzip", *(gzip.compress(text, mtime=0) for text in (b"[]", b"{}", b'{"format": 999}', b"x"))]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # several reasons, all of them values
        from_bytes(data)
