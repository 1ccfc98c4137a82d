"""Where names of people stand in a text, and whether a woman or a man has one.

Runs of words with capitals are looked at; titles, roles and the first words of sentences are cut off them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.importing.speech.given_names import GIVEN, MEN, WOMEN
from annotator.importing.speech.words import (
    BETWEEN,
    BODIES,
    CUES,
    DETERMINERS,
    FEMALE,
    MALE,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    STOPS_SUBJECT,
    TITLES,
    is_role,
    words,
)
from annotator.model.passages import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽ"
_TITLE = r"(?:Mrs?|Ms|Dr|Prof|Rev|Sen|Rep|Gov|St|Jr|Sr|Mme|Mlle|Cllr|Capt)"
_ONE = rf"(?:[{_UPPER}]\.|{_TITLE}\.|[{_UPPER}][\w-]*(?:[’'][\w-]+){{0,3}})"
_PARTICLE = r"(?:(?:de|du|van|von|der|den|la|al|bin|di|da)[ \u00a0])?"
_RUN = re.compile(rf"(?<![\w’'-]){_ONE}(?:[ \u00a0]{_PARTICLE}{_ONE}){{0,7}}")
_CUT = (
    BETWEEN | STOPS_SUBJECT | PREPOSITIONS | CUES | frozenset(PRONOUNS) | DETERMINERS
    | words("asked according selon laut pour chez für beim yesterday today later local former deputy senior",
            "commenting speaking outgoing")
)  # fmt: skip
_PRONOUN = re.compile(r"\b(?:she|her|hers|herself|he|his|him|himself|elle|er|sie|ihr|ihre|seine?)\b", re.IGNORECASE)
_SEX = {"she": "f", "her": "f", "hers": "f", "herself": "f", "elle": "f", "sie": "f", "ihr": "f", "ihre": "f"}
_BOUND = re.compile(r"[.?!…\n][\"”’»“]?\s|\n")
_LEAD, _LEAD_WORDS = 60, 5
_LINE = 140  # characters of a headline
_LATER = frozenset(["jr", "sr"])
_NEAR = 160
LONGEST_PARAGRAPH = 20_000  # characters; in longer ones nobody is looked for
_MOST = 20  # people of one surname
_LONGEST = 4  # words of a name


@dataclass(frozen=True, slots=True)
class Named:
    """A run of capitals at a place, without what stands before the name. `titles` in small letters."""

    at: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()


@dataclass(slots=True)
class Names:
    """The people named in a text. `text` is that of the article with the words of its quotations blanked out."""

    text: str
    full: dict[str, list[str]] = field(default_factory=dict)  # by surname, the one named first leading
    sex: dict[str, str] = field(default_factory=dict)
    _first: dict[str, str] = field(default_factory=dict)
    _people: set[str] = field(default_factory=set)
    _at: list[int] = field(default_factory=list)
    _who: list[str] = field(default_factory=list)
    _leads: list[bool] = field(default_factory=list)

    def learn(self, whole: str) -> list[Named]:
        """Learn full names from the whole text, then where people are named outside quotations; return the runs."""
        runs = list(named_in(whole))
        for run in runs:
            if 2 <= len(run.words) <= _LONGEST:
                self._learn_name(run)
        for run in runs:
            if run.titles:
                self._learn_title(run)
            if self._first:
                self._learn_first(run, whole)
        self._find_people(run for run in runs if self.text.startswith(whole[run.at : run.end], run.at))
        return runs

    def person(self, parts: Sequence[str], sex: str = "") -> str:
        """Return the full name that the words of a name stand for, or the words."""
        name = " ".join(parts)
        known = self.full.get(surname(parts), [])
        if len(parts) == 1:
            fits = [one for one in known if self.sex.get(one, sex) == sex] if sex else known
            return next(iter(fits or known), self._first.get(name, name))
        return name if name in known else next((one for one in known if one.split()[0] == parts[0]), name)

    def knows(self, name: str) -> bool:
        """Tell whether a name, or the person of this surname, is printed in full somewhere."""
        return name in self.full or name in self.full.get(name.split()[-1], ())

    def named_between(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the people named in a stretch."""
        low, high = bisect_left(self._at, start), bisect_left(self._at, end)
        return list(zip(self._at[low:high], self._who[low:high], strict=True))

    def before(self, at: int) -> Iterator[tuple[int, str, bool]]:
        """Return the people named before a place, the nearest first, and whether they lead their sentence."""
        for place in range(bisect_left(self._at, at) - 1, -1, -1):
            yield self._at[place], self._who[place], self._leads[place]

    def _learn_name(self, run: Named) -> None:
        name = " ".join(run.words)
        first, last = run.words[0], surname(run.words)
        if (first.isupper() and len(first) > 2) or last.isupper():
            return
        there = self.full.setdefault(last, [])
        same = next((one for one in there if one.split()[0] == first), None)
        if same is None and len(there) < _MOST:
            there.append(name)
        name = same or name
        known = first.lower()
        if known in GIVEN or run.titles or run.words[-1].lower().rstrip(".") in _LATER:
            self._people.add(name)
        self._first.setdefault(first, name)
        if known in GIVEN:
            self.sex.setdefault(name, "f" if known in WOMEN and known not in MEN else "m")

    def _learn_title(self, run: Named) -> None:
        name = self.person(run.words, sex_of(run.titles))
        for title in run.titles:
            self._people.add(name)
            if title in MALE | FEMALE:
                self.sex[name] = "m" if title in MALE else "f"

    def _is_full(self, name: str) -> bool:
        return name in self.full.get(surname(name.split()), ())

    def _learn_first(self, run: Named, whole: str) -> None:
        """Take a name whose first word stands alone inside a sentence for that of a person."""
        if len(run.words) == 1 and run.words[0] in self._first and whole[max(0, run.at - 2) : run.at - 1].isalpha():
            self._people.add(self._first[run.words[0]])

    def _find_people(self, runs: Iterable[Named]) -> None:
        """Find where people are named, and take the pronouns that follow them for a sign of who they are."""
        there = [(run, self.person(run.words, sex_of(run.titles))) for run in runs] if self.full else []
        there = [(run, name) for run, name in there if self._is_full(name) and not _in_a_headline(self.text, run)]
        votes: dict[str, Counter[str]] = {}
        leading = {run.at for run, _ in there if leads(self.text, run.at, run.end)}
        for place, (run, name) in enumerate(there):
            following = there[place + 1][0].at if place + 1 < len(there) else len(self.text)
            line = self.text.find("\n", run.end, run.end + _NEAR)
            stop = min(following, run.end + _NEAR, line if line >= 0 else following)
            pronoun = _PRONOUN.search(self.text, run.end, stop)
            if pronoun and (name in self._people or run.at in leading):
                votes.setdefault(name, Counter())[_SEX.get(pronoun[0].lower(), "m")] += 1
        for name, counted in votes.items():
            self.sex.setdefault(name, counted.most_common(1)[0][0])
        people = [(run.at, name) for run, name in there if name in self._people or name in votes]
        self._at, self._who = [at for at, _ in people], [name for _, name in people]
        self._leads = [at in leading for at in self._at]


