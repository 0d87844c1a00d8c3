"""A Drawing and a table of colours to the text of an SVG file."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from generator.shapes.drawing import Drawing, Fill, Label, Stroke
from generator.shapes.gradient import Gradient
from generator.shapes.path import number_text, segments

Rgb = tuple[float, float, float]


def svg_text(
    drawing: Drawing, colours: Mapping[str, Rgb], words: Mapping[str, str] | None = None, title: str = ""
) -> str:
    """The SVG document. `colours` maps colour names to red, green, blue (0-1); `words` the keys of labels to text."""
    width, height = number_text(drawing.width), number_text(drawing.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">'
    ]
    if title:
        lines.append(f"<title>{escape(title)}</title>")
    lines.append(f'<g transform="scale({drawing.unit:.6g})" stroke-linecap="round" stroke-linejoin="round">')
    for number, op in enumerate(drawing.ops):
        if isinstance(op, Fill) and op.shade:
            lines += _shaded(op, op.shade, f"shade{number}")
        else:
            lines.append(_element(op, colours))
    lines.append("</g>")
    lines += [_label(label, words or {}) for label in drawing.labels]
    lines.append("</svg>\n")
    return "\n".join(lines)


def _element(op: Fill | Stroke, colours: Mapping[str, Rgb]) -> str:
    data = _path_data(op)
    colour = _hex(op.colour, colours)
    if isinstance(op, Fill):
        return f'<path d="{data}" fill="{colour}" fill-rule="evenodd"/>'
    dash = f' stroke-dasharray="{" ".join(number_text(d) for d in op.dash)}"' if op.dash else ""
    return f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{number_text(op.width)}"{dash}/>'


def _shaded(fill: Fill, shade: Gradient, name: str) -> list[str]:
    if shade.start is None:
        kind, ends = "linearGradient", 'x1="0" y1="0" x2="1" y2="0"'
    else:
        x, y, radius = (f"{value:.6g}" for value in shade.start)
        kind, ends = "radialGradient", f'cx="0" cy="0" r="1" fx="{x}" fy="{y}" fr="{radius}"'
    *turn, right, down = shade.matrix
    matrix = " ".join(f"{value:.6g}" for value in (*turn, right + fill.at[0], down + fill.at[1]))
    stops = "".join(f'<stop offset="{offset:.6g}" stop-color="{colour}"/>' for offset, colour in shade.stops)
    space = f'gradientUnits="userSpaceOnUse" {ends} gradientTransform="matrix({matrix})"'
    return [
        f'<{kind} id="{name}" {space}>{stops}</{kind}>',
        f'<path d="{_path_data(fill)}" fill="url(#{name})" fill-rule="evenodd"/>',
    ]


def _path_data(op: Fill | Stroke) -> str:
    # Relative commands are a third shorter.
    words: list[str] = []
    start = here = (0.0, 0.0)
    for operator, points in segments(op.path):
        if operator == "h":
            words.append("z")
            here = start
        elif operator == "m":
            start = here = points[0]
            words.append(f"M{number_text(here[0] + op.at[0])} {number_text(here[1] + op.at[1])}")
        else:
            rest = " ".join(f"{number_text(x - here[0])} {number_text(y - here[1])}" for x, y in points)
            words.append(operator + rest)
            here = points[-1]
    return "".join(words)


def _label(label: Label, words: Mapping[str, str]) -> str:
    text = escape(words.get(label.key, label.key))
    place = f'x="{number_text(label.x)}" y="{number_text(label.y)}" text-anchor="{label.anchor}"'
    return f'<text {place} font-family="sans-serif" font-size="8">{text}</text>'


def _hex(name: str, colours: Mapping[str, Rgb]) -> str:
    if name.startswith("#"):
        return name
    return "#" + "".join(f"{round(255 * value):02x}" for value in colours[name])
