"""A PNG, JPEG or WebP file's bytes come in, a `Raster` goes out: upright, on white, no larger than needed.

What the camera wrote (place, time, owner) never reaches a handout. The size is read from the first bytes before any
decoder runs, so that a small file cannot unpack into gigabytes.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.pictures.foreign import foreign_kind
from generator.pictures.webp import is_webp, read_webp
from generator.shapes.pixels import Raster

if TYPE_CHECKING:
    from PIL import Image

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

LONGEST_SIDE = 1200  # pixels: 350 dpi on the widest picture of a page
MOST_PIXELS = 25_000_000  # of a picture that a decoder must unpack whole
MOST_JPEG_PIXELS = 60_000_000  # of a baseline JPEG, which is unpacked at an eighth of its size
MOST_WEBP_PIXELS = 10_000_000  # of a WebP, whose decoder holds it three times over
QUALITY = 88

# Everything else in a PNG is metadata or colour management. PNG, third edition, 11.
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"}
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4
# JPEG markers (ITU-T T.81, B.1): frames by their coding, and what carries no length.
_BASELINE, _PROGRESSIVE = 0xC0, 0xC2
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_EXIF, _ADOBE = 0xE1, 0xEE
_METADATA = frozenset(range(0xE0, 0xF0)) | {0xFE}  # application segments and comments


class PhotoError(ValueError):
    """The picture cannot be used; the text is fit for a user, `hint` says how to mend it."""

    def __init__(self, message: str, hint: str = "save it again as PNG or JPEG") -> None:
        super().__init__(message)
        self.hint = hint


def photo_raster(data: bytes) -> Raster:
    """The raster of a PNG, JPEG or WebP file, told by its bytes. Raises PhotoError."""
    try:
        with warnings.catch_warnings():  # Pillow warns of damage that it can live with
            warnings.simplefilter("ignore")
            if data.startswith(PNG):
                return _from_png(data)
            if data.startswith(JPEG):
                return _from_jpeg(data)
            if is_webp(data):
                return _from_webp(data)
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, zlib.error) as error:
        # What Pillow's decoders raise for damaged files: truncated, a wrong checksum, an impossible header.
        if isinstance(error, PhotoError):
            raise
        raise PhotoError(f"is damaged: {error}"[:200]) from error
    kind, hint = foreign_kind(data) or ("no picture that can be printed", "save it as PNG, JPEG, WebP or SVG")
    raise PhotoError(f"is {kind}", hint)


def _from_png(data: bytes) -> Raster:
    from PIL import Image

    plain = PNG + b"".join(chunk for kind, chunk in _png_chunks(data) if kind in _PNG_KEPT)
    columns, rows = struct.unpack(">II", data[16:24])
    _check_size(columns, rows, MOST_PIXELS)
    with Image.open(io.BytesIO(plain), formats=["PNG"]) as image:
        image.load()
        flat = _upright(_flat(_reduced(image)), image)
    return _sample_raster(flat)


def _from_webp(data: bytes) -> Raster:
    from PIL import Image

    found = read_webp(data)
    if found.moves:
        raise PhotoError("moves, which paper cannot", "save one picture of it as PNG or JPEG")
    _check_size(found.columns, found.rows, MOST_WEBP_PIXELS)
    with Image.open(io.BytesIO(found.plain), formats=["WEBP"]) as image:
        image.load()
        flat = _upright(_flat(_reduced(image)), image)
    return _sample_raster(flat) if found.is_lossless else jpeg_raster(flat)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and whole bytes of each chunk up to the end mark; raises PhotoError if it does not come."""
    at, first = len(PNG), True
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data) or (first and (kind != b"IHDR" or length != 13)):
            break
        first = False
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise PhotoError("is damaged: it ends too early")


