"""Where somebody speaks in an article, and who."""
