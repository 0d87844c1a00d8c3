"""Every fixed text is printed somewhere: what nobody prints is nobody's to translate."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_type_hints

from generator.language.plural import Plural
from generator.language.wording import Wording
from tests.conftest import CHECKOUT

Groups = Mapping[str, type[Any]]


def groups_of(kind: type[Any]) -> dict[str, type[Any]]:
    """The groups of texts by the names under which they are reached."""
    found: dict[str, type[Any]] = {}
    for name, hint in get_type_hints(kind).items():
        if isinstance(hint, type) and hasattr(hint, "_fields") and hint is not Plural:
            found |= {name: hint, **groups_of(hint)}
    return found


class Reader:
    """What of the groups one source asks for, by attribute or by `getattr`."""

    def __init__(self, source: str, groups: Groups, functions: Groups) -> None:
        self.tree = ast.parse(source)
        self.groups = groups
        self.functions = functions
        self.classes = {kind.__name__: kind for kind in groups.values()}
        self.names: dict[str, type[Any]] = {}
        self.names |= self.known_names()
        froms = (node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom))
        imported = {alias.name for node in froms for alias in node.names}
        self.named = [name for name in self.classes if name in imported]

    def known_names(self) -> Iterator[tuple[str, type[Any]]]:
        """Names that stand for a group: arguments and variables of its type, or assigned from one."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
                kind = self.classes.get(ast.unparse(node.annotation))
                name = node.arg if isinstance(node, ast.arg) else ast.unparse(node.target)
                yield from ((name, kind),) if kind else ()
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    pairs = [(target, node.value)]
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                        pairs = list(zip(target.elts, node.value.elts, strict=True))
                    for one, value in pairs:
                        if isinstance(one, ast.Name) and (kind := self.kind_of(value)):
                            yield one.id, kind

    def kind_of(self, value: ast.expr) -> type[Any] | None:
        if isinstance(value, ast.Attribute):
            return self.groups.get(value.attr)
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "getattr":
            whole = self.kind_of(value.args[0])
            return next(iter(groups_of(whole).values()), None) if whole else None
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            return self.functions.get(value.func.id)
        return self.names.get(value.id) if isinstance(value, ast.Name) else None

    def asked(self) -> Iterator[tuple[str, str]]:
        """Class and field. What a name stands for may be unknown: then it is a group that the source has by name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute):
                kind = self.kind_of(node.value)
                yield from ((name, node.attr) for name in ([kind.__name__] if kind else self.named))

    def asked_by_name(self) -> Iterator[tuple[str, str]]:
        """Class, and what the names of its fields begin with, where a name is worked out."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "getattr":
                kind, name = self.kind_of(node.args[0]), node.args[1]
                start = name.values[0] if isinstance(name, ast.JoinedStr) else None
                if kind:
                    yield kind.__name__, str(start.value) if isinstance(start, ast.Constant) else ""

    def texts(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value.replace(" ", "_")


def unprinted(groups: Groups, sources: Sequence[str]) -> list[str]:
    """The texts that no source asks for; a name that is worked out must at least stand somewhere as a text."""
    texts_of = {kind.__name__: kind for kind in groups.values()}
    functions = {
        node.name: texts_of[ast.unparse(node.returns)]
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.returns is not None and ast.unparse(node.returns) in texts_of
    }
    readers = [Reader(source, groups, functions) for source in sources]
    asked = {one for reader in readers for one in reader.asked()}
    texts = {text for reader in readers for text in reader.texts()}
    for kind, start in {one for reader in readers for one in reader.asked_by_name()}:
        asked |= {(kind, start + text) for text in texts}
    return sorted(
        f"{kind.__name__}.{field}"
        for kind in set(groups.values())
        for field in kind._fields
        if (kind.__name__, field) not in asked
    )


def test_every_text_is_printed_somewhere() -> None:
    folder = CHECKOUT / "generator"
    sources = [path.read_text("utf-8") for path in folder.rglob("*.py") if not path.name.startswith("wording")]
    groups = groups_of(Wording)
    assert len(sources) > 200 and len(groups) > 15
    assert unprinted(groups, sources) == []


def test_a_text_that_nobody_prints_is_named() -> None:
    groups = groups_of(Wording)
    (kind,) = {groups["footer"]}
    printed = "".join(f"words.{name}, " for name in kind._fields)
    said = f"def f(wording):\n    words = wording.footer\n    return {printed}"
    footer = {"footer": kind}
    assert unprinted(footer, [said]) == []
    assert unprinted(footer, [said.replace("words.page,", "")]) == [f"{kind.__name__}.page"]
    assert unprinted(footer, [said.replace("words.page,", "other.page,")]) == [f"{kind.__name__}.page"]
    by_name = said.replace("words.page,", "getattr(wording.footer, key),")
    assert unprinted(footer, [by_name]) == [f"{kind.__name__}.page"]
    assert unprinted(footer, [by_name, "KEYS = ('page',)"]) == []
