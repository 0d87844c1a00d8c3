"""Smoothing of pixel data: lines lose their staircase, masks and pictures their grain."""

from __future__ import annotations

import numpy as np

from generator.figure.arrays import F32, Array


def kernel(sigma: float) -> Array:
    """Weights of a Gaussian, sum 1."""
    reach = int(3 * sigma + 1)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    result: Array = weights / weights.sum()
    return result


def smooth_along(values: Array, sigma: float, closed: bool) -> Array:
    """Gaussian smoothing along axis 0 of (n,) or (n, k); the ends of open lines stay where they are."""
    n = len(values)
    if n < 4:
        return values
    weights = kernel(sigma)
    reach = len(weights) // 2
    if closed:
        padded = values[np.arange(-reach, n + reach) % n]
    else:
        short = min(reach, n - 1)
        weights = weights[reach - short : reach + short + 1]
        weights = weights / weights.sum()
        before, after = 2 * values[0] - values[short:0:-1], 2 * values[-1] - values[-2 : -short - 2 : -1]
        padded = np.concatenate([before, values, after])
    if values.ndim == 1:
        return np.convolve(padded, weights, "valid")
    return np.stack([np.convolve(padded[:, c], weights, "valid") for c in range(values.shape[1])], 1)


def unstaircased(points: Array, closed: bool, light: float = 2.6, heavy: float = 8.0) -> Array:
    """A pixel line as a smooth one: smoothed heavily where that moves it by little, lightly at real corners."""
    n = len(points)
    kept = smooth_along(points, light if n > 10 else 1.5, closed)
    if n < 30:
        return kept
    smooth = smooth_along(points, min(heavy, n / 8), closed)
    corner = np.clip((np.hypot(*(kept - smooth).T) - 0.55) / 0.8, 0.0, 1.0)
    # Corners reach a little further than where they were found, so that the change itself is smooth.
    reach = 9
    padded = np.pad(corner, reach, "wrap" if closed else "edge")
    corner = np.max([padded[j : j + n] for j in range(0, 2 * reach + 1, 3)], 0)
    share = smooth_along(corner, 5.0, closed)[:, None]
    result: Array = kept * share + smooth * (1 - share)
    return result


def blurred(picture: Array, sigma: float) -> Array:
    """Gaussian blur of a picture; outside it is 0."""
    weights = kernel(sigma).astype(F32)
    reach = len(weights) // 2
    result = picture.astype(F32)
    for axis in (1, 0):
        pad = [(reach, reach) if d == axis else (0, 0) for d in (0, 1)]
        padded = np.pad(result, pad)
        size = result.shape[axis]
        parts = (padded[:, i : i + size] if axis else padded[i : i + size] for i in range(len(weights)))
        total = np.zeros_like(result)
        for weight, part in zip(weights, parts, strict=True):
            total += weight * part
        result = total
    return result


def halved(picture: Array) -> Array:
    """Mean of every 2 x 2 pixels; an odd row or column at the end is filled with 0."""
    height, width = picture.shape
    even = np.zeros((height + height % 2, width + width % 2), F32)
    even[:height, :width] = picture
    result: Array = (even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) * F32(0.25)
    return result


def slivers(mask: Array, reach: int) -> Array:
    """The parts of a mask that are no wider than twice `reach` pixels."""
    result: Array = mask & ~_grown(~_grown(~mask, reach), reach)
    return result


def _grown(mask: Array, reach: int) -> Array:
    grown = mask.copy()
    for axis in (0, 1):
        source = grown.copy()
        for step in range(1, reach + 1):
            ahead, behind = (slice(step, None), slice(None)), (slice(None, -step), slice(None))
            one, other = (ahead, behind) if axis == 0 else (ahead[::-1], behind[::-1])
            grown[one] |= source[other]
            grown[other] |= source[one]
    return grown
