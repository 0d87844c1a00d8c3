"""The card layout: what opens a handout, a card for each exercise, what closes it."""
