"""Pages before and after a change, side by side."""
