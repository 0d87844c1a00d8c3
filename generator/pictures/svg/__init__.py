"""SVG pictures: bytes come in, a drawing of filled paths or a problem at its place goes out."""
