"""Everything the analyst sees. The only Qt."""
