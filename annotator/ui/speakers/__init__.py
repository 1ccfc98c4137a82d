"""Who speaks: the cast of an article, and one speaker's words across all articles."""
