"""What in an article is not running text, and what its head tells about it."""
