"""The table of those in an article's cast who were made known by hand."""

CAST_TABLES = """
CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL, forms TEXT NOT NULL,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL
) STRICT;
CREATE INDEX person_article ON person(article);
"""
