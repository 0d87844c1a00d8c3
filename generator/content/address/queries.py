"""Which parameters of a web address only mark where a visitor came from, and which ones open the page."""

from __future__ import annotations

from functools import cache

from generator.assets import asset
from generator.content.checking.checked import load
from generator.content.fields import Model

Names = tuple[str, ...]


class Queries(Model):
    """Names of parameters; a * at the end takes whatever follows. Keys are hosts, or hosts with the start of a path."""

    trackers: Names
    trackers_at: dict[str, Names]
    opens: dict[str, Names]

    def trackers_of(self, host: str) -> Names:
        return self.trackers + self.trackers_at.get(host, ())

    def opening(self, page: str) -> Names | None:
        """What opens a page, given as host and path; None where nothing is known of it."""
        return next((names for start, names in self.opens.items() if page.startswith(start)), None)


@cache
def queries() -> Queries:
    """The bundled list; read only for an address that has a query."""
    path = asset("addresses", "queries.yaml")
    return load(Queries, path.read_text("utf-8"), path.name)[0]


def is_named(name: str, names: Names) -> bool:
    return any(name == one or (one.endswith("*") and name.startswith(one[:-1])) for one in names)
