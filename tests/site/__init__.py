"""The built site as files: its links, its policy, its weight, and what machines read."""
