from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.figure.anatomy.bodies import body_named
from generator.figure.body.feet import foot_meshes
from generator.figure.body.flesh import Flesh
from generator.figure.body.hair import hair_mesh
from generator.figure.body.hands import GRIPS, hand_mesh
from generator.figure.body.head import head_mesh
from generator.figure.body.trunk import body_meshes
from generator.figure.mesh.distance import ellipsoid, smooth_min
from generator.figure.mesh.surface import sample_near, surface
from generator.figure.pose.posing import solve_pose
from generator.figure.pose.surroundings import Surroundings
from generator.shapes.pose_vocabulary import HAIRS

Array = NDArray[Any]


def ball(radius: float) -> tuple[Array, Array, Array]:
    samples = sample_near(
        lambda points: {"f": ellipsoid(points, (0, 0, 0), (radius,) * 3)},
        np.full(3, -0.2),
        np.full(3, 0.2),
        0.01,
        ("f",),
    )
    vertices, normals, triangles, _ = surface(samples, "f")
    return vertices, normals, triangles


def open_edges(triangles: Array) -> int:
    edges = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    _, count = np.unique(edges, axis=0, return_counts=True)
    return int((count == 1).sum())


def test_a_ball_is_round_closed_and_turned_outwards() -> None:
    vertices, normals, triangles = ball(0.1)
    assert np.linalg.norm(vertices, axis=1) == pytest.approx(np.full(len(vertices), 0.1), abs=0.0006)
    assert open_edges(triangles) == 0
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    assert (np.cross(b - a, c - a) * a).sum(1).min() > 0
    assert (normals * vertices).sum(1).min() > 0


def test_nothing_there_is_no_triangle() -> None:
    samples = sample_near(
        lambda p: {"f": ellipsoid(p, (5, 5, 5), (0.1,) * 3)}, np.zeros(3), np.ones(3) * 0.2, 0.02, ("f",)
    )
    assert len(surface(samples, "f")[2]) == 0


def test_a_guard_sees_a_hole() -> None:
    triangles = ball(0.1)[2]
    assert open_edges(triangles[1:]) == 3


@pytest.mark.parametrize(
    "pose", [{"base": "standing"}, {"base": "all fours"}, {"base": "sitting", "trunk": {"side": 30, "turn": 30}}]
)
@pytest.mark.parametrize("body", ["man", "larger woman"])
def test_clothes_have_no_holes(pose: dict[str, Any], body: str) -> None:
    person = body_named(body)
    meshes = body_meshes(Flesh(solve_pose(pose, Surroundings(()), person).posture, person))
    closed = {mesh.name: open_edges(mesh.triangles) for mesh in meshes}
    assert set(closed) == {"skin", "shirt", "shorts"}
    assert closed["shirt"] == closed["shorts"] == 0


def closed_parts() -> Sequence[Any]:
    hands = [hand_mesh(side, grip) for side in ("left", "right") for grip in GRIPS]
    feet = [mesh for kind in ("shoe", "bare") for toes in (-20, 0, 40) for mesh in foot_meshes("right", toes, kind)]
    hair = [mesh for style in HAIRS if (mesh := hair_mesh(style, "hair", 0.9))]
    return [head_mesh(1.0, 0.5, 0.9), *hands, *feet, *hair]


def test_rigid_parts_are_closed() -> None:
    parts = closed_parts()
    assert len(parts) > 30
    for mesh in parts:
        assert len(mesh.triangles) > 500, mesh.name
        assert open_edges(mesh.triangles) == 0, mesh.name


def test_right_hands_are_left_hands_in_the_mirror() -> None:
    left, right = hand_mesh("left", "grip"), hand_mesh("right", "grip")
    assert right.vertices * [1, -1, 1] == pytest.approx(left.vertices)


def test_unknown_styles_are_refused() -> None:
    for make in (
        lambda: hair_mesh("mohawk", "hair", 1.0),
        lambda: hand_mesh("left", "claw"),
        lambda: foot_meshes("left", 0, "ski"),
    ):
        with pytest.raises(ValueError, match="unknown"):
            make()


def test_a_smooth_union_never_shrinks_a_shape() -> None:
    a, b = np.linspace(-1, 1, 50), np.linspace(1, -1, 50)
    assert (smooth_min(a, b, 0.3) <= np.minimum(a, b) + 1e-7).all()
    assert np.isfinite(smooth_min(a, b, 0.0)).all()
