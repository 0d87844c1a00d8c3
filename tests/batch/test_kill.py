"""A batch killed at any moment: what is there is whole, and the same command makes the rest."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pypdfium2
import pytest

from generator.batch.batch_wish import BatchWish
from generator.batch.run import run_batch
from tests.batch.conftest import Run, csv_text, made_up
from tests.batch.printed import read_table

CLIENTS = 240
KILLS = 20


def whole(path: Path) -> bool:
    data = path.read_bytes()
    return data.startswith(b"%PDF-1.7") and data.endswith(b"%%EOF\n")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="starts batches by forking, which is quick")
def test_twenty_kills(tmp_path: Path, content: Path) -> None:
    roster, out = tmp_path / "monday.csv", tmp_path / "out"
    roster.write_text(csv_text(made_up(CLIENTS)))
    defaults = (("clinic", "small"),)
    wish = BatchWish(roster, str(out), (content,), defaults, print_file=True, jobs=2)
    pick = random.Random(20261123)
    left = []
    for number in range(KILLS):
        batch = multiprocessing.get_context("fork").Process(target=run_batch, args=(wish,))
        batch.start()
        # A third of them soon, whatever it is doing; the others somewhere on the way, so that the batch gets on.
        enough = 0 if number % 3 == 2 else pick.randrange(CLIENTS * (number + 1) // KILLS + 1)
        time.sleep(pick.uniform(0, 0.3))
        deadline = time.monotonic() + 20
        while len(list(out.glob("*.pdf"))) < enough and batch.is_alive() and time.monotonic() < deadline:
            time.sleep(0.001)
        batch.kill()
        batch.join()
        made = sorted(out.glob("*.pdf"))
        assert all(whole(path) for path in made), "something half-written has a final name"
        left.append(len(made))
    assert len(set(left)) > 2, "the kills came all too early or all too late to show anything"
    report = run_batch(wish)
    assert sum(report.counts.values()) == CLIENTS
    assert set(report.counts) <= {"made", "unchanged"}
    lines = [line for line in read_table(out / "manifest.csv") if line["row"]]
    assert [int(line["row"]) for line in lines] == list(range(2, CLIENTS + 2))
    files = {line["file"] for line in lines}
    assert len(files) == CLIENTS
    assert {path.name for path in out.glob("*.pdf")} == files | {"print-file.pdf"}
    assert not list(out.rglob("*.part"))
    for number, line in enumerate(lines):
        with pypdfium2.PdfDocument(out / line["file"]) as pdf:
            assert f"Client {number}" in pdf[0].get_textpage().get_text_bounded()
    for line in pick.sample(lines, 5):
        assert page.validate_pdf(str(out / line["file"]), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert dict(run_batch(wish).counts) == {"unchanged": CLIENTS}


def full_after(count: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk that is full after so many files; calling the answer makes room again."""
    replace, done = os.replace, 0

    def fill(old: Any, new: Any) -> None:
        nonlocal done
        done += 1
        if done > count:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(old))
        replace(old, new)

    monkeypatch.setattr(os, "replace", fill)
    return lambda: monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("count", [0, 1, 2, 5, 22])
def test_a_full_disk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    make_room = full_after(count, monkeypatch)
    with pytest.raises(OSError, match="No space left") as caught:
        run(made_up(20))
    assert "out" in str(caught.value.filename)
    out = tmp_path / "out"
    made = {path.name: path.stat().st_ino for path in out.glob("*.pdf")}
    assert len(made) == max(0, min(count - 2, 20)), "the key and the journal come first"
    assert all(whole(out / name) for name in made)
    assert not list(out.rglob("*.part"))
    make_room()
    report = run(made_up(20))
    assert report.counts["made"] + report.counts["unchanged"] == 20
    assert len(list(out.glob("*.pdf"))) == 20


def test_only_one_batch_at_a_time(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.batch import journal
    from generator.batch.destination import LocalFolder
    from generator.problems import ContentError

    monkeypatch.setattr(journal, "_PATIENCE", 2)
    run(made_up(2))
    with journal.one_at_a_time(LocalFolder(tmp_path / "out")) as alone:
        assert alone
        with pytest.raises(ContentError, match="another batch is at work"):
            run(made_up(2))
    assert dict(run(made_up(2)).counts) == {"unchanged": 2}
