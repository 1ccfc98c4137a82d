"""Who is meant by a name, a title or a pronoun: the cast of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from annotator.importing.speech.words import BODIES, DETERMINERS, FEMALE, MALE, PRONOUNS, ROLE_HEADS, TITLES

_DEFINITE = ("the", "le", "la")
_BESIDE = 80
_REMEMBERED = 50  # mentions back
_APPOSITION = re.compile(r",[ ]((?:the[ ]|an?[ ])?[^\W\d_][^,.;:\n“”\"]{3,70})[,.]")
_NAME = re.compile(r"\b([^\W\d_][\w’'-]*\.?(?:[ \u00a0][^\W\d_]\.)?)[ \u00a0]+([^\W\d_][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at a place: `name` is whom the cast knows, `printed` the form that the text has."""

    at: int
    name: str
    printed: str


@dataclass(slots=True)
class People:
    """The cast as it is met, reading from the beginning. `text` is that of the article."""

    text: str
    mentions: list[Mention] = field(default_factory=list)
    _full: dict[str, str] = field(default_factory=dict)
    _sex: dict[str, str] = field(default_factory=dict)
    _roles: dict[str, str] = field(default_factory=dict)
    _beside: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the text once for names."""
        self._learn()

    def meant(self, printed: str, at: int) -> str:
        """Return who is meant by a phrase at a place; empty when a pronoun has nobody to stand for."""
        words = printed.split()
        if len(words) == 1 and printed.lower() in PRONOUNS:
            return self._by_pronoun(PRONOUNS[printed.lower()], at)
        if words[0].lower().rstrip(".") in DETERMINERS or words[-1][0].islower():
            return self._by_role(printed, at)
        return self._by_name(words)

    def knows(self, printed: str) -> bool:
        """Tell whether a name, or the person of this surname, is printed in full somewhere."""
        return printed in self._full.values() or printed in self._full

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
        return "" if sex == "s" else self.last(at, sex)

    def _can_be(self, name: str, sex: str) -> bool:
        if is_body(name):
            return sex == "p" and not name.isupper()
        if _is_several(name):
            return sex in ("", "p")
        return sex in ("", "p") or self._sex.get(name, sex) == sex

    def _by_name(self, words: list[str]) -> str:
        titles = [word.lower().rstrip(".") for word in words if word.lower().rstrip(".") in TITLES]
        bare = [word for word in words if word.lower().rstrip(".") not in TITLES] or words
        name = self._full.get(bare[0], " ".join(bare)) if len(bare) == 1 else " ".join(bare)
        if len(bare) == 1 and name == bare[0] and titles:
            name = " ".join(words)
        for title in titles:
            if title in MALE | FEMALE:
                self._sex[name] = "m" if title in MALE else "f"
        return name

    def _by_role(self, printed: str, at: int) -> str:
        """Return the person whose role is named: known by it, or met last before `the chief executive`, or the role."""
        key = role_key(printed)
        known = self._roles.get(key) or self._beside.get(key.lower()) or self._longer_role(key)
        if not known:
            last = self.last(at, "m") or self.last(at, "f")
            definite = printed.split()[0].lower() in _DEFINITE
            if definite and last and not _has_role(last) and _is_person(key):
                known = last
            elif definite:
                known = next((role for role in self._roles.values() if _same_head(role, printed)), "")
        self._roles[key] = known or _in_a_sentence(printed)
        return self._roles[key]

    def _longer_role(self, key: str) -> str:
        """Return the person known by a longer form of this role: `chief` for `chief executive`."""
        longer = (name for role, name in self._roles.items() if role.startswith(key + " ") and not _has_role(name))
        return next(longer, "")

    def again(self) -> bool:
        """Begin reading anew; tell whether it is known now who has a role, so that another reading finds more."""
        self.mentions.clear()
        self._roles = {key: name for key, name in self._roles.items() if not _has_role(name) and name != key}
        return bool(self._roles)

    def _learn(self) -> None:
        """Learn first names by surname, and names by the role printed beside them."""
        for found in _NAME.finditer(self.text):
            first, last = found[1].strip(), found[2].removesuffix("’s").removesuffix("'s")
            plain = first[0].isupper() and last[0].isupper() and not first.isupper() and not last.isupper()
            known = {first.lower().rstrip("."), last.lower()} & (TITLES | BODIES | DETERMINERS | ROLE_HEADS)
            if not plain or known:
                continue
            name = self._full.setdefault(last, f"{first} {last}")
            self._learn_role(name, found.start(), found.end())

    def _learn_role(self, name: str, start: int, end: int) -> None:
        before = self.text[max(0, start - _BESIDE) : start].rpartition("\n")[2].split()
        if before and before[-1].isalpha() and before[-1].islower():
            for number in range(2, min(7, len(before) + 1)):
                self._beside.setdefault(" ".join(before[-number:]).lower(), name)
        after = _APPOSITION.match(self.text, end, end + _BESIDE)
        if after:
            self._beside.setdefault(role_key(after[1]).lower(), name)


def role_key(printed: str) -> str:
    """Return a role without its article."""
    words = printed.split()
    return " ".join(words[1:] if words[0].lower() in DETERMINERS and len(words) > 1 else words)


def is_body(name: str) -> bool:
    """Tell an organisation or a paper from a person."""
    words = [word.lower() for word in name.split()]
    return (len(words) == 1 and name.isupper()) or (bool(set(words) & BODIES) and not set(words) & ROLE_HEADS)


def _in_a_sentence(printed: str) -> str:
    small = printed.split()[0].lower() in DETERMINERS
    return printed[0].lower() + printed[1:] if small else printed


def _is_several(name: str) -> bool:
    first, last = name.split()[0], name.split()[-1]
    return first in ("some", "many", "several", "others", "two", "three") or (last.islower() and last.endswith("s"))


def _is_person(key: str) -> bool:
    return bool({word.lower() for word in key.split()} & ROLE_HEADS)


def _has_role(name: str) -> bool:
    return name.split()[0].lower() in DETERMINERS


def _same_head(role: str, printed: str) -> bool:
    return role.split()[-1].lower() == printed.split()[-1].lower() and _has_role(role)
