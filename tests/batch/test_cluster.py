"""The same rows on a Dask cluster of two worker processes, one of which is killed midway."""

from __future__ import annotations

import importlib
import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.batch import pool
from generator.problems import ContentError
from tests.batch.conftest import Run, made_up
from tests.batch.printed import read_table
from tests.conftest import missing_tool

pytestmark = [
    # What dask itself leaves open when it shuts down is not ours to judge.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def dask() -> Any:
    """The optional package, or the test says why it does not run."""
    try:
        return importlib.import_module("distributed")
    except ImportError:
        missing_tool("distributed (the extra [cluster])")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    distributed = dask()
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=logging.CRITICAL
    ) as made:
        yield made


def test_a_cluster_makes_the_same_files(run: Run, tmp_path: Path, cluster: Any) -> None:
    run(made_up(30))
    alone = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}
    report = run(destination=f"file://{tmp_path}/there", dask=cluster.scheduler_address)
    assert dict(report.counts) == {"made": 30}
    assert {path.name: path.read_bytes() for path in (tmp_path / "there").glob("*.pdf")} == alone
    again = run(destination=f"file://{tmp_path}/there", dask=cluster.scheduler_address)
    assert dict(again.counts) == {"unchanged": 30}


def test_a_folder_means_the_same_to_workers_elsewhere(
    run: Run, tmp_path: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = run(made_up(3), destination="beside", dask=cluster.scheduler_address)
    assert report.counts["made"] == len(list((tmp_path / "beside").glob("*.pdf"))) == 3


def test_a_worker_killed_midway(run: Run, tmp_path: Path, cluster: Any) -> None:
    out = tmp_path / "out"
    with dask().Client(cluster) as client:
        victim = min(client.run(os.getpid).values())

    def kill_midway() -> None:
        deadline = time.monotonic() + 60
        while len(list(out.glob("*.pdf"))) < 40 and time.monotonic() < deadline:
            time.sleep(0.002)
        os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill_midway)
    killer.start()
    report = run(made_up(1200), dask=cluster.scheduler_address)
    killer.join()
    assert dict(report.counts) == {"made": 1200}
    lines = read_table(out / "manifest.csv")
    assert [int(line["row"]) for line in lines] == list(range(2, 1202))
    assert {path.name for path in out.glob("*.pdf")} == {line["file"] for line in lines}
    # Files that the killed worker left half-written go when the next batch begins.
    assert dict(run(dask=cluster.scheduler_address).counts) == {"unchanged": 1200}
    assert not list(out.glob("*.part"))


def test_no_cluster_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_PATIENCE", 1)
    dask()
    with pytest.raises(ContentError, match=r"there is no cluster at tcp://127\.0\.0\.1:1"):
        run(made_up(2), dask="tcp://127.0.0.1:1")
