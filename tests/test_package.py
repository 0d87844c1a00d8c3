"""What is built from the project works anywhere: wheel and sdist, each installed apart, make a handout from nothing."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.test_house import HOMES, imports, sources

# Packages that only an optional part needs, by the extra that brings them.
OPTIONAL = {"dask": "cluster", "distributed": "cluster", "fsspec": "cluster"}
# A package that another one brings in exactly the version that fits.
OWNERS = {"pydantic_core": "pydantic"}


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the sdist, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder)]
    run(command, cwd=checkout)
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    return {"wheel": wheel, "sdist": sdist}


def test_both_carry_content_assets_and_licence(built: dict[str, Path], checkout: Path) -> None:
    wheel = set(zipfile.ZipFile(built["wheel"]).namelist())
    with tarfile.open(built["sdist"]) as archive:
        sdist = {name.partition("/")[2] for name in archive.getnames()}
    bundled = [path for folder in ("assets", "handouts") for path in (checkout / folder).rglob("*") if path.is_file()]
    bundled = [path.relative_to(checkout) for path in bundled if not path.name.startswith(".")]
    assert len(bundled) >= 10
    assert {f"generator/_bundle/{path.as_posix()}" for path in bundled} <= wheel
    assert {path.as_posix() for path in bundled} <= sdist
    assert {"generator/py.typed", "generator/cli/__init__.py"} <= wheel
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert {"LICENSE", "README.md", "pyproject.toml", "tests/conftest.py", ".ci/run"} <= sdist
    assert [name for name in wheel | sdist if "__pycache__" in name] == []


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_installed_apart_it_makes_a_handout_from_an_empty_folder(
    kind: str, built: dict[str, Path], tmp_path: Path
) -> None:
    home, empty = tmp_path.resolve() / "venv", tmp_path / "empty"
    empty.mkdir()
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    layout = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    python = Path(layout["scripts"]) / ("python.exe" if os.name == "nt" else "python")
    # Dependencies are lent by this environment instead of being fetched again; a line in a .pth adds a folder but does
    # not read the .pth files in it, so an editable installation of the project itself stays invisible.
    Path(layout["purelib"], "lent.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps"]
    run([*install, "--no-build-isolation", str(built[kind])])
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    where = "import generator, generator.assets as a; print(generator.__file__, a.bundled_content(), sep='\\n')"
    for line in run([str(python), "-c", where], cwd=empty, env=surroundings).splitlines():
        assert Path(line).is_relative_to(home)
    command = Path(layout["scripts"]) / ("handouts.exe" if os.name == "nt" else "handouts")
    said = run([str(command), "make", "hamstring-health"], cwd=empty, env=surroundings)
    (file,) = empty.iterdir()
    assert said.strip().endswith(file.name)
    assert file.read_bytes().startswith(b"%PDF-1.")


def run(command: list[str], **surroundings: Any) -> str:
    """What a command says; if it fails, what it complained about."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **surroundings)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def declared(checkout: Path) -> dict[str, set[str]]:
    """Distribution names by the extra that brings them; "" for those that always come."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    return {group: {_plain(re.split(r"[^\w.-]", line)[0]) for line in lines} for group, lines in groups.items()}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_imported_package_is_declared(checkout: Path) -> None:
    brought, providers = declared(checkout), importlib.metadata.packages_distributions()
    used = {name.split(".")[0] for source in sources().values() for name in imports(source)} & set(HOMES)
    assert {"click", "pydantic", "reportlab", "yaml", "qrcode"} <= used
    for package in used:
        # An optional package need not be installed here, but then it has the name of its distribution.
        distributions = {_plain(name) for name in providers.get(OWNERS.get(package, package), [package])}
        assert distributions & brought[OPTIONAL.get(package, "")], f"{package} is imported but not declared"


def test_every_lower_bound_is_stated(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    assert len(lines) >= 20
    assert [line for line in lines if not re.match(r"[\w.-]+>=\d", line)] == []
