"""A whole illustration: poses are solved and staged, the layers painted one over the other, the frames cut out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from generator.figure.anatomy.skeleton import LIMITS
from generator.figure.arrays import Array
from generator.figure.lines.chains import lines_of
from generator.figure.lines.cracks import find_cracks
from generator.figure.lines.face import paint_face
from generator.figure.lines.folds import paint_folds
from generator.figure.lines.ghost import around, paint_ghost
from generator.figure.lines.ground import paint_mat, paint_shadow
from generator.figure.lines.highlight import paint_highlights
from generator.figure.lines.ink import ink_lines
from generator.figure.lines.paint import paint_tints
from generator.figure.lines.shot import Shot
from generator.figure.lines.tints import trace
from generator.figure.lines.vector import Canvas
from generator.figure.mesh.smoothing import slivers
from generator.figure.mesh.solids import Mesh
from generator.figure.pose.posing import MISSED, Pose
from generator.figure.pose.surroundings import options_of
from generator.figure.scene.arrows import HALO, Stage, arrow_outline, arrow_path
from generator.figure.scene.bones import paint_bones
from generator.figure.scene.brief import Brief, end_pose, read_brief, start_pose
from generator.figure.scene.illustration import Illustration
from generator.figure.scene.staging import THUMBNAIL_BOX, Actor, make_person, needs_frames, stage, style_for
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM

LARGEST = (80.0, 72.0)  # mm of a whole drawing with its props and arrows
_MARGIN = 0.4  # mm around everything

Layers = tuple[Canvas, list[str]]  # a painted frame, and the muscles that it hides


def draw_scene(spec: Mapping[str, Any], body: str | None, thumbnail: bool, bones: bool = False) -> Illustration:
    """The illustration of a spec; see illustration.draw_figure."""
    brief = read_brief(spec, body, thumbnail, bones)
    end = end_pose(brief)
    start = None if thumbnail else start_pose(brief, end)
    poses = [pose for pose in (start, end) if pose]
    frames = _frames(brief, start, end, poses)
    drawings = _cut([canvas for canvas, _ in frames], THUMBNAIL_BOX if thumbnail else LARGEST)
    findings = [*_pose_findings(poses), *(words for _, hidden in frames for words in hidden)]
    angles, misses = tuple(pose.angles for pose in poses), tuple(pose.misses for pose in poses)
    return Illustration(drawings, angles, misses, tuple(dict.fromkeys(findings)))


def _frames(brief: Brief, start: Pose | None, end: Pose, poses: Sequence[Pose]) -> list[Layers]:
    style = style_for(brief, poses)
    person = make_person(brief, end)
    last = stage(brief, person, style, brief.spec.get("props"))
    if start is None or brief.show == "single":
        return [_paint_frame(brief, last, start, [last.body])]
    first_person = make_person(brief, start, "start_")
    if needs_frames(brief, first_person, person, style):
        first = stage(brief, first_person, style, brief.spec.get("start_props", brief.spec.get("props")))
        people = [first.body, last.body]  # one mat, the same in both frames
        return [
            _paint_frame(brief, first, end, people, is_start=True),
            _paint_frame(brief, last, start, people),
        ]
    # Things that stand still would be drawn twice: a ghost has props only where it is given some.
    ghost = stage(brief, first_person, style, brief.spec.get("start_props"))
    return [_paint_frame(brief, last, start, [last.body, ghost.body], ghost)]


def _paint_frame(
    brief: Brief,
    actor: Actor,
    other: Pose | None,
    people: Sequence[Sequence[Mesh]],
    ghost: Actor | None = None,
    is_start: bool = False,
) -> Layers:
    """All layers of one frame; `other` is the pose at the other end of the movement, `people` all that need mat."""
    canvas, style = Canvas(), actor.shot.style
    mat = options_of(brief.around.props, "mat")
    if mat is not None:
        paint_mat(canvas, mat, people, brief.axes, style)
    if not brief.thumbnail:
        paint_shadow(canvas, [*actor.body, *actor.props], brief.axes, style)
    if ghost:
        paint_ghost(ghost.shot, actor.shot, canvas)
    paint_tints(actor.shot, canvas)
    hidden = paint_highlights(actor.shot, brief.start_highlight if is_start else brief.highlight, canvas)
    _paint_ink(actor.shot, canvas)
    if style.pen.detail:
        paint_folds(actor.shot, actor.pose, canvas)
        paint_face(actor.shot, brief.body, canvas)
    if brief.bones:
        paint_bones(actor.pose, brief.axes, style.mm_per_metre * MM, canvas)
    if not brief.thumbnail:
        poses = (actor.pose, other) if is_start else (other, actor.pose)
        _paint_arrows(brief, actor, poses, "start" if is_start else "end", canvas)
    return canvas, [f"the muscle {words!r} is hidden in this view" for words in hidden]


def _paint_ink(shot: Shot, canvas: Canvas) -> None:
    pen = shot.style.pen
    canvas.fill("ink", shot.to_canvas(trace(slivers(shot.pixels.mesh < 0, pen.sliver), 0.6, least_area=4.0)))
    lines = lines_of(find_cracks(shot.pixels, shot.normal, shot.limb, pen.jump_factor))
    for inked in ink_lines(shot.pixels, lines, pen, shot.style.mm_per_pixel, shot.style.line_weight):
        outline = shot.to_canvas(inked.outline)
        if inked.width:
            canvas.stroke("ink", outline, round(inked.width * shot.points_per_pixel, 1))
        else:
            canvas.fill("ink", outline)


def _paint_arrows(
    brief: Brief, actor: Actor, poses: tuple[Pose | None, Pose | None], frame: str, canvas: Canvas
) -> None:
    arrows = [each for each in brief.spec.get("arrows") or () if _frame_of(each) == frame]
    if not arrows:
        return
    shot = actor.shot
    taken = around(shot.pixels.mesh >= 0, 12)  # the figure and a rim of less than a millimetre

    def blocked(points: Array) -> Array:
        place = points / shot.points_per_pixel + shot.pixels.shift
        height, width = taken.shape
        x, y = place[:, 0].astype(int), place[:, 1].astype(int)
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        result = np.zeros(len(points), dtype=bool)
        result[inside] = taken[y[inside], x[inside]]
        return result

    scene = Stage(*poses, actor.pose, brief.axes, shot.style.mm_per_metre * MM, blocked)
    for arrow in arrows:
        path = arrow_path(arrow, scene)
        double = isinstance(arrow, Mapping) and bool(arrow.get("double"))
        if path is not None:
            outline = arrow_outline(path, double=double)
            if blocked(path).any():  # a halo only where it parts the arrow from the figure
                canvas.stroke("halo", outline, HALO * MM)
            canvas.fill("arrow", outline)


def _frame_of(arrow: Any) -> str:
    return str(arrow.get("frame") or "end") if isinstance(arrow, Mapping) else "end"


def _cut(canvases: list[Canvas], room: tuple[float, float]) -> tuple[Drawing, ...]:
    """Drawings of the same height with the ground at the same place, none larger than `room` (mm)."""
    boxes = [canvas.bounds() for canvas in canvases]
    edge = _MARGIN * MM
    bottom = min(low[1] for low, _ in boxes)
    top = max(high[1] for _, high in boxes)
    widest = max(high[0] - low[0] for low, high in boxes)
    factor = min((room[0] * MM - 2 * edge) / widest, (room[1] * MM - 2 * edge) / (top - bottom))
    if factor < 0.999:
        return _cut([canvas.scaled(factor * 0.998) for canvas in canvases], room)
    return tuple(
        canvas.drawing(np.array([low[0] - edge, bottom - edge]), np.array([high[0] + edge, top + edge]))
        for canvas, (low, high) in zip(canvases, boxes, strict=True)
    )


def _pose_findings(poses: Sequence[Pose]) -> list[str]:
    findings = []
    for pose in poses:
        for words, miss in pose.misses.items():
            if miss > MISSED:
                findings.append(f"{words} is missed by {miss * 100:.1f} cm")
        for name, (low, high) in LIMITS.items():
            if not low - 0.5 <= pose.angles[name] <= high + 0.5:
                joint = name.replace("_", " ")
                findings.append(f"{joint} of {pose.angles[name]:.0f} degrees is beyond {low:.0f} to {high:.0f}")
    return findings
