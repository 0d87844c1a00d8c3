"""The YAML reader: values with their places, and every hostile text a located problem."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.problems import ContentError, Place, Prose
from generator.source import reader
from generator.source.document import dotted
from generator.source.reader import DEEPEST, LONGEST_FILE, LONGEST_TEXT, read, walk
from tests.limits import limited


def problems_of(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ContentError) as caught:
        read(text, "f.yaml")
    for problem in caught.value.problems:
        assert problem.place is not None
        assert problem.place.file == "f.yaml"
        str(problem).encode("utf-8")  # can be printed
    return [(p.place.line, p.place.column, p.message) for p in caught.value.problems if p.place]


def test_values_and_places() -> None:
    document = read("name: Knee\ndose:\n  sets: 2\n  days: [mon, 'tue']\n", "f.yaml")
    assert document.value == {"name": "Knee", "dose": {"sets": 2, "days": ("mon", "tue")}}
    assert document.place(("dose", "sets")) == Place("f.yaml", 3, 9)
    assert document.key_place(("dose", "sets")) == Place("f.yaml", 3, 3)
    assert document.place(("dose", "days", 1)) == document.key_place(("dose", "days", 1)) == Place("f.yaml", 4, 15)
    assert document.place(()) == Place("f.yaml", 1, 1)
    assert document.place(("dose", "absent", "deeper")) == document.place(("dose",)) == Place("f.yaml", 3, 3)
    assert document.excerpt(Place("f.yaml", 3, 9)) == "  sets: 2"


def test_every_text_knows_its_place() -> None:
    text = "a: x\nb: 'y'\nc: >-\n  folded\n  text\nd: |\n  block\ne: [1, two]\n"
    document = read(text, "f.yaml")
    texts = [(path, value) for path, value in walk(document.value) if isinstance(value, str)]
    assert len(texts) == 5
    for path, value in texts:
        assert isinstance(value, Prose) and value.place == document.place(path)
    assert document.value == {"a": "x", "b": "y", "c": "folded text", "d": "block\n", "e": (1, "two")}


def test_columns_count_characters_and_a_byte_order_mark_counts_nothing() -> None:
    document = read("\ufeffname: é\n“kéy”: {ж: x}\r\nlast: 1\rend: 2\n", "f.yaml")
    assert document.place(("name",)) == Place("f.yaml", 1, 7)
    assert document.place(("“kéy”", "ж")) == Place("f.yaml", 2, 12)
    assert document.place(("end",)) == Place("f.yaml", 4, 6)


def test_surprising_scalars_stay_text() -> None:
    text = "a: NO\nb: off\nc: 0123\nd: 10:00\ne: 2026-11-23\nf: '12'\ng: 12\nh:\n2: two\n"
    value = read(text, "f.yaml").value
    assert value == {
        "a": "NO", "b": "off", "c": "0123", "d": "10:00", "e": "2026-11-23", "f": "12", "g": 12, "h": None, "2": "two",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\n\n"])
def test_an_empty_file_is_none(text: str) -> None:
    assert read(text, "f.yaml").value is None


def test_paths_are_written_for_people() -> None:
    assert dotted(("phases", 1, "exercises", 0, "sets")) == "phases[2].exercises[1].sets"
    assert dotted((0,)) == "[1]"


def test_a_checkers_path_is_brought_back_to_what_is_written() -> None:
    document = read("props: [{strap: {foot: left}}, mat]\n", "f.yaml")
    assert document.written(("props", 0, "strap", "Strap", "foot")) == ("props", 0, "strap", "foot")
    assert document.written(("props", 1, "mat", "pad")) == ("props", 1)


HOSTILE = {
    "100,000 levels in flow": ("[" * 100_000, 1, DEEPEST + 1, "nested too deep"),
    "100,000 levels of lists": ("- " * 100_000, 1, 2 * DEEPEST + 1, "nested too deep"),
    "100,000 levels line by line": ("[\n" * 100_000, DEEPEST + 1, 1, "nested too deep"),
    "100,000 levels of mappings": ("{a: " * 100_000, 1, 4 * DEEPEST + 1, "nested too deep"),
    "5,000 closed brackets": ("a: " + "[" * 5_000 + "]" * 5_000, 1, DEEPEST + 3, "nested too deep"),
    "deep brackets behind a fault": ("a: [1, &b " + "[" * 5_000, 1, 8, "anchors"),
    "deep indentation": ("\n".join(" " * i + "a:" for i in range(1000)), 41, 41, "nested too deep"),
    "aliases": ("a: &x [b]\nc: *x\n", 1, 4, "anchors"),
    "a bomb": ("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", 1, 4, "anchors"),
    "a merge": ("a: &a {b: 1}\nc: {<<: *a}\n", 1, 4, "anchors"),
    "a tag": ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "tags"),
    "a tag of its own": ("a: ! b\n", 1, 4, "tags"),
    "a directive": ("%YAML 1.1\n---\na: 1\n", 1, 1, "directives"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, 1, "a second document"),
    "a repeated key": ("a: 1\nb: 2\na: 3\n", 3, 1, "already stands in line 1"),
    "a list for a key": ("? [1, 2]\n: 3\n", 1, 3, "a key must be a text"),
    "a mapping for a key": ("{{a: b}: c}\n", 1, 2, "a key must be a text"),
    "an empty key": ("?\n: b\n", 1, 2, "a key is missing"),
    "NUL": ("a: x\0y\n", 1, 5, "U+0000"),
    "NUL by escape": ('a: "x\\0y"\n', 1, 4, "U+0000"),
    "half a surrogate pair": ("a:\n  b: \ud800\n", 2, 6, "U+D800"),
    "half a surrogate pair by escape": ('a: "\\ud800"\n', 1, 7, "backslash"),
    "right-to-left override": ("a: x\u202ey\n", 1, 5, "U+202E"),
    "isolate by escape": ('a: "\\u2066y"\n', 1, 4, "U+2066"),
    "escape sequence of a terminal": ("a: \x1b[31m\n", 1, 4, "U+001B"),
    "line separator": ("a: x\u2028y\n", 1, 5, "U+2028"),
    "byte order mark inside": ("a: x\ufeffy\n", 1, 5, "U+FEFF"),
    "not a number": ("a: .nan\n", 1, 4, "finite"),
    "infinity": ("a: -.inf\n", 1, 4, "finite"),
    "overflow": ("a: 1e999\n", 1, 4, "finite"),
    "10,000 digits": ("a: " + "9" * 10_000, 1, 4, "at most 18"),
    "10 MB scalar": ("a: " + "x" * 10_000_000, 1, 1, f"too long, the most allowed is {LONGEST_FILE:,}"),
    "a long scalar": ("a: |\n  " + "x" * (LONGEST_TEXT + 1), 1, 4, f"the most allowed is {LONGEST_TEXT:,}"),
    "a long key": ("x" * 900 + ": 1\n" + "x" * 5000 + ": 1\n", 2, 1, ""),
    "a million values": ("a: [" + "1," * 400_000 + "]", 1, 40_001, "too many values"),
    "the same key again and again": ("a: 1\n" * 20_000, 2, 1, "already stands"),
    "a hundred thousand quotes": ('"' * 100_001, 1, 3, ""),
    "never closed": ("a: [1, {b: 'c\n", 1, 12, "never closed"),
}


@pytest.mark.parametrize("name", HOSTILE)
@limited()
def test_hostile_text_is_a_located_problem(name: str) -> None:
    text, line, column, message = HOSTILE[name]
    found = problems_of(text)
    assert found[0][:2] == (line, column)
    assert message in found[0][2]


class Shallow(yaml.SafeLoader):
    """A parser that gives up at a depth of its own, as some versions do, before it hands over what it has read."""

    def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
        if self.flow_level >= 100:
            raise yaml.scanner.ScannerError(None, None, "deeper than this parser goes", self.get_mark())
        super().fetch_flow_collection_start(token)


LOADERS = (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader), Shallow)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("name", [name for name in HOSTILE if "deep" in name or "brackets" in name or "levels" in name])
@limited()
def test_depth_has_one_limit_whatever_the_parser(name: str, loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = problems_of(HOSTILE[name][0])
    monkeypatch.setattr(reader, "_LOADER", loader)
    assert problems_of(HOSTILE[name][0]) == expected
    assert "nested too deep" in expected[-1][2]


@pytest.mark.parametrize(
    "text",
    [
        f"a: '{'[' * 900}'\n",
        f'a: "{"{" * 900}"\n',
        f"a: x # {'[' * 900}\n",
        f"a: |\n  {'[' * 900}\n",
        f"a: >\n  {'- ' * 900}\n",
        f"a: x {'[' * 900}\n",
        f"a: '\n  {'[' * 900}\n  '\n",
        f"a: {'[' * (DEEPEST - 1)}1{']' * (DEEPEST - 1)}\n",
        "a: [" + "[x], " * 1200 + "]\n",
    ],
)
def test_brackets_in_text_are_no_levels(text: str) -> None:
    read(text, "f.yaml")
    (fault,) = problems_of(text + "b: [1\n")
    assert "never closed" in fault[2]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: x\n  b: y\n", 2, 3, "indented below a line that already has a value"),
        ("a: 1\n\tb: y\n", 2, 1, "a tab in the indentation"),
        ("a: `x`\n", 1, 4, 'cannot begin with "`"'),
        ("a: *very* good\n", 1, 4, "cannot begin with *"),
        ("a: &\n", 1, 4, "cannot begin with *"),
        ("a: {b: c\n", 1, 4, "never closed"),
        ("a: 'b\n---\n", 1, 4, "never closed"),
        ("&a &b c\n", 1, 1, "anchors"),
        (": x\n", 1, 1, "does not fit"),
    ],
)
def test_slips_of_the_pen(text: str, line: int, column: int, message: str) -> None:
    assert problems_of(text)[0][:2] == (line, column)
    assert message in problems_of(text)[0][2]


def test_problems_are_found_together() -> None:
    found = problems_of("a: &x 1\nb: !t 2\nb: 3\nc: .inf\nd: 'open\n")
    assert [(line, column) for line, column, _ in found] == [(1, 4), (2, 4), (3, 1), (4, 4), (5, 4)]


def test_an_endless_list_of_problems_is_cut() -> None:
    assert len(problems_of("a: .inf\n" + "b: .inf\n" * 10_000)) == 50


YAML_LIKE = st.text(alphabet="ab1.:-[]{}#&*!|>'\"%@`,?~\\\n \t\r\0é\u202e\ud800\U0001f600", max_size=80)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(max_size=200) | YAML_LIKE)
@example("- - -\n  - ?\n  : -")
@example("\u0085")
@example("a: >\n\n\n")
def test_any_text_is_read_or_refused_with_places(text: str) -> None:
    try:
        document = read(text, "f.yaml")
    except ContentError:
        assert all(line >= 1 and column >= 1 for line, column, _ in problems_of(text))
        return
    for path, value in walk(document.value):
        assert document.place(path).line <= len(document.lines)
        assert not isinstance(value, list)
        assert not isinstance(value, str) or isinstance(value, Prose)
