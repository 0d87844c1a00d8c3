"""The same clients as many programs write them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from openpyxl import Workbook

# What a documented roster says of them.
COLUMNS = ("name", "routine", "by", "start")
CLIENTS = (
    ("Ann Lee", "hamstring-health", "Sam Ortiz", date(2026, 11, 23)),
    ("José Núñez", "hip-hinge", "Sam Ortiz", date(2026, 12, 1)),
    ("Zoë O’Brien", "calves", "Chloé Lefèvre", date(2026, 12, 24)),
    ("Jürgen Groß", "calves", "Sam Ortiz", date(2027, 1, 5)),
)

# Heads by what they mean; a name in two columns, or in one.
HEADS: dict[str, dict[str, str]] = {
    "ours": {"name": "name", "routine": "routine", "by": "by", "start": "start"},
    "cliniko": {
        "id": "Id",
        "title": "Title",
        "first": "First Name",
        "last": "Last Name",
        "dob": "Date of Birth",
        "phone": "Mobile",
        "by": "Practitioner",
        "start": "Appointment",
        "routine": "Programme",
    },
    "jane": {"name": "Patient Name", "by": "Staff Member", "start": "Appointment Date", "routine": "Exercise Program"},
    "tm3": {
        "last": "SURNAME",
        "first": "FORENAME",
        "phone": "TELEPHONE",
        "by": "PHYSIO",
        "start": "APPT DATE",
        "routine": "PROTOCOL",
    },
    "one word": {"name": "ClientName", "routine": "ExercisePlan", "by": "Therapist", "start": "StartDate"},
}
DATES: dict[str, Callable[[date], str]] = {
    "iso": date.isoformat,
    "iso with time": lambda day: f"{day}T09:30:00Z",
    "dmy": lambda day: f"{day:%d/%m/%Y}",
    "dmy with time": lambda day: f"{day:%d/%m/%Y} 09:30",
    "mdy": lambda day: f"{day.month}/{day.day}/{day.year} 9:30 AM",
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
    "text": lambda day: f"{day:%a} {day.day} {day:%b} {day.year}",
    "american text": lambda day: f"{day:%B} {day.day}, {day.year}",
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16", "utf-16-le", "utf-16-be", "cp850")
DELIMITERS = (",", ";", "\t", "|")


def table(heads: str, dates: str) -> list[list[str]]:
    """Head and rows."""
    named = HEADS[heads]
    rows = [list(named.values())]
    for number, (name, routine, by, start) in enumerate(CLIENTS, 17):
        first, _, last = name.partition(" ")
        said = {"name": name, "routine": routine, "by": by, "start": DATES[dates](start), "first": first, "last": last}
        said |= {"id": f"{number:04}", "title": "Dr", "dob": "03/04/1961", "phone": "020 7946 0123"}
        rows.append([said[key] for key in named])
    return rows


def csv_bytes(rows: Sequence[Sequence[str]], encoding: str, delimiter: str, titles: Sequence[str] = ()) -> bytes:
    out = io.StringIO(newline="")
    out.write("".join(f"{title}\r\n" for title in titles))
    csv.writer(out, delimiter=delimiter).writerows(rows)
    text = out.getvalue()
    return (text.replace("’", "'") if encoding == "cp850" else text).encode(encoding)


def xlsx_bytes(rows: Sequence[Sequence[object]], title: str = "Sheet1", before: Sequence[str] = ()) -> bytes:
    """A workbook whose list stands behind sheets that hold no list."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for other in before:
        book.create_sheet(other).append(["About this export", "2026"])
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_bytes(tables: Mapping[str, str], hidden: Sequence[str] = ()) -> bytes:
    """A workbook of OpenDocument whose sheets hold these rows of XML, see `ods_row`."""
    names = "".join(f' xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{key}:1.0"' for key in ODS_NAMES)
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/>'
        "</style:style>"
        for name, shown in (("seen", "true"), ("unseen", "false"))
    )
    sheets = "".join(
        f'<table:table table:name="{title}" table:style-name="{"unseen" if title in hidden else "seen"}">{rows}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>'
        for title, rows in tables.items()
    )
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>{body}</office:document-content>"
    )
    out = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), kind, zipfile.ZIP_STORED)
        file.writestr("content.xml", content)
        file.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


ODS_NAMES = ("office", "table", "text", "style")


def ods_row(*cells: str | date | tuple[float, str], more: str = "") -> str:
    """A row; a number comes with what is shown of it, `more` are attributes."""
    return f"<table:table-row{more}>{''.join(map(_ods_cell, cells))}<table:table-cell/></table:table-row>"


def _ods_cell(cell: str | date | tuple[float, str]) -> str:
    kind, shown = ('"string"', str(cell))
    if isinstance(cell, date):
        kind, shown = (f'"date" office:date-value="{cell}"', f"{cell:%d.%m.%y}")
    elif isinstance(cell, tuple):
        kind, shown = (f'"float" office:value="{cell[0]:g}"', cell[1])
    return f"<table:table-cell office:value-type={kind}><text:p>{escape(shown)}</text:p></table:table-cell>"
