"""A whole illustration: solves the poses, places the camera, paints the layers and cuts out the frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from generator.figure.arrays import Array
from generator.figure.arrows import HALO, Stage, arrow_outline, arrow_path, marker_landmark
from generator.figure.bodies import Body, body_named
from generator.figure.bones import paint_bones
from generator.figure.camera import camera_axes, view_of
from generator.figure.chains import lines_of
from generator.figure.cracks import find_cracks
from generator.figure.face import paint_face
from generator.figure.folds import paint_folds
from generator.figure.ghost import paint_ghost
from generator.figure.ground import paint_mat, paint_shadow
from generator.figure.highlight import paint_highlights
from generator.figure.illustration import Illustration
from generator.figure.ink import Pen, ink_lines
from generator.figure.kinematics import pose_bones
from generator.figure.landmarks import landmark
from generator.figure.paint import paint_tints
from generator.figure.person import natural_grip, person_meshes
from generator.figure.posing import MISSED, Pose, solve_pose
from generator.figure.props import press_onto, prop_meshes
from generator.figure.shot import Shot, Style, take_shot
from generator.figure.skeleton import INDEX, LIMITS, SIDES
from generator.figure.smoothing import blurred
from generator.figure.solids import Mesh
from generator.figure.surroundings import Surroundings, options_of, read_props
from generator.figure.vector import Canvas
from generator.figure.wishes import merged
from generator.shapes.drawing import Drawing
from generator.shapes.geometry import MM

BOX = (66.0, 62.0)  # mm that a single figure may fill
MOST_SCALE = 34.0  # mm of paper per metre of body
LARGEST = (80.0, 72.0)  # mm of a whole drawing with its props and arrows
THUMBNAIL_BOX = (18.0, 9.4)
_MARGIN = 0.4  # mm around everything
_OVERLAP = 0.35  # silhouettes that overlap more than this are two frames, not a ghost
_THUMBNAIL_PEN = Pen(outer=0.27, occluding=0.20, hem=0.15, crease=0.15, edge=0.17, least=0.12, shortest=14,
                     jump_factor=2.5, detail=False)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """One solved pose with the meshes of the person and of the props around it."""

    pose: Pose
    body: list[Mesh]
    props: list[Mesh]
    shot: Shot


@dataclass(frozen=True, slots=True)
class Plan:
    """What a spec asks for, read once."""

    spec: Mapping[str, Any]
    body: Body
    axes: Array
    around: Surroundings
    thumbnail: bool
    bones: bool = False

    @property
    def highlight(self) -> Sequence[str]:
        """Muscles to show at the end position."""
        return tuple(self.spec.get("highlight") or ())

    @property
    def start_highlight(self) -> Sequence[str]:
        """Muscles to show at the start position: none, the same (True) or a list of their own."""
        said = self.spec.get("highlight_start") or ()
        return self.highlight if said is True else tuple(said)


def draw_scene(spec: Mapping[str, Any], body: str | None, thumbnail: bool, bones: bool = False) -> Illustration:
    """The illustration of a spec; see illustration.draw_figure."""
    plan = replace(read_plan(spec, body, thumbnail), bones=bones)
    end = _solve(plan, spec.get("pose") or {})
    start = _start_pose(plan, end) if spec.get("start") and not thumbnail else None
    style = _style(plan, [pose for pose in (start, end) if pose], str(spec.get("show", "auto")))
    last = _stage_actor(plan, end, style, plan.spec.get("props"), "")
    room = THUMBNAIL_BOX if thumbnail else LARGEST
    if start is None:
        canvas, findings = _frame(plan, last, None)
        drawings = _cut([canvas], room)
    else:
        as_frames = _in_frames(plan, start, style, last.shot)
        first_props = spec.get("start_props", spec.get("props") if as_frames else None)
        first = _stage_actor(plan, start, style, first_props, "start_")
        if as_frames:
            canvases = [_frame(plan, first, end, is_start=True), _frame(plan, last, start)]
            findings = [*canvases[0][1], *canvases[1][1]]
            drawings = _cut([canvas for canvas, _ in canvases], room)
        else:
            canvas, findings = _frame(plan, last, start, ghost=first)
            drawings = _cut([canvas], room)
    poses = [pose for pose in (start, end) if pose]
    findings = [*_pose_findings(poses), *findings]
    return Illustration(
        drawings, tuple(p.angles for p in poses), tuple(p.misses for p in poses), tuple(dict.fromkeys(findings))
    )


def read_plan(spec: Mapping[str, Any], body: str | None, thumbnail: bool) -> Plan:
    """Read the scene-wide words of a spec; ValueError for unknown ones."""
    person = spec.get("figure") or {}
    named = body or spec.get("body") or person.get("body") or person.get("build")
    hair, feet = spec.get("hair") or person.get("hair"), spec.get("feet") or person.get("feet")
    around = Surroundings(read_props(spec.get("props")), spec.get("seat_height"), spec.get("step_height"))
    return Plan(spec, body_named(named, hair, feet), camera_axes(*view_of(spec)), around, thumbnail)


def _solve(plan: Plan, pose: Mapping[str, Any]) -> Pose:
    return solve_pose(pose, plan.around, plan.body)


def _start_pose(plan: Plan, end: Pose) -> Pose:
    written = dict(plan.spec["start"])
    end_spec = plan.spec.get("pose") or {}
    same_base = written.get("base", end_spec.get("base")) == end_spec.get("base")
    if written.pop("from", "pose") == "pose" and same_base:
        touches = [each["touch"] for each in (end_spec, written) if each.get("touch")]
        written = {**merged(end_spec, written), "touch": touches}
    pose = _solve(plan, written)
    pin = plan.spec.get("pin")
    if not pin:
        return pose
    name = marker_landmark(pin)
    shift = (landmark(end.posture, name) - landmark(pose.posture, name))[0]
    state = pose.state.copy()
    state[INDEX["x"]] += shift[0]
    state[INDEX["y"]] += shift[1]
    return replace(pose, state=state, posture=pose_bones(state, pose.base, plan.body.skeleton))


def _style(plan: Plan, poses: Sequence[Pose], show: str) -> Style:
    boxes = [_extent(pose, plan.axes) for pose in poses]
    low, high = np.min([b[0] for b in boxes], 0), np.max([b[1] for b in boxes], 0)
    sizes = [b[1] - b[0] for b in boxes]
    size = np.max(sizes, 0) if show == "frames" else high - low
    if plan.thumbnail:
        scale = min(THUMBNAIL_BOX[0] / size[0], THUMBNAIL_BOX[1] / size[1])
        return Style(scale, 0.022, _THUMBNAIL_PEN, 1.0)
    room = plan.spec.get("box") or BOX
    return Style(min(room[0] / size[0], room[1] / size[1], MOST_SCALE))


def _extent(pose: Pose, axes: Array) -> tuple[Array, Array]:
    names = ["crown", "head back", "forehead"]
    names += [
        f"{s} {n}" for s in SIDES for n in ("toe", "heel back", "fingers", "elbow", "knee", "sit bone", "hip", "heel")
    ]
    points = np.array([landmark(pose.posture, name)[0] for name in names]) @ axes.T
    return points[:, :2].min(0) - 0.05, points[:, :2].max(0) + 0.05


def _grips(plan: Plan, pose: Pose, prefix: str) -> dict[str, str]:
    words = plan.spec.get(f"{prefix}hands") or plan.spec.get("hands") or {}
    words = {"both": words} if isinstance(words, str) else words
    return {side: words.get(side) or words.get("both") or natural_grip(plan.around.props, pose, side) for side in SIDES}


def _stage_actor(plan: Plan, pose: Pose, style: Style, listed: Any, prefix: str) -> Actor:
    body, flesh = person_meshes(pose, plan.body, _grips(plan, pose, prefix))
    base = (plan.spec.get("pose") or {}).get("base", "standing")
    props = prop_meshes(read_props(listed), flesh, plan.around, base == "sitting")
    body = press_onto(body, props)
    return Actor(pose, body, props, take_shot(body, props, flesh, plan.axes, style))


def _in_frames(plan: Plan, start: Pose, style: Style, last: Shot) -> bool:
    show = str(plan.spec.get("show", "auto"))
    if show in ("frames", "ghost", "single"):
        return show == "frames"
    if show != "auto":
        raise ValueError(f"unknown show {show!r}; known: auto, single, ghost, frames")
    body, flesh = person_meshes(start, plan.body, {})
    return _overlap(take_shot(body, [], flesh, plan.axes, style), last) > _OVERLAP


def _overlap(first: Shot, last: Shot) -> float:
    """Intersection over union of two silhouettes in the same world."""
    places = []
    for shot in (first, last):
        rows, columns = np.nonzero(shot.person)
        x, y = columns - shot.pixels.shift[0], rows - shot.pixels.shift[1]
        places.append(set(zip((x // 4).astype(int).tolist(), (y // 4).astype(int).tolist(), strict=True)))
    return len(places[0] & places[1]) / max(len(places[0] | places[1]), 1)


def _frame(
    plan: Plan, actor: Actor, other: Pose | None, ghost: Actor | None = None, is_start: bool = False
) -> tuple[Canvas, list[str]]:
    canvas, style = Canvas(), actor.shot.style
    actors = [actor, ghost] if ghost else [actor]
    mat = options_of(plan.around.props, "mat")
    if mat is not None:
        paint_mat(canvas, mat, [each.body for each in actors], plan.axes, style)
    if not plan.thumbnail:
        paint_shadow(canvas, [*actor.body, *actor.props], plan.axes, style)
    if ghost:
        paint_ghost(ghost.shot, actor.shot, canvas)
    paint_tints(actor.shot, canvas)
    highlight = plan.start_highlight if is_start else plan.highlight
    hidden = paint_highlights(actor.shot, highlight, canvas)
    _paint_ink(actor.shot, canvas)
    if style.pen.detail:
        paint_folds(actor.shot, actor.pose, canvas)
        paint_face(actor.shot, plan.body, canvas)
    if plan.bones:
        paint_bones(actor.pose, plan.axes, style.mm_per_metre * MM, canvas)
    if not plan.thumbnail:
        _paint_arrows(plan, actor, other, "start" if is_start else "end", canvas)
    return canvas, [f"the muscle {words!r} is hidden in this view" for words in hidden]


def _paint_ink(shot: Shot, canvas: Canvas) -> None:
    pen = shot.style.pen
    lines = lines_of(find_cracks(shot.pixels, shot.normal, shot.limb, pen.jump_factor))
    for inked in ink_lines(shot.pixels, lines, pen, shot.style.mm_per_pixel, shot.style.line_weight):
        outline = shot.to_canvas(inked.outline)
        if inked.width:
            canvas.stroke("ink", outline, round(inked.width * shot.points_per_pixel, 1))
        else:
            canvas.fill("ink", outline)


def _paint_arrows(plan: Plan, actor: Actor, other: Pose | None, frame: str, canvas: Canvas) -> None:
    arrows = [each for each in plan.spec.get("arrows") or () if _frame_of(each) == frame]
    if not arrows:
        return
    shot = actor.shot
    taken = blurred(shot.pixels.mesh >= 0, 4.0) > 0.08  # the figure and a rim of about half a millimetre

    def blocked(points: Array) -> Array:
        place = points / shot.points_per_pixel + shot.pixels.shift
        height, width = taken.shape
        x, y = place[:, 0].astype(int), place[:, 1].astype(int)
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        result = np.zeros(len(points), dtype=bool)
        result[inside] = taken[y[inside], x[inside]]
        return result

    first, last = (actor.pose, other) if frame == "start" else (other, actor.pose)
    stage = Stage(first, last, actor.pose, plan.axes, shot.style.mm_per_metre * MM, blocked)
    for arrow in arrows:
        path = arrow_path(arrow, stage)
        options = arrow if isinstance(arrow, Mapping) else {}
        if path is not None:
            outline = arrow_outline(path, double=bool(options.get("double", False)))
            canvas.stroke("halo", outline, HALO * MM)
            canvas.fill("arrow", outline)


def _frame_of(arrow: Any) -> str:
    return str(arrow.get("frame", "end")) if isinstance(arrow, Mapping) else "end"


def _cut(canvases: list[Canvas], room: tuple[float, float]) -> tuple[Drawing, ...]:
    """Drawings of the same height with the ground at the same place, none larger than `room` (mm)."""
    boxes = [canvas.bounds() for canvas in canvases]
    edge = _MARGIN * MM
    bottom = min(low[1] for low, _ in boxes) - edge
    top = max(high[1] for _, high in boxes) + edge
    widest = max(high[0] - low[0] for low, high in boxes)
    factor = min((room[0] * MM - 2 * edge) / widest, (room[1] * MM - 2 * edge) / (top - bottom - 2 * edge))
    if factor < 0.999:
        return _cut([canvas.scaled(factor * 0.998) for canvas in canvases], room)
    return tuple(
        canvas.drawing(np.array([low[0] - edge, bottom]), np.array([high[0] + edge, top]))
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
