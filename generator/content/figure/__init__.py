"""The `figure:` mapping of an exercise: poses, props and the words they are made of."""
