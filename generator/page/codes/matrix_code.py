"""Data Matrix codes for sheets that come back: a short ASCII text comes in, rows of dark and light modules go out."""

from __future__ import annotations

from functools import lru_cache

Modules = tuple[tuple[bool, ...], ...]

QUIET_MODULES = 1  # ISO/IEC 16022, 7: the quiet zone is one module wide

# Of 20 blurred photographs with 5 to 12 million pixels a reader makes out 18 codes with modules of this size, 10 with
# modules of 0.5 mm; of 20 sharp ones with 2 to 3 million all, against 14.
MODULE_MM = 0.75

# ISO/IEC 16022, table 7: number of the square size that the writer wants -> its modules a side. Smaller ones are not
# used, so that every page has room for the same mark; larger ones would not leave the corner of a chart free.
SIDES = {5: 18, 6: 20, 7: 22}


@lru_cache(maxsize=512)
def matrix_modules(payload: str) -> Modules:
    """The smallest square code from 18 to 22 modules a side that holds the payload, finder pattern included.

    True is dark; rows run down. They hold 18, 22 or 30 codewords: at least as many characters, twice as many digits.
    Raises ValueError if the payload is not printable ASCII or does not fit.
    """
    if not (payload.isascii() and payload.isprintable() and payload):
        raise ValueError(f"a Data Matrix payload must be printable ASCII: {payload!r}")
    import zxingcpp  # a compiled library that only charts need

    for version, side in SIDES.items():
        try:
            code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.DataMatrix, version=version)
        except ValueError:
            continue  # too long for this size
        picture = code.to_image(scale=1, add_quiet_zones=False)
        pixels = bytes(picture)  # type: ignore[call-overload]  # a buffer, which its stub does not tell
        return tuple(tuple(value == 0 for value in pixels[i : i + side]) for i in range(0, side * side, side))
    raise ValueError(f"too long for a Data Matrix of {max(SIDES.values())} modules: {payload!r}")
