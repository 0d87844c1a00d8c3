"""Pocket cards to cut out."""
