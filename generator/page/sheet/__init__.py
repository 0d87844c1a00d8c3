"""The front of the sheet."""
