"""The array types of the room: numpy arrays of floats, of whole numbers and of truth values."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

# Widths are mixed on purpose: the solver computes with 64 bits, the surface with 32, where they are enough and faster.
Array: TypeAlias = NDArray[Any]
Points: TypeAlias = NDArray[Any]  # (3, n): one row per axis, so that each axis lies together in memory

F32 = np.float32


def unit(vector: Array) -> Array:
    """The vector (last axis) with length 1; a zero vector stays zero instead of becoming NaN."""
    length = np.linalg.norm(vector, axis=-1, keepdims=True)
    result: Array = vector / np.maximum(length, 1e-12)
    return result
