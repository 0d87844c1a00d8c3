"""The body as plain data: bones and their limits, proportions of people, where muscles lie, the words for all of it."""
