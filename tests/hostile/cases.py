"""Hostile input, case by case: the files it is made of, the command that meets them, and what that must say.

Each case has a folder of its own; `content` in it is the clinic's folder, `out` where files would be made, and
`secret` beside them what must never be read. The table is also what the documentation of this behaviour is.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

EXERCISE = """\
name: Wall sit
short_name: Wall sit
purpose: Makes the front of your thighs stronger.
position: standing
kind: strength
side: both
steps: [Stand by a wall., Slide down.]
dose: {frequency: {per_week: 3}, sets: 2, hold: 20 s}
stop_if: [your knee hurts]
"""
ROUTINE = """\
title: Strong knees
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move a little every day.
why: Strong thighs may help you climb stairs.
phases:
  - {id: move, name: Move, kind: strengthen, frequency: {per_week: 3}, exercises: [wall-sit]}
remember: [Move slowly., Carry on tomorrow.]
"""
CLINIC = """\
name: Brook
phone: 0117 012 3456
emergency: "999"
locale: en-GB
country: GB
pain_rule: {go: [0, 3], care: [4, 5], stop: [6, 10]}
"""
SIT, KNEES, BROOK = "content/exercises/wall-sit.yaml", "content/routines/knees.yaml", "content/clinics/brook.yaml"
MAKE = ("make", "knees", "--clinic", "brook", "--content", "content", "-o", "out")
CHECK = ("check", "content")
SECRET = "the secret that nobody may read"

Build = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """`says` stands in what is printed, the place (file:line:column) first where there is one."""

    name: str
    build: Build
    says: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...] = (MAKE, CHECK)
    code: int = 1


def scaffold(folder: Path) -> None:
    """Good content, in which a case then spoils one thing."""
    for name, text in ((SIT, EXERCISE), (KNEES, ROUTINE), (BROOK, CLINIC), ("secret/secret.txt", SECRET)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "secret" / "secret.png").write_bytes(png(2, 2, b"\0" * 14))
    (folder / "secret" / "wall-sit.yaml").write_text(EXERCISE, "utf-8")


def put(name: str, data: str | bytes) -> Build:
    """Write one file."""

    def build(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)

    return build


def line(key: str, value: str, file: str = SIT) -> Build:
    """Set one line of a content file."""

    def build(folder: Path) -> None:
        path = folder / file
        lines = [text for text in path.read_text("utf-8").splitlines() if not text.startswith(f"{key}:")]
        path.write_bytes("\n".join([*lines, f"{key}: {value}", ""]).encode("utf-8", "surrogatepass"))

    return build


def both(*builds: Build) -> Build:
    def build(folder: Path) -> None:
        for one in builds:
            one(folder)

    return build


def link(name: str, target: str) -> Build:
    """A symbolic link in place of a file; the target is relative to the case's folder, or absolute."""

    def build(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(folder / target)

    return build


def pipe(name: str) -> Build:
    """A pipe in place of a file: who opens it waits for ever."""

    def build(folder: Path) -> None:
        path = folder / name
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    return build


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(columns: int, rows: int, samples: bytes, *more: bytes) -> bytes:
    """A PNG of colour samples; `samples` hold the filter byte of each row."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(samples, 9)) + chunk(b"IEND", b"")
    )


def picture(name: str, data: str | bytes) -> Build:
    """A picture of the exercise."""
    return both(
        line("picture", name),
        line("alt", "A person sits."),
        line("licence", "CC BY 4.0"),
        put(f"content/exercises/{name}", data),
    )


def svg(inside: str, head: str = "") -> Build:
    """A picture whose drawing says `inside`, after `head`."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return picture("a.svg", f'{head}<svg {spaces} viewBox="0 0 10 10">{inside}</svg>')


def workbook(sheet: bytes) -> bytes:
    """An XLSX file with one sheet."""
    spaces = "http://schemas.openxmlformats.org"
    office, package = f"{spaces}/officeDocument/2006/relationships", f"{spaces}/package/2006"
    made = "application/vnd.openxmlformats"
    parts = (
        ("workbook.xml", f"{made}-officedocument.spreadsheetml.sheet.main+xml"),
        ("worksheets/sheet1.xml", f"{made}-officedocument.spreadsheetml.worksheet+xml"),
    )
    listed = "".join(f'<Override PartName="/xl/{part}" ContentType="{kind}"/>' for part, kind in parts)
    links = f'<Default Extension="rels" ContentType="{made}-package.relationships+xml"/>'
    kinds = f'<Types xmlns="{package}/content-types">{links}{listed}</Types>'
    link = '<Relationships xmlns="{}/relationships"><Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
    book = (
        f'<workbook xmlns="{spaces}/spreadsheetml/2006/main" xmlns:r="{office}">'
        '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("_rels/.rels", link.format(package, office, "officeDocument", "xl/workbook.xml"))
        archive.writestr(
            "xl/_rels/workbook.xml.rels", link.format(package, office, "worksheet", "worksheets/sheet1.xml")
        )
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


def yaml_cases() -> Iterator[Case]:
    """Text that no reader should take."""
    at = "wall-sit.yaml:"
    indented = "\n".join(" " * n + "a:" for n in range(1300))
    lol = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(9))
    for name, text, says in (
        ("YAML bomb", "a: &a [x]\n" + lol, ("1:4:", "anchors")),
        ("quadratic bomb", "a: &a " + "x" * 19_000 + "\nb: [" + "*a, " * 9_000 + "]\n", ("1:4:", "anchors")),
        ("100,000 levels in brackets", "a: " + "[" * 100_000, ("1:43:", "nested too deep")),
        ("100,000 levels of lists", "- " * 100_000, ("1:81:", "nested too deep")),
        ("a thousand levels of indentation", indented, ("41:41:", "nested too deep")),
        ("alias", "a: &x 1\nb: *x\n", ("1:4:", "anchors")),
        ("merge key", "a: &x {b: 1}\nc: {<<: *x}\n", ("1:4:", "anchors")),
        ("tag that runs code", "a: !!python/object/apply:os.system [id]\n", ("1:4:", "tags")),
        ("tag of its own", "a: !thing b\n", ("1:4:", "tags")),
        ("directive", "%TAG ! tag:x,2026:\n---\na: 1\n", ("1:1:", "directives")),
        ("NUL", "name: a\0b\n", ("1:8:", "U+0000")),
        ("NUL as an escape", 'name: "a\\0b"\n', ("1:7:", "U+0000")),
        ("half a surrogate pair", "name: a\ud800\n", ("1:8:", "not UTF-8")),
        ("half a surrogate pair as an escape", 'name: "\\ud800"\n', ("1:", "backslash")),
        ("bidi control", "name: a\u202eb\n", ("1:8:", "U+202E")),
        ("bidi control as an escape", 'name: "\\u2066b"\n', ("1:7:", "U+2066")),
        ("terminal sequence", "name: \x1b]0;owned\x07\n", ("1:7:", "U+001B")),
        ("10 MB text", "name: " + "x" * 10_000_000, ("1:1:", "too long")),
        ("a text just under the limit", "name: " + "x" * 999_000, ("1:7:", "the most allowed is 20,000")),
        ("not a number", EXERCISE.replace("sets: 2", "sets: .nan"), ("8:40:", "finite")),
        ("infinity", EXERCISE.replace("sets: 2", "sets: -.inf"), ("8:40:", "finite")),
        ("overflow", EXERCISE.replace("sets: 2", "sets: 1e999"), ("8:40:", "finite")),
        ("10^9 sets", EXERCISE.replace("sets: 2", "sets: 1000000000"), ("8:40:", "1 to 20 sets")),
        ("10^9 repetitions", EXERCISE.replace("hold: 20 s", "reps: 1000000000"), ("reps", "1 to 200")),
        ("a hold of 10,000 years", EXERCISE.replace("20 s", "99999999 h"), ("hold", "needs")),
        ("a number of 5,000 digits", EXERCISE.replace("sets: 2", "sets: " + "9" * 5000), ("8:40:", "at most 18")),
        ("400,000 values", "a: [" + "1," * 400_000 + "]", ("1:", "too many values")),
        ("9,000 unknown keys", "".join(f"k{n}: 1\n" for n in range(9000)), ("is not a known key",)),
        ("the same key 20,000 times", "a: 1\n" * 20_000, ("already stands in line 1",)),
        ("a key of 100,000 characters", "x" * 100_000 + ": 1\n", ("1:",)),
        ("100,000 quotes", '"' * 100_001, ("1:",)),
        ("never closed", "a: [1, {b: 'c\n" * 2000, ("1:",)),
        ("two documents", EXERCISE + "---\n" + EXERCISE, ("10:1:", "a second document")),
        ("UTF-16", EXERCISE.encode("utf-16"), ("1:1:", "not UTF-8")),
        ("a program", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 100, ("2:118:", "not UTF-8")),
        ("nothing", "", ("1:1:", "the file is empty")),
        ("a date that is none", ROUTINE.replace("2026-11-02", "2026-13-45"), ("position",)),
    ):  # fmt: skip
        yield Case(name, put(SIT, text), (at + says[0] if says[0][0].isdigit() else says[0], *says[1:]))
    wide = "".join(
        f"  - {{id: p{n}, name: P, kind: mobilise, exercises: [{', '.join(['wall-sit'] * 60)}]}}\n" for n in range(12)
    )
    text = ROUTINE[: ROUTINE.index("phases:")] + "phases:\n" + wide + "remember: [a, b]\n"
    yield Case("720 exercises", put(KNEES, text), ("knees.yaml:", "exercises, the most allowed is 60"))
    text = ROUTINE.replace("[wall-sit]", "[{exercise: wall-sit, dose: {weeks: {99: {reps: 1}}}}]")
    yield Case("week 99", put(KNEES, text), ("knees.yaml:9:", "the most allowed is 12"))
    text = ROUTINE.replace("2026-11-02", "9999-12-30").replace("2029-11-01", "9999-12-31")
    yield Case("the last day there is", put(KNEES, text), ("knees.yaml:3:9:", "1900 to 2999"))


def file_cases() -> Iterator[Case]:
    """Files that are not what they seem, or lie elsewhere."""
    outside, missing = "no plain file inside the content folder", "there is no file"
    yield Case("content file that is a link out", link(SIT, "secret/wall-sit.yaml"), ("wall-sit.yaml:1:1:", outside))
    yield Case("content file that is a link to a device", link(SIT, "/dev/zero"), ("wall-sit.yaml:1:1:", outside))
    yield Case("content file that is a link to itself", link(SIT, SIT), ("wall-sit.yaml:1:1:", outside))
    yield Case("content file that is a pipe", pipe(SIT), ("wall-sit.yaml:1:1:", outside))
    for name, value, words in (
        ("picture above the folder", "../../secret/secret.png", "the name of a file in the content folder"),
        ("picture by a full path", "/etc/hostname", "the name of a file in the content folder"),
        ("picture by a Windows path", "C:\\secret.png", "the name of a file in the content folder"),
        ("picture by a network path", '"\\\\\\\\server\\\\a.png"', "the name of a file in the content folder"),
        ("picture by an address", "https://example.org/a.png", "the name of a file in the content folder"),
        ("picture that is not there", "none.png", missing),
        ("picture that is a folder", "../exercises", "the name of a file in the content folder"),
    ):
        yield Case(name, both(line("alt", "A."), line("picture", value)), ("wall-sit.yaml:11:10:", words))
    for name, target in (("a link out", "secret/secret.png"), ("a link to a device", "/dev/zero")):
        build = both(line("alt", "A."), line("picture", "a.png"), link("content/exercises/a.png", target))
        yield Case(f"picture that is {name}", build, ("wall-sit.yaml:11:10:", missing))
    build = both(line("alt", "A."), line("picture", "in/secret.png"), link("content/exercises/in", "secret"))
    yield Case("picture behind a link", build, ("wall-sit.yaml:11:10:", missing))
    build = both(line("alt", "A."), line("picture", "a.png"), pipe("content/exercises/a.png"))
    yield Case("picture that is a pipe", build, ("wall-sit.yaml:11:10:", missing))
    yield Case(
        "logo above the folder", line("logo", "../../secret/secret.png", BROOK), ("brook.yaml:7:7:", "content folder")
    )
    yield Case(
        "plan that is a device",
        scaffold,
        ("/dev/zero:1:1:", "too long"),
        (("make", "--plan", "/dev/zero", "-o", "out"),),
    )
    yield Case(
        "plan that is a bomb",
        put("plan.yaml", "a: " + "[" * 99_999),
        ("plan.yaml:1:", "nested too deep"),
        (("make", "--plan", "plan.yaml", "-o", "out"), ("check", "plan.yaml")),
    )


def webp(kind: bytes, data: bytes, more: bytes = b"") -> bytes:
    body = b"WEBP" + kind + struct.pack("<I", len(data)) + data + more
    return b"RIFF" + struct.pack("<I", len(body)) + body


def picture_cases() -> Iterator[Case]:
    """Pictures that are bombs, broken, or something else."""
    at = "wall-sit.yaml:"
    flat = b"\0" * (3 * 30_000 + 1)
    note = chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b"x" * 50_000_000))
    good = png(2, 2, b"\0" * 14)
    for name, data, words in (
        ("PNG of 900 million pixels", png(30_000, 30_000, flat), "pixels"),
        ("PNG that says 2^31 pixels", png(2**31 - 1, 2**31 - 1, b""), "pixels"),
        ("PNG cut short", good[:-20], "damaged"),
        ("PNG with a wrong checksum", good.replace(b"IDAT", b"IDAX"), "damaged"),
        ("PNG with a false length", good[:33] + b"\xff\xff\xff\xff" + good[37:], "damaged"),
        ("PNG of no size", png(0, 0, b""), "damaged"),
        ("JPEG of nothing", b"\xff\xd8\xff\xe0" + b"\0" * 100, "damaged"),
        ("JPEG cut short", b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03", "damaged"),
        ("GIF", b"GIF89a" + b"\0" * 60, "is a GIF"),
        ("WebP of 268 million pixels", webp(b"VP8L", b"\x2f\xff\xff\xff\x0f" + b"\0" * 60), "pixels"),
        ("WebP in a small frame", webp(b"VP8X", b"\0" * 10, webp(b"VP8L", b"\x2f\xff\xff\xff\x0f")[12:]), "pixels"),
        ("WebP that moves", webp(b"VP8X", b"\2\0\0\0" + b"\xff" * 6), "moves"),
        ("WebP cut short", webp(b"VP8 ", b"\0" * 60)[:40], "damaged"),
        ("WebP of zeros", webp(b"VP8 ", b"\0" * 6 + b"\x10\0\x10\0" + b"\0" * 60), "damaged"),
        ("HEIC that says nothing else", b"\0\0\0\x18ftypheic\xff\xff\xff\xff" + b"\xff" * 60, "is a HEIC"),
        ("a text", "no picture at all", "no picture that can be printed"),
        ("a program", b"MZ" + bytes(range(256)), "no picture that can be printed"),
        ("nothing", b"", "no picture that can be printed"),
    ):
        yield Case(
            name if name[:2].isupper() or name[0] == "W" else f"picture that is {name}",
            picture("a.png", data),
            (at, words),
            (MAKE,),
        )
    yield Case(
        "PNG with a bomb in its notes", picture("a.png", png(2, 2, b"\0" * 14, note)), ("knees-1.0",), (MAKE,), 0
    )
    twice = (f'<g id="a{n + 1}"><use href="#a{n}"/><use href="#a{n}"/></g>' for n in range(40))
    doubled = '<rect id="a0" width="1" height="1"/>' + "".join(twice)
    entity = (
        '<!DOCTYPE svg [<!ENTITY a "x">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + "]>"
    )
    reads = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    shaded = '<rect width="9" height="9" fill="url(#a0)"/>'
    circle = '<linearGradient id="a0" href="#a1"/><radialGradient id="a1" href="#a0"/>'
    chain = "".join(f'<linearGradient id="a{n}" href="#a{n + 1}"/>' for n in range(9_000))
    stops = f'<linearGradient id="a0">{"<stop/>" * 10_000}</linearGradient>'
    hundred = '<linearGradient id="a0">' + '<stop/><stop stop-color="#fff"/>' * 50 + "</linearGradient>"
    vast = '<linearGradient id="a0" gradientTransform="scale(1e300)"><stop/></linearGradient>'
    elsewhere = '<linearGradient id="a0" href="http://example.org/a.svg#b"/>'
    for name, build in (
        ("SVG with a script", svg("<script>alert(1)</script>")),
        ("SVG that runs on a click", svg('<rect width="9" height="9" onclick="alert(1)"/>')),
        ("SVG that loads a picture", svg('<image href="http://example.org/a.png" width="9" height="9"/>')),
        ("SVG that loads a file", svg('<image xlink:href="file:///etc/hostname" width="9" height="9"/>')),
        ("SVG that uses another file", svg('<use href="other.svg#a"/>')),
        ("SVG with a style from elsewhere", svg("<style>@import url(http://example.org/a.css);</style>")),
        ("SVG with a foreign page", svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><p>x</p></body></foreignObject>')),
        ("SVG with a link that runs", svg('<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>')),
        ("SVG with an entity bomb", svg("<text>&j;</text>", entity)),
        ("SVG that reads a file", svg("<text>&x;</text>", reads)),
        ("SVG with a stylesheet", svg('<rect width="9" height="9"/>', '<?xml-stylesheet href="http://example.org/a.css"?>')),
        ("SVG that uses itself", svg('<g id="a"><use href="#a"/></g>')),
        ("SVG that doubles 40 times", svg(doubled)),
        ("SVG of 100,000 levels", svg("<g>" * 100_000 + "</g>" * 100_000)),
        ("SVG of 300,000 shapes", svg('<rect width="1" height="1"/>' * 300_000)),
        ("SVG with numbers beyond all bounds", svg('<path d="M 1e999 1e999 L nan inf z"/>')),
        ("SVG with gradients in a circle", svg(circle + shaded)),
        ("SVG with 9,000 gradients in a row", svg(chain + shaded)),
        ("SVG with a gradient of 10,000 stops", svg(stops + shaded)),
        ("SVG with 100,000 stops to paint", svg(hundred + shaded * 1_000)),
        ("SVG with a gradient beyond all bounds", svg(vast + shaded)),
        ("SVG with a gradient from elsewhere", svg(elsewhere + shaded)),
        ("SVG of no size", picture("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>')),
        ("SVG never closed", picture("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>')),
    ):  # fmt: skip
        yield Case(name, build, ("a.svg",), (MAKE,))


def figure_cases() -> Iterator[Case]:
    """Poses that would be drawn for ever."""
    at = "wall-sit.yaml:11:"
    for name, figure, words in (
        ("5,000 chairs", "{pose: {base: standing}, props: [" + "chair, " * 5000 + "mat]}", "the most allowed is 12"),
        (
            "5,000 arrows",
            "{pose: {base: standing}, arrows: [" + "{at: head, dir: up}, " * 5000 + "]}",
            "the most allowed is 12",
        ),
        ("a knee that is no number", "{pose: {base: standing, both: {knee: .nan}}}", "finite"),
        ("a knee bent 10^9 degrees", "{pose: {base: standing, both: {knee: 1000000000}}}", "the most allowed is"),
        ("feet a light year apart", "{pose: {base: standing, apart: 1e300}}", "the most allowed is"),
        ("a bar of no size", "{pose: {base: standing}, props: [{barbell: {half: 1e-300}}]}", "the least allowed is"),
    ):
        yield Case(f"figure: {name}", both(line("alt", "A."), line("figure", figure)), (at, words), (CHECK,))


def link_cases() -> Iterator[Case]:
    """Links that are none of a clinic's public pages."""
    for name, value in (
        ("script", "javascript:alert(1)"),
        ("script in capitals", "JaVaScRiPt:alert(1)"),
        ("file", "file:///etc/passwd"),
        ("data", "data:text/html,<script>alert(1)</script>"),
        ("plain http", "http://example.org/knee"),
        ("with a name and password", "https://user:secret@example.org/"),
        ("with no host", "https:///etc/passwd"),
        ("with a backslash", '"https://example.org\\\\@evil.example/"'),
        ("with a line break", '"https://example.org/\\nSet-Cookie:x"'),
        ("with an invisible character", '"https://example.org/\\u200bx"'),
    ):
        yield Case(f"video link: {name}", line("video", value), ("wall-sit.yaml:10:8:", "address"), (CHECK,))
    yield Case(
        "source link to a script",
        line("sources", "[{title: A, url: 'javascript:x'}]"),
        ("wall-sit.yaml:10:", "https://"),
    )
    yield Case("clinic page on a disk", line("web", "file:///etc/passwd", BROOK), ("brook.yaml:7:6:", "https://"))
    strict = (("check", "content/clinics/brook.yaml", "--strict"),)
    yield Case(
        "domain of another script",
        line("web", "https://ехаmple.org/", BROOK),
        ("brook.yaml:7:6:", "xn--mple-43d3a6i.org", "look-alike-address"),
        strict,
    )
    yield Case(
        "domain all in another script",
        line("web", "https://аррӏе.com/", BROOK),
        ("xn--80ak6aa92e.com", "look-alike-address"),
        strict,
    )


def command_cases() -> Iterator[Case]:
    """Hostile words on the command line."""
    make = MAKE
    yield Case(
        "a name of 100,000 characters", scaffold, ("the most allowed is 80",), ((*make, "--for", "x" * 100_000),), 2
    )
    yield Case("a name that steers the terminal", scaffold, ("U+001B",), ((*make, "--for", "\x1b[31mAnn"),))
    yield Case("a name of half a character", scaffold, ("U+D800",), ((*make, "--for", "Ann\udc80"[:3] + "\ud800"),))
    yield Case("a start beyond the calendar", scaffold, ("1900 to 2999",), ((*make, "--start", "9999-12-31"),))
    yield Case(
        "a routine outside the folder",
        scaffold,
        ("there is no routine",),
        (("make", "../../secret/secret", "-o", "out"),),
    )
    yield Case("a language that is a path", scaffold, ("language",), ((*make, "--language", "../../secret"),))
    yield Case("a dose that never ends", scaffold, ("finite",), ((*make, "--set", "wall-sit.dose.sets=1e999"),), 2)


def roster_cases() -> Iterator[Case]:
    """Rosters that attack the clinic's spreadsheet, or the tool."""
    run = (("batch", "roster.csv", "-o", "out"),)
    rows = "routine,name\n"
    yield Case("roster that is a device", scaffold, ("/dev/zero",), (("batch", "/dev/zero", "-o", "out"),))
    yield Case("roster with a NUL", put("roster.csv", rows + "hamstring-health,A\0nn\n"), ("roster.csv:2:",), run)
    yield Case("roster that is no text", put("roster.csv", b"\xff\xfe\0" * 1000), ("roster.csv",), run)
    yield Case(
        "roster that names a path", put("roster.csv", rows + "../../secret/secret,Ann\n"), ("roster.csv:2:",), run
    )
    yield Case(
        "roster of 10 MB in one cell",
        put("roster.csv", rows + "hamstring-health," + "x" * 10_000_000),
        ("roster.csv",),
        run,
    )
    book = (("batch", "roster.xlsx", "-o", "out"),)
    yield Case(
        "workbook that unpacks into 300 MB", put("roster.xlsx", workbook(b" " * 300_000_000)), ("roster.xlsx",), book
    )
    deep = b"<worksheet><sheetData>" + b"<row>" * 500_000
    yield Case("workbook of 500,000 levels", put("roster.xlsx", workbook(deep)), ("roster.xlsx",), book)
    doctype = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    cell = b'<c t="inlineStr"><is><t>&a;</t></is></c>'
    entity = doctype + b"<worksheet><sheetData><row>" + cell + b"</row></sheetData></worksheet>"
    yield Case("workbook that reads a file", put("roster.xlsx", workbook(entity)), ("roster.xlsx",), book)
    yield Case(
        "roster that is no workbook",
        put("roster.xlsx", b"PK\3\4" + b"\0" * 100),
        ("roster.xlsx",),
        (("batch", "roster.xlsx", "-o", "out"),),
    )


def all_cases() -> list[Case]:
    """Every case; names are unique."""
    return [
        *yaml_cases(),
        *file_cases(),
        *picture_cases(),
        *figure_cases(),
        *link_cases(),
        *command_cases(),
        *roster_cases(),
    ]
