"""Judges from outside on every file of the family: PDF/UA-1 for all, PDF/A-2a where an archive was asked for."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest

from generator.content.choices import ChartKind, Layout
from generator.content.paper import Paper
from tests import tools
from tests.conformance import family
from tests.conformance.family import FAMILY, Case

UA, ARCHIVE = page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A
# Each routine once, and with them each paper, layout, style and chart.
SAMPLES = [
    replace(case, form=replace(case.form, archive=True))
    for index, routine in enumerate(family.ROUTINES)
    for case in [[one for one in FAMILY if one.routine == routine][index * 7 % 36]]
]


def faults(path: Path, profile: Any) -> list[str]:
    report = page_validation.validate_pdf(str(path), profile=profile)
    found = sorted({failure.rule_id for failure in report.failures})
    assert bool(report.is_compliant) == (not found)
    return found


def test_the_family_is_whole() -> None:
    assert len(FAMILY) == len(family.ROUTINES) * (len(Paper) * 3 - 1) * len(Layout) * len(ChartKind) >= 320


@pytest.mark.parametrize("case", FAMILY, ids=str)
def test_page_validation_passes(case: Case, tmp_path: Path) -> None:
    assert faults(family.written(case, tmp_path), UA) == []


@pytest.mark.parametrize("case", FAMILY, ids=str)
def test_verapdf_passes(case: Case, tmp_path: Path) -> None:
    assert tools.verapdf(family.written(case, tmp_path), "ua1") == []


@pytest.mark.parametrize("case", SAMPLES, ids=str)
def test_an_archive_passes_as_pdf_a(case: Case, tmp_path: Path) -> None:
    path = family.written(case, tmp_path)
    assert faults(path, ARCHIVE) == faults(path, UA) == []
    assert tools.verapdf(path, "2a") == tools.verapdf(path, "ua1") == []


def test_no_file_claims_to_be_an_archive_unasked(tmp_path: Path) -> None:
    case = replace(SAMPLES[0], form=replace(SAMPLES[0].form, archive=False))
    path = family.written(case, tmp_path)
    assert faults(path, ARCHIVE) != []
    assert tools.verapdf(path, "2a") != []


def _no_alt(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


def _untagged_words(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.keys()))
    content = f"BT {font} 9 Tf 1 0 0 1 300 300 Tm <0029> Tj ET".encode()
    pdf.pages[0].obj.Contents.append(pdf.make_stream(content))


def _no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def _no_headers(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TH":
            del item["/A"]


@pytest.mark.parametrize("spoil", [_no_alt, _untagged_words, _no_title, _no_headers])
def test_the_judges_refuse_a_broken_file(spoil: Callable[[pikepdf.Pdf], None], tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    with pikepdf.open(io.BytesIO(family.data(FAMILY[0]))) as pdf:
        spoil(pdf)
        pdf.save(path)
    assert faults(path, UA) != []
    assert tools.verapdf(path, "ua1") != []
