"""Nothing in, an ICC profile of sRGB out: PDF/A wants to know what red is (ISO 19005-2, 6.2.4.3).

Built from the numbers of the standard, since a file from elsewhere brings its licence and its date along.
"""

from __future__ import annotations

import struct

# Chromaticities of IEC 61966-2-1, adapted to the profile connection space's D50 white (ICC.1:2010, annex E).
_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
# The tone curve: (a*x + b)^g above d, c*x below (parametric curve of type 3).
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data


def srgb_profile() -> bytes:
    """A display profile of ICC version 4.2, matrix and curve, about 500 bytes."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright"),
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, data = [struct.pack(">I", len(tags))], b""
    for tag, value in tags.items():
        table.append(struct.pack(">4sII", tag, start + len(data), len(value)))
        data += value + bytes(-len(value) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12x4s4sII4sI8xI12s",
        start + len(data),
        b"\0\0\0\0",
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        b"acsp",
        b"\0\0\0\0",
        0,
        0,
        b"\0\0\0\0",
        0,
        0,
        _fixed(*_WHITE),
    )
    return head.ljust(128, b"\0") + b"".join(table) + data
