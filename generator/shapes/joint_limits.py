"""How far each joint goes, in degrees: what the drawn adult body can do, with some reserve for very supple people."""

from __future__ import annotations

NECK_LIMITS = {"neck_flex": (-60.0, 60.0), "neck_side": (-45.0, 45.0), "neck_turn": (-80.0, 80.0)}
# Knees end at 0: with some hyperextension allowed the solver locks them backwards.
LIMB_LIMITS = {
    "hip_flex": (-30.0, 160.0), "hip_out": (-40.0, 90.0), "hip_turn": (-60.0, 95.0),
    "knee": (0.0, 162.0), "ankle": (-60.0, 40.0), "invert": (-30.0, 30.0), "toes": (-35.0, 80.0),
    "shoulder_flex": (-70.0, 190.0), "shoulder_out": (-60.0, 190.0), "shoulder_turn": (-110.0, 110.0),
    "elbow": (-5.0, 155.0), "forearm": (-95.0, 95.0), "wrist": (-85.0, 85.0), "wrist_side": (-30.0, 35.0),
    "shrug": (-10.0, 40.0), "reach": (-25.0, 35.0),
}  # fmt: skip
# What is said of the trunk as a whole and of how the body stands; the engine spreads it over the spine.
BODY_LIMITS = {
    "lean": (-60.0, 130.0), "round": (-60.0, 110.0), "trunk_side": (-50.0, 50.0), "trunk_turn": (-50.0, 50.0),
    "tip": (-45.0, 45.0), "face": (-180.0, 180.0),
}  # fmt: skip
JOINT_LIMITS: dict[str, tuple[float, float]] = {**BODY_LIMITS, **NECK_LIMITS, **LIMB_LIMITS}
