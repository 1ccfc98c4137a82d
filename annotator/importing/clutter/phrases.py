"""The phrases that websites put around an article: each with the kind of zone it makes, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 100  # characters of a line that is looked at
_WORDS = 4  # a longer line that ends with a stop is a sentence


@dataclass(frozen=True, slots=True)
class Phrase:
    """`pattern` must match the whole line, or its beginning where `rest` allows more words behind."""

    pattern: re.Pattern[str]
    kind: str
    reason: str


def _phrase(pattern: str, kind: str, reason: str) -> Phrase:
    return Phrase(re.compile(rf"\W*(?:{pattern})\W*", re.IGNORECASE), kind, reason)


PHRASES: tuple[Phrase, ...] = (
    _phrase(r"currently reading", "navigation", "the words with which a site marks the open article"),
    _phrase(r"(?:more|also) (?:from|on|in|by)\b[^.]{0,60}", "related link", "announces links to other articles"),
    _phrase(r"read (?:more|next|also|on)(?:[:\s][^.]{0,90})?", "related link", "announces a link to another article"),
    _phrase(r"related(?: (?:articles?|stor(?:y|ies)|content|links?|topics?|files?|images?))?(?::.{0,90})?",
            "related link", "announces links to other articles"),
    _phrase(r"(?:see|you (?:may|might)) also(?: like)?(?::.{0,90})?", "related link",
            "announces links to other articles"),
    _phrase(r"(?:most|popular) (?:read|popular|commented|shared|recent|viewed)", "related link",
            "heads a list of links"),
    _phrase(r"(?:\d+\s*)?(?:readers?[’'] ?)?comments?(?:\s*\(\d+\))?", "comments", "counts readers' comments"),
    _phrase(r"(?:\d+|no|leave a|add a|post a|view|show|join the) (?:readers?[’'] )?(?:comments?|reply|conversation)",
            "comments", "leads to readers' comments"),
    _phrase(r"(?:share|tweet|like|save|e-?mail|print|pin|whats ?app|facebook|twitter|linked ?in|bluesky|copy link|x)"
            r"(?: (?:this|on|via|with|it|to|article|page|story|post|friends?|a|facebook|twitter|linkedin|x|e-?mail))*",
            "navigation", "a button for sharing"),
    _phrase(r"(?:(?:facebook|twitter|linked ?in|e-?mail|print|whats ?app|share|x|copy link)[\s|/·,]*){2,}",
            "navigation", "buttons for sharing"),
    _phrase(r"(?:subscribe|sign (?:up|in|out)|log ?(?:in|out)|register|my account|newsletters?)\b[^.]{0,60}",
            "navigation", "asks the reader to sign in or subscribe"),
    _phrase(r"(?:get|receive) (?:our|the|your) (?:free |daily |weekly )*"
            r"(?:newsletter|bulletin|briefing|email)s?\b[^.]{0,60}", "navigation", "offers a newsletter"),
    _phrase(r"follow (?:us|@\w+|me)\b[^.]{0,60}", "navigation", "asks the reader to follow"),
    _phrase(r"(?:previous|next|back|home|top|menu|search|close|skip)"
            r"(?: (?:article|page|post|story|to|the|top|content|main|navigation))*", "navigation",
            "leads about the site"),
    _phrase(r"(?:advertisement|advert|sponsored(?: content)?|promoted)", "navigation", "announces an advertisement"),
    _phrase(r"(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|keywords?):.{0,120}", "navigation",
            "lists the site's topics"),
    _phrase(r"(?:©|\(c\)|copyright)\W*.{0,90}", "navigation", "a notice of copyright"),
    _phrase(r".{0,60}\ball rights reserved.{0,30}", "navigation", "a notice of copyright"),
    _phrase(r"(?:privacy|cookies?|terms)(?: (?:policy|notice|settings|and|of|use|conditions|&|privacy|cookies))*",
            "navigation", "leads about the site"),
    _phrase(r"(?:photo(?:graph)?s?|pictures?|images?|credit|source|pic)(?: (?:by|credit))?[:/].{0,90}", "caption",
            "tells where a picture is from"),
    _phrase(r"(?:getty|alamy|shutterstock|istock|reuters|afp|pa)(?: images| photo)?", "caption",
            "tells where a picture is from"),
    _phrase(r"(?:click|tap) (?:here|to|on)\b[^.]{0,60}", "navigation", "tells where to click"),
    _phrase(r"(?:download|view) (?:the |this |as )?(?:pdf|article|file|attachment)s?", "navigation", "offers a file"),
    _phrase(r"(?:this article|this story) (?:was |is )?(?:first )?(?:published|appeared)\b.{0,80}", "navigation",
            "tells where it was published first"),
    _phrase(r"(?:contents?|in this (?:article|section)|on this page|jump to):?", "navigation",
            "heads a table of contents"),
    _phrase(r"loading\W*|\d+ min(?:ute)?s? read|reading time:?.{0,20}|last updated:?.{0,40}", "navigation",
            "a note of the site"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?:{phrase.pattern.pattern})" for phrase in PHRASES), re.IGNORECASE)
PAGE_NUMBER = re.compile(r"[-–—·•|\s]*(?:page |p\. ?)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—·•|\s]*", re.IGNORECASE)


def phrase_of(line: str) -> Phrase | None:
    """Return the phrase that a line consists of."""
    sentence = line.endswith((".", "?", ";")) and line.count(" ") >= _WORDS and "reserved" not in line
    if len(line) > LONGEST or sentence:
        return None
    if not _ANY.fullmatch(line):
        return None
    return next((phrase for phrase in PHRASES if phrase.pattern.fullmatch(line)), None)
