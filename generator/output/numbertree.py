"""Pairs of key and value in, a number tree out (ISO 32000-1, 7.9.7), written leaf by leaf while the file grows."""

from __future__ import annotations

from generator.output.objects import ObjectFile
from generator.output.syntax import references

_WIDTH = 64  # entries of a leaf, and children of an inner node


class NumberTree:
    """`root` is the number of its top node; keys come in ascending order."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self.root = file.reserve()
        self._entries: list[tuple[int, bytes]] = []
        self._nodes: list[tuple[int, int, int]] = []  # object, lowest key, highest key

    def add(self, key: int, value: bytes) -> None:
        if len(self._entries) == _WIDTH:
            self._write_leaf()
        self._entries.append((key, value))

    def _nums(self) -> bytes:
        return b"/Nums[%b]" % b" ".join([b"%d %b" % entry for entry in self._entries])

    def _write_leaf(self) -> None:
        lowest, highest = self._entries[0][0], self._entries[-1][0]
        number = self._file.reserve()
        self._file.pack(number, b"<</Limits[%d %d]%b>>" % (lowest, highest, self._nums()))
        self._nodes.append((number, lowest, highest))
        self._entries = []

    def close(self) -> None:
        if not self._nodes:
            self._file.pack(self.root, b"<<%b>>" % self._nums())
            return
        if self._entries:
            self._write_leaf()
        nodes = self._nodes
        while len(nodes) > _WIDTH:
            nodes = [self._write_inner(nodes[i : i + _WIDTH]) for i in range(0, len(nodes), _WIDTH)]
        self._file.pack(self.root, b"<</Kids%b>>" % references([number for number, _, _ in nodes]))

    def _write_inner(self, nodes: list[tuple[int, int, int]]) -> tuple[int, int, int]:
        lowest, highest = nodes[0][1], nodes[-1][2]
        number = self._file.reserve()
        kids = references([node[0] for node in nodes])
        self._file.pack(number, b"<</Limits[%d %d]/Kids%b>>" % (lowest, highest, kids))
        return number, lowest, highest
