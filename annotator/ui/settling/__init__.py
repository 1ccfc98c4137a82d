"""What the reviewer does on the Review page: two coders' work compared, each difference settled."""
