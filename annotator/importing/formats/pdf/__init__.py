"""How a PDF becomes paragraphs: its letters stand in places on pages, nothing more."""
