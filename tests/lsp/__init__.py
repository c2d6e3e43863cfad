"""The language server, as an editor speaks with it."""
