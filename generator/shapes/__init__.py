"""Geometry, paths and drawings as plain values; this room depends on nothing."""
