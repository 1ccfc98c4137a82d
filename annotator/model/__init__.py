"""What the work is: records and the edits on them. No input or output."""
