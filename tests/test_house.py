"""The house stands: rooms import only downwards, outside packages stay in their rooms, names say what is inside."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"

# From the top floor down; a room imports from floors below its own and from itself. Rooms that stand on one floor
# do not know each other.
FLOORS: tuple[frozenset[str], ...] = tuple(
    frozenset(floor.split())
    for floor in (
        "__main__",
        "cli",
        "batch",
        "check",
        "make draw",
        "naming portions scan",
        "workshop",
        "equipment",
        "output",
        "page",
        "manuscript export",
        "pictures sentences",
        "figure plan text",
        "content",
        "language shapes",
        "source cache",
        "store watch",
        "problems assets stopwatch",
    )
)
FLOOR_OF = {room: height for height, floor in enumerate(reversed(FLOORS)) for room in floor}

# Outside package -> where it may be imported: a room, or a file of one.
HOMES: dict[str, set[str]] = {
    "babel": {"language", "sentences", "plan"},
    "chardet": {"content.roster.roster_encoding"},
    "click": {"cli"},
    "contourpy": {"figure", "shapes"},
    "dask": {"batch"},
    "distributed": {"batch"},
    "fontTools": {"pictures"},
    "fsspec": {"batch"},
    "numpy": {"figure", "shapes"},
    "openpyxl": {"content"},
    "pathops": {"pictures"},
    "PIL": {"pictures"},
    "pypdfium2": {"draw"},
    "pydantic": {"content"},
    "pydantic_core": {"content"},
    "qrcode": {"page.codes.qr"},
    "idna": {"content.address.ascii_address"},
    "reportlab": {"output", "text"},
    "yaml": {"source"},
    "zxingcpp": {"page.codes.matrix_code", "scan"},
}

EMPTY_NAMES = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}


def sources() -> dict[str, str]:
    """Dotted name inside the package -> source text; the package itself is "" (its names are lazy strings)."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def files() -> list[str]:
    """Dotted names of the files that are not a room's own `__init__`."""
    paths = (path.relative_to(PACKAGE).with_suffix("") for path in PACKAGE.rglob("*.py"))
    return [".".join(path.parts) for path in paths if path.name != "__init__"]


def imports(source: str) -> Iterator[str]:
    """Every module that a source imports, anywhere in it, also only for types or by `importlib`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names) if node.module else ()
            if node.level:
                yield "a relative import"
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"importlib.import_module", "import_module"}:
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def complaint(module: str, imported: str) -> str | None:
    """What is wrong with `module` importing `imported`; both dotted, `module` without the package's name."""
    room = module.split(".")[0]
    package, _, rest = imported.partition(".")
    if package == "generator":
        other = rest.split(".")[0]
        if room == other or not room or other == "__version__":
            return None
        if other not in FLOOR_OF:
            return f"{module} imports {imported}, a room on no floor"
        return None if FLOOR_OF[other] < FLOOR_OF[room] else f"{module} imports upwards or sideways: {imported}"
    if package in sys.stdlib_module_names:
        return None
    homes = HOMES.get(package)
    if homes is None:
        return f"{module} imports {package}, which has no room"
    inside = any(module == home or module.startswith(home + ".") for home in homes)
    return None if inside else f"{module} imports {package}, which stays in {', '.join(sorted(homes))}"


def test_rooms_import_only_downwards() -> None:
    files = sources()
    assert len(files) >= 15, "the test looks at the wrong folder"
    assert {"problems", "page.page", "shapes.drawing"} <= set(files)
    unplaced = {module for module in files if module and module.split(".")[0] not in FLOOR_OF}
    assert not unplaced, "rooms that stand on no floor"
    seen = [(module, imported) for module, source in files.items() for imported in imports(source)]
    assert len(seen) > 3 * len(files), "hardly an import found: the reader of sources is broken"
    assert [wrong for module, imported in seen if (wrong := complaint(module, imported))] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("page.card", "from generator.output.pdf import pdf_bytes"),  # upwards
        ("plan", "import generator.text.glyph_run"),  # sideways
        ("shapes.path", "def f():\n    from generator.content.dose.dose import Dose"),  # hidden in a function
        ("content.dose", "if TYPE_CHECKING:\n    from generator.plan import Plan"),  # only for types
        ("page.card", "import reportlab.pdfgen"),  # outside its room
        ("page.chart", "import qrcode"),  # in the room, but not in the file
        ("page.card", "import importlib\nimportlib.import_module('PIL.Image')"),
        ("make", "import requests"),  # a package that nobody declared
        ("page.card", "from . import page"),
        ("page.card", "from generator.attic import chest"),
    ],
)
def test_a_wrong_import_is_refused(module: str, source: str) -> None:
    assert any(complaint(module, imported) for imported in imports(source))


