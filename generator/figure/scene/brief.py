"""What a figure spec asks for, read once: the person, the camera, the things around, the poses and the highlights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.figure.anatomy.bodies import Body, body_named
from generator.figure.anatomy.skeleton import INDEX, SIDES
from generator.figure.arrays import Array
from generator.figure.body.whole_body import natural_grip
from generator.figure.pose.camera import camera_axes, view_of
from generator.figure.pose.joint_wishes import merged
from generator.figure.pose.kinematics import pose_bones
from generator.figure.pose.landmarks import landmark
from generator.figure.pose.posing import Pose, solve_pose
from generator.figure.pose.surroundings import Surroundings, read_props
from generator.figure.scene.arrows import marker_landmark
from generator.shapes.pose_vocabulary import SHOWS


@dataclass(frozen=True, slots=True)
class Brief:
    """A spec with its scene-wide words looked up."""

    spec: Mapping[str, Any]
    body: Body
    axes: Array  # of the camera
    around: Surroundings
    show: str
    thumbnail: bool = False
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

    def grips(self, pose: Pose, prefix: str) -> dict[str, str]:
        """How the hands are held in the pose whose keys begin with `prefix` ("" or "start_")."""
        words = self.spec.get(f"{prefix}hands") or self.spec.get("hands") or {}
        words = {"both": words} if isinstance(words, str) else words
        return {
            side: words.get(side) or words.get("both") or natural_grip(self.around.props, pose, side) for side in SIDES
        }


def read_brief(spec: Mapping[str, Any], body: str | None, thumbnail: bool, bones: bool) -> Brief:
    """Read a spec; ValueError for unknown words."""
    person = spec.get("figure") or {}
    named = body or spec.get("body") or person.get("body") or person.get("build")
    hair, feet = spec.get("hair") or person.get("hair"), spec.get("feet") or person.get("feet")
    around = Surroundings(read_props(spec.get("props")), spec.get("seat_height"), spec.get("step_height"))
    show = str(spec.get("show") or "auto")
    if show not in SHOWS:
        raise ValueError(f"unknown show {show!r}; known: {', '.join(SHOWS)}")
    return Brief(spec, body_named(named, hair, feet), camera_axes(*view_of(spec)), around, show, thumbnail, bones)


def end_pose(brief: Brief) -> Pose:
    """The end position, solved."""
    return solve_pose(brief.spec.get("pose") or {}, brief.around, brief.body)


def start_pose(brief: Brief, end: Pose) -> Pose | None:
    """The start position, solved and pinned to the end position; None when there is none."""
    if not brief.spec.get("start"):
        return None
    written, last = dict(brief.spec["start"]), brief.spec.get("pose") or {}
    same_base = written.get("base", last.get("base")) == last.get("base")
    if written.pop("from", "pose") == "pose" and same_base:
        touches = [each["touch"] for each in (last, written) if each.get("touch")]
        written = {**merged(last, written), "touch": touches}
    pose = solve_pose(written, brief.around, brief.body)
    pin = brief.spec.get("pin")
    if not pin:
        return pose
    name = marker_landmark(pin)
    shift = (landmark(end.posture, name) - landmark(pose.posture, name))[0]
    state = pose.state.copy()
    state[INDEX["x"]] += shift[0]
    state[INDEX["y"]] += shift[1]
    return replace(pose, state=state, posture=pose_bones(state, pose.base, brief.body.skeleton))
