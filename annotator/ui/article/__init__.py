"""The article: its text, the codings drawn under it, and the margin beside it."""
