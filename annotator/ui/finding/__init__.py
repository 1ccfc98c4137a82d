"""How passages, articles and actions are found."""
