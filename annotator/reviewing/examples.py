"""Which passage of a difference shows what belongs to a code, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Coding
    from annotator.reviewing.listed import Listed

LONGEST = 300  # code points of an example


class Example(NamedTuple):
    """A passage as an example of a code: the code's id, and the words in quotation marks on one line."""

    code: str
    words: str


def example_of(each: Listed, where: Literal["include", "exclude"], agreed: Iterable[Coding]) -> Example | None:
    """Return what a difference gives as an example; none where nothing is left of what was judged.

    `agreed` are the codings of *Agreed* that its decision wrote. What is agreed belongs to its code; what a coder had
    and was not agreed does not belong to hers. While nothing is decided it is the code that the difference is under.
    """
    codings = [*each.place.a, *each.place.b]
    if not codings:
        return None
    settled = list(agreed)
    codes = {one.code for one in settled}
    left_out = [one for one in codings if one.code not in codes] if settled else []
    chosen = settled if where == "include" else left_out
    shown = next(iter(chosen), codings[0])
    return Example(shown.code, in_quotes(shown.quote))


def in_quotes(passage: str) -> str:
    """Return a passage on one line in quotation marks, cut where it is long."""
    words = " ".join(passage.split())
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
