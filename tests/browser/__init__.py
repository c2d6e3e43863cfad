"""What a learner meets, in a real browser."""
