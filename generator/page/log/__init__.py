"""The strength log: weight and count for each set."""
