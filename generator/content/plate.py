"""An anatomy plate as data: shapes, muscles and labels of `assets/plates/*.yaml`, checked and frozen.

Points of pieces are in plate units (about a centimetre on an adult; x to the right, y down). Places of panels are
points (1/72 inch) on the drawing, those of titles and labels are points from the origin of their panel.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.content.fields import Model, wrong

Number = Annotated[float, Field(ge=-2000, le=2000, allow_inf_nan=False)]
Spot = tuple[Number, Number]
Curve = Annotated[tuple[Spot, ...], Field(min_length=2, max_length=200)]
Colour = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Share = Annotated[float, Field(ge=0, le=1)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Belly(Model):
    """A muscle: a curve down its middle and widths along it; flesh between two shares of its length, else tendon."""

    axis: Curve
    widths: Annotated[tuple[tuple[Share, Number], ...], Field(min_length=2)]
    colour: Colour
    flesh: tuple[Share, Share] = (0.0, 1.0)
    fibres: Annotated[int, Field(ge=0, le=20)] = 6


class PlateMark(Model):
    """A fine line drawn on a bone: a crest, a ridge, the edge of a joint; or the outline of the skin."""

    through: Curve
    colour: Colour = "anatomy_bone_line"
    width: Annotated[float, Field(gt=0, le=3)] = 0.5


class Patch(Model):
    """A closed smooth area in one colour, without an edge."""

    outline: Curve
    colour: Colour


class PlatePiece(Model):
    """One thing on the plate: a bone (outline, holes, patches, marks), a muscle (belly), or lines alone."""

    outline: Curve | None = None
    holes: tuple[Curve, ...] = ()
    colour: Colour = "anatomy_bone"
    edge: Annotated[float, Field(ge=0, le=3)] = 0.85
    patches: tuple[Patch, ...] = ()
    marks: tuple[PlateMark, ...] = ()
    belly: Belly | None = None


class PlateView(Model):
    """One view: which pieces are painted, the hindmost first, and where its title stands."""

    draw: tuple[Key, ...]
    title: Key
    title_at: Spot


class Callout(Model):
    """A label: one key of the wording for each line of text, and the point `to` of a piece that it names.

    The text stands at `x` (points), level with the point unless `lift` moves it up or down: level lines never cross.
    """

    lines: Annotated[tuple[Key, ...], Field(min_length=1, max_length=3)]
    x: Number
    lift: Number = 0.0
    anchor: Annotated[str, Field(pattern="^(start|end)$")]
    panel: Annotated[int, Field(ge=0)] = 0
    to: Spot
    piece: Key


class PlateArrangement(Model):
    """How the panels lie on the drawing, for labels up to `largest_label` points: larger ones need more room.

    `scale` is points per plate unit.
    """

    largest_label: Annotated[float, Field(gt=0, le=100)]
    width: Annotated[float, Field(gt=0, le=1000)]
    height: Annotated[float, Field(gt=0, le=1000)]
    scale: Annotated[float, Field(gt=0, le=100)]
    at: Annotated[tuple[Spot, ...], Field(min_length=1)]


class Plate(Model):
    """A whole plate. Its arrangements stand in the order of their labels' size."""

    arrangements: Annotated[tuple[PlateArrangement, ...], Field(min_length=1)]
    pieces: dict[Key, PlatePiece]
    panels: Annotated[tuple[PlateView, ...], Field(min_length=1)]
    callouts: tuple[Callout, ...] = ()
    licence: str
    sources: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _every_panel_has_its_place(self) -> Self:
        for number, arrangement in enumerate(self.arrangements):
            if len(arrangement.at) != len(self.panels):
                raise wrong(f"needs {len(self.panels)} places, one for each panel", at=("arrangements", number, "at"))
        return self

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        for number, panel in enumerate(self.panels):
            for name in panel.draw:
                if name not in self.pieces:
                    raise wrong(f"there is no piece {name!r}", at=("panels", number, "draw"))
        for number, callout in enumerate(self.callouts):
            if callout.panel >= len(self.panels) or callout.piece not in self.panels[callout.panel].draw:
                raise wrong(f"its panel does not show {callout.piece!r}", at=("callouts", number, "piece"))
        return self
