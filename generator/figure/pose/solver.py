"""The solver: angles are wishes, contacts are rules. A problem in, the state that satisfies it best out.

Damped least squares (Levenberg-Marquardt). Derivatives come from one batch of poses, each with one angle moved by a
hair: exact to seven digits and as fast as hand-written ones, whatever the rules are. Joint limits are an active set:
clipping alone lets the solver stall at a limit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from generator.figure.anatomy.skeleton import DOFS, INDEX, LIMITS, Skeleton
from generator.figure.arrays import Array
from generator.figure.pose.kinematics import Posture, pose_bones

Rule = Callable[[Posture], Array]  # posture of b poses -> residuals (b, k), zero where the rule holds

_STEP = 1e-6
_MOST = 0.35  # no joint moves more than 20 degrees in one step
_ROUNDS = 60

# Stiffness of what nobody mentioned: spine and neck stay, limbs give way first. Longest prefix wins.
_STIFFNESS = {
    "lumbar": 0.8, "thorax": 0.8, "neck": 0.8, "shrug": 0.35, "reach": 0.35, "hip_turn": 0.25, "hip_out": 0.12,
    "invert": 0.5, "toes": 0.06, "wrist_side": 0.25, "wrist": 0.06, "forearm": 0.08, "elbow": 0.06,
    "shoulder": 0.06, "knee": 0.10, "ankle": 0.05, "hip_flex": 0.08, "x": 0.002, "y": 0.002, "z": 0.002,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PoseProblem:
    """Where to begin, what to hold, what to satisfy."""

    wish: Array  # state: the wished angles, and the starting point
    hold: dict[str, float]  # stiffness of what was mentioned
    rules: tuple[Rule, ...]
    base: Array | None
    skeleton: Skeleton


@dataclass(frozen=True, slots=True)
class Solution:
    """The state found, its bones and what is left of the rules."""

    state: Array
    posture: Posture
    residual: Array


def solve(problem: PoseProblem) -> Solution:
    """The state in which wishes and rules are in balance."""
    state = problem.wish.copy()
    stiffness = _stiffness(problem.hold) ** 2
    low, high = _limits(problem.wish)
    damping = 1e-3
    residual = _residual(problem, state)
    cost = _cost(residual, stiffness, state - problem.wish)
    slow = 0
    for _ in range(_ROUNDS):
        jacobian = _jacobian(problem, state)
        normal = jacobian.T @ jacobian + np.diag(stiffness + damping * 1e-2)
        downhill = -(jacobian.T @ residual) - stiffness * (state - problem.wish)
        tried = np.clip(state + _step(normal, downhill, state, low, high), low, high)
        tried_residual = _residual(problem, tried)
        tried_cost = _cost(tried_residual, stiffness, tried - problem.wish)
        if tried_cost > cost + 1e-12:
            damping *= 6.0
            if damping > 500:
                break
            continue
        slow = slow + 1 if cost - tried_cost < 1e-7 + 1e-5 * cost else 0
        state, residual, cost = tried, tried_residual, tried_cost
        damping = max(damping * 0.3, 1e-4)
        if slow >= 2:
            break
    return Solution(state, pose_bones(state, problem.base, problem.skeleton), residual)


def _stiffness(hold: dict[str, float]) -> Array:
    return np.array([hold[name] if name in hold else default_stiffness(name) for name in DOFS])


def default_stiffness(name: str) -> float:
    """Stiffness of an angle that the author did not mention."""
    found = [prefix for prefix in _STIFFNESS if name.startswith(prefix)]
    return _STIFFNESS[max(found, key=len)] if found else 0.1


def _limits(wish: Array) -> tuple[Array, Array]:
    # A wish beyond a limit is the author's word (and a finding): the limit gives way up to it.
    low, high = np.full(len(DOFS), -1e9), np.full(len(DOFS), 1e9)
    for name, (least, most) in LIMITS.items():
        low[INDEX[name]], high[INDEX[name]] = np.radians(least), np.radians(most)
    return np.minimum(low, wish), np.maximum(high, wish)


def _residual(problem: PoseProblem, states: Array) -> Array:
    posture = pose_bones(states, problem.base, problem.skeleton)
    batch = 1 if states.ndim == 1 else len(states)
    parts = [rule(posture).reshape(batch, -1) for rule in problem.rules]
    joined = np.concatenate(parts, axis=1) if parts else np.zeros((batch, 0))
    return joined[0] if states.ndim == 1 else joined


def _jacobian(problem: PoseProblem, state: Array) -> Array:
    batch = np.repeat(state[None], len(state) + 1, axis=0)
    batch[1:][np.diag_indices(len(state))] += _STEP
    values = _residual(problem, batch)
    result: Array = ((values[1:] - values[0]) / _STEP).T
    return result


def _cost(residual: Array, stiffness: Array, moved: Array) -> float:
    return float(residual @ residual + stiffness @ (moved * moved))


def _step(normal: Array, downhill: Array, state: Array, low: Array, high: Array) -> Array:
    free = np.ones(len(state), dtype=bool)
    step = np.zeros(len(state))
    for _ in range(6):
        step = np.zeros(len(state))
        step[free] = np.linalg.solve(normal[np.ix_(free, free)], downhill[free])
        step *= min(1.0, _MOST / max(float(np.abs(step).max()), 1e-12))
        stuck = free & (((state <= low + 1e-9) & (step < 0)) | ((state >= high - 1e-9) & (step > 0)))
        if not stuck.any():
            break
        free &= ~stuck
    return step
