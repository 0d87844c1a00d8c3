"""The soft body as meshes: skin, shirt and shorts of a posture."""

from __future__ import annotations

import numpy as np

from generator.figure.body.flesh import LIMB_FIELDS, Flesh
from generator.figure.mesh.solids import Mesh
from generator.figure.mesh.surface import sample_near, surface

CELL = 0.010  # grid of the soft body in metres: 0.3 mm on paper


def body_meshes(flesh: Flesh) -> list[Mesh]:
    """Skin, shirt and shorts of one posed body."""
    frames = flesh.posture.frames
    joints = np.array([origin[0] for origin, _ in frames.values()])
    low, high = joints.min(0) - 0.2, joints.max(0) + 0.2
    clothes = ("shirt", "shorts")
    samples = sample_near(flesh, low, high, CELL, ("skin", *clothes), clothes)
    meshes = []
    for name in ("skin", *clothes):
        vertices, normals, triangles, limbs = surface(samples, name, LIMB_FIELDS)
        meshes.append(Mesh(vertices, normals, triangles, name, name, limb_fields=limbs))
    return meshes
