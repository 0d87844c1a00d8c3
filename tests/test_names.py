"""The package's public names: complete, lazy, and the same for people and for type checkers."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import generator


def test_every_public_name_is_handed_out() -> None:
    assert len(generator.__all__) >= 14
    for name in generator.__all__:
        assert getattr(generator, name) is not None
    assert set(generator.__all__) <= set(dir(generator))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = generator.nothing


def test_type_checkers_see_the_same_names_in_the_same_rooms() -> None:
    tree = ast.parse(Path(generator.__file__).read_text(encoding="utf-8"))
    stated = {
        alias.name: node.module
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert stated == generator._ROOMS
    assert {*stated, "__version__"} == set(generator.__all__)


def test_importing_the_package_imports_no_room() -> None:
    script = "import sys, generator; print([name for name in sys.modules if name.startswith('generator.')])"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
