"""The typefaces that everything is set in, by the weight of a text."""

from __future__ import annotations

# Weight of a text to the faces that are tried for it, in order.
FAMILY = {
    "regular": ("SourceSans3-Regular",),
    "medium": ("SourceSans3-Medium", "SourceSans3-Regular"),
    "semibold": ("SourceSans3-SemiBold", "SourceSans3-Regular"),
    "bold": ("SourceSans3-Bold", "SourceSans3-Regular"),
}
