"""What is wrong with a content file, in our own words: values against models, names against the library."""
