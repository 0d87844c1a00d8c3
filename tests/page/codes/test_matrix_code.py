import pytest
import zxingcpp

from generator.page.codes.matrix_code import Modules, matrix_modules

LONGEST = "1|hamstring-health|1.0|2|9f3c1"


def printed(modules: Modules, module_mm: float, dpi: int, quiet: int = 2) -> memoryview:
    """A grey picture of the code as a scanner sees it: edges fall where they fall between the pixels."""
    pitch = module_mm / 25.4 * dpi
    side = int((len(modules) + 2 * quiet) * pitch)
    fine = 4  # samples a pixel and direction
    rows = []
    for y in range(side):
        for x in range(side):
            dark = 0
            for i in range(fine * fine):
                row = int((y + i // fine / fine) / pitch) - quiet
                column = int((x + i % fine / fine) / pitch) - quiet
                dark += 0 <= row < len(modules) and 0 <= column < len(modules) and modules[row][column]
            rows.append(255 - 255 * dark // (fine * fine))
    return memoryview(bytes(rows)).cast("B", (side, side))


@pytest.mark.parametrize(
    ("payload", "side"), [("A", 18), ("1|knee|2.1|1", 18), ("1|knee|2.1|1|9f3c1a77", 20), (LONGEST, 22)]
)
def test_a_reader_reads_it_at_150_dpi(payload: str, side: int) -> None:
    modules = matrix_modules(payload)
    assert {len(modules)} | {len(row) for row in modules} == {side}
    (code,) = zxingcpp.read_barcodes(printed(modules, module_mm=0.5, dpi=150))
    assert (code.text, code.format) == (payload, zxingcpp.BarcodeFormat.DataMatrix)


def test_the_finder_pattern_stands_at_left_and_bottom() -> None:
    modules = matrix_modules(LONGEST)
    assert all(row[0] for row in modules)
    assert all(modules[-1])
    assert list(modules[0]) == [i % 2 == 0 for i in range(len(modules))]


@pytest.mark.parametrize("payload", ["", "knee\n", "Ünal", "aB" * 20])
def test_what_does_not_fit_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="Data Matrix"):
        matrix_modules(payload)
