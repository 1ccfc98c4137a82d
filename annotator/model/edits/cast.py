"""What is said of a whole member of an article's cast: that it is nobody, or whom the article interviews."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.speakers import BY_HAND
from annotator.model.errors import Refused
from annotator.model.passage_speech import ASKED, NOT_SPOKEN, REPORTED
from annotator.model.passages import paragraphs
from annotator.model.progress import covered
from annotator.model.records import Zone, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.model.passages import Span
    from annotator.model.records import Article, Coder, Quotation

INTERVIEWER = "the interviewer"
ANSWERS = "the article was said to be an interview with {}"
ASKS = "asks in what was said to be an interview"


def leave_out_speaker(*, quotations: Iterable[Quotation], speaker: str, coder: Coder) -> ChangeSet:
    """Say that a name is no person: its quotations have nobody to be named, which counts as confirmed."""
    folded = " ".join(speaker.split()).casefold()
    changes = [
        Change(one, replace(one, speaker="", grade="none", confirmed=True, reason=BY_HAND, coder=coder.id))
        for one in quotations if one.speaker.casefold() == folded
    ]  # fmt: skip
    return ChangeSet(f"Not a person: {speaker}", tuple(changes))


def set_interview(
    *, article: Article, text: str, speaker: str, coder: Coder, quotations: Iterable[Quotation], zones: Iterable[Zone]
) -> ChangeSet:
    """Say that an article is an interview with somebody: the answers are theirs, the questions the interviewer's.

    `quotations` and `zones` are those of the article. What somebody confirmed stays, and so does what a rule is sure
    that another one said. Unmarked paragraphs that end in a question mark become questions. Raises Refused for nobody.
    """
    name = " ".join(speaker.split())
    if not name:
        raise Refused("Nobody is named, so nothing was changed. Choose whom the article interviews.")
    known, there = list(quotations), [zone for zone in zones if zone.article == article.id]
    changes = [*_answers(known, name, coder), *_questions(article, text, known, there, coder)]
    return ChangeSet(f"Interview with {name}", tuple(changes))


def _answers(quotations: Iterable[Quotation], name: str, coder: Coder) -> Iterator[Change]:
    for one in quotations:
        other = one.grade == "sure" and one.speaker.casefold() != name.casefold()
        if one.confirmed or other or one.kind in NOT_SPOKEN or one.kind == REPORTED:
            continue
        asked = one.kind == ASKED
        speaker, reason = (INTERVIEWER, ASKS) if asked else (name, ANSWERS.format(name))
        after = replace(one, speaker=speaker, grade="sure" if one.grade == "sure" else "likely", reason=reason)
        if after != one:
            yield Change(one, replace(after, coder=coder.id))


def _questions(
    article: Article, text: str, quotations: Iterable[Quotation], zones: Iterable[Zone], coder: Coder
) -> Iterator[Change]:
    taken = covered([*((one.start, one.end) for one in quotations), *((zone.start, zone.end) for zone in zones)])
    at = 0
    for low, high in paragraphs(text):
        while at < len(taken) and taken[at][1] <= low:
            at += 1
        free = at == len(taken) or taken[at][0] >= high
        if free and text[low:high].rstrip().endswith("?"):
            yield Change(None, _question(article, (low, high), text, coder))


def _question(article: Article, span: Span, text: str, coder: Coder) -> Zone:
    start, end = span
    words = text[start:end]
    start, end = end - len(words.lstrip()), start + len(words.rstrip())
    return Zone(
        id=new_id(), article=article.id, start=start, end=end, kind="question", state="kept", reason=ASKS,
        coder=coder.id, created=now(),
    )  # fmt: skip
