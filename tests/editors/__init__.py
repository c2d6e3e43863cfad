"""What editors need besides the language server."""
