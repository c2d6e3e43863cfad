"""What a stranger may write into a course: scripts, traps and floods."""
