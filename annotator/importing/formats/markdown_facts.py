"""What the front matter of a Markdown text tells: the lines of `name: value` between two lines of `---` at its top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.told import Facts

if TYPE_CHECKING:
    from annotator.importing.read_records import Told

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n){1,100})(?:---|\.\.\.)[ \t]*(?:\n|$)")
_LINE = re.compile(r"^([A-Za-z_-]{1,40}):[ \t]+(\S[^\n]*)$", re.MULTILINE)
_FIELDS = {"title": "title", "author": "author", "date": "published", "published": "published", "url": "link",
           "link": "link", "source": "link", "publication": "publication", "publisher": "publication"}  # fmt: skip


def front_matter_end(text: str) -> int:
    """Return where the text proper begins."""
    front = _FRONT_MATTER.match(text)
    return front.end() if front else 0


def markdown_facts(text: str) -> tuple[Told, ...]:
    """Return what the front matter tells; nothing where there is none."""
    facts = Facts()
    front = _FRONT_MATTER.match(text)
    for line in _LINE.finditer(front[1] if front else ""):
        name = _FIELDS.get(line[1].lower(), "")
        if name:
            facts.add(name, line[2].strip().strip("\"'"), f"the front matter, “{line[1]}”")
    return facts.told()
