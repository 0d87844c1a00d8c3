import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from generator.pictures.photo import LONGEST_SIDE, PhotoError, grey_raster, photo_raster
from generator.shapes.pixels import Raster

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 30), (30, 30, 200), (255, 255, 255)


def quarters(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red, green, blue and white quarters, so that every turn shows."""
    image = Image.new("RGB", size, RED)
    half = size[0] // 2, size[1] // 2
    image.paste(GREEN, (half[0], 0, size[0], half[1]))
    image.paste(BLUE, (0, half[1], half[0], size[1]))
    image.paste(WHITE, (half[0], half[1], *size))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(raster: Raster) -> Image.Image:
    """The raster as a reader of the file sees it."""
    mode = {1: "L", 3: "RGB"}[raster.channels]
    if raster.is_jpeg:
        image = Image.open(io.BytesIO(raster.data)).convert(mode)
    else:
        image = Image.frombytes(mode, (raster.columns, raster.rows), raster.data)
    assert image.size == (raster.columns, raster.rows)
    assert len(image.getbands()) == raster.channels
    return image


def corners(raster: Raster) -> list[str]:
    """Which colour is nearest in each corner: left top, right top, left bottom, right bottom."""
    image = opened(raster).convert("RGB")
    right, bottom = image.width - 4, image.height - 4
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    found = []
    for point in ((3, 3), (right, 3), (3, bottom), (right, bottom)):
        pixel = image.getpixel(point)
        assert isinstance(pixel, tuple)
        found.append(min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(names[name], pixel, strict=True))))
    return found


UPRIGHT = ["red", "green", "blue", "white"]


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("PNG", "RGB", {}),
        ("PNG", "RGBA", {}),
        ("PNG", "P", {}),
        ("JPEG", "RGB", {"quality": 90}),
        ("JPEG", "RGB", {"quality": 90, "progressive": True}),
        ("JPEG", "CMYK", {"quality": 90}),
        ("WEBP", "RGB", {"quality": 90}),
        ("WEBP", "RGB", {"lossless": True}),
        ("WEBP", "RGBA", {"quality": 90}),
        ("WEBP", "RGBA", {"lossless": True}),
    ],
)
def test_every_kind_keeps_its_colours(kind: str, mode: str, options: dict[str, Any]) -> None:
    assert corners(photo_raster(saved(quarters(mode), kind, **options))) == UPRIGHT


def test_a_small_baseline_jpeg_is_kept_as_it_is() -> None:
    data = saved(quarters(), "JPEG", quality=90)
    raster = photo_raster(data)
    assert raster.is_jpeg
    assert opened(raster).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_grey_pictures_have_one_channel() -> None:
    grey = quarters("L")
    for image in (grey, grey.convert("RGB"), grey.convert("RGBA"), grey.convert("1")):
        assert photo_raster(saved(image, "PNG")).channels == 1
    assert photo_raster(saved(grey, "JPEG")).channels == 1
    assert photo_raster(saved(grey, "PNG")).data == grey.tobytes()


def test_sixteen_bits_become_eight() -> None:
    deep = Image.new("I;16", (2, 1))
    deep.putpixel((0, 0), 0xFFFF)
    deep.putpixel((1, 0), 0x8000)
    assert photo_raster(saved(deep, "PNG")).data == b"\xff\x80"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_what_is_clear_shows_white_paper(mode: str) -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.putpixel((0, 0), (0, 0, 0, 255))
    clear.putpixel((1, 0), (0, 0, 0, 51))
    raster = photo_raster(saved(clear.convert(mode) if mode != "PA" else clear.quantize(), "PNG"))
    assert list(raster.data[:3]) == [0, 204, 255]


def test_what_is_clear_in_a_webp_shows_white_paper() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.putpixel((0, 0), (0, 0, 0, 255))
    clear.putpixel((1, 0), (0, 0, 0, 51))
    assert list(photo_raster(saved(clear, "WEBP", lossless=True, exact=True)).data[:3]) == [0, 204, 255]


def test_a_colour_marked_as_clear_shows_white_paper() -> None:
    assert photo_raster(saved(Image.new("L", (1, 1), 7), "PNG", transparency=7)).data == b"\xff"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(kind: str, orientation: int) -> None:
    """A camera held any way round writes the same scene."""
    turn = Image.Transpose
    back = {2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM, 5: turn.TRANSPOSE,
            6: turn.ROTATE_90, 7: turn.TRANSVERSE, 8: turn.ROTATE_270}  # fmt: skip
    image = quarters()
    if orientation in back:
        image = image.transpose(back[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    raster = photo_raster(saved(image, kind, exif=exif))
    assert (raster.columns, raster.rows) == (64, 32)
    assert corners(raster) == UPRIGHT


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("size", [(64, 32), (3000, 1500)])
def test_what_the_camera_wrote_is_gone(kind: str, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at Brook Street 5"
    options = {"exif": exif, "comment": b"Brook Street"} if kind == "JPEG" else {"exif": exif}
    data = saved(quarters(size=size), kind, **options) + b"Brook Street behind the end"
    assert b"Brook Street" in data
    raster = photo_raster(data)
    assert b"Brook Street" not in raster.data
    assert b"Exif" not in raster.data
    assert corners(raster) == UPRIGHT


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_large_pictures_become_small_enough_to_print(kind: str) -> None:
    raster = photo_raster(saved(quarters(size=(4000, 2000)), kind))
    assert (raster.columns, raster.rows) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert corners(raster) == UPRIGHT


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(columns: int, rows: int, *chunks: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", columns, rows, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IEND", b"")


def with_size(jpeg: bytes, columns: int, rows: int) -> bytes:
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", rows, columns) + jpeg[at + 4 :]


def riff(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_chunk(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


GOOD_PNG, GOOD_JPEG = saved(quarters(), "PNG"), saved(quarters(), "JPEG")
GOOD_WEBP = saved(quarters(), "WEBP", quality=90)
MOVING = saved(quarters(), "WEBP", save_all=True, append_images=[Image.new("RGB", (64, 32))])
ZEROS = zlib.compress(bytes(10_000_000), 9)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no picture that can be printed"),
        (b"MZ" + bytes(50), "is no picture that can be printed"),
        (b"GIF89a" + bytes(50), "is a GIF"),
        (GOOD_PNG[: len(GOOD_PNG) // 2], "is damaged: it ends too early"),
        (GOOD_JPEG[: len(GOOD_JPEG) - 60], "is damaged"),
        (GOOD_JPEG[:100], "is damaged: it ends too early"),
        (b"\xff\xd8\xff", "is damaged"),
        (GOOD_PNG[:60] + b"\0\1\2\3" + GOOD_PNG[64:], "is damaged"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b""), "is damaged"),
        (png(8, 8, chunk(b"IDAT", b"nonsense")), "is damaged"),
        (png(0, 0, chunk(b"IDAT", ZEROS[:99])), "is damaged"),
        # bombs: a few kilobytes that claim, or unpack into, gigabytes
        (png(50_000, 50_000, chunk(b"IDAT", ZEROS)), "has 50,000 × 50,000 pixels, more than 25 million"),
        (png(2**31 - 1, 2**31 - 1), "pixels, more than"),
        (GOOD_WEBP[:-9], "is damaged: it ends too early"),
        (riff(webp_chunk(b"VP8 ", b"")), "is damaged: it has no picture in it"),
        (riff(webp_chunk(b"VP8X", bytes(10))), "is damaged: it has no picture in it"),
        (riff(webp_chunk(b"VP8L", b"\x2f\xff\xff\xff\x0f" + bytes(40))), "has 16,384 × 16,384 pixels, more than 10 m"),
        (riff(webp_chunk(b"VP8X", bytes(4) + b"\xff" * 6), GOOD_WEBP[12:]), "has 16,777,216 × 16,777,216 pixels"),
        (riff(webp_chunk(b"VP8X", bytes(10)), webp_chunk(b"VP8L", b"\x2f\xff\xff\xff\x0f" + bytes(40))), "pixels"),
        (riff(webp_chunk(b"VP8 ", bytes(6) + b"\xff\x3f\xff\x3f" + bytes(40))), "has 16,383 × 16,383 pixels"),
        (MOVING, "moves, which paper cannot"),
        (with_size(GOOD_JPEG, 65_000, 65_000), "has 65,000 × 65,000 pixels, more than 60 million"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(PhotoError, match=message) as caught:
        photo_raster(data)
    assert caught.value.hint


def test_a_bomb_in_the_metadata_is_never_unpacked() -> None:
    bomb = b"Comment\0\0" + zlib.compress(bytes(100_000_000), 1)
    profile = b"ICC\0\0" + zlib.compress(bytes(100_000_000), 1)
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + bytes(6)) * 2))
    raster = photo_raster(png(2, 2, chunk(b"zTXt", bomb), chunk(b"iCCP", profile), pixels))
    assert raster == Raster(2, 2, 1, bytes(4))


def damaged(good: bytes) -> Callable[[list[tuple[int, int]], int], bytes]:
    def damage(changes: list[tuple[int, int]], length: int) -> bytes:
        data = bytearray(good)
        for at, value in changes:
            data[at % len(data)] = value
        return bytes(data[: len(data) - length])

    return damage


BYTES = some.lists(some.tuples(some.integers(0, 5000), some.integers(0, 255)), max_size=6)
EXIF = Image.Exif()
EXIF[0x0112] = 6
DAMAGED = [
    damaged(saved(quarters(), "PNG", exif=EXIF)),
    damaged(saved(quarters("P"), "PNG")),
    damaged(saved(quarters(), "JPEG", exif=EXIF)),
    damaged(saved(quarters("CMYK"), "JPEG", progressive=True)),
    damaged(saved(quarters("RGBA"), "WEBP", exif=EXIF)),
    damaged(saved(quarters(), "WEBP", lossless=True)),
]


@given(some.sampled_from(DAMAGED), BYTES, some.integers(0, 40))
def test_any_damage_is_a_clear_problem(damage: Any, changes: list[tuple[int, int]], length: int) -> None:
    try:
        opened(photo_raster(damage(changes, length)))
    except PhotoError as error:
        assert str(error).startswith(("is ", "has "))  # noqa: PT017  # a picture may also survive


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC", "Settings > Camera > Formats > Most Compatible"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "a HEIC", "export"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "an AVIF", "PNG or JPEG"),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1miaf", "an AVIF", "PNG or JPEG"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a film", "video:"),
        (b"GIF87a", "a GIF", "PNG or JPEG"),
        (b"II*\0\x08\0\0\0", "a TIFF", "PNG or JPEG"),
        (b"MM\0*\0\0\0\x08", "a TIFF", "PNG or JPEG"),
        (b"BM\x36\0\0\0\0\0\0\0\x36", "a BMP", "PNG or JPEG"),
        (b"%PDF-1.7", "a PDF or an Illustrator file", "save it as SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "an EPS", "save it as SVG"),
        (b"\xc5\xd0\xd3\xc6\x1e", "an EPS", "save it as SVG"),
        (b"8BPS\0\1", "a Photoshop file", "PNG or JPEG"),
        (b"\x1f\x8b\x08", "a compressed file, perhaps an SVGZ", "plain SVG"),
        (b"PK\3\4", "a document or archive", "PNG or JPEG"),
    ],
)
def test_other_kinds_are_named_with_the_way_out(data: bytes, kind: str, advice: str) -> None:
    with pytest.raises(PhotoError) as caught:
        photo_raster(data + bytes(40))
    assert str(caught.value).startswith(f"is {kind}")
    assert advice in caught.value.hint


def test_what_pillow_calls_them_is_what_they_are_called_here() -> None:
    for kind, name in (("GIF", "a GIF"), ("TIFF", "a TIFF"), ("BMP", "a BMP"), ("AVIF", "an AVIF"), ("PDF", "a PDF")):
        with pytest.raises(PhotoError, match=f"^is {name}"):
            photo_raster(saved(quarters(), kind))


def test_lossless_stays_lossless_and_a_photograph_a_photograph() -> None:
    exact = photo_raster(saved(quarters(), "WEBP", lossless=True))
    assert not exact.is_jpeg
    assert exact.data == quarters().tobytes()
    assert photo_raster(GOOD_WEBP).is_jpeg
    assert photo_raster(saved(quarters("L").convert("RGB"), "WEBP", lossless=True)).channels == 1


def test_a_photograph_in_grey_keeps_its_size_and_brightness() -> None:
    colour = Raster(2, 1, 3, bytes((255, 0, 0, 255, 255, 255)))
    assert grey_raster(colour) == Raster(2, 1, 1, bytes((76, 255)))
    photograph = grey_raster(photo_raster(GOOD_JPEG))
    assert (photograph.columns, photograph.rows, photograph.channels, photograph.is_jpeg) == (64, 32, 1, True)
    assert abs(opened(photograph).getpixel((5, 5)) - quarters("L").getpixel((5, 5))) <= 3  # type: ignore[operator]
    grey = Raster(1, 1, 1, b"\x80")
    assert grey_raster(grey) is grey
