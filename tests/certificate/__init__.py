"""What a certificate states, and the code that belongs to it."""
