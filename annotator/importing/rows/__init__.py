"""How the rows of a table become articles, one a row."""
