"""The project file: one door in, records out. The only SQL."""
