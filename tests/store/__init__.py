"""What a browser remembers of a course: how two of them are put together, and how what is old is read."""
