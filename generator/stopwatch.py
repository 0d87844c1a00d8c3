"""Where the time of a command goes: named stages are timed when somebody asks, and cost nothing when nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

Clock = Callable[[], float]

START = "start"
_NOT_TIMED = nullcontext()


class Stopwatch:
    """Gathers seconds by stage. Without a clock nothing is timed.

    `before` are seconds that were spent before it was made: the stage `START`. A stage inside another
    one is counted by itself only, so that all stages add up to the whole.
    """

    def __init__(self, clock: Clock | None = None, before: float = 0.0) -> None:
        self._clock = clock
        self._spent: dict[str, float] = {START: before} if before else {}
        self._inner: list[float] = []  # of each open stage, the seconds of those inside it
        self._began = clock() - before if clock else 0.0

    def stage(self, name: str) -> AbstractContextManager[None]:
        """What is done within belongs to the stage of this name, which may come again."""
        return self._timed(name, self._clock) if self._clock else _NOT_TIMED

    @contextmanager
    def _timed(self, name: str, clock: Clock) -> Iterator[None]:
        self._spent.setdefault(name, 0.0)
        self._inner.append(0.0)
        began = clock()
        try:
            yield
        finally:
            whole = clock() - began
            self._spent[name] += whole - self._inner.pop()
            if self._inner:
                self._inner[-1] += whole

    def take(self) -> list[str]:
        """A line for each stage in the order in which they began, with milliseconds and percent; and begins anew."""
        if self._clock is None:
            return []
        now = self._clock()
        whole = now - self._began
        rest = whole - sum(self._spent.values())
        rows = [*self._spent.items(), ("all else", rest), ("together", whole)]
        self._spent, self._began = {}, now
        return [f"{name:<14}{1000 * spent:9.1f} ms {spent / whole:6.1%}" for name, spent in rows] if whole else []


UNTIMED = Stopwatch()
