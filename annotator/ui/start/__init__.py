"""What an analyst sees before a project is open."""
