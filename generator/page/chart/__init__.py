"""The 4-week chart: its grid, its steps, its numbers, and how they share pages."""
