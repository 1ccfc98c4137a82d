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
    _phrase(r"related(?: (?:articles?|posts?|reading|stor(?:y|ies)|content|links?|topics?|files?|images?))?"
            r"(?::.{0,90})?", "related link", "announces links to other articles"),
    _phrase(r"(?:see|you (?:may|might)) also(?: like)?(?::.{0,90})?", "related link",
            "announces links to other articles"),
    _phrase(r"(?:most|popular) (?:read|popular|commented|shared|recent|viewed)"
            r"(?: (?:in|on|this|today|now)\b[^.]{0,40})?", "related link", "heads a list of links"),
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
    _phrase(r"share(?: this)?(?: \w+)?:(?:[\s|/·,]+"
            r"(?:facebook|twitter|linked ?in|e-?mail|print|whats ?app|bluesky|x|copy link))+",
            "navigation", "buttons for sharing"),
    _phrase(r"(?:previous|next)(?: (?:article|post|story|page))?: [^.]{1,80}", "related link",
            "leads to the article before or after"),
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
    _phrase(r"for immediate release|(?:strictly )?embargo(?:ed)?\b.{0,80}|press release|news release|media release",
            "press note", "tells editors when it may be printed"),
    _phrase(r"draft\b[^.]{0,20}(?:version|v\d|not for)[^.]{0,40}|(?:strictly )?(?:private and )?confidential|"
            r"not for (?:circulation|publication|distribution)", "press note", "marks a draft"),
    _phrase(r"[-*#\s]*(?:ends?|###)[-*#\s]*", "press note", "marks the end of a press release"),
    _phrase(r"notes? (?:to|for) (?:the )?editors?:?", "press note", "heads the notes for editors"),
    _phrase(r"(?:for )?(?:further|more|media|press) (?:information|enquiries|inquiries|details|interviews?)\b[^.]{0,40}"
            r"contact\b[^.]{0,40}", "contact", "tells where to ask"),
    _phrase(r"(?:media|press|newsroom) (?:contacts?|office|enquiries|inquiries)\b[^.]{0,60}", "contact",
            "tells where to ask"),
    _phrase(r"(?:tel(?:ephone)?|phone|mobile|fax|e-?mail|web(?:site)?|twitter|tél|telefon)\.? ?:.{1,80}|"
            r"(?:https?://|www\.)\S{4,90}|\S+@\S+\.\w{2,8}", "contact", "an address or number to write to or call"),
    _phrase(r"(?:reach|contact|e-?mail|send|write to|got|have) [^.]{0,60}(?:\S+@\S+|\d{3}[- ]\d{3,4}).{0,60}",
            "contact", "tells how to reach the paper"),
    _phrase(r".{0,40}\b(?:compiled|edited) by\b[^.]{0,50}", "by-line", "tells who put it together"),
    _phrase(r"(?:see |turn to |continued on )?page \d{1,3}:? [^.]{2,80}", "related link", "leads to another page"),
    _phrase(r"vol(?:ume|\.)? ?\d{1,4}\b[^.]{0,60}", "masthead", "tells volume and issue"),
    _phrase(r"(?:à )?lire (?:aussi|également)\b.{0,90}|sur le même (?:sujet|thème)\b.{0,80}|voir aussi\b.{0,80}",
            "related link", "announces a link to another article"),
    _phrase(r"(?:lesen sie|mehr) (?:auch|mehr|dazu|zum thema|zu diesem thema)\b.{0,90}|das könnte sie auch.{0,40}",
            "related link", "announces a link to another article"),
    _phrase(r"publicité|annonce|anzeige|werbung", "navigation", "announces an advertisement"),
    _phrase(r"(?:partager|imprimer|envoyer)(?: (?:sur|par|cet|l['’]article|la page)\b[^.]{0,40})?|"
            r"(?:artikel |seite )?(?:teilen|drucken|merken)(?: auf [^.]{0,30})?", "navigation", "a button for sharing"),
    _phrase(r"(?:réagir|commenter|commentaires?|kommentare?|kommentieren)(?: ?\(?\d*\)?)|"
            r"\d+ (?:commentaires?|kommentare?)", "comments", "counts readers' comments"),
    _phrase(r"(?:abonnez-vous|s['’]abonner|inscrivez-vous|suivez-nous|jetzt abonnieren|newsletter abonnieren|"
            r"zur startseite|anmelden)\b[^.]{0,60}", "navigation", "asks the reader to follow or subscribe"),
    _phrase(r"(?:crédits?(?: photo)?|photographie|foto|bild|grafik) ?: ?.{2,80}", "caption",
            "tells where a picture is from"),
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
