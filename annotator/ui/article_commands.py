"""How an article gets another title and facts, and how it is removed with all that belongs to it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.counting import counted
from annotator.ui import messages
from annotator.ui.library.article_verbs import DESCRIBE, OPEN, REMOVE, SUGGEST, ArticleVerbs
from annotator.ui.scheme.what_goes_along import by_coder
from annotator.ui.typing_field import choose_all
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Declined, Quotation, Zone
    from annotator.project.project import Project
    from annotator.ui.facts_commands import FactsCommands
    from annotator.ui.library.article_form import ArticleForm, Known
    from annotator.ui.library_commands import LibraryCommands
    from annotator.ui.workspace import Workspace


class ArticleCommands:
    """The verbs act on the open article, or from the list on that of the row."""

    def __init__(self, workspace: Workspace, library: LibraryCommands, facts: FactsCommands) -> None:
        self._library, self._facts = library, facts
        self._workspace, self._desk, self._session = workspace, workspace.desk, workspace.session
        self.form: ArticleForm | None = None
        self.verbs = ArticleVerbs(workspace.page.articles, library.fill_menu)
        self.verbs.wanted.connect(self._wanted)
        self._desk.articles_changed.connect(self._articles_changed)

    def describe_article(self) -> None:
        """Open the form of the open article."""
        if self._desk.article is not None:
            self._describe([self._desk.article])

    def remove_article(self) -> None:
        """Remove the open article, after a question that says what goes with it."""
        if self._desk.article is not None:
            self._remove(self._desk.article)

    def may_leave(self) -> bool:
        """Tell whether the form may go, asking where something typed would be lost."""
        return self.form is None or self.form.may_go()

    def close(self) -> None:
        """Take the form away and hear the list no longer."""
        self._close_form()
        self.verbs.close()

    def _wanted(self, action: str, article_id: str) -> None:
        article = self._desk.articles.get(article_id)
        if article is None:
            return
        if action == OPEN:
            self._workspace.open_article(article.id)
        elif action == REMOVE:
            self._remove(article)
        elif action == SUGGEST:
            self._facts.suggested_facts()
        elif action == DESCRIBE:
            meant = self._workspace.page.articles.view.meant()
            self._describe([self._desk.articles[one] for one in meant if one in self._desk.articles])

    # title and facts

    def _describe(self, articles: Sequence[Article]) -> None:
        ids = [article.id for article in articles]
        if self.form is not None and [article.id for article in self.form.articles] != ids:
            if not self.form.may_go():
                return
            self._close_form()
        from annotator.ui.library.article_form import ArticleForm  # loaded when facts are first asked for

        if self.form is None:
            self.form = ArticleForm(articles, self._known(articles), self._workspace.page.window())
            self.form.save_wanted.connect(self._save)
            self.form.finished.connect(self._form_closed)
        self.form.appear()
        first = next(iter(self.form.fields.values()))
        first.setFocus()
        choose_all(first)

    def _known(self, articles: Sequence[Article]) -> Known:
        """Gather what the form shows beside the facts; of one article also what its text tells."""
        from annotator.jobs.facts_suggested import suggested_facts
        from annotator.ui.library.article_form import Known

        kept, ids = self._library.kept, [article.id for article in articles]
        suggested = {}
        if len(articles) == 1:
            suggested = suggested_facts(articles[0], self._session.project.text(articles[0].text_sha256))
        return Known(
            fields=kept.fields, values=self._library.values(ids), groups=kept.groups,
            inside=self._library.inside(ids), suggested=suggested,
        )  # fmt: skip

    def _save(self, said: edits.Description) -> None:
        form, kept = self.form, self._library.kept
        assert form is not None
        articles = [self._desk.articles[one.id] for one in form.articles if one.id in self._desk.articles]

        def make() -> ChangeSet:
            return edits.describe_articles(
                articles=articles, said=said, groups=kept.groups, memberships=kept.memberships, fields=kept.fields,
                values=kept.values,
            )  # fmt: skip

        if written(self._session, make, form.show_problem):
            form.saved()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.saved()

    def _form_closed(self, _result: int) -> None:
        self.form = None

    def _articles_changed(self) -> None:
        if self.form is not None and self.form.article.id not in self._desk.articles:
            self._close_form()

    # removing

    def _remove(self, article: Article) -> None:
        self._workspace.flush()
        project, names = self._session.project, {one.id: one.name for one in self._desk.coders.values()}
        numbers = Counter(coding.coder for coding in project.codings(articles=[article.id]))
        memos = len(project.memos("article", article.id))
        question = removal_question(article.title, by_coder(numbers, names), memos)
        if not messages.confirm(self._workspace.page.window(), question, "Remove"):
            return
        after = self._neighbour(article.id)
        open_here = self._desk.article is not None and self._desk.article.id == article.id
        if open_here and after:
            self._workspace.open_article(after)
        self._session.make(lambda there: _removal(there, article), numbers.total(), "Remove article")

    def _neighbour(self, article_id: str) -> str:
        """Return the article after this one in the list, else the one before; empty for the only one."""
        shown = [one for one in self._workspace.page.articles.shown_articles() if one in self._desk.articles]
        if article_id not in shown:
            return ""
        place = shown.index(article_id)
        return next(iter([*shown[place + 1 :], *reversed(shown[:place])]), "")


def _removal(project: Project, article: Article) -> ChangeSet:
    readings = [reading for reading in project.readings() if reading.article == article.id]
    found: list[Zone | Quotation | Declined] = [
        *project.zones(article.id),
        *project.quotations(article.id),
        *project.declined(article=article.id),
    ]
    return edits.remove_article(
        article=article, codings=project.codings(articles=[article.id]), readings=readings,
        memos=project.memos("article", article.id), found_in_text=found,
        facts=[*project.memberships(article.id), *project.field_values(article.id), *project.people(article.id)],
        review=[*project.verdicts(article.id), *project.answers(article.id)],
    )  # fmt: skip


def removal_question(title: str, along: str, memos: int) -> str:
    """Return what is asked before an article goes."""
    parts = ["its text", along, *([counted(memos, "memo")] if memos else [])]
    return f"Remove “{title}”: {', '.join(parts[:-1])} and {parts[-1]} go with it. Undo brings everything back."
