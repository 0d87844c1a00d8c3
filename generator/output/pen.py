"""Items in, the operators that paint them out; knows which colour and font are set, so as not to set them twice.

Items have y running down, PDF has it running up: the block's corner becomes the origin and every y is turned over here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.output.form import FormObject, matrix_operators
from generator.output.hatch import PITCH, WIDTH, hatch
from generator.output.lettering import Lettering, reads_apart
from generator.output.syntax import colour, name, number, numbers, path, text_string
from generator.page.page import Cell, Ink, Item, Line, Picture, Shape, Squares, Words
from generator.text.typeface import Face

# A tick box is white inside whatever lies under it: what is ticked is read back from there.
_PAPER = Ink(1, 1, 1)

FormOf = Callable[[Picture | Squares], FormObject]


class Pen:
    """Paints items; keeps count of the glyphs and forms that the file has to hold for them."""

    def __init__(self, faces: Mapping[str, Face], form_of: FormOf) -> None:
        self.out: list[str] = []
        self.forms: dict[str, FormObject] = {}
        self._lettering = Lettering(faces, self.out)
        self._form_of = form_of
        self._in_text = False
        self._previous: Words | None = None  # of the same text
        self._previous_end = 0  # where the operators of these words end
        self._set: dict[str, str] = {}  # operator of a state -> what was last set

    @property
    def glyphs(self) -> dict[str, set[int]]:
        """Used of each face."""
        return self._lettering.glyphs

    def paint(self, item: Item, language: str, *, spelt_elsewhere: bool = False, in_address: bool = False) -> None:
        """`language` is that of the text around: a run in another one is marked."""
        match item:
            case Words():
                before = self._previous
                if before and reads_apart(before, item, in_address=in_address):
                    self._lettering.add_space(self._previous_end, before.run.glyphs[-1].face)
                self._words(item, language, spelt_elsewhere)
            case Line():
                self._line(item)
            case Shape():
                self._shape(item)
            case Squares(shared=False):
                self._squares(item)
            case Picture() | Squares():
                self._place_form(item)
            case Cell():
                self._cell(item)

    def end_paragraph(self) -> None:
        """What comes next is no longer the same text."""
        self._previous = None

    def end_text(self) -> None:
        """Leaves the text object: paths, and marks around other marks, may not stand in one."""
        if self._in_text:
            self.out.append("ET")
            self._in_text = False

    def _once(self, key: str, operator: str) -> None:
        if self._set.get(key) != operator:
            self._set[key] = operator
            self.out.append(operator)

    def _fill_with(self, ink: Ink) -> None:
        self._once("fill", colour(ink))

    def _stroke_with(self, ink: Ink, width: float, dash: tuple[float, ...] = (), *, round_ends: bool = False) -> None:
        self._once("stroke", colour(ink, stroke=True))
        self._once("width", number(width) + " w")
        self._once("dash", f"[{numbers(*dash)}] 0 d")
        self._once("cap", "1 J" if round_ends else "0 J")

    def _words(self, words: Words, language: str, spelt_elsewhere: bool) -> None:
        run = words.run
        if not self._in_text:
            self.out.append("BT")
            self._in_text = True
        foreign = run.language != language
        if foreign:
            self.out.append(f"/Span<</Lang{text_string(run.language).decode('ascii')}>>BDC")
        self._fill_with(words.ink)
        self.out.append(f"1 0 0 1 {numbers(words.x, -words.y)} Tm")
        self._lettering.letter(run, spelt_elsewhere=spelt_elsewhere)
        if run.glyphs:
            self._previous, self._previous_end = words, len(self.out)
        if foreign:
            self.out.append("EMC")

    def _line(self, line: Line) -> None:
        self.end_text()
        self._stroke_with(line.ink, line.width, line.dash, round_ends=line.round)
        self.out.append(f"{numbers(line.x0, -line.y0)} m {numbers(line.x1, -line.y1)} l S")

    def _shape(self, shape: Shape) -> None:
        self.end_text()
        # The path is written as it stands, under a matrix that turns it over.
        turned = "q 1 0 0 -1 0 0 cm "
        outline = path(shape.path)
        if shape.fill:
            self._fill_with(shape.fill)
            self.out.append(f"{turned}{outline} f* Q")
            if shape.fill.hatch:
                self._once("stroke", colour(shape.fill.hatch, stroke=True))
                self.out.append(f"{turned}{hatch(outline, PITCH, WIDTH)} Q")
        if shape.stroke:
            self._stroke_with(shape.stroke, shape.width)
            if shape.hatch:
                self.out.append(f"{turned}{hatch(outline, *shape.hatch)} Q")
            self.out.append(f"{turned}{outline} S Q")

    def _place_form(self, item: Picture | Squares) -> None:
        self.end_text()
        form = self._form_of(item)
        self.forms[form.name] = form
        if isinstance(item, Squares):
            self._fill_with(item.ink)
            width = height = item.size
        else:
            width, height = item.width, item.height
        scale = numbers(width / form.width, 0, 0, height / form.height, digits=5)
        self.out.append(f"q {scale} {numbers(item.x, -item.y - height)} cm {name(form.name)} Do Q")

    def _squares(self, item: Squares) -> None:
        self.end_text()
        self._fill_with(item.ink)
        module = item.size / max(len(item.modules), 1)
        place = numbers(module, 0, 0, module, item.x, -item.y - item.size, digits=5)
        self.out.append(f"q {place} cm {matrix_operators(item.modules)} Q")

    def _cell(self, cell: Cell) -> None:
        self.end_text()
        self._fill_with(_PAPER)
        self._stroke_with(cell.ink, cell.stroke)
        self.out.append(f"{numbers(cell.x, -cell.y - cell.height, cell.width, cell.height)} re B")
