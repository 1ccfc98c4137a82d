"""How much each coder has done, and how the use of the codes moves from week to week."""
