"""Extracts and schemes become files."""
