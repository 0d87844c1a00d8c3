"""Exercises found by words: what may be asked, and an index that answers."""
