"""Tests mirror the folders of the source; the browser's are in `browser/`."""