def _in_a_headline(text: str, run: Named) -> bool:
    """Tell a name in a short line without a stop: a headline, a by-line, a caption."""
    low, high = text.rfind("\n", max(0, run.at - _LINE), run.at), text.find("\n", run.end, run.end + _LINE)
    if (low < 0 and run.at > _LINE) or (high < 0 and len(text) > run.end + _LINE):
        return False
    line = text[low + 1 : high if high >= 0 else len(text)].rstrip()
    return len(line) <= _LINE and not line.endswith((".", "?", "!", ":", "…", "”", '"', "’", "'", "»", "“", ";"))


def leads(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands near the beginning of its sentence, or is told more of behind a comma."""
    before = _BOUND.split(text[max(0, start - _LEAD) : start])[-1] if start > _LEAD else _BOUND.split(text[:start])[-1]
    words_before = before.split()
    behind = bool(words_before) and words_before[-1].lower() in PREPOSITIONS
    if len(words_before) <= _LEAD_WORDS and len(before) < _LEAD and not behind:
        return True
    return text.startswith(", who ", end) or (text.startswith(", ", end) and text[max(0, start - 2) : start] == ", ")


def named_in(text: str) -> Iterator[Named]:
    """Return the runs of capitals of a text that can be names; none in lines too long to tell."""
    for low, high in paragraphs(text):
        if high - low > LONGEST_PARAGRAPH:
            continue
        for found in _RUN.finditer(text, low, high):
            if found[0].lower() in _CUT:
                continue
            kept, titles = bare_name(found[0].replace("\u00a0", " ").split(" "))
            if kept and BODIES.isdisjoint([part.lower() for part in kept]):
                at = found.end() - len(" ".join(kept))
                kept[-1] = kept[-1].removesuffix("’s").removesuffix("'s")
                yield Named(at, found.end(), tuple(kept), tuple(titles))


def bare_name(parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of a name without titles, roles and other words before it; and the titles."""
    if len(parts) == 1:
        return _bare_word(parts[0])
    given = next((place for place, part in enumerate(parts) if part.lower() in GIVEN), None)
    titles = [part.lower().rstrip(".") for part in parts if part.lower().rstrip(".") in TITLES]
    low = 0
    while low < len(parts):
        small = parts[low].lower().rstrip(".")
        before_given = given is not None and low < given and given + 1 < len(parts) and len(parts[low].rstrip(".")) > 1
        cut = small in TITLES or small in _CUT or small in ROLE_HEADS or is_role(small)
        if low == given or not (cut or before_given):
            break
        low += 1
    return list(parts[low:]), titles


def _bare_word(part: str) -> tuple[list[str], list[str]]:
    small = part.lower().rstrip(".")
    cut = small in TITLES or small in _CUT or small in ROLE_HEADS or is_role(small)
    return [] if cut and part.lower() not in GIVEN else [part], [small] if small in TITLES else []


def sex_of(titles: Sequence[str]) -> str:
    """Return `m` or `f` where a title tells it."""
    return next(("m" if title in MALE else "f" for title in titles if title in MALE or title in FEMALE), "")


def surname(parts: Sequence[str]) -> str:
    """Return the last word of a name but for Jr."""
    if len(parts) == 1:
        return parts[0]
    bare = [part for part in parts if part.lower().rstrip(".") not in _LATER] or list(parts)
    return bare[-1]
