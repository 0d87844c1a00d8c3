"""What the press does again, and what it only fills in."""

from __future__ import annotations

import pytest

from generator.output import writing as room
from generator.output.assemble import Assembly


class Counted:
    """How many files were filled in, and how many written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.filled = self.written = 0
        fill, assembly = room._filled, Assembly

        def filling(*args: object) -> bytes | None:
            data = fill(*args)  # type: ignore[arg-type]
            self.filled += data is not None
            return data

        def writing(*args: object) -> object:
            self.written += 1
            return assembly(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(room, "_filled", filling)
        monkeypatch.setattr(room, "Assembly", writing)
