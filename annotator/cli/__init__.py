"""The same jobs from a terminal. No Qt is imported except by `open`, `demo` and `picture`."""
