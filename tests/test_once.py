"""What is there is used, and what is decided once is written once."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.conftest import CHECKOUT

# What only tests and people ask for, as ways to look at what was made, or to make it ahead.
DOORS = {
    "dump": "a page as readable text",
    "outline_of": "what a leader line crosses",
    "read_payload": "what a chart's code says",
    "resolve_contacts": "what a pose touches",
    "stale_figures": "whether the figures drawn ahead are those of this engine",
}
# What somebody calls who changes a plan in Python; README names each.
FROM_PYTHON = {
    "with_days",
    "with_maximum",
    "with_dropped",
    "with_option",
    "with_order",
    "with_phase",
    "with_side",
    "with_title",
    "with_video",
}
# Called by a library under these names.
CALLED_BY_OTHERS = {"field_title_should_be_set", "tagged_union_schema"}


def sources() -> dict[str, str]:
    package = CHECKOUT / "generator"
    return {str(path.relative_to(package)): path.read_text("utf-8") for path in package.rglob("*.py")}


def named(source: str) -> Iterator[str]:
    """Functions, methods and classes that nothing calls by a decorator, and values of the file."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            is_ours = all(ast.unparse(one).partition("(")[0] not in _CALLED for one in node.decorator_list)
            if is_ours and not node.name.startswith("__"):
                yield node.name
    for statement in tree.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


_CALLED = {"model_validator", "field_validator", "model_serializer"}


def unused(texts: Mapping[str, str]) -> set[str]:
    """Names that stand nowhere but where they are defined."""
    words = Counter(word for text in texts.values() for word in re.findall(r"\w+", text))
    return {name for text in texts.values() for name in named(text) if words[name] == 1}


def test_everything_is_used() -> None:
    texts = sources()
    assert len(texts) > 200
    assert unused(texts) - CALLED_BY_OTHERS == {*DOORS, *FROM_PYTHON}
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    assert [name for name in FROM_PYTHON if name not in readme] == []


def test_what_nobody_uses_is_named() -> None:
    used = "def a():\n    return b()\n\n\ndef b():\n    return a()\n"
    assert unused({"used.py": used}) == set()
    assert unused({"used.py": used, "more.py": "def c():\n    pass\n"}) == {"c"}
    assert unused({"more.py": "class D:\n    @property\n    def e(self):\n        return D()\n\n\nF = 1\n"}) == {
        "e",
        "F",
    }
    assert (
        unused({"more.py": "class D:\n    @model_validator(mode='after')\n    def e(self):\n        return D()\n"})
        == set()
    )


# What is decided once -> the file that decides it.
ONCE = {
    r"25\.4": "shapes/geometry.py",
    r'\+ "\^"|\{before\}\^': "problems.py",
    r"characters, the most allowed is {(most|l|M|L)": "problems.py",
    r"\.replace\([^)]*NO.BREAK": "language/",
}


def repeats(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pattern and file where it does not belong."""
    return {
        (pattern, name)
        for pattern, home in ONCE.items()
        for name, text in texts.items()
        if re.search(pattern, text) and not Path(name).as_posix().startswith(home)
    }


def test_what_is_decided_once_is_written_once() -> None:
    texts = sources()
    assert all(any(re.search(pattern, text) for text in texts.values()) for pattern in ONCE)
    assert repeats(texts) == set()


def test_a_second_decision_is_seen() -> None:
    again = (
        "MM = 72 / 25.4",
        'lines += [" " * column + "^"]',
        'f"has {length} characters, the most allowed is {longest}"',
        'phone.replace(" ", "\\N{NO-BREAK SPACE}")',
        'text.replace(NO_BREAK, " ")',
    )
    assert all(repeats({"page/card.py": text}) for text in again)
