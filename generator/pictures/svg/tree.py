"""An SVG file's bytes come in, a small tree of the elements and attributes that can be drawn goes out, or its problems.

The file may come from anybody. Everything is refused that runs, leads out of the file, grows when it is expanded, or
cannot be printed as flat colour; each with line and column. What is left is a tree built here, so nothing else of the
file reaches the library that draws it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.pictures.svg.known import (
    DRAWN,
    EFFECTS,
    ENTITY_HINT,
    GRADIENTS,
    HINTS,
    KEPT,
    LENGTHS,
    PAINT,
    SHADING,
    SILENT,
)
from generator.pictures.svg.stylesheet import StyleError, Styles, declarations, read_styles
from generator.problems import ContentError, Place, Problem

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

LONGEST_FILE = 1_000_000
DEEPEST = 50
MOST_ELEMENTS = 20_000
MOST_PROBLEMS = 20

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_LENGTH = re.compile(rf"\s*({_NUMBER.pattern})(?:px)?\s*")
_REFERENCE = re.compile(r"""\s*url\(\s*["']?#([^"')\s]+)["']?\s*\)\s*""")


@dataclass(slots=True)
class Node:
    """An element: its name without namespace, the attributes that are kept, its children in order.

    `drawn_in` are the ids of other elements that it uses or is clipped by.
    """

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    classes: tuple[str, ...] = ()
    own_style: str = ""
    drawn_in: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


class _Stop(Exception):
    """Reading on would be dangerous or pointless; the problem is noted already."""


def read_svg(data: bytes, file: str) -> Node:
    """The tree of an SVG file; `file` is the name that problems bear. Raises ContentError with every problem found."""
    return _Reader(data, file).read()


class _Reader:
    def __init__(self, data: bytes, file: str) -> None:
        self.data, self.file = data, file
        self.problems: list[Problem] = []
        self.open: list[Node] = []
        self.silent = 0  # depth inside an element that is left out
        self.style_text: list[str] | None = None
        self.styles: Styles = ()
        self.root: Node | None = None
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def read(self) -> Node:
        try:
            if len(self.data) > LONGEST_FILE:
                self._problem(f"the picture has more than {LONGEST_FILE:,} bytes", "simplify it, or save it as PNG")
                raise _Stop
            self.parser.Parse(self.data, True)
        except _Stop:
            pass
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: an encoding that does not exist
            self._problem(f"the picture is not well-formed XML: {error}", "save it again from the drawing program")
        if self.root is not None and not self.problems:
            self._apply_styles(self.root)
        if self.problems or self.root is None:
            raise ContentError(self.problems)
        return self.root

    def _problem(self, message: str, hint: str = "", node: Node | None = None) -> None:
        line = node.line if node else max(1, self.parser.CurrentLineNumber)
        column = node.column if node else max(0, self.parser.CurrentColumnNumber) + 1
        self.problems.append(Problem(message, Place(self.file, line, column), hint=hint, rule="picture"))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Stop

    def _doctype(self, _name: str, _system: str | None, _public: str | None, declares: bool) -> None:
        # The line that some drawing programs write for SVG 1.1 is harmless: nothing fetches what it names.
        if declares:
            self._entity()

    def _entity(self, *_: object) -> None:
        self._problem("the picture declares entities, which can pull in other files or grow without end", ENTITY_HINT)
        raise _Stop

    def _instruction(self, target: str, _data: str) -> None:
        # Others say something to drawing programs; this one would change how the picture looks.
        if target == "xml-stylesheet":
            self._problem("the picture takes its styles from another file", "save it with its styles inside")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        self.count += 1
        if len(self.open) + self.silent >= DEEPEST or self.count > MOST_ELEMENTS:
            self._problem(f"the picture is nested deeper than {DEEPEST} levels or has too many elements")
            raise _Stop
        if self.root is None and (namespace not in ("", SVG) or name != "svg"):
            self._problem(f"an SVG picture starts with <svg>, not with <{name[:40]}>")
            raise _Stop
        if self.silent or namespace not in ("", SVG) or name in SILENT:
            self.silent += 1
            return
        node = Node(name, {}, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if name not in DRAWN or (self.open and name == "svg"):
            self._problem(
                f"<{name[:40]}> cannot be printed", HINTS.get(name, "draw with plain shapes and flat colours")
            )
            self.silent += 1
            return
        for key, value in attributes.items():
            self._attribute(node, key, value)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)
        if name == "style":
            self.style_text = []

    def _end(self, tag: str) -> None:
        if self.silent:
            self.silent -= 1
            return
        node = self.open.pop()
        if node.name == "style" and self.style_text is not None:
            self.open[-1].children.remove(node) if self.open else None
            try:
                self.styles += read_styles("".join(self.style_text))
            except StyleError as error:
                self._problem(str(error), "save with presentation attributes instead of a style sheet", node)
            self.style_text = None

    def _text(self, text: str) -> None:
        if self.style_text is not None and not self.silent:
            self.style_text.append(text)

    def _attribute(self, node: Node, key: str, value: str) -> None:
        namespace, _, name = key.rpartition(" ")
        if name == "href" and namespace in ("", XLINK):
            if node.name in GRADIENTS | {"use"} and value.startswith("#"):
                node.attributes["href"] = value[1:]
                node.drawn_in += [value[1:]] if node.name == "use" else []
            else:
                self._problem(f"a link out of the picture: {value[:60]!r}", "everything must be inside the picture")
        elif namespace:
            return
        elif name.lower().startswith("on"):
            self._problem(f"{name[:40]} would run a script", "delete the attribute")
        elif name == "class":
            node.classes = tuple(value.split())
        elif name == "style":
            node.own_style = value
        elif name == "viewBox" and node.name == "svg":
            node.attributes[name] = value
        else:
            self._keep(node, name, value)

    def _keep(self, node: Node, name: str, value: str) -> None:
        """Notes an attribute that can be drawn; complains about one that would have been seen but cannot be."""
        value = value.strip()
        if node.name in GRADIENTS or node.name == "stop":
            node.attributes |= {name: value} if name in SHADING else {}
        elif name in PAINT:
            self._keep_paint(node, name, value)
        elif name == "clip-path" and (match := _REFERENCE.fullmatch(value)):
            node.attributes[name] = f"url(#{match[1]})"
            node.drawn_in.append(match[1])
        elif re.search(r"url\(", value, re.IGNORECASE) or (name in EFFECTS and value not in ("none", "")):
            self._problem(f"{name[:40]} cannot be printed: {value[:60]!r}", "use plain shapes and flat colours", node)
        elif name == "clipPathUnits" and value != "userSpaceOnUse":
            self._problem(f"clipPathUnits {value[:40]!r} is not supported", "write userSpaceOnUse", node)
        elif name == "visibility" and value in ("hidden", "collapse"):
            node.attributes["display"] = "none"
        elif name in LENGTHS and node.name != "svg":
            if not (match := _LENGTH.fullmatch(value)):
                self._problem(f"{name} needs a plain number, not {value[:40]!r}", "units stand on <svg> only", node)
            else:
                node.attributes[name] = match[1]
        elif name in KEPT:
            node.attributes[name] = value

    def _keep_paint(self, node: Node, name: str, value: str) -> None:
        """A colour or the gradient of this picture that `url(#id)` names; what else it names shows up in use."""
        if match := _REFERENCE.match(value):
            node.attributes[name] = f"url(#{match[1]})"
        elif re.search(r"url\(", value, re.IGNORECASE):
            self._problem(f"{name} leads out of the picture: {value[:60]!r}", "use a flat colour", node)
        else:
            node.attributes[name] = value

    def _apply_styles(self, node: Node) -> None:
        """Turns style sheet and `style` into attributes; they outweigh attributes (CSS 2, 6.4.4)."""
        try:
            stated = [*self._stated_for(node), *declarations(node.own_style)]
        except StyleError as error:
            self._problem(str(error), node=node)
            stated = []
        for name, value in stated:
            self._keep(node, name, value)
        for child in node.children:
            self._apply_styles(child)

    def _stated_for(self, node: Node) -> list[tuple[str, str]]:
        rules = sorted(rule for rule in self.styles if rule.fits(node.name, node.classes, node.attributes.get("id")))
        return [pair for rule in rules for pair in rule.declarations]
