"""The tables of what a review leaves: rounds, verdicts, answers; and what was agreed among the codings."""

REVIEW_TABLES = """
CREATE TABLE round (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, coders TEXT NOT NULL,
    articles TEXT NOT NULL, frozen TEXT NOT NULL, frozen_at TEXT NOT NULL,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED, created TEXT NOT NULL
) STRICT;
CREATE TABLE verdict (
    id TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, code TEXT NOT NULL, start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL,
    a_coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    b_coder TEXT REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    a TEXT NOT NULL, b TEXT NOT NULL, judged TEXT NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL,
    discuss INTEGER NOT NULL, by_both INTEGER NOT NULL,
    round TEXT REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL, modified TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
CREATE INDEX verdict_place ON verdict(article, start, "end");
CREATE INDEX verdict_round ON verdict(round);
CREATE TABLE answer (
    id TEXT PRIMARY KEY NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id) DEFERRABLE INITIALLY DEFERRED,
    coder TEXT NOT NULL REFERENCES coder(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL
) STRICT;
CREATE INDEX answer_verdict ON answer(verdict);
ALTER TABLE coding ADD COLUMN verdict TEXT REFERENCES verdict(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE coding ADD COLUMN adopted_from TEXT NOT NULL DEFAULT '';
CREATE INDEX coding_verdict ON coding(verdict) WHERE verdict IS NOT NULL;
"""
