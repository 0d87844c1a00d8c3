"""Finished pages in, files out; decides nothing about layout."""
