"""The compact layout for the fridge door."""
