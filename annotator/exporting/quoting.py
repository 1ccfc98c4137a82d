"""How a passage reads when it is quoted elsewhere: exact words, then where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exporting.brief import citation

if TYPE_CHECKING:
    from annotator.model.blocks import OnPages
    from annotator.model.records import Article


def quoted(
    passage: str, article: Article, paragraph: int, speaker: str = "", *, pages: OnPages, marks: bool = True
) -> str:
    """Return the passage in quotation marks, the speaker if known, and author, title, publication, date, page.

    Where the file has no pages, the paragraph stands for it.

    No letter of the passage is changed; one that is a whole quotation keeps its own marks. Reported speech is somebody
    else's wording: it goes without `marks`.
    """
    own_marks = passage[:1] in '“"' and passage[-1:] in '”"' and not set(passage[1:-1]) & set('“”"')
    words = passage if not marks or (own_marks and passage) else f"“{passage}”"
    source = [part for _, part in citation(article)]
    place = pages.cited or f"paragraph {paragraph}"
    return f"{words} ({', '.join([*([speaker] if speaker else []), *source, place])})"
