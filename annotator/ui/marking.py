"""How a coding becomes what the article shows of it: with its code's name and colour, its family and its coder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.memo_links import plain
from annotator.model.scheme_tree import name_paths
from annotator.model.settled import fingerprint
from annotator.ui.article.marks import CodingMark
from annotator.ui.initials import initials_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Code, Coder, Coding, Verdict

AGREES = {"agree": "You agree", "disagree": "You disagree", "": "Your comment"}


class Marking:
    """The scheme and the coders of a project, as one coder sees them.

    `judged` are the coder's own verdicts on colleagues' codings, by the id of the coding.
    """

    def __init__(self, coders: Sequence[Coder], codes: Sequence[Code], coder: str) -> None:
        self.coders = {one.id: one for one in coders}
        self.initials = initials_of({one.id: one.name for one in coders})
        self.codes = {code.id: code for code in codes}
        self.paths = name_paths(codes)
        self._coder = coder
        self.judged: Mapping[str, Verdict] = {}

    def mark(self, coding: Coding) -> CodingMark:
        """Return what the article shows of a coding."""
        code, path = self.codes[coding.code], self.paths[coding.code]
        judged, judged_words = said_to(coding, self.judged.get(coding.id))
        return CodingMark(
            id=coding.id, start=coding.start, end=coding.end, hue=code.colour, label=code.label, name=code.shown_name,
            full_name=code.name, coder=self.coders[coding.coder].name, memo=bool(coding.memo),
            memo_line=first_line(plain(coding.memo)) if coding.memo else "", suggested=coding.origin == "suggested",
            unsure=coding.unsure, stance=coding.stance, code=code.id,
            coder_id=coding.coder, initials="" if coding.coder == self._coder else self.initials[coding.coder],
            family=path[0] if len(path) > 1 else "", created=coding.created, judged=judged, judged_words=judged_words,
        )  # fmt: skip


def first_line(memo: str) -> str:
    """Return the first line of a memo that says something."""
    return next((line.strip() for line in memo.split("\n") if line.strip()), "")


def said_to(coding: Coding, verdict: Verdict | None) -> tuple[str, str]:
    """Return what a verdict says to a coding, and that as a sentence; nothing without a verdict that says anything.

    A coding that was changed since is neither agreed with nor disagreed with any more; the sentence still tells it.
    """
    if verdict is None or not (verdict.decision or verdict.reason):
        return "", ""
    comment = first_line(verdict.reason)
    holds = fingerprint((coding,)) == verdict.judged
    said = AGREES[verdict.decision] if holds or not verdict.decision else f"{AGREES[verdict.decision]}, changed since"
    return (verdict.decision or "comment") if holds else "comment", f"{said}: {comment}" if comment else said
