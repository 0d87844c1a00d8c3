"""Where the time goes: stages add up to the whole, and nothing is timed when nobody asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.stopwatch import UNTIMED, Stopwatch


def clock(*ticks: float) -> Callable[[], float]:
    times: Iterator[float] = iter(ticks)
    return lambda: next(times)


def numbers(lines: list[str]) -> dict[str, tuple[float, float]]:
    """Milliseconds and percent by stage."""
    found = {}
    for line in lines:
        told = re.fullmatch(r"(.+?) +([0-9.]+) ms +([0-9.]+)%", line)
        assert told, line
        found[told[1]] = float(told[2]), float(told[3])
    return found


def test_a_stage_within_another_is_counted_once() -> None:
    stopwatch = Stopwatch(clock(10.0, 10.1, 10.2, 10.5, 10.6, 10.7, 10.8, 11.0), before=1.0)
    with stopwatch.stage("plan"), stopwatch.stage("library"):
        pass  # plan from 10.1 to 10.6, of which the library takes from 10.2 to 10.5
    with stopwatch.stage("plan"):
        pass
    assert numbers(stopwatch.take()) == {
        "start": (1000.0, 50.0),
        "plan": (300.0, 15.0),
        "library": (300.0, 15.0),
        "all else": (400.0, 20.0),
        "together": (2000.0, 100.0),
    }


def test_a_stage_that_fails_is_counted_and_each_report_begins_anew() -> None:
    stopwatch = Stopwatch(clock(0.0, 1.0, 3.0, 4.0, 6.0))
    with pytest.raises(ZeroDivisionError), stopwatch.stage("plan"):
        print(1 / 0)
    assert numbers(stopwatch.take())["plan"] == (2000.0, 50.0)
    assert numbers(stopwatch.take()) == {"all else": (2000.0, 100.0), "together": (2000.0, 100.0)}


def test_nothing_is_timed_unless_asked() -> None:
    assert UNTIMED.stage("plan") is UNTIMED.stage("PDF"), "one context that does nothing"
    with UNTIMED.stage("plan"), UNTIMED.stage("library"):
        pass
    assert UNTIMED.take() == []


def test_make_tells_where_the_time_went_and_for_whom_to_nobody(tmp_path: Path) -> None:
    arguments = ["make", "hinge-and-rotate", "--for", "Zerlina Quux", "-o", str(tmp_path / "a.pdf")]
    silent, told = (CliRunner().invoke(main, [*arguments, *more]) for more in ([], ["--trace"]))
    assert silent.exit_code == told.exit_code == 0
    assert told.stdout == silent.stdout
    assert told.stderr.startswith(silent.stderr) and " ms " not in silent.stderr
    stages = numbers(told.stderr.removeprefix(silent.stderr).splitlines())
    wanted = "start modules library plan style pictures chart handout cards checks person PDF file"
    assert list(stages) == [*wanted.split(), "all else", "together"]
    assert "Quux" not in told.stderr
