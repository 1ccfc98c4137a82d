"""Two coders' work compared and settled."""
