"""What an article tells of a passage: whose words it holds, in which zone it stands, how it reads, what it repeats."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.model.blocks import NO_PAGES
from annotator.model.passage_speech import ASKED, Speech
from annotator.model.repeats import REPEATING, RunningText
from annotator.model.speaking import is_known
from annotator.model.zones import aside_spans, is_aside, joined_over_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.blocks import Pages
    from annotator.model.passage_speech import Voice
    from annotator.model.passages import Span
    from annotator.model.records import Quotation, Zone

KnownBy = Literal["confirmed", "rule", "none"]
CUT = "[...]"
BETWEEN_SPEAKERS = "; "


class PassageFacts(NamedTuple):
    """What is told of one passage.

    `speakers` are those who are known to speak in it, in order; none of them is a guess. `guessed`: somebody is
    guessed and therefore left out. `cuts` are the stretches inside that are set aside, `aside` tells that all of it
    is. `repeats` is where the running text says the same. Offsets in code points of the article.
    """

    voice: Voice | Literal[""] = ""
    speakers: tuple[str, ...] = ()
    known_by: KnownBy = "none"
    via: str = ""
    guessed: bool = False
    zone: str = ""
    aside: bool = False
    cuts: tuple[Span, ...] = ()
    repeats: Span | None = None

    @property
    def speaker(self) -> str:
        """Return the speakers in one text; empty for nobody known."""
        return BETWEEN_SPEAKERS.join(self.speakers)

    @property
    def vias(self) -> tuple[str, ...]:
        """Return those who pass on what is said, one by one."""
        return tuple(self.via.split(BETWEEN_SPEAKERS)) if self.via else ()

    def reading(self, text: str, start: int) -> str:
        """Return the passage `text`, which begins at `start` of its article, without the cuts, each marked [...]."""
        if not self.cuts:
            return text
        parts, at = [], 0
        for low, high in self.cuts:
            parts += [text[at : low - start], CUT]
            at = high - start
        return "".join([*parts, text[at:]])


NOTHING_KNOWN = PassageFacts()
NARRATIVE = PassageFacts(voice="narrative")


class ArticleFacts:
    """One article's quotations and zones, asked about its passages. Each question looks only at what is near."""

    def __init__(
        self, text: str, quotations: Iterable[Quotation], zones: Iterable[Zone], pages: Pages = NO_PAGES
    ) -> None:
        self.pages = pages
        self._text, self._zones = text, sorted(zones, key=lambda zone: (zone.start, -zone.end))
        self._zone_starts = [zone.start for zone in self._zones]
        self._zone_reach = list(accumulate((zone.end for zone in self._zones), max))
        self._aside = joined_over_blanks(text, aside_spans(self._zones))
        self._aside_ends = [end for _, end in self._aside]
        self._speech = Speech(text, quotations, self._zones)
        self._last, self._facts = (-1, -1), NOTHING_KNOWN

    def is_aside(self, start: int, end: int) -> bool:
        """Tell whether a passage lies wholly in what is set aside."""
        return bool(self._aside) and is_aside((start, end), self._aside)

    def of(self, start: int, end: int) -> PassageFacts:
        """Return what is told of `text[start:end]`."""
        if (start, end) != self._last:  # codings of one passage come one after the other
            self._last, self._facts = (start, end), self._found(start, end)
        return self._facts

    def _found(self, start: int, end: int) -> PassageFacts:
        speech, zone = self._speech.touched(start, end), self._zone(start, end)
        aside = self.is_aside(start, end)
        cuts = () if aside else self._cuts(start, end)
        voice = self._speech.voice(start, end, speech)
        if voice == "narrative" and not (speech or zone or aside or cuts):
            return NARRATIVE
        speakers, known_by, guessed = _speakers(speech)
        return PassageFacts(
            voice=voice, speakers=speakers, known_by=known_by, guessed=guessed,
            via=BETWEEN_SPEAKERS.join(dict.fromkeys(one.via for one in speech if one.via)) if speakers else "",
            zone=zone, aside=aside, cuts=cuts,
            repeats=self._running.repeated(start, end) if zone in REPEATING else None,
        )  # fmt: skip

    def _zone(self, start: int, end: int) -> str:
        """Return the kind of the smallest zone that holds a passage; empty in the running text."""
        number, found = bisect_right(self._zone_starts, start) - 1, None
        while number >= 0 and self._zone_reach[number] >= end:
            zone = self._zones[number]
            if zone.end >= end and (found is None or zone.end - zone.start < found.end - found.start):
                found = zone
            number -= 1
        return found.kind if found else ""

    def _cuts(self, start: int, end: int) -> tuple[Span, ...]:
        if not self._aside or self._aside_ends[-1] <= start or self._aside[0][0] >= end:
            return ()
        first = bisect_right(self._aside_ends, start)
        last = bisect_left(self._aside, end, lo=first, key=lambda stretch: stretch[0])
        return tuple((max(low, start), min(high, end)) for low, high in self._aside[first:last])

    @cached_property
    def _running(self) -> RunningText:
        return RunningText(self._text, self._zones)


def _speakers(speech: Sequence[Quotation]) -> tuple[tuple[str, ...], KnownBy, bool]:
    """Return who speaks and how that is known. Where one part has no known speaker, nobody is said of the whole."""
    if not speech:
        return (), "none", False
    named = [one for one in speech if one.speaker or not (one.confirmed or one.kind == ASKED)]
    guessed = any(one.speaker and not is_known(one) for one in named)
    if not named or not all(one.speaker and is_known(one) for one in named):
        return (), "none", guessed
    names = {one.speaker.casefold(): one.speaker for one in named}
    return tuple(names.values()), "confirmed" if all(one.confirmed for one in named) else "rule", guessed
