"""Work goes to a colleague and comes from one: the windows and commands of sending and receiving."""
