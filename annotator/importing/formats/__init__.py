"""Which text, which parts and which facts each kind of file holds: a reader for each."""