def _from_jpeg(data: bytes) -> Raster:
    from PIL import Image

    segments = list(_jpeg_segments(data))
    kind, frame = next(((kind, data[start:end]) for kind, start, end in segments if kind in _FRAMES), (0, b""))
    if len(frame) < 10:
        raise PhotoError("is damaged: it has no picture in it")
    rows, columns, channels = struct.unpack(">HHB", frame[5:10])
    _check_size(columns, rows, MOST_JPEG_PIXELS if kind == _BASELINE else MOST_PIXELS)
    plain = _without(data, segments, _METADATA - {_EXIF, _ADOBE})
    with Image.open(io.BytesIO(plain), formats=["JPEG"]) as image:
        upright = image.getexif().get(_ORIENTATION, 1) in (0, 1)
        as_it_is = upright and kind == _BASELINE and channels in (1, 3) and frame[4] == 8
        if as_it_is and max(columns, rows) <= LONGEST_SIDE and _ADOBE not in {kind for kind, _, _ in segments}:
            image.load()  # a damaged picture must not reach a page
            return Raster(columns, rows, channels, _without(data, segments, _METADATA), is_jpeg=True)
        image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        flat = _upright(_flat(_reduced(image)), image)
    return jpeg_raster(flat)


def jpeg_raster(image: Image.Image) -> Raster:
    """A picture in grey or sRGB, packed as a photograph."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    packed = out.getvalue()  # Pillow hands the old file's comment on to the new one
    plain = _without(packed, list(_jpeg_segments(packed)), _METADATA)
    return Raster(image.width, image.height, len(image.getbands()), plain, is_jpeg=True)


def _sample_raster(image: Image.Image) -> Raster:
    """A picture in grey or sRGB as it is, without loss."""
    return Raster(image.width, image.height, len(image.getbands()), image.tobytes())


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment before the coded picture (ITU-T T.81, B.1.1)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:  # a fill byte
            at += 1
            continue
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        yield kind, at, end
        if kind == 0xDA:  # the coded picture begins
            return
        at = end
    raise PhotoError("is damaged: it ends too early")


def _without(data: bytes, segments: list[tuple[int, int, int]], unwanted: frozenset[int]) -> bytes:
    """The file without some segments, and without what cameras and others hang behind the end of the picture."""
    kept = [data[start:end] for kind, start, end in segments if kind not in unwanted]
    coded = data[segments[-1][2] :]
    end = coded.find(b"\xff\xd9")  # cannot occur inside coded data, where FF is always followed by 00 or a restart
    if end < 0:
        raise PhotoError("is damaged: it ends too early")
    return data[:2] + b"".join(kept) + coded[: end + 2]


def _check_size(columns: int, rows: int, most: int) -> None:
    if columns * rows > most:
        raise PhotoError(
            f"has {columns:,} × {rows:,} pixels, more than {most // 1_000_000} million",
            f"make it smaller; {LONGEST_SIDE:,} pixels along the longer side are enough",
        )


def _reduced(image: Image.Image) -> Image.Image:
    """The picture at no more than LONGEST_SIDE pixels along its longer side."""
    if image.mode.startswith("I"):  # 16 bits a sample: the upper eight are the picture
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    elif image.mode in ("1", "P", "PA"):
        has_alpha = "transparency" in image.info or image.mode == "PA"
        image = image.convert("RGBA" if has_alpha else "L" if image.mode == "1" else "RGB")
    elif "transparency" in image.info:
        image = image.convert("RGBA")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return image


def _flat(image: Image.Image) -> Image.Image:
    """Grey or sRGB on white; a picture whose three channels are alike is grey."""
    from PIL import Image, ImageChops

    if image.mode in ("RGBA", "LA"):
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    if image.mode != "L":
        image = image.convert("RGB")
        red, green, blue = image.split()
        if not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(red, blue).getbbox():
            image = red
    return image


def _upright(image: Image.Image, source: Image.Image) -> Image.Image:
    """Turned as the camera's orientation note says."""
    from PIL import Image

    turn = Image.Transpose
    way = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_270,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_90,
    }.get(source.getexif().get(_ORIENTATION, 1))
    return image if way is None else image.transpose(way)


def grey_raster(raster: Raster) -> Raster:
    """The same picture in grey, for black ink alone; a photograph stays packed as one."""
    if raster.channels == 1:
        return raster
    grey = image_of(raster).convert("L")
    return jpeg_raster(grey) if raster.is_jpeg else _sample_raster(grey)


def image_of(raster: Raster) -> Image.Image:
    """The pixels of a raster."""
    from PIL import Image

    if raster.is_jpeg:
        return Image.open(io.BytesIO(raster.data))
    mode = "L" if raster.channels == 1 else "RGB"
    return Image.frombytes(mode, (raster.columns, raster.rows), raster.data)
