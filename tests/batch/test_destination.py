"""Folders and addresses: the same whole files, or none."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.batch.destination import Address, Destination, LocalFolder, destination_of
from generator.batch.journal import Done, Journal
from generator.problems import ContentError
from tests.batch.conftest import Run, made_up
from tests.conftest import missing_tool

DATA = b"%PDF" * 1000


def there(kind: str, tmp_path: Path) -> Destination:
    if kind == "folder":
        return destination_of(str(tmp_path / "out"))
    try:
        return destination_of({"file": f"file://{tmp_path}/out", "memory": f"memory://{tmp_path.name}"}[kind])
    except ContentError:
        missing_tool("fsspec (the extra [cluster])")
        raise


@pytest.mark.parametrize("kind", ["folder", "file", "memory"])
def test_all_kinds_of_place_behave_alike(kind: str, tmp_path: Path) -> None:
    place = there(kind, tmp_path)
    assert isinstance(place, LocalFolder if kind == "folder" else Address)
    place.tidy()
    assert place.digest("a.pdf") == ""
    with pytest.raises(FileNotFoundError):
        place.read("a.pdf")
    with pytest.raises(FileNotFoundError):
        place.move("a.pdf", "b.pdf")
    place.write("a.pdf", b"older")
    place.write("a.pdf", DATA)
    assert place.read("a.pdf") == DATA
    assert place.digest("a.pdf") == hashlib.sha256(DATA).hexdigest()
    place.write("b.pdf", b"other")
    place.move("a.pdf", "b.pdf")
    assert place.read("b.pdf") == DATA and place.digest("a.pdf") == ""
    place.write(".handouts/key", b"deep")
    assert place.read(".handouts/key") == b"deep"
    place.remove("b.pdf")
    place.remove("b.pdf")
    assert place.digest("b.pdf") == ""
    assert place.shown("x.pdf").endswith("/x.pdf")


def interrupted(place: Destination) -> None:
    with place.writing("a.pdf") as file:
        file.write(b"half")
        raise KeyboardInterrupt


@pytest.mark.parametrize("kind", ["folder", "file", "memory"])
def test_what_fails_leaves_what_was_there(kind: str, tmp_path: Path) -> None:
    place = there(kind, tmp_path)
    place.write("a.pdf", b"good")
    with pytest.raises(KeyboardInterrupt):
        interrupted(place)
    assert place.read("a.pdf") == b"good"
    if kind != "memory":
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.pdf"]


def test_what_a_killed_batch_left_is_tidied_away(tmp_path: Path) -> None:
    for kind in ("folder", "file"):
        place = there(kind, tmp_path)
        place.write("a.pdf", b"good")
        (tmp_path / "out" / ".0123456789abcdef.part").write_bytes(b"half")
        (tmp_path / "out" / "film.mkv.part").write_bytes(b"somebody else's")
        place.tidy()
        assert (tmp_path / "out" / "film.mkv.part").exists()
        (tmp_path / "out" / "film.mkv.part").unlink()
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.pdf"]


def test_a_journal_at_an_address_is_saved_now_and_then(tmp_path: Path) -> None:
    place = there("memory", tmp_path)
    journal = Journal(place)
    done = [Done(f"{number:032}", number, f"{number}.pdf", "", 1, "") for number in range(1200)]
    for entry in done:
        journal.add([entry])
    assert len(Journal(place).entries) == 1000
    journal.rewrite(done)
    assert Journal(place).entries == done


def test_a_batch_at_an_address(run: Run, tmp_path: Path) -> None:
    there("memory", tmp_path)
    address = f"file://{tmp_path}/there"
    report = run(made_up(6), destination=address, print_file=True)
    assert dict(report.counts) == {"made": 6}
    assert report.files[0] == f"{address}/manifest.csv"
    (tmp_path / "there" / "print-file.pdf").write_bytes(b"damaged")
    rows = made_up(6)
    rows.insert(2, ["knees", "Late comer", ""])
    assert dict(run(rows, destination=address, print_file=True).counts) == {"unchanged": 6, "made": 1}


def test_an_address_that_nobody_knows(tmp_path: Path) -> None:
    there("memory", tmp_path)
    with pytest.raises(ContentError, match="files cannot be written to nowhere://x"):
        destination_of("nowhere://x")
