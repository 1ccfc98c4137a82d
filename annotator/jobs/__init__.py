"""What both faces do with a project: bring articles in, take extracts out, make the sample. No Qt, no SQL."""
