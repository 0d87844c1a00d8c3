"""How well a colour reads on white, and the nearest darker colour that reads well enough."""

from __future__ import annotations

from generator.problems import Problem, Severity, place_of

# WCAG 2.2, 1.4.6 (AAA): text on its ground at least 7:1; 1.4.3 (AA): at least 4.5:1.
GOOD = 7.0
LEAST = 4.5


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2, definitions)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str = "#FFFFFF") -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, definitions)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def darkened(colour: str, ratio: float = GOOD) -> str:
    """The colour itself if it reads at `ratio` on white, else darker at the same hue (OKLCH) until it does."""
    if contrast(colour) >= ratio:
        return colour.upper()
    lightness, a, b = _to_oklab(colour)
    low, high = 0.0, 1.0
    for _ in range(20):
        share = (low + high) / 2
        # Chroma shrinks with lightness, or dark colours would fall out of what a printer can show.
        if contrast(_from_oklab(lightness * share, a * share, b * share)) >= ratio:
            low = share
        else:
            high = share
    return _from_oklab(lightness * low, a * low, b * low)


def darkening(colour: str) -> Problem | None:
    """A warning, at the colour's place, that a darker one is printed; None for a colour that reads well."""
    darker = darkened(colour)
    if darker == colour.upper():
        return None
    return Problem(
        f"{colour} is too pale for text on white ({contrast(colour):.1f} to 1): {darker} is printed",
        place_of(colour),
        hint=f'at least {GOOD:g} to 1; write "{darker}" to see it here, too',
        severity=Severity.WARNING,
        rule="contrast",
    )


def _linear(colour: str) -> tuple[float, float, float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _to_oklab(colour: str) -> tuple[float, float, float]:
    """Ottosson, "A perceptual color space for image processing", 2020."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> str:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_byte(part):02X}" for part in linear)


def _byte(linear: float) -> int:
    clipped = min(max(linear, 0.0), 1.0)
    encoded = clipped * 12.92 if clipped <= 0.0031308 else 1.055 * clipped ** (1 / 2.4) - 0.055
    return int(encoded * 255)  # rounded down: never lighter than asked
