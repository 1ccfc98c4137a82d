"""Which keys do what on this computer, and how that is changed."""
