import errno
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.store import file_name, remove_unfinished, write_file, writing

ORDINARY = ("hamstring-health", "1.0", "en-GB", "a4", "sheet", "standard")


def write_half_of(path: Path, interruption: type[BaseException]) -> None:
    with writing(path) as file:
        file.write(b"half of")
        raise interruption


def test_a_file_is_written_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "chart.pdf"
    write_file(path, b"first")
    write_file(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt, MemoryError])
def test_nothing_half_written_stays(tmp_path: Path, interruption: type[BaseException]) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(b"the last good one")
    with pytest.raises(interruption):
        write_half_of(path, interruption)
    assert path.read_bytes() == b"the last good one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_sees_the_old_file_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(b"old")
    with writing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "chart.pdf", tmp_path / "folder"):
        with pytest.raises(OSError, match=re.escape(str(path))) as caught:
            write_file(path, b"data")
        assert caught.value.errno
        assert "part" not in str(caught.value)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


def test_another_files_error_keeps_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"elsewhere\.yaml"), writing(tmp_path / "chart.pdf"):
        (tmp_path / "elsewhere.yaml").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_made_files_have_ordinary_permissions(tmp_path: Path) -> None:
    write_file(tmp_path / "chart.pdf", b"data")
    (tmp_path / "by-hand").touch()
    assert (tmp_path / "chart.pdf").stat().st_mode == (tmp_path / "by-hand").stat().st_mode


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    pid = os.fork() if hasattr(os, "fork") else 0
    if pid == 0 and hasattr(os, "fork"):
        with writing(tmp_path / "chart.pdf") as file:
            file.write(b"half of")
            file.flush()
            os._exit(9)
    os.waitpid(pid, 0)
    mine = tmp_path / ".notes.part"
    mine.write_text("a user's own")
    assert len(list(tmp_path.iterdir())) == 2
    assert remove_unfinished(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [mine]


def test_a_file_name_says_what_is_inside() -> None:
    assert file_name(*ORDINARY) == "hamstring-health-1.0-en-GB-a4-sheet-standard.pdf"
    assert file_name(*ORDINARY, "chart") == "hamstring-health-1.0-en-GB-a4-sheet-standard-chart.pdf"
    assert file_name(*ORDINARY, "", "left", "", "chair").endswith("-standard-left-chair.pdf")
    assert file_name(*ORDINARY, prefix="0017").startswith("0017-hamstring-health-")
    assert file_name(*ORDINARY, prefix="../../etc/passwd").startswith("etc-passwd-hamstring")
    assert file_name(*ORDINARY, prefix="Ünal").startswith("Unal-")
    assert file_name(*ORDINARY, suffix=".json").endswith("-standard.json")


@given(some.text(), some.text())
def test_no_text_leaves_the_folder(routine: str, prefix: str) -> None:
    name = file_name(routine, "1.0", "en", "a4", "cards", "standard", prefix=prefix)
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*\.pdf", name)
    assert len(name) < 255


def test_a_full_disk_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as caught, writing(tmp_path / "a.pdf"):
        raise OSError(errno.ENOSPC, "No space left on device")  # as a write does: it knows no name
    assert caught.value.filename == str(tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
