"""What was decided about one's codings, read from the project and put into words for the window."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from annotator.jobs.passes import hidden_from
from annotator.model.counting import counted
from annotator.model.passages import paragraph_number, paragraphs
from annotator.model.progress import codings_before_definition
from annotator.model.records import AGREED_ID
from annotator.reviewing.learning import by_code, reviewed_codings
from annotator.ui.dates import shown_moment
from annotator.ui.learning.shown import ShownAnswer, ShownPassage, ShownReviewed
from annotator.ui.settling.differences_shown import words_of
from annotator.ui.settling.settling_shown import meaning_of, shared_stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.records import Answer, Article, Coding, Verdict
    from annotator.reviewing.learning import Reviewed
    from annotator.ui.desk import Desk


class ReviewedWork:
    """Reads anew each time; `known` has what was found last, by the id of the verdict."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.known: dict[str, Reviewed] = {}
        self._starts: dict[str, list[int]] = {}

    def read(self) -> tuple[list[ShownReviewed], str]:
        """Return what was decided, by code in the order of the scheme and in it by place; and what is kept back.

        Of an article in which one's own blind pass is not finished nothing is shown but what is said of one's own
        codings alone, which tells nothing of a colleague's.
        """
        desk, project = self._desk, self._desk.session.project
        hidden = hidden_from(project, desk.coder)
        codings = project.codings(coders=[desk.coder, AGREED_ID])
        found = reviewed_codings(desk.coder, project.verdicts(), codings, project.answers())
        found = [one for one in found if one.verdict.article in desk.articles]
        shown = [one for one in found if one.verdict.kind == "coding" or one.verdict.article not in hidden]
        self.known = {one.verdict.id: one for one in shown}
        kept_back = len(found) - len(shown)
        why = (
            f"{counted(kept_back, 'decision')} more in articles you have not finished: shown once you have."
            if kept_back else ""
        )  # fmt: skip
        return self._in_words(shown), why

    def _in_words(self, found: Iterable[Reviewed]) -> list[ShownReviewed]:
        articles = {article: number for number, article in enumerate(self._desk.articles)}
        groups, words = by_code(found, list(self._desk.codes)), list[ShownReviewed]()
        for code, verdicts in groups.items():
            before = self._before_definition(code)
            ordered = sorted(verdicts, key=lambda one: (articles[one.verdict.article], _start(one), one.verdict.id))
            words += [self._one(one, code, before) for one in ordered]
        return words

    def _one(self, one: Reviewed, code_id: str, before: int) -> ShownReviewed:
        verdict, code = one.verdict, self._desk.codes.get(code_id)
        article = self._desk.articles[verdict.article]
        return ShownReviewed(
            verdict=verdict.id, outcome=one.outcome, article=article.id, article_title=article.title,
            paragraph=max(1, paragraph_number(self._paragraphs(article), _start(one))),
            code=code_id, label=code.label if code else "", name=code.shown_name if code else "a deleted code",
            hue=code.colour if code else "", own=self._passage(one.own, one.agreed),
            agreed=self._passage(one.agreed, one.own), reason=verdict.reason, decided=self._decided(verdict),
            by_both=verdict.by_both, before=before, meaning=meaning_of(code), answers=self.answers(one.answers),
        )  # fmt: skip

    def answers(
        self, answers: Sequence[Answer], called: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[ShownAnswer, ...]:
        """Return answers in words, oldest first; `called` names coders otherwise, by their ids."""
        ordered = sorted(answers, key=lambda one: (one.created, one.id))
        return tuple(
            ShownAnswer(
                one.id,
                called.get(one.coder) or self._name(one.coder),
                _when(one.modified),
                one.text,
                own=one.coder == self._desk.coder,
            )
            for one in ordered
        )

    def _paragraphs(self, article: Article) -> list[int]:
        """Return where the paragraphs of an article begin; each text is looked through once."""
        if article.text_sha256 not in self._starts:
            text = self._desk.session.project.text(article.text_sha256)
            self._starts[article.text_sha256] = [start for start, _ in paragraphs(text)]
        return self._starts[article.text_sha256]

    def _passage(self, codings: Sequence[Coding], others: Sequence[Coding]) -> ShownPassage | None:
        if not codings:
            return None
        code = self._desk.codes.get(codings[0].code)
        differs = bool(others) and others[0].code != codings[0].code
        title = code.title if code is not None and differs else ""
        hue = code.colour if code is not None else ""
        return ShownPassage(words_of(codings), title, hue, shared_stretches(codings, others))

    def _decided(self, verdict: Verdict) -> str:
        who, when = self._name(verdict.coder), _when(verdict.modified)
        if verdict.kind == "coding":
            return f"{who}, {when}"
        if not verdict.decision:
            return f"Noted by {who}, {when}"
        return f"Decided by both, written down by {who}, {when}" if verdict.by_both else f"Decided by {who}, {when}"

    def _name(self, coder: str) -> str:
        if coder == self._desk.coder:
            return "you"
        return self._desk.coders[coder].name if coder in self._desk.coders else "somebody"

    def _before_definition(self, code: str) -> int:
        """Return how many of one's codings of a code were made under another definition than it has now."""
        project = self._desk.session.project
        changes = project.definition_changes(code) if code in self._desk.codes else []
        own = project.codings(codes=[code], coders=[self._desk.coder]) if changes else []
        return len(codings_before_definition(changes, own, project.coded_in_step(code))) if own else 0


def _start(one: Reviewed) -> int:
    found = one.own or one.agreed
    return found[0].start if found else one.verdict.start


def _when(moment: str) -> str:
    return shown_moment(moment, datetime.now().astimezone())
