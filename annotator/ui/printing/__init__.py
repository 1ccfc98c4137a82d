"""How an article with its codings gets onto paper: planned as plain data, painted page by page, printed or saved."""
