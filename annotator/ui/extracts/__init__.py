"""The coded extracts: what there is, and how it goes out."""
