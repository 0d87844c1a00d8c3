"""Distance fields, triangles and pixels: what has a shape but no meaning yet."""
