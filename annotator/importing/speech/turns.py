"""Whose turn it is in a transcript: lines that begin with a label and a colon, `Q:` or `MS HOLM:`, without marks.

A text is taken for a transcript where at least three lines are turns, by at least two, one of whom speaks again.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.speech.words import PRONOUNS, ROLE_HEADS, is_role, words
from annotator.model.passages import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.passages import Span

QUESTION, ANSWER = words("q question int interviewer"), words("a answer")
_LABEL = re.compile(
    r"[ \t]*(?:\*\*|__)?"
    r"((?:[A-ZÀ-Þ][\w.’'-]*|\d{1,2}|\([\w ]{1,20}\))(?:[ \u00a0](?:[A-ZÀ-Þ][\w.’'-]*|\d{1,2}|\([\w ]{1,20}\))){0,4})"
    r"(?:\*\*|__)?[ \u00a0]?:(?:\*\*|__)?[ \t\u00a0]+(?=[^\s“„\"«‘'])"
)
_FIELDS = words(
    "tel telephone phone mobile fax email e-mail mail web website url subject from to cc bcc date sent present ",
    "apologies attendance action actions resolved agreed note notes photo photos image images picture pictures source ",
    "sources credit related tags topics published updated related figure table box chart sidebar contact author ",
    "by words where when time venue place price isbn doi vol volume issue page title summary keywords abstract ",
    "copyright read exclusive watch listen update correction editor foto quelle tél téléphone courriel objet",
)
_LEAST, _LEAST_LABELS = 3, 2
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says: `start` to `end` are the words behind the label, in code points."""

    line: int
    start: int
    end: int
    label: str

    @property
    def asks(self) -> bool:
        """Whether the label is that of a question."""
        return self.label.lower().rstrip(".") in QUESTION

    @property
    def answers(self) -> bool:
        """Whether the label is that of an answer."""
        return self.label.lower().rstrip(".") in ANSWER


def turns_of(text: str, aside: Iterable[Span] = ()) -> list[Turn]:
    """Return the turns of a transcript; none where the text is no transcript. `aside` are lines set aside."""
    gone = {start for start, _ in aside}
    found = [turn for start, end in paragraphs(text) if start not in gone and (turn := _turn(text, start, end))]
    labels = Counter(turn.label.casefold() for turn in found)
    again = any(count > 1 for count in labels.values())
    return found if len(found) >= _LEAST and len(labels) >= _LEAST_LABELS and again else []


def label_names(label: str) -> bool:
    """Tell whether words before a colon can be the name of whoever speaks: `Ann Holm`, `The chair`, not `He fumed`."""
    words = label.split()
    last = words[-1].strip("()")
    role = last.lower() in ROLE_HEADS or is_role(last.lower())
    return bool(last) and words[0].lower() not in PRONOUNS and (last[0].isupper() or role)


def _turn(text: str, start: int, end: int) -> Turn | None:
    label = _LABEL.match(text, start, min(end, start + 2 * _LONGEST_LABEL))
    if label is None or len(label[1]) > _LONGEST_LABEL:
        return None
    first = label[1].split()[0].lower().rstrip(".")
    last = start + len(text[start:end].rstrip())
    return None if first in _FIELDS or last <= label.end() else Turn(start, label.end(), last, label[1])
