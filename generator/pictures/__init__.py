"""A user's own pictures: a file name comes in, a value that a page can hold goes out, never a library's object."""
