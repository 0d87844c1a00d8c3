"""veraPDF in a process of its own: `python -m tests.verapdf JAR...` answers each line of JSON with one.

Java's threads and Python's forks do not go together, so the tests' own process stays without Java. A question is
`[path, flavour]`, the answer a list of faults, or a text that says what went wrong.
"""

from __future__ import annotations

import atexit
import json
import shutil
import sys
import tempfile
from typing import Any


def start(jars: list[str]) -> Any:
    """The running Java machine with veraPDF in it."""
    import jpype

    # veraPDF keeps a copy of every file that it has read until its process ends, and longer.
    scratch = tempfile.mkdtemp(prefix="verapdf-")
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    # A ceiling, not a demand: a file of 1,000 clients takes 7 GB, one handout a hundredth of that.
    memory = ("-XX:+UseSerialGC", "-XX:MaxRAMPercentage=70", "-Xss8m")
    jpype.startJVM(*memory, f"-Djava.io.tmpdir={scratch}", classpath=jars)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    return jpype


def faults(jpype: Any, path: str, flavour: str) -> list[str]:
    """What is wrong, one line a rule. An empty list is a pass."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    stream = jpype.JClass("java.io.FileInputStream")(path)
    try:
        result = foundry.createValidator(profile, False).validate(foundry.createParser(stream, profile))
    finally:
        stream.close()
    assert int(result.getTotalAssertions()) > 0, "veraPDF checked nothing"
    found = {
        f"{rule.getClause()}-{rule.getTestNumber()}: {assertion.getMessage()}"
        for assertion in result.getTestAssertions()
        if str(assertion.getStatus()).lower() == "failed" and (rule := assertion.getRuleId())
    }
    assert bool(result.isCompliant()) == (not found)
    return sorted(found)


def main(jars: list[str]) -> None:
    jpype = start(jars)
    for line in sys.stdin:
        path, flavour = json.loads(line)
        try:
            answer: list[str] | str = faults(jpype, path, flavour)
        except Exception as error:
            answer = f"{type(error).__name__}: {error}"
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
