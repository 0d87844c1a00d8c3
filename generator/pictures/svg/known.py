"""The elements and attributes of SVG: which are drawn, which say nothing on paper, and what to do about others."""

from __future__ import annotations

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})
DRAWN = SHAPES | GRADIENTS | {"svg", "g", "defs", "use", "clipPath", "style", "stop"}
# Says nothing on paper, or is only seen where a `url(#...)` asks for it, which is a problem of its own.
SILENT = frozenset("title desc metadata pattern mask filter marker symbol view cursor".split())
HINTS = {
    "text": "turn letters into paths and save again (Inkscape: Path > Object to Path; Illustrator: Type > Create "
    "Outlines; Affinity: Layer > Convert to Curves; CorelDRAW: Object > Convert to Curves; Figma: Object > Flatten)",
    "image": "save the whole picture as PNG or JPEG instead",
    "svg": "use a group, <g>, for an inner part",
    "a": "a link belongs into the YAML file, not into the picture",
}
ENTITY_HINT = "delete everything from <!DOCTYPE to ]>; a picture does not need it"

GEOMETRY = frozenset("x y x1 y1 x2 y2 cx cy r rx ry width height".split())
PAINT = frozenset({"fill", "stroke", "color"})
KEPT = (
    GEOMETRY
    | PAINT
    | frozenset(
        "d points transform id clip-path clip-rule display fill-opacity fill-rule opacity stroke-width stroke-linecap "
        "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity".split()
    )
)
EFFECTS = frozenset({"filter", "mask", "marker", "marker-start", "marker-mid", "marker-end"})
# What a gradient or one of its stops says; read where it is used.
SHADING = frozenset(
    "id x1 y1 x2 y2 cx cy r fx fy fr gradientUnits gradientTransform spreadMethod color-interpolation offset "
    "stop-color stop-opacity".split()
)
LENGTHS = GEOMETRY | {"stroke-width", "stroke-dashoffset"}
