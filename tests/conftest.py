"""What every test may rely on: an own cache, no settings of the user's, and outside programs asked for by name."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest
from xdist.scheduler import WorkStealingScheduling

CHECKOUT = Path(__file__).resolve().parents[1]

# Tests share what is slow to make, so there is much to keep and little to find: looking less often saves a seventh.
gc.set_threshold(200_000, 20, 50)

# A slow machine is no failure, and a found example is kept as a test, not in a database that only one machine has.
hypothesis.settings.register_profile("default", deadline=None, database=None)
hypothesis.settings.load_profile("default")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> WorkStealingScheduling | None:
    """Neighbours stay on one worker, which makes once what they all look at; who has done its share helps out."""
    return WorkStealingScheduling(config, log) if config.getvalue("dist") == "load" else None


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes name no test: a packed file holds the time it was made at, and each worker makes its own."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that pyproject.toml stands in."""
    return CHECKOUT


@pytest.fixture(autouse=True, scope="session")
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is read from or written to the user's own cache and content, here or in a process started by a test."""
    for name in [name for name in os.environ if name.startswith("HANDOUTS_") and name != "HANDOUTS_REQUIRE_TOOLS"]:
        if not name.startswith("HANDOUTS_TOOL_"):
            del os.environ[name]
    os.environ["HANDOUTS_CACHE"] = str(tmp_path_factory.mktemp("cache"))


def missing_tool(what: str) -> NoReturn:
    """Skips the test, with a reason that is shown; where HANDOUTS_REQUIRE_TOOLS=1 says that all are there, fails it."""
    if os.environ.get("HANDOUTS_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{what} is missing, and HANDOUTS_REQUIRE_TOOLS=1 forbids to skip")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """`tool("gs")` is the path of an outside program."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            missing_tool(name)
        return str(path)

    return find
