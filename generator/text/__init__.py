"""Fonts, measuring and line breaking: the only room that knows how wide a text is."""
