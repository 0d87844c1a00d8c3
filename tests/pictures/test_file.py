import io
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.cache import Cache
from generator.pictures import file as pictures
from generator.pictures.file import find_picture, pack, read_picture, unpack
from generator.problems import ContentError, Place, Prose
from generator.shapes.drawing import Drawing, Fill, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.pixels import Raster

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#123456"/></svg>'
PLACE = Place("handouts/exercises/squat.yaml", 7, 10)


def png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (3, 2), 99).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    (content / "photo.png").write_bytes(png())
    (content / "logo.svg").write_bytes(SVG)
    (tmp_path / "secret.png").write_bytes(png())
    return content


def test_a_picture_is_told_by_its_bytes(folder: Path) -> None:
    (folder / "wrongly.jpg").write_bytes(SVG)
    (folder / "wide.svg").write_bytes(SVG.decode().encode("utf-16"))
    (folder / "blank.svg").write_bytes(b"\xef\xbb\xbf \n" + SVG)
    cache = Cache(None)
    assert read_picture("photo.png", [folder], cache) == Raster(3, 2, 1, b"\x63" * 6)
    drawing = read_picture("logo.svg", [folder], cache)
    assert isinstance(drawing, Drawing)
    for name in ("wrongly.jpg", "wide.svg", "blank.svg"):
        assert read_picture(name, [folder], cache) == drawing


def test_the_first_folder_that_has_it_wins(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    assert find_picture("logo.svg", [own, folder]) == folder / "logo.svg"
    (own / "logo.svg").write_bytes(SVG)
    assert find_picture("logo.svg", [own, folder]) == own / "logo.svg"


@pytest.mark.parametrize("name", ["photo.png", "logo.svg"])
def test_the_second_time_it_comes_from_the_cache(
    folder: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    first = read_picture(name, [folder], cache)
    monkeypatch.setattr(pictures, "_convert", lambda *_: pytest.fail("converted again"))
    assert read_picture(name, [folder], cache) == first


def test_a_changed_file_is_converted_again(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    before = read_picture("logo.svg", [folder], cache)
    (folder / "logo.svg").write_bytes(SVG.replace(b"#123456", b"#654321"))
    after = read_picture("logo.svg", [folder], cache)
    assert before != after


SHADE = Gradient((1.5, 0.0, 0.0, 2.0, 3.0, 4.0), ((0.0, "#ff0000"), (1.0, "#0000ff")), (0.1, 0.2, 0.0))


def test_packing_loses_nothing() -> None:
    for picture in (
        Raster(3, 2, 1, b"\n\x00{}ab"),
        Raster(1, 1, 3, b"\xff\xd8\xff\n", is_jpeg=True),
        Drawing(5.0, 5.0, (Stroke("0 0 m 1 1 l", "#000000", 2.0, (1.0,)), Stroke("0 0 m 1 1 l", "#000000", 2.0))),
        Drawing(5.0, 5.0, (Fill("0 0 m h", "#800080", SHADE), Fill("0 0 m h", "#800080", replace(SHADE, start=None)))),
        Drawing(12.5, 7.25, (Fill("0 0 m h", "#000000"), Fill("1 1 m h", "#ffffff")), 0.0072),
    ):
        assert unpack(pack(picture)) == picture
        assert hash(unpack(pack(picture))) == hash(picture)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff\xfe\n", b'{"columns": 1, "evil": 2}\n', b'{"ops": [[1]]}\n']
)
def test_a_foreign_entry_in_the_cache_counts_as_none(data: bytes) -> None:
    assert unpack(data) is None


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../secret.png",
        "a/../../secret.png",
        "..\\secret.png",
        "\\\\server\\share\\a.png",
        "C:\\a.png",
        "C:a.png",
        "photo.png\0.txt",
        "a\nb.png",
    ],
)
def test_names_that_lead_out_are_refused(folder: Path, name: str) -> None:
    with pytest.raises(ContentError, match="leads out of the content folder") as caught:
        read_picture(Prose(name, PLACE), [folder], Cache(None))
    assert caught.value.problems[0].place == PLACE
    assert "\0" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_lead_out_are_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "deep").symlink_to(tmp_path)
    (folder / "circle.png").symlink_to("circle.png")
    (folder / "inside.png").symlink_to("photo.png")
    for name in ("link.png", "deep/secret.png"):
        with pytest.raises(ContentError, match="a link that leads out"):
            read_picture(name, [folder], Cache(None))
    with pytest.raises(ContentError, match="is not there"):
        read_picture("circle.png", [folder], Cache(None))
    assert read_picture("inside.png", [folder], Cache(None)) == read_picture("photo.png", [folder], Cache(None))


def test_what_is_no_file_is_refused(folder: Path) -> None:
    (folder / "folder.png").mkdir()
    with pytest.raises(ContentError, match="is not a file"):
        read_picture("folder.png", [folder], Cache(None))
    with pytest.raises(ContentError, match=r"picture 'none\.png' is not there"):
        read_picture("none.png", [folder], Cache(None))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    with pytest.raises(ContentError, match="is not a file"):
        read_picture("pipe.png", [folder], Cache(None))


def test_a_huge_file_is_not_read_whole(folder: Path) -> None:
    with (folder / "huge.png").open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(ContentError, match="has more than 30 MB"):
        read_picture("huge.png", [folder], Cache(None))


def test_a_damaged_picture_is_named_at_its_line_in_the_yaml(folder: Path) -> None:
    (folder / "photo.png").write_bytes(png()[:40])
    with pytest.raises(ContentError) as caught:
        read_picture(Prose("photo.png", PLACE), [folder], Cache(None))
    (problem,) = caught.value.problems
    assert str(problem).splitlines()[0] == (
        "handouts/exercises/squat.yaml:7:10: picture 'photo.png' is damaged: it ends too early"
    )
    assert problem.hint


def test_a_refused_svg_is_named_at_its_own_line(folder: Path) -> None:
    (folder / "logo.svg").write_bytes(SVG.replace(b"<rect", b"\n<script/><rect"))
    with pytest.raises(ContentError) as caught:
        read_picture("logo.svg", [folder], Cache(None))
    assert caught.value.problems[0].place == Place(str(folder / "logo.svg"), 2, 1)