def misnamed(module: str) -> bool:
    name = module.split(".")[-1]
    return name in EMPTY_NAMES or name in sys.stdlib_module_names - {"__main__"}


def test_names_say_what_is_inside() -> None:
    files = sources()
    assert [module for module in files if misnamed(module)] == []
    assert all(map(misnamed, ("page.utils", "export.calendar", "content.base")))


def test_every_module_opens_with_a_sentence() -> None:
    files = {module: source for module, source in sources().items() if source.strip()}
    silent = [module for module, source in files.items() if not ast.get_docstring(ast.parse(source))]
    assert silent == []


MOST_FILES = 30


def crowded(modules: Iterable[str]) -> list[str]:
    """Rooms with more files than one can look over."""
    counts = Counter(module.rpartition(".")[0] for module in modules)
    return sorted(room for room, count in counts.items() if count > MOST_FILES)


def test_no_room_is_crowded() -> None:
    assert crowded(files()) == []
    assert crowded(f"page.part{number}" for number in range(MOST_FILES + 1)) == ["page"]


def homonyms(modules: Iterable[str]) -> list[str]:
    """Names that two files or more have: nobody knows which one is meant."""
    counts = Counter(module.rpartition(".")[2] for module in modules)
    return sorted(name for name, count in counts.items() if count > 1)


def test_no_two_files_have_one_name() -> None:
    assert homonyms(files()) == []
    assert homonyms(["page.card", "plan.card", "plan.dose"]) == ["card"]


def class_names(texts: Mapping[str, str]) -> list[str]:
    """Names of classes that two files or more have."""
    counts = Counter(
        node.name for source in texts.values() for node in ast.parse(source).body if isinstance(node, ast.ClassDef)
    )
    return sorted(name for name, count in counts.items() if count > 1)


def test_no_two_classes_have_one_name() -> None:
    assert class_names(sources()) == []
    assert class_names({"page.card": "class Card: ...", "plan.card": "class Card: ..."}) == ["Card"]


def circles(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Files that import each other, directly or by way of others, also where only types or functions ask for it."""
    asked = {
        module: {
            found
            for imported in imports(source)
            if imported.startswith("generator.")
            for found in (imported.removeprefix("generator."), imported.removeprefix("generator.").rpartition(".")[0])
            if found in texts and found != module
        }
        for module, source in texts.items()
    }
    # What imports nothing that is left cannot be part of a circle, nor can what nobody left imports.
    left = dict(asked)
    while True:
        wanted = set().union(*left.values()) if left else set()
        free = [module for module, others in left.items() if not others & left.keys() or module not in wanted]
        if not free:
            return [(module, *sorted(others & left.keys())) for module, others in sorted(left.items())]
        for module in free:
            del left[module]


def test_no_files_import_in_a_circle() -> None:
    # The package itself has its public names as strings, and nobody below waits for them.
    assert circles({module: source for module, source in sources().items() if module}) == []
    assert circles(
        {
            "a": "from generator.b import x",
            "b": "def f():\n    from generator import c",
            "c": "import generator.a",
            "d": "from generator.a import y",
        }
    ) == [("a", "b"), ("b", "c"), ("c", "a")]


RECASED = re.compile(r"\[:1\]\s*\.\s*(upper|lower)\(")


def test_letters_are_recased_in_one_place() -> None:
    assert [module for module, source in sources().items() if RECASED.search(source)] == ["language.casing"]
    assert RECASED.search("text = text[:1].upper() + text[1:]")


def about_type(module: str, source: str) -> bool:
    """Whether a part of the manuscript asks how text looks."""
    return module.startswith("manuscript") and any(name.startswith("generator.text") for name in imports(source))


def composes(module: str, source: str) -> bool:
    """Whether a page makes words of its own: it would ask the plan, the wording or the sentences."""
    rooms = ("generator.plan", "generator.sentences", "generator.language.wording", "generator.language.joining")
    return module.startswith("page") and any(name.startswith(rooms) for name in imports(source))


def test_a_page_sets_words_and_makes_none() -> None:
    assert [module for module, source in sources().items() if composes(module, source)] == []
    assert composes("page.cards.front", "from generator import sentences")
    assert composes("page.cards.front", "from generator.language.wording import fill")


def test_a_manuscript_knows_no_type() -> None:
    assert [module for module, source in sources().items() if about_type(module, source)] == []
    assert about_type("manuscript.card", "from generator.text.setter import Setter")
