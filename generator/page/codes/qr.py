"""QR codes: an address comes in, rows of dark and light modules and the sizes they need on paper go out."""

from __future__ import annotations

import importlib
import sys
from functools import lru_cache
from types import ModuleType

from generator.shapes.geometry import MM

Modules = tuple[tuple[bool, ...], ...]

QUIET_MODULES = 4  # ISO/IEC 18004, 9.1: the quiet zone is four modules wide
MODULE_MM = 0.5  # below this, 150 dpi scans of a code on office paper begin to fail
SMALLEST_MODULE_MM = 0.4  # nothing is printed with smaller modules
_GROWTH = 1.1

# Choosing the best of eight masks takes five times as long and reads no better (119 of 120 blurred codes against 118).
_MASK = 2


@lru_cache(maxsize=512)
def qr_modules(address: str, *, careful: bool = True) -> Modules:
    """The code of an address in the smallest version that holds it, quiet zone not included.

    Error correction is M, or L if not `careful`. True is dark; rows run down.
    The address must be ASCII (percent-encoded): readers disagree about anything else.
    Raises ValueError for other characters, and if no version holds the address (more than 2,331 bytes, or 2,953).
    """
    if not address.isascii():
        raise ValueError(f"an address in a QR code must be ASCII: {address!r}")
    library = _library()
    correction = library.ERROR_CORRECT_M if careful else library.ERROR_CORRECT_L
    code = library.QRCode(error_correction=correction, border=0, mask_pattern=_MASK)
    code.add_data(address.encode("ascii"))
    try:
        code.make(fit=True)
    except (library.exceptions.DataOverflowError, ValueError) as error:  # it asks for a version 41
        raise ValueError("an address too long for any QR code") from error
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def fitted_code(address: str, size: float) -> tuple[Modules, float]:
    """The code of an address and the side of its symbol in points: `size`, or more if it must be larger to be read.

    Modules of half a millimetre are wanted. A code that needs more room for them gets up to a tenth more; one that
    needs still more has error correction L (fewer modules), and its side grows until they measure 0.4 mm.
    Raises ValueError as `qr_modules` does.
    """
    modules, most = qr_modules(address), size * _GROWTH
    if _side(modules, MODULE_MM) > most:
        modules = qr_modules(address, careful=False)
    return modules, max(size, min(_side(modules, MODULE_MM), most), _side(modules, SMALLEST_MODULE_MM))


def _side(modules: Modules, module_mm: float) -> float:
    """Points from edge to edge of the dark symbol, without quiet zone."""
    return len(modules) * module_mm * MM


def _library() -> ModuleType:
    """The qrcode package, without Pillow.

    It imports Pillow only to offer its own pictures, which are not used here and would cost every handout 20 ms.
    It does without where Pillow is not installed, and that is what it sees for the moment of its import.
    """
    if "qrcode" in sys.modules or "PIL" in sys.modules:
        return importlib.import_module("qrcode")
    sys.modules["PIL"] = None  # type: ignore[assignment]  # how the import system itself spells "not installed"
    try:
        return importlib.import_module("qrcode")
    finally:
        del sys.modules["PIL"]
