"""Article files and schemes become records."""
