"""`handouts --help` is light: it imports nothing that only the making of pages needs."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = {"reportlab", "pydantic", "numpy", "PIL", "qrcode", "yaml", "babel", "contourpy", "openpyxl", "pypdfium2"}

_PROBE = """
import json, sys
from click.testing import CliRunner
from generator.cli import main
result = CliRunner().invoke(main, {arguments!r})
print(json.dumps({{"code": result.exit_code, "output": result.output, "modules": sorted(sys.modules)}}))
"""


def probe(*arguments: str) -> dict[str, object]:
    """The command in a fresh process: exit code, output, and the modules that were imported."""
    code = _PROBE.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def heavy(modules: object) -> set[str]:
    assert isinstance(modules, list)
    return HEAVY & {str(module).split(".")[0] for module in modules}


def test_help_imports_nothing_heavy() -> None:
    found = probe("--help")
    assert found["code"] == 0
    assert "handouts make hamstring-health" in str(found["output"])
    assert heavy(found["modules"]) == set()


def test_the_help_of_make_imports_nothing_heavy() -> None:
    found = probe("make", "--help")
    assert found["code"] == 0
    assert "Examples:" in str(found["output"])
    assert heavy(found["modules"]) == set()


def test_the_guard_sees_a_heavy_import() -> None:
    assert {"pydantic", "yaml"} <= heavy(probe("list", "clinics")["modules"])


def test_making_a_handout_loads_no_drawing_engine_and_no_reader_of_pictures() -> None:
    found = probe("make", "hamstring-health", "-o", "/dev/null/nowhere")
    assert found["code"] == 1
    assert heavy(found["modules"]).isdisjoint({"numpy", "contourpy", "openpyxl", "pypdfium2"})
