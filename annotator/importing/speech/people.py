"""Who is meant by a name, a title or a pronoun: the cast of an article."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.importing.speech.names import Names, bare_name, sex_of
from annotator.importing.speech.words import (
    BODIES,
    DETERMINERS,
    FEMALE,
    MALE,
    MANLY,
    PRONOUNS,
    ROLE_HEADS,
    WOMANLY,
    is_role,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEFINITE = ("the", "le", "la")
_BESIDE = 80
_REMEMBERED = 50  # mentions back
_APPOSITION = re.compile(r",[ ]((?:the[ ]|an?[ ])?[^\W\d_][^,.;:\n“”\"]{3,70})[,.]|[ ]\(([^\W\d_][^()\n]{2,60})\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at a place: `name` is whom the cast knows, `printed` the form that the text has."""

    at: int
    name: str
    printed: str


@dataclass(slots=True)
class People:
    """The cast as it is met, reading from the beginning. `masked` is `text` with its quotations blanked out.

    `cast` has for forms of names, folded, whom an analyst said that they stand for.
    """

    text: str
    masked: str
    cast: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(init=False)
    mentions: list[Mention] = field(default_factory=list)
    _roles: dict[str, str] = field(default_factory=dict)
    _beside: dict[str, str] = field(default_factory=dict)
    _with_article: dict[str, str] = field(default_factory=dict)
    _things: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the text once for names."""
        self.names = Names(self.masked)
        for run in self.names.learn(self.text):
            if len(run.words) > 1:
                self._learn_role(self.names.person(run.words), run.at, run.end)

    def meant(self, printed: str, at: int) -> str:
        """Return who is meant by a phrase at a place; empty when a pronoun has nobody to stand for."""
        told = self.cast.get(printed.casefold()) or self.cast.get(role_key(printed)) if self.cast else ""
        name = told or self._meant(printed, at)
        return self.cast.get(name.casefold(), name)

    def _meant(self, printed: str, at: int) -> str:
        words = printed.split()
        if len(words) == 1 and printed.lower() in PRONOUNS:
            return self._by_pronoun(PRONOUNS[printed.lower()], at)
        if words[0].lower().rstrip(".") in DETERMINERS or words[-1][0].islower():
            return self._by_role(printed, at)
        return self._by_name(words)

    def knows(self, printed: str) -> bool:
        """Tell whether a name, or the person of this surname, is printed in full somewhere."""
        return self.names.knows(printed)

    def met(self, printed: str, at: int) -> str:
        """Return who is meant, and remember that this person was met here."""
        name = self.meant(printed, at)
        if name and printed.lower() not in PRONOUNS:
            self.mentions.append(Mention(at, name, printed))
        return name

    def last(self, at: int, sex: str = "") -> str:
        """Return the person met last before a place whom a pronoun of this kind can stand for."""
        for mention in self.mentions[:-_REMEMBERED:-1]:
            if mention.at < at and self._can_be(mention.name, sex):
                return mention.name
        return ""

    def _by_pronoun(self, sex: str, at: int) -> str:
        if sex == "s":
            return ""
        late = self.mentions[:-_REMEMBERED:-1]
        met = next((one for one in late if one.at < at and self._can_be(one.name, sex)), None)
        leads = self._leading(at, sex, met)
        if leads is not None:
            return leads[1]
        return met.name if met else ""

    def _leading(self, at: int, sex: str, met: Mention | None) -> tuple[int, str, bool] | None:
        """Return who was named last before a place as one leads a sentence, but nobody named before `met`."""
        nearest = None
        for one in self._named_before(at):
            if met is not None and one[0] <= met.at:
                return None
            if self._can_be(one[1], sex):
                if one[2]:
                    return one
                nearest = nearest or one
        return nearest if met is None else None

    def _named_before(self, at: int) -> Iterator[tuple[int, str, bool]]:
        return itertools.islice(self.names.before(at), _REMEMBERED)

    def _can_be(self, name: str, sex: str) -> bool:
        if is_body(name):
            return sex == "p" and not name.isupper()
        if _is_several(name):
            return sex in ("", "p")
        if sex in ("m", "f") and self._is_a_thing(name):
            return False
        return sex in ("", "p") or (self.names.sex.get(name) or sex_of_role(name) or sex) == sex

    def _is_a_thing(self, name: str) -> bool:
        """Tell a paper or a body by its article: `told the Ledger` names nobody whom `he` can stand for."""
        if not name[:1].isupper() or " " in name:
            return False
        if name not in self._things:
            self._things[name] = f"the {name}" in self.text and not self.names.knows(name)
        return self._things[name]

    def _by_name(self, words: list[str]) -> str:
        bare, titles = bare_name(words)
        bare = bare or words
        name = self.names.person(bare, sex_of(titles))
        if len(bare) == 1 and name == bare[0] and titles:
            name = " ".join(words)
        for title in titles:
            if title in MALE | FEMALE:
                self.names.sex[name] = "m" if title in MALE else "f"
        return name

    def _by_role(self, printed: str, at: int) -> str:
        """Return the person whose role is named: known by it, or met last before `the chief executive`, or the role."""
        key = role_key(printed)
        known = self._roles.get(key) or self._beside.get(key) or self._longer_role(key)
        if not known:
            last = self.last(at, "m") or self.last(at, "f")
            last = "" if self._known_otherwise(at) else last
            definite = printed.split()[0].lower() in _DEFINITE
            if definite and last and not _has_role(last) and _is_person(key):
                known = last
            elif definite:
                known = self._told_longer(key) or next(
                    (role for role in self._roles.values() if _same_head(role, printed)), ""
                )
        if printed.split()[0].lower() in DETERMINERS:
            self._with_article.setdefault(key, _in_a_sentence(printed))
        self._roles[key] = known or self._with_article.get(key) or _in_a_sentence(printed)
        return self._roles[key]

    def _known_otherwise(self, at: int) -> bool:
        """Tell whether the person met last is known by a role already, so that another role is somebody else's."""
        last = self.last(at)
        return any(name == last and _is_person(role) for role, name in self._beside.items())

    def _longer_role(self, key: str) -> str:
        """Return the person known by a longer form of this role: `chief` for `chief executive`."""
        longer = (name for role, name in self._roles.items() if role.startswith(key + " ") and not _has_role(name))
        return next(longer, "")

    def _told_longer(self, key: str) -> str:
        """Return the one role met that says the same with more words: `the chief executive of the trust`."""
        longer = {name for role, name in self._roles.items() if role.startswith((f"{key} of ", f"{key} at "))}
        return longer.pop() if len(longer) == 1 else ""

    def again(self) -> bool:
        """Begin reading anew; tell whether it is known now who has a role, so that another reading finds more."""
        self.mentions.clear()
        alone = any(name.lower() == key and key in self._with_article for key, name in self._roles.items())
        self._roles = {
            key: name
            for key, name in self._roles.items()
            if not _has_role(name) and name.lower() != key and name.lower() not in self._with_article
        }
        return alone or bool(self._roles)

    def _learn_role(self, name: str, start: int, end: int) -> None:
        before = self.text[max(0, start - _BESIDE) : start].rpartition("\n")[2].rstrip(", ").split()
        if before and before[-1].isalpha() and before[-1].islower():
            for number in range(2, min(7, len(before) + 1)):
                self._beside.setdefault(" ".join(before[-number:]).lower(), name)
        after = _APPOSITION.match(self.text, end, end + _BESIDE)
        if after:
            self._beside.setdefault(role_key(after[1] or after[2]), name)


