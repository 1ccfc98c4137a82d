"""What can be asked of an open project: records, counts, texts, extracts."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from annotator.model.errors import Refused
from annotator.model.records import (
    RECORD_TYPES,
    Answer,
    Article,
    Code,
    Coder,
    Coding,
    Declined,
    Field,
    FieldValue,
    Group,
    Membership,
    Memo,
    Person,
    Quotation,
    Reading,
    Record,
    Round,
    Verdict,
    Zone,
)
from annotator.model.scheme_tree import tree_order
from annotator.model.speaking import known_speakers
from annotator.project import connection, counting, definitions, history, queries, searching
from annotator.project.revisions import past_states, read_revisions, standing
from annotator.project.rows import TABLES
from annotator.project.text_reads import LONGEST_VALUE, TextReads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.model.changes import Step
    from annotator.model.extracts import Extract, ExtractFilter
    from annotator.model.keyword_in_context import ArticleHits
    from annotator.model.progress import DefinitionChange
    from annotator.model.revisions import Revision, RowKey


class ProjectReads(TextReads):
    """The questions that need no coder and change nothing."""

    def coders(self) -> list[Coder]:
        """Return the coders, in the order they joined."""
        return self._read(lambda db: queries.records(db, Coder, "rowid"))  # the clock may jump

    def articles(self) -> list[Article]:
        """Return the articles in the order of import."""
        return self._read(lambda db: queries.records(db, Article, "position, id"))

    def codes(self) -> list[Code]:
        """Return the codes in tree order, parents before their sub-codes."""
        codes = self._read(lambda db: queries.records(db, Code))
        ordered = tree_order(codes)
        if len(ordered) != len(codes):
            raise connection.damaged(self.path, "codes hang below themselves")
        return ordered

    def readings(self) -> list[Reading]:
        """Return how far each coder is with each article."""
        return self._read(lambda db: queries.records(db, Reading, "article, coder"))

    def memos(self, about: str | None = None, subject: str | None = None) -> list[Memo]:
        """Return the memos on project, articles and codes; the memo of a coding is in the coding."""
        return self._read(lambda db: queries.memos(db, about, subject))

    def codings(
        self,
        *,
        articles: Sequence[str] | None = None,
        coders: Sequence[str] | None = None,
        codes: Sequence[str] | None = None,
    ) -> list[Coding]:
        """Return codings by article, start and end. Whose is an argument: while coding, one's own."""
        return self._read(lambda db: queries.codings(db, articles=articles, coders=coders, codes=codes))

    def all_records(self) -> dict[type[Record], dict[str, Record]]:
        """Return every row of every kind by its id: what two copies of a project are compared by."""
        return self._read(
            lambda db: {kind: {one.id: one for one in queries.records(db, kind)} for kind in RECORD_TYPES}
        )

    def revisions(self) -> dict[RowKey, Revision]:
        """Return how often rows were written, those left out that were written once.

        Raises CannotOpen when they cannot be read.
        """
        try:
            return self._read(read_revisions)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise connection.damaged(self.path, "how often its rows were written cannot be read") from error

    def distrust(self) -> None:
        """Read no value longer than an article can be from now on: the file came from elsewhere."""
        self._db.conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)

    def standing_coder(self, coder: Coder) -> Coder:
        """Return the coder who stands for one since the two were said to be one person; as a rule the same."""
        row = self._read(lambda db: standing(db, TABLES[Coder], coder.id))
        return next((one for one in self.coders() if one.id == row), coder) if row != coder.id else coder

    def past_states(self, key: RowKey) -> list[Record]:
        """Return what a row was before it became what it is, as far as the history of this file knows."""
        return self._read(lambda db: past_states(db, key))

    def coded_spans(self, article: str, coder: str) -> list[tuple[int, int]]:
        """Return where a coder's codings of an article stand in its text, without the lost ones."""
        return self._read(lambda db: queries.coded_spans(db, article, coder))

    def zones(self, article: str | None = None) -> list[Zone]:
        """Return the zones of an article, or of all, in the order of the text."""
        return self._read(lambda db: queries.in_text(db, Zone, article))

    def quotations(self, article: str | None = None) -> list[Quotation]:
        """Return the quotations of an article, or of all, in the order of the text."""
        return self._read(lambda db: queries.in_text(db, Quotation, article))

    def people(self, article: str | None = None) -> list[Person]:
        """Return who was made known by hand in the cast of an article, or of all, by name."""
        return self._read(lambda db: queries.of_article(db, Person, article, "name, id"))

    def speakers(self) -> list[str]:
        """Return everybody who is known to speak in an article, in alphabetical order."""
        return known_speakers(self.quotations())

    def declined(self, *, article: str | None = None, coder: str | None = None) -> list[Declined]:
        """Return the proposed sentences that were turned down, of an article or a coder or all."""
        return self._read(lambda db: queries.declined(db, article, coder))

    def rounds(self) -> list[Round]:
        """Return the rounds of coding, in their order."""
        return self._read(lambda db: queries.records(db, Round, "position, created, id"))

    def verdicts(self, article: str | None = None) -> list[Verdict]:
        """Return the verdicts on an article, or on all, in the order of the text; each reviewer's."""
        return self._read(lambda db: queries.of_article(db, Verdict, article, 'article, start, "end", created, id'))

    def answers(self, article: str | None = None) -> list[Answer]:
        """Return what was said to the verdicts on an article, or on all, oldest first."""
        return self._read(lambda db: queries.answers(db, article))

    def groups(self) -> list[Group]:
        """Return the groups of articles, in their order."""
        return self._read(lambda db: queries.records(db, Group, "position, created, id"))

    def memberships(self, article: str | None = None) -> list[Membership]:
        """Return which articles are in which groups, in the order they were put in; of one article or of all."""
        return self._read(lambda db: queries.of_article(db, Membership, article, "position, id"))

    def fields(self) -> list[Field]:
        """Return the fields of one's own, in their order."""
        return self._read(lambda db: queries.records(db, Field, "position, created, id"))

    def field_values(self, article: str | None = None) -> list[FieldValue]:
        """Return what articles have in the fields of one's own, of one article or of all."""
        return self._read(lambda db: queries.of_article(db, FieldValue, article, "field, id"))

    def coding(self, coding_id: str) -> Coding | None:
        """Return one coding by its id, anyone's; none where there is none."""
        found = self._read(lambda db: queries.records(db, Coding, where="id = ?", values=(coding_id,)))
        return found[0] if found else None

    def codings_aside(self, *, coders: Sequence[str] | None = None) -> list[Coding]:
        """Return the codings that lie wholly in what is set aside, and so do not count."""
        return self._read(lambda db: counting.codings_aside(db, coders=coders))

    def codings_touching(self, *, article: str, coder: str, start: int, end: int) -> list[Coding]:
        """Return a coder's codings of an article that have a letter in `[start, end)`, without the lost ones."""
        return self._read(lambda db: counting.codings_touching(db, article=article, coder=coder, start=start, end=end))

    def counts_by_code(
        self, *, coders: Sequence[str] | None = None, article: str | None = None, with_aside: bool = False
    ) -> dict[str, int]:
        """Return code id -> number of codings, those in what is set aside only where that is said."""
        return self._read(lambda db: counting.counts(db, "code", coders=coders, article=article, with_aside=with_aside))

    def counts_by_article(self, *, coders: Sequence[str] | None = None, with_aside: bool = False) -> dict[str, int]:
        """Return article id -> number of codings, those in what is set aside only where that is said."""
        return self._read(lambda db: counting.counts(db, "article", coders=coders, with_aside=with_aside))

    def counts_by_coder(self, *, codes: Sequence[str] | None = None, with_aside: bool = False) -> dict[str, int]:
        """Return coder id -> number of codings, those in what is set aside only where that is said."""
        return self._read(lambda db: counting.counts(db, "coder", codes=codes, with_aside=with_aside))

    def extracts(self, chosen: ExtractFilter) -> Iterator[Extract]:
        """Yield the extracts by article, start and end, in bounded memory."""
        with connection.told(self.path):
            try:
                yield from queries.extracts(self._db, chosen)
            except KeyError as error:
                raise connection.damaged(self.path, f"a coding points at {error}, which is not there") from error

    def search(self, words: str) -> list[Article]:
        """Return the articles whose text matches an FTS5 expression.

        Raises Refused when the expression cannot be understood.
        """
        try:
            found = {article for article, _ in queries.search(self._db, words)}
        except sqlite3.OperationalError as error:
            message = f"“{words}” cannot be searched for ({error}). Put phrases in straight quotation marks."
            raise Refused(message) from error
        return [article for article in self.articles() if article.id in found]

    def find(self, words: str) -> list[ArticleHits]:
        """Return the articles that hold all of the words as typed, each with its text and every place of a word."""
        return self._read(lambda db: list(searching.find(db, words)))

    def scheme_version(self) -> int:
        """Return the seq of the last step that changed the scheme, 0 without one."""
        sql = "SELECT coalesce(max(step), 0) FROM change WHERE table_name = 'code'"
        return int(self._read(lambda db: db.execute(sql).fetchone()[0]))

    def definition_changes(self, code: str) -> list[DefinitionChange]:
        """Return each change of a code's definition, include or exclude rule, oldest first."""
        return self._read(lambda db: definitions.definition_changes(db, code))

    def coded_in_step(self, code: str) -> dict[str, int]:
        """Return coding id -> seq of the step in which somebody gave it this code."""
        return self._read(lambda db: definitions.coded_in_step(db, code))

    def last_time(self) -> str:
        """Return when the newest step was written, UTC in ISO 8601; empty in a new project."""
        row = self._read(lambda db: db.execute("SELECT time FROM step ORDER BY seq DESC LIMIT 1").fetchone())
        return str(row[0]) if row else ""

    def history(self, *, coder: str | None = None) -> list[Step]:
        """Return the steps, oldest first, of one coder or of all."""
        return self._read(lambda db: history.steps(db, coder=coder))
