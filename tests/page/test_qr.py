import subprocess
import sys

import pytest
import zxingcpp

from generator.page.qr import Modules, module_in, qr_modules, side_for_module, side_with_quiet_zone

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


def test_sizes_on_paper() -> None:
    modules = qr_modules("x" * 42)
    millimetre = 72 / 25.4
    assert side_for_module(modules) == pytest.approx(14.5 * millimetre)
    assert side_with_quiet_zone(modules) == pytest.approx(18.5 * millimetre)
    assert module_in(modules, side_with_quiet_zone(modules, 0.4)) == pytest.approx(0.4)


def test_addresses_that_no_reader_agrees_on_are_refused() -> None:
    with pytest.raises(ValueError, match="must be ASCII"):
        qr_modules("https://exämple.org")
    with pytest.raises(ValueError, match="too long"):
        qr_modules("x" * 2332)
    assert len(qr_modules("x" * 2331)) == 177


def test_pillow_stays_outside() -> None:
    script = """
import sys
from generator.page.qr import qr_modules
assert "qrcode" not in sys.modules
qr_modules("https://example.org")
assert "PIL" not in sys.modules
import PIL.Image
"""
    subprocess.run([sys.executable, "-c", script], check=True)
