import subprocess
import sys

import pytest
import zxingcpp

from generator.page.codes.qr import Modules, fitted_code, qr_modules

ADDRESSES = [
    "https://videos.example.org/a",
    "https://videos.example.org/hamstring-health/lying-strap?t=65",
    "https://videos.example.org/" + "long/" * 40 + "%C3%A9?start=1:05&x=~",
    "HTTPS://EXAMPLE.ORG/UPPER",
]


def decoded(modules: Modules, dots: int = 3, quiet: int = 4) -> list[str]:
    """What a camera reads when every module is `dots` pixels wide."""
    side = (len(modules) + 2 * quiet) * dots
    grey = bytearray(b"\xff" * (side * side))
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            for y in range(dots if dark else 0):
                start = ((row + quiet) * dots + y) * side + (column + quiet) * dots
                grey[start : start + dots] = bytes(dots)
    picture = memoryview(bytes(grey)).cast("B", (side, side))
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_foreign_reader_reads_the_address(address: str) -> None:
    modules = qr_modules(address)
    assert {len(row) for row in modules} == {len(modules)}
    assert decoded(modules) == [address]


def test_the_foreign_reader_does_not_read_a_broken_code() -> None:
    modules = qr_modules(ADDRESSES[1])
    upside_down = tuple(tuple(not module for module in row) if i % 2 else row for i, row in enumerate(modules))
    assert decoded(upside_down) == []


def test_the_smallest_version_with_correction_m() -> None:
    # ISO/IEC 18004, table 7: bytes that fit at M are 14 in version 1, 26 in version 2, 42 in version 3
    for length, side in ((14, 21), (15, 25), (26, 25), (27, 29), (42, 29), (43, 33)):
        assert len(qr_modules("x" * length)) == side


def test_the_side_grows_and_correction_falls_where_modules_would_be_too_fine() -> None:
    millimetre = 72 / 25.4
    # 42 bytes: 29 modules at M; 91: 41 at M, 37 at L; 498: 77 at L
    for length, size, count, module in ((42, 22, 29, 22 / 29), (91, 22, 41, 22 / 41), (43, 15.4, 33, 0.5)):
        modules, side = fitted_code("x" * length, size * millimetre)
        assert len(modules) == count
        assert side / len(modules) / millimetre == pytest.approx(module)
    for length, size, count, module in ((91, 15.4, 37, 15.4 * 1.1 / 37), (498, 22, 77, 0.4)):
        modules, side = fitted_code("x" * length, size * millimetre)
        assert len(modules) == count
        assert side / len(modules) / millimetre == pytest.approx(module)


def test_addresses_that_no_reader_agrees_on_are_refused() -> None:
    with pytest.raises(ValueError, match="must be ASCII"):
        qr_modules("https://exämple.org")
    with pytest.raises(ValueError, match="too long"):
        qr_modules("x" * 2332)
    assert len(qr_modules("x" * 2331)) == 177


def test_pillow_stays_outside() -> None:
    script = """
import sys
from generator.page.codes.qr import qr_modules
assert "qrcode" not in sys.modules
qr_modules("https://example.org")
assert "PIL" not in sys.modules
import PIL.Image
"""
    subprocess.run([sys.executable, "-c", script], check=True)
