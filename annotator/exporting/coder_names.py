"""By which name a coder goes out."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Coder


class CoderNames:
    """The coders' own names, or A, B, ... in the order in which they joined; *Agreed* is nobody and stays."""

    def __init__(self, coders: Iterable[Coder], *, anonymous: bool) -> None:
        self._letters: dict[str, str] = {}
        self._replacements: list[str] = []
        self._pattern: re.Pattern[str] | None = None
        if anonymous:
            self._give_letters([coder for coder in coders if coder.kind == "person"])

    def name(self, coder: Coder) -> str:
        """Return the name under which this coder's work goes out."""
        return self._letters.get(coder.id, coder.name)

    def hidden(self, text: str) -> str:
        """Return the text with every coder's full name, as whole words in any case, replaced by the letter."""
        if not text or self._pattern is None:
            return text
        return self._pattern.sub(self._letter_for, text)

    def hidden_in(self, value: Any) -> Any:  # noqa: ANN401 (filters hold whatever a face puts there)
        """Return the same for every text inside lists and mappings; a coder's id becomes the letter too."""
        if isinstance(value, str):
            return self._letters.get(value) or self.hidden(value)
        if isinstance(value, dict):
            return {key: self.hidden_in(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.hidden_in(inner) for inner in value]
        return value

    def _letter_for(self, found: re.Match[str]) -> str:
        return self._replacements[(found.lastindex or 1) - 1]

    def _give_letters(self, coders: list[Coder]) -> None:
        joined = sorted(coders, key=lambda coder: (coder.created, coder.name, coder.id))
        self._letters = {coder.id: _letter(number) for number, coder in enumerate(joined)}
        # Longest first, so that of "Ann" and "Ann Lee" the longer is found.
        named = sorted((coder for coder in joined if coder.name.strip()), key=lambda coder: -len(coder.name))
        self._replacements = [self._letters[coder.id] for coder in named]
        if named:
            groups = "|".join(f"({_spellings(coder.name)})" for coder in named)
            self._pattern = re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.IGNORECASE)


def _letter(number: int) -> str:
    """Return A ... Z, AA, AB ... as spreadsheets name their columns."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[place] + letters
    return letters


def _spellings(name: str) -> str:
    """Return a pattern for the name with any white space between its words, its accents composed or not."""
    forms = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    return "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms)
