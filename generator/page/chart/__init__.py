"""The progress chart: its grid, its steps, its numbers, and how they share pages."""
