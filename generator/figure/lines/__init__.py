"""What is painted: outlines, tints, folds, faces, muscles, shadow and mat."""
