import numpy as np
import pytest

from generator.figure.lines.chains import lines_of
from generator.figure.lines.cracks import OUTER, find_cracks, limb_picture
from generator.figure.mesh.raster import rasterise
from generator.figure.mesh.solids import box, cylinder, sphere, tube
from generator.figure.pose.camera import camera_axes, view_angles

SIDE = camera_axes(90, 0)


def test_a_box_covers_its_area() -> None:
    pixels = rasterise([box((0, 0, 0), (0.4, 0.2, 0.3), "wood")], SIDE, 100)
    assert (pixels.mesh >= 0).sum() == pytest.approx(40 * 30, rel=0.03)


def test_the_nearer_thing_hides_the_farther() -> None:
    near, far = sphere((0, -1, 0), 0.1, "rubber"), sphere((0, 1, 0), 0.2, "foam")
    pixels = rasterise([far, near], SIDE, 200)  # seen from the right: smaller y is nearer
    middle = tuple(n // 2 for n in pixels.shape)
    assert pixels.mesh[middle] == 1
    assert set(np.unique(pixels.mesh)) == {-1, 0, 1}


def test_values_are_carried_from_the_corners() -> None:
    pixels = rasterise([box((0, 0, 0), (0.4, 0.2, 0.3), "wood")], SIDE, 100)
    heights = pixels.carried(lambda mesh: mesh.vertices[:, 2], 1, -1.0)[:, :, 0]
    column = heights[:, pixels.shape[1] // 2]
    assert column.max() == pytest.approx(0.3, abs=0.01)
    assert (np.diff(column[column >= 0]) > 0).all()


def test_a_ball_has_one_round_outline() -> None:
    pixels = rasterise([sphere((0, 0, 0), 0.2, "rubber")], SIDE, 200)
    lines = lines_of(find_cracks(pixels, pixels.normals(), limb_picture(pixels)))
    outlines = [line for line in lines if (line.kind == OUTER).all()]
    assert len(outlines) == 1
    assert outlines[0].closed


@pytest.mark.parametrize("azimuth", [0, 90, 180, -37])
@pytest.mark.parametrize("elevation", [0, 20, 90])
def test_camera_axes_are_at_right_angles(azimuth: float, elevation: float) -> None:
    axes = camera_axes(azimuth, elevation)
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-9)
    assert np.linalg.det(axes) == pytest.approx(1.0)


def test_a_side_view_turns_to_where_the_muscle_is() -> None:
    assert view_angles("side") == (78.0, 7.0)
    assert view_angles("side", ["right hamstrings"]) == (102.0, 7.0)
    assert view_angles("side left", ["left hamstrings"]) == (-102.0, 7.0)
    assert view_angles([12, 3]) == (12.0, 3.0)
    with pytest.raises(ValueError, match="unknown view"):
        view_angles("sideways")


def test_solids_without_length_stay_finite() -> None:
    for mesh in (cylinder((0, 0, 0), (0, 0, 0), 0.1, "metal"), tube(np.zeros((4, 3)), 0.01, 0.01, "band", "strap")):
        assert np.isfinite(mesh.vertices).all()
