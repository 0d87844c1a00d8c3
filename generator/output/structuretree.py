"""Groups of placed blocks in, the elements above the blocks out: document, parts, shared sections and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.output.objects import ObjectFile
from generator.output.syntax import references
from generator.page.page import Group


@dataclass(slots=True)
class Branch:
    """An element that is still open: `kids` hang in it as they come."""

    number: int
    parent: int
    attributes: bytes
    kids: list[int] = field(default_factory=list)

    def write(self, file: ObjectFile) -> None:
        file.pack(
            self.number,
            b"<<%b/P %d 0 R/K%b>>" % (self.attributes, self.parent, references(self.kids)),
        )


class Groups:
    """The groups open below one branch. Blocks whose groups are equal follow each other in the same elements."""

    def __init__(self, file: ObjectFile, trunk: Branch) -> None:
        self._file = file
        self._branches = [trunk]
        self._groups: list[Group] = []

    def enter(self, groups: tuple[Group, ...]) -> int:
        """Opens and closes elements until exactly these are open; the number of the innermost."""
        shared = 0
        for group, wanted in zip(self._groups, groups, strict=False):
            if group != wanted:
                break
            shared += 1
        self._close_to(shared)
        for group in groups[shared:]:
            parent = self._branches[-1]
            branch = Branch(self._file.reserve(), parent.number, b"/S/" + group.role.value.encode("ascii"))
            parent.kids.append(branch.number)
            self._branches.append(branch)
            self._groups.append(group)
        return self._branches[-1].number

    def hang(self, elements: Iterable[int]) -> None:
        """Elements of a block go into the innermost group."""
        self._branches[-1].kids.extend(elements)

    def _close_to(self, depth: int) -> None:
        while len(self._groups) > depth:
            self._groups.pop()
            self._branches.pop().write(self._file)

    def close(self) -> None:
        """Leaves all groups; the trunk stays open."""
        self._close_to(0)
