"""What a coder learns from a review: her codings as they were decided, what was said to them, and her answers."""
