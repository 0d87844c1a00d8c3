"""Where the bundled fonts, themes, wordings, logos, figures and handouts lie: a name comes in, a path goes out.

The only file that knows. An installed package carries the folders inside itself (pyproject.toml, `force-include`);
a checkout has them beside the package.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The folder that holds `assets` and `handouts`: the packaged copy if there is one, else the checkout."""
    for root in (_PACKAGE / "_bundle", _PACKAGE.parent):
        if (root / "assets").is_dir() and (root / "handouts").is_dir():
            return root
    raise FileNotFoundError(f"the bundled assets are missing beside {_PACKAGE}: the installation is incomplete")


def asset(*parts: str) -> Path:
    """The path of a bundled file or folder, for example `asset("fonts", "SourceSans3-Regular.ttf")`.

    Raises FileNotFoundError with the full path if it is not there: that is a broken installation, never a user's slip.
    """
    path = _root().joinpath("assets", *parts)
    if not path.exists():
        raise FileNotFoundError(f"a bundled file is missing: {path}")
    return path


def bundled_content() -> Path:
    """The folder with the bundled exercises, routines, clinics and rosters."""
    return _root() / "handouts"


def is_bundled(file: str) -> bool:
    """Whether a file, as a problem names it, came with this package."""
    return Path(file).resolve().is_relative_to(bundled_content().resolve())
