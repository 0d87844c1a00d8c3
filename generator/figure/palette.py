"""The named colours of every figure, as plain data: what the theme exchanges when a file is written.

Each name has a default for colour print and one for black and white. A muscle is never told from cloth by hue alone:
its fibres are dark lines, and in black and white `HATCH` gives it a line pattern besides its grey.
"""

from __future__ import annotations

Rgb = tuple[float, float, float]


def _grey(value: float) -> Rgb:
    return (value, value, value)


COLOUR: dict[str, Rgb] = {
    "ink": (0.11, 0.12, 0.14),
    "halo": _grey(1.0),
    # the person
    "skin": (1.0, 0.953, 0.914),
    "skin_shade": (0.945, 0.867, 0.812),
    "skin_far": (0.957, 0.898, 0.851),
    "skin_far_shade": (0.910, 0.831, 0.776),
    "shirt": (0.875, 0.906, 0.929),
    "shirt_shade": (0.788, 0.831, 0.863),
    "shorts": (0.745, 0.780, 0.812),
    "shorts_shade": (0.655, 0.694, 0.733),
    "shoe": _grey(0.985),
    "shoe_shade": _grey(0.90),
    "sole": (0.70, 0.72, 0.74),
    "hair": (0.30, 0.27, 0.26),
    "strand": (0.56, 0.51, 0.48),
    "hair_grey": (0.76, 0.77, 0.78),
    "strand_grey": (0.48, 0.49, 0.50),
    # things
    "mat": (0.886, 0.914, 0.898),
    "mat_side": (0.769, 0.808, 0.788),
    "wood": (0.957, 0.929, 0.878),
    "wood_shade": (0.886, 0.847, 0.784),
    "metal": (0.80, 0.81, 0.82),
    "metal_shade": (0.69, 0.70, 0.715),
    "plate": (0.44, 0.46, 0.48),
    "plate_shade": (0.36, 0.375, 0.395),
    "foam": (0.72, 0.77, 0.80),
    "foam_shade": (0.62, 0.675, 0.71),
    "rubber": (0.60, 0.66, 0.71),
    "rubber_shade": (0.51, 0.57, 0.62),
    "band": (0.36, 0.40, 0.44),
    "cloth": (0.96, 0.96, 0.95),
    "cloth_shade": (0.88, 0.88, 0.87),
    "wall": (0.945, 0.945, 0.94),
    "wall_shade": (0.875, 0.875, 0.87),
    "shadow": (0.868, 0.872, 0.878),
    # emphasis
    "muscle": (0.886, 0.408, 0.325),
    "muscle_shade": (0.800, 0.322, 0.251),
    "muscle_hidden": (0.980, 0.850, 0.820),
    "fibre": (0.51, 0.10, 0.07),
    "arrow": (0.075, 0.235, 0.420),
    # anatomy plates: biceps femoris long head, semitendinosus, semimembranosus, biceps femoris short head
    "anatomy_skin": _grey(0.60),
    "anatomy_bone": (0.969, 0.949, 0.894),
    "anatomy_bone_shade": (0.890, 0.855, 0.776),
    "anatomy_bone_line": (0.62, 0.57, 0.48),
    "anatomy_tendon": (0.949, 0.949, 0.933),
    "anatomy_tendon_shade": (0.855, 0.855, 0.830),
    "anatomy_1": (0.886, 0.408, 0.325),
    "anatomy_1_shade": (0.800, 0.322, 0.251),
    "anatomy_2": (0.957, 0.655, 0.545),
    "anatomy_2_shade": (0.882, 0.549, 0.439),
    "anatomy_3": (0.702, 0.243, 0.212),
    "anatomy_3_shade": (0.600, 0.180, 0.157),
    "anatomy_4": (0.973, 0.788, 0.690),
    "anatomy_4_shade": (0.914, 0.682, 0.573),
    # the ghost of the start position, and the skeleton overlay
    "ghost_line": _grey(0.60),
    "ghost_fill": _grey(0.972),
    "bone": (0.05, 0.45, 0.75),
    "joint": (0.85, 0.20, 0.45),
}

_MONO_GREYS: dict[str, float] = {
    "ink": 0.0, "halo": 1.0, "skin": 1.0, "skin_shade": 0.93, "skin_far": 0.945, "skin_far_shade": 0.89,
    "shirt": 0.92, "shirt_shade": 0.84, "shorts": 0.81, "shorts_shade": 0.74, "shoe": 0.98, "shoe_shade": 0.90,
    "sole": 0.76, "hair": 0.30, "strand": 0.58, "hair_grey": 0.78,
    "strand_grey": 0.45, "mat": 0.93, "mat_side": 0.82, "wood": 0.95, "wood_shade": 0.87,
    "metal": 0.82, "metal_shade": 0.72, "plate": 0.50, "plate_shade": 0.42, "foam": 0.80, "foam_shade": 0.72,
    "rubber": 0.62, "rubber_shade": 0.54, "band": 0.38, "cloth": 0.96, "cloth_shade": 0.88,
    "wall": 0.95, "wall_shade": 0.88, "shadow": 0.87, "muscle": 0.56, "muscle_shade": 0.48, "muscle_hidden": 0.88,
    "fibre": 0.05, "arrow": 0.05, "ghost_line": 0.60, "ghost_fill": 0.975, "bone": 0.35, "joint": 0.20,
    "anatomy_skin": 0.60, "anatomy_bone": 0.96, "anatomy_bone_shade": 0.87, "anatomy_bone_line": 0.55,
    "anatomy_tendon": 0.99, "anatomy_tendon_shade": 0.88, "anatomy_1": 0.56, "anatomy_1_shade": 0.48,
    "anatomy_2": 0.74, "anatomy_2_shade": 0.66, "anatomy_3": 0.40, "anatomy_3_shade": 0.32, "anatomy_4": 0.86,
    "anatomy_4_shade": 0.78,
}  # fmt: skip

MONO: dict[str, Rgb] = {name: _grey(value) for name, value in _MONO_GREYS.items()}

# Where only black and white exist (1-bit printers, photocopies of photocopies): grey of the paper between the hatch
# lines and the distance of the lines in points. Other names need no pattern.
HATCH: dict[str, tuple[float, float]] = {"muscle": (1.0, 1.1), "muscle_shade": (1.0, 0.8)}


def rgb(name: str, colours: dict[str, Rgb] | None = None) -> Rgb:
    """The colour of a name, or of `#rrggbb` as it stands; KeyError for an unknown name."""
    if name.startswith("#"):
        return (int(name[1:3], 16) / 255, int(name[3:5], 16) / 255, int(name[5:7], 16) / 255)
    return (COLOUR if colours is None else colours)[name]
