"""The first bytes of a file that is no picture for paper come in; what it is, and how to get one of it, goes out."""

from __future__ import annotations

_SAVE = "open it in a picture program and save it as PNG or JPEG"
_CAMERA = (
    "save it as JPEG: open it on a computer and export it; an iPhone takes JPEGs after Settings > Camera > Formats > "
    "Most Compatible"
)
_DRAWN = "open it in the program that it was drawn with and save it as SVG (a photograph as PNG or JPEG)"
_EXPORT = "export it as PNG or JPEG"
_FILM = "a film belongs under video:; for the picture take a photograph, or one picture of the film as JPEG"

_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"GIF8", "a GIF", _SAVE),
    (b"II*\0", "a TIFF or a camera's raw picture", _EXPORT),
    (b"MM\0*", "a TIFF or a camera's raw picture", _EXPORT),
    (b"II+\0", "a TIFF", _EXPORT),
    (b"MM\0+", "a TIFF", _EXPORT),
    (b"%PDF", "a PDF or an Illustrator file", _DRAWN),
    (b"%!PS", "an EPS or another PostScript file", _DRAWN),
    (b"\xc5\xd0\xd3\xc6", "an EPS file", _DRAWN),
    (b"8BPS", "a Photoshop file", _EXPORT),
    (b"gimp xcf", "a GIMP file", _EXPORT),
    (b"\xff\x0a", "a JPEG XL picture", _SAVE),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture", _SAVE),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture", _SAVE),
    (b"\0\0\1\0", "an icon", _SAVE),
    (b"\xd7\xcd\xc6\x9a", "a WMF drawing", _DRAWN),
    (b"\x1f\x8b", "a compressed file, perhaps an SVGZ", "save the drawing as plain SVG"),
    (b"PK\3\4", "a document or archive", "take the picture out of it and save that as PNG or JPEG"),
)
# The brand of an ISO base media file (ISO/IEC 14496-12, 4.3; 23008-12 for HEIF; the AV1 image format).
_BRANDS = {
    b"avif": ("an AVIF picture", _SAVE),
    b"avis": ("an AVIF picture", _SAVE),
    **dict.fromkeys(
        (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"),
        ("a HEIC picture (HEIF)", _CAMERA),
    ),
}
_MOST_BRANDS = 16


def foreign_kind(data: bytes) -> tuple[str, str] | None:
    """What the file is, with its article, and what to do about it; None if that is not known."""
    if data[4:8] == b"ftyp":
        return _media(data)
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return "a BMP", _SAVE
    return next(((kind, hint) for start, kind, hint in _STARTS if data.startswith(start)), None)


def _media(data: bytes) -> tuple[str, str]:
    """A still picture names its kind first or among those that it is compatible with; mif1 alone says little."""
    end = min(int.from_bytes(data[:4], "big"), 16 + 4 * _MOST_BRANDS, len(data))
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, end, 4))]
    plain = [brand for brand in brands if brand not in (b"mif1", b"msf1")]
    found = next((_BRANDS[brand] for brand in (*plain, *brands) if brand in _BRANDS), None)
    return found or ("a film", _FILM)
