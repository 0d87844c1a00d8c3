import io
from datetime import date
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image, ImageCms

from generator.output.colourspace import srgb_profile
from generator.output.imprint import Imprint, information, viewer_preferences, xmp

FULL = Imprint("Knee & <hip>", "en-GB", date(2026, 11, 2), "A physiotherapist", "Exercises", "knee, hip", archive=True)


def packet(imprint: Imprint) -> str:
    data = xmp(imprint).split(b"stream\n", 1)[1].rsplit(b"\r\nendstream", 1)[0]
    return data.decode("utf-8")


@pytest.mark.parametrize(
    "imprint", [FULL, Imprint("t", "en", date(2026, 1, 1)), Imprint("\x00\ud800 ]]>", "en", date.min)]
)
def test_the_packet_is_well_formed(imprint: Imprint) -> None:
    text = packet(imprint)
    ElementTree.fromstring(text[text.index("<x:xmpmeta") : text.index("<?xpacket end")])


def test_the_packet_says_what_the_dictionary_says() -> None:
    text, entries = packet(FULL), pikepdf.Object.parse(information(FULL))
    assert '<rdf:li xml:lang="x-default">Knee &amp; &lt;hip&gt;</rdf:li>' in text
    assert str(entries.Title) == "Knee & <hip>"
    for key, words in (("Author", "A physiotherapist"), ("Subject", "Exercises"), ("Keywords", "knee, hip")):
        assert str(entries[f"/{key}"]) == words
        assert words in text
    assert "2026-11-02T00:00:00Z" in text
    assert str(entries.CreationDate) == "D:20261102000000Z"


def test_only_an_archive_claims_to_be_one() -> None:
    assert "pdfaid:conformance" in packet(FULL)
    assert "pdfaid" not in packet(Imprint("t", "en", date(2026, 1, 1)))


def test_a_printer_is_told_not_to_scale() -> None:
    assert b"/PrintScaling/None" in viewer_preferences(FULL)
    assert b"Duplex" not in viewer_preferences(FULL)
    assert b"/Duplex/DuplexFlipLongEdge" in viewer_preferences(Imprint("t", "en", date(2026, 1, 1), duplex=True))


def test_the_profile_is_srgb_to_a_second_colour_engine() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    colours = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255), (10, 80, 107), (128, 128, 128)]
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata(colours)
    turned = ImageCms.profileToProfile(picture, ours, theirs)
    assert turned is not None
    before, after = picture.tobytes(), turned.tobytes()
    assert len(before) == len(after) == 3 * len(colours)
    assert all(abs(a - b) <= 1 for a, b in zip(before, after, strict=True)), list(after)
    assert srgb_profile() == srgb_profile()
    assert len(srgb_profile()) < 600
