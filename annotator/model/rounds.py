"""Which round of coding somebody is in: the latest that all the coders asked about code in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from annotator.model.review_records import Round


def rounds_of(rounds: Iterable[Round], coders: Collection[str]) -> list[Round]:
    """Return the rounds in which all these coders code, by ids, in their order."""
    found = [one for one in rounds if set(coders) <= set(one.coder_ids)]
    return sorted(found, key=lambda one: (one.position, one.created, one.id))


def latest_round(rounds: Iterable[Round], coders: Collection[str]) -> Round | None:
    """Return the latest round in which all these coders code, by ids; none where there is none."""
    return next(iter(reversed(rounds_of(rounds, coders))), None)


def round_of(rounds: Iterable[Round], article: str, coders: Collection[str]) -> Round | None:
    """Return the latest round in which all these coders code this article."""
    return latest_round((one for one in rounds if not one.articles or article in one.article_ids), coders)