def role_key(printed: str) -> str:
    """Return a role without its article, in small letters."""
    words = printed.split()
    return " ".join(words[1:] if words[0].lower() in DETERMINERS and len(words) > 1 else words).lower()


@lru_cache(maxsize=4_096)
def is_body(name: str) -> bool:
    """Tell an organisation or a paper from a person."""
    words = [word.lower() for word in name.split()]
    return (len(words) == 1 and name.isupper()) or (bool(set(words) & BODIES) and not set(words) & ROLE_HEADS)


def _in_a_sentence(printed: str) -> str:
    small = printed.split()[0].lower() in DETERMINERS
    return printed[0].lower() + printed[1:] if small else printed


@lru_cache(maxsize=4_096)
def _is_several(name: str) -> bool:
    first, last = name.split()[0], name.split()[-1]
    return first in ("some", "many", "several", "others", "two", "three") or (last.islower() and last.endswith("s"))


def sex_of_role(name: str) -> str:
    """Return `f` or `m` where the words of a role tell it: `a spokeswoman`."""
    found = {word.lower() for word in name.split()}
    return "f" if found & WOMANLY else "m" if found & MANLY else ""


def _is_person(key: str) -> bool:
    found = {word.lower() for word in key.split()}
    return bool(found & ROLE_HEADS) or any(is_role(word) for word in found)


def _has_role(name: str) -> bool:
    return name.split()[0].lower() in DETERMINERS


def _same_head(role: str, printed: str) -> bool:
    return role.split()[-1].lower() == printed.split()[-1].lower() and _has_role(role)
