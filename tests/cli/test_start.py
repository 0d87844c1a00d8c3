"""Commands are light: they import nothing that they do not need, and open no file twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from generator.assets import asset, bundled_content

HEAVY = {"reportlab", "pydantic", "numpy", "PIL", "qrcode", "yaml", "babel", "contourpy", "openpyxl", "pypdfium2"}

_PROBE = """
import json, sys
from click.testing import CliRunner
from generator.cli import main
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
result = CliRunner().invoke(main, {arguments!r})
found = {{"code": result.exit_code, "output": result.output, "modules": sorted(sys.modules), "opened": opened}}
print(json.dumps(found))
"""


def probe(*arguments: str) -> dict[str, object]:
    """The command in a fresh process: exit code, output, imported modules, opened files."""
    code = _PROBE.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def heavy(modules: object) -> set[str]:
    assert isinstance(modules, list)
    return HEAVY & {str(module).split(".")[0] for module in modules}


def content_and_assets(opened: object) -> Counter[str]:
    """How often each of the bundled files was opened."""
    assert isinstance(opened, list)
    folders = tuple(f"{path}{os.sep}" for path in (bundled_content(), asset()))
    return Counter(path for path in opened if path.startswith(folders))


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


def test_a_check_opens_each_file_once_and_draws_nothing() -> None:
    """What makes it quick: every file is read and judged once, however many pages it stands on."""
    found = probe("check")
    assert found["code"] == 0
    assert heavy(found["modules"]).isdisjoint({"numpy", "contourpy", "openpyxl", "pypdfium2"})
    opened = content_and_assets(found["opened"])
    texts = {str(path) for path in bundled_content().rglob("*.yaml")}
    assert texts <= set(opened)
    wording = str(asset("wording", "en.yaml"))  # once for each country's English that is laid over it
    assert [path for path, times in opened.items() if times > 1 and path != wording] == []


def test_one_handout_reads_only_what_its_routine_names() -> None:
    opened = content_and_assets(probe("make", "hinge-and-rotate", "-o", "/dev/null/nowhere")["opened"])
    assert {Path(path).stem for path in opened if "routines" in path} == {"hinge-and-rotate"}
    assert "modified-good-morning" in {Path(path).stem for path in opened}
    assert "sit-to-stand" not in {Path(path).stem for path in opened}
    assert [path for path, times in opened.items() if times > 1] == []
