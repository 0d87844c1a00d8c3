"""What detail cards say: the card of an exercise, and the pages that lie behind a sheet."""
