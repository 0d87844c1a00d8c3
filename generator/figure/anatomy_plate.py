"""An anatomy plate as data becomes a Drawing: bones, muscles with fibres and tendons, labels with leader lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.content.plate import Belly, Callout, Plate, PlateArrangement, PlateMark, PlatePiece
from generator.figure.lines.curve import evenly, path_of, sample, smooth
from generator.shapes.drawing import Drawing, Fill, Label, Stroke
from generator.shapes.geometry import Point

UNIT = 0.02  # points per path unit: whole numbers are short, and 0.01 pt cannot be seen
LABEL_SIZE = 11.0  # points; the size that the page gives to captions
_LEADING = 1.18  # of the label size
_EDGE = 0.85
_STATIONS = 25  # cross-sections of a muscle

Ops = list[Fill | Stroke]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns plate units of one panel into points of the drawing."""

    x: float
    y: float
    scale: float

    def place(self, points: Sequence[Point]) -> list[Point]:
        return [(self.x + self.scale * x, self.y + self.scale * y) for x, y in points]


def draw_plate(plate: Plate, label_size: float = LABEL_SIZE) -> Drawing:
    """The whole plate, to be shown at its own size with labels of `label_size` points.

    Labels carry keys, so that any language fits. ValueError if the plate has no arrangement for labels so large.
    """
    ops: Ops = []
    labels: list[Label] = []
    arrangement = arrangement_for(plate, label_size)
    for number, panel in enumerate(plate.panels):
        frame = _frame(arrangement, number)
        for name in panel.draw:
            ops += _piece(plate.pieces[name], frame)
        labels.append(Label(panel.title, frame.x + panel.title_at[0], frame.y + panel.title_at[1], "middle"))
    for callout in plate.callouts:
        ends = leader(arrangement, callout)
        ops += _leader(*ends)
        labels += _texts(callout, ends[0], label_size)
    return Drawing(arrangement.width, arrangement.height, tuple(ops), UNIT, tuple(labels))


def arrangement_for(plate: Plate, label_size: float) -> PlateArrangement:
    """The first arrangement that has room for labels of this size."""
    for arrangement in plate.arrangements:
        if label_size <= arrangement.largest_label:
            return arrangement
    raise ValueError(f"labels of {label_size:g} points are too large for this plate")


def leader(arrangement: PlateArrangement, callout: Callout) -> tuple[Point, Point]:
    """Both ends of a leader line in points: beside the text, and on the thing that it names."""
    frame = _frame(arrangement, callout.panel)
    target = frame.place([callout.to])[0]
    return ((frame.x + callout.x + _gap(callout), target[1] + callout.lift), target)


def _gap(callout: Callout) -> float:
    return 3.0 if callout.anchor == "end" else -3.0


def outline_of(plate: Plate, arrangement: PlateArrangement, panel: int, name: str) -> list[Point]:
    """The contour of a piece as a polygon in points, to test what a leader line crosses."""
    piece = plate.pieces[name]
    frame = _frame(arrangement, panel)
    if piece.belly:
        return frame.place(_contour(_stations(piece.belly), 1.0))
    return frame.place(sample(smooth(piece.outline, closed=True))) if piece.outline else []


def _frame(arrangement: PlateArrangement, panel: int) -> _Frame:
    return _Frame(*arrangement.at[panel], arrangement.scale)


def _closed(points: Sequence[Point], frame: _Frame) -> str:
    return path_of(smooth(frame.place(points), closed=True), UNIT, closed=True)


def _piece(piece: PlatePiece, frame: _Frame) -> Ops:
    ops: Ops = []
    if piece.outline:
        path = " ".join(_closed(curve, frame) for curve in (piece.outline, *piece.holes))
        ops.append(Fill(path, piece.colour))
        ops += [Fill(_closed(patch.outline, frame), patch.colour) for patch in piece.patches]
        if piece.edge:
            ops.append(Stroke(path, "ink", piece.edge / UNIT))
    ops += [_mark(mark, frame) for mark in piece.marks]
    if piece.belly:
        ops += _muscle(piece.belly, frame)
    return ops


def _mark(mark: PlateMark, frame: _Frame) -> Stroke:
    return Stroke(path_of(smooth(frame.place(mark.through)), UNIT), mark.colour, mark.width / UNIT)


@dataclass(frozen=True, slots=True)
class _Station:
    """A cross-section of a muscle: middle, direction to its left side (seen downwards), half its width."""

    share: float
    middle: Point
    normal: Point
    half: float

    def across(self, amount: float) -> Point:
        """The point at `amount` (-1 to 1) of the half width."""
        reach = amount * self.half
        return (self.middle[0] + reach * self.normal[0], self.middle[1] + reach * self.normal[1])


def _stations(belly: Belly) -> list[_Station]:
    middles = evenly(sample(smooth(belly.axis)), _STATIONS)
    found = []
    for i, middle in enumerate(middles):
        a, b = middles[max(i - 1, 0)], middles[min(i + 1, _STATIONS - 1)]
        length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
        share = i / (_STATIONS - 1)
        normal = ((b[1] - a[1]) / length, -(b[0] - a[0]) / length)
        found.append(_Station(share, middle, normal, _width(belly, share) / 2))
    return found


