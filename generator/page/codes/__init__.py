"""Codes for cameras, and the addresses printed under them."""
