"""The tag panel and the finder: where the analyst meets the scheme."""
