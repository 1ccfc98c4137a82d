"""The articles of a project, at the left of the Code page."""
