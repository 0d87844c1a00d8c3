"""A file is small because it says everything once: figures, what pages share, and a structure that is packed."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter

import pikepdf
import pytest

from generator.content.checking.checked import build as checked
from generator.content.library import load_library
from generator.content.person import Person
from generator.content.prescription import Prescription
from generator.make import build
from generator.page.format import Format
from generator.workshop import Workshop

MOST = 180_000  # of a sheet with cards of eight exercises


@pytest.fixture(scope="module")
def data() -> bytes:
    wish = checked(Prescription, {"routine": "hamstring-health", "clinic": "brookside", "language": "en-GB"})
    return build(wish, Person("Ann Lee"), Workshop(load_library()), Format()).data


def test_a_handout_of_eight_exercises_is_small(data: bytes) -> None:
    assert len(data) <= MOST


def test_no_stream_is_held_twice(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        digests = Counter(hashlib.sha256(one.read_raw_bytes()).digest() for one in streams)
        assert len(streams) > 30
        assert set(digests.values()) == {1}


def test_a_drawing_is_placed_from_where_it_is_held(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = b"".join(part.read_bytes() for page in pdf.pages for part in page.Contents)
        placed = Counter(re.findall(rb"/(D[0-9a-f]+) Do", content))
        assert {name.decode() for name in placed} == {
            str(name)[1:] for name in pdf.pages[0].Resources.XObject if str(name).startswith("/D")
        }
        assert len(placed) >= 12
        assert sum(placed.values()) >= 2 * len(placed) - 2, "sheet and cards share no drawings"


def test_only_streams_stand_by_themselves(data: bytes) -> None:
    """Elements, annotations and pages lie compressed in object streams (ISO 32000-1, 7.5.7)."""
    alone = re.findall(rb"\n\d+ 0 obj\n(<<.*?>>)\n(stream\n|endobj\n)", data, re.S)
    assert len(alone) > 30
    assert {end for _, end in alone} == {b"stream\n"}
    assert any(b"/Type/ObjStm" in entries for entries, _ in alone)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.objects) > 10 * len(alone)