def _width(belly: Belly, share: float) -> float:
    """Width at a share of the length, eased between the given ones so that the contour has no corners."""
    before = max((w for w in belly.widths if w[0] <= share), default=belly.widths[0])
    after = min((w for w in belly.widths if w[0] >= share), default=belly.widths[-1])
    if after[0] - before[0] < 1e-9:
        return before[1]
    t = (share - before[0]) / (after[0] - before[0])
    return before[1] + (after[1] - before[1]) * t * t * (3 - 2 * t)


def _contour(stations: Sequence[_Station], amount: float) -> list[Point]:
    return [s.across(amount) for s in stations] + [s.across(-amount) for s in reversed(stations)]


def _muscle(belly: Belly, frame: _Frame) -> Ops:
    stations = _stations(belly)
    edge = _closed(_contour(stations, 1.0), frame)
    flesh = _flesh(belly, stations)
    ops: Ops = [Fill(edge, "anatomy_tendon"), *_tendon_lines(belly, stations, frame)]
    ops.append(Fill(_closed(_contour(flesh, 1.0), frame), belly.colour))
    # Light comes from the upper left: the flank to the right lies in shade.
    flank = [s.across(-1.0) for s in flesh] + [s.across(-0.42) for s in reversed(flesh)]
    ops.append(Fill(_closed(flank, frame), belly.colour + "_shade"))
    ops += _fibres(belly, flesh, frame)
    ops.append(Stroke(edge, "ink", _EDGE / UNIT))
    return ops


def _flesh(belly: Belly, stations: Sequence[_Station]) -> list[_Station]:
    """The fleshy stretch; where a tendon follows, it ends in a tongue."""
    start, end = belly.flesh
    inside = [s for s in stations if start <= s.share <= end]
    length = max(end - start, 1e-9)
    found = []
    for s in inside:
        t = (s.share - start) / length
        from_top = min(1.0, t / 0.16) if start > 0 else 1.0
        from_end = min(1.0, (1 - t) / 0.26) if end < 1 else 1.0
        narrow = math.sqrt(max(0.0, math.sin(math.pi / 2 * min(from_top, from_end))))
        found.append(_Station(s.share, s.middle, s.normal, s.half * narrow))
    return found


def _tendon_lines(belly: Belly, stations: Sequence[_Station], frame: _Frame) -> Ops:
    """Two fine lines along each tendon, so that it reads as cord and not as empty paper."""
    start, end = belly.flesh
    ends = ([s for s in stations if s.share <= start + 0.05], [s for s in stations if s.share >= end - 0.12])
    lines = [[s.across(amount) for s in part[1:-1:2]] for part in ends for amount in (-0.36, 0.3) if len(part) > 6]
    return [_hair(frame.place(line), "anatomy_tendon_shade", 0.5) for line in lines]


def _fibres(belly: Belly, flesh: Sequence[_Station], frame: _Frame) -> Ops:
    """Fibres follow the contour; every second one is shorter, which keeps the ends of the flesh light."""
    ops: Ops = []
    count = belly.fibres
    for i in range(count):
        amount = -0.80 + 1.60 * i / (count - 1) if count > 1 else 0.0
        trim = 1 + i % 2
        line = [s.across(amount) for s in flesh[trim : len(flesh) - trim]]
        if len(line) >= 4:
            ops.append(_hair(frame.place(evenly(line, 7)), "fibre", 0.62))
    return ops


def _hair(line: Sequence[Point], colour: str, width: float) -> Fill:
    """A line that thins out towards both ends, as a filled shape."""
    last = len(line) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(line):
        a, b = line[max(i - 1, 0)], line[min(i + 1, last)]
        length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
        half = width / 2 * (0.25 + 0.75 * math.sin(math.pi * i / last))
        dx, dy = half * (b[1] - a[1]) / length, half * (b[0] - a[0]) / length
        left.append((x + dx, y - dy))
        right.append((x - dx, y + dy))
    return Fill(path_of(smooth([*left, *reversed(right)], closed=True), UNIT, closed=True), colour)


def _leader(start: Point, end: Point) -> Ops:
    """A line with a dot on the thing it names; a white rim keeps both readable over dark muscle."""
    line = path_of(smooth([start, end]), UNIT)
    dot = _dot(end, 1.6)
    return [
        Stroke(line, "halo", 2.4 / UNIT),
        Fill(_dot(end, 2.6), "halo"),
        Stroke(line, "ink", 0.75 / UNIT),
        Fill(dot, "ink"),
    ]


def _dot(middle: Point, radius: float) -> str:
    ring = [
        (middle[0] + radius * math.cos(math.radians(angle)), middle[1] + radius * math.sin(math.radians(angle)))
        for angle in range(0, 360, 45)
    ]
    return path_of(smooth(ring, closed=True), UNIT, closed=True)


def _texts(callout: Callout, beside: Point, size: float) -> list[Label]:
    """One label a line, the block of lines centred on the leader (0.34 em below it: half of the x-height and a bit)."""
    leading = _LEADING * size
    x = beside[0] - _gap(callout)
    first = beside[1] + 0.34 * size - leading * (len(callout.lines) - 1) / 2
    return [Label(key, x, first + leading * i, callout.anchor) for i, key in enumerate(callout.lines)]
