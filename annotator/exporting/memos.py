"""Which memos go out with the extracts, and how they look in a table and in JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.exporting.csv_cells import cell_writer, check_csv, write_csv
from annotator.exporting.json_lines import check_lines, write_lines
from annotator.model.scheme_tree import joined, name_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.exporting.linked_passages import LinkedPassage
    from annotator.exporting.outgoing import OutgoingExtracts
    from annotator.model.records import Memo

MEMO_COLUMNS = ("id", "about", "subject", "title", "coder", "text", "links", "created", "modified")
_ORDER = ("project", "article", "code")


class OutgoingMemo(NamedTuple):
    """A memo on the project, an article or a code as it goes out. `title`: the project's name, a title, a path."""

    memo: Memo
    title: str
    coder: str
    text: str
    links: tuple[LinkedPassage, ...]

    def told(self) -> dict[str, Any]:
        """Return the memo for a JSON document."""
        memo = self.memo
        return {
            "id": memo.id, "about": memo.about, "subject": memo.subject, "title": self.title or None,
            "coder": self.coder, "text": self.text, "links": [link.told() for link in self.links],
            "created": memo.created, "modified": memo.modified,
        }  # fmt: skip


def outgoing_memos(export: OutgoingExtracts) -> list[OutgoingMemo]:
    """Return the memos: on the project, on articles in their order, on codes in the order of the tree."""
    source, names = export.source, export.names
    coders = {coder.id: names.name(coder) for coder in source.coders}
    titles: dict[str | None, str] = {None: names.hidden(source.project_name)}
    titles |= {article.id: article.title for article in source.articles}
    titles |= {code_id: joined(path) for code_id, path in name_paths(source.codes).items()}
    places = {subject: place for place, subject in enumerate(titles)}
    there = [memo for memo in source.memos if memo.subject in titles and memo.coder in coders]
    there.sort(key=lambda memo: (_ORDER.index(memo.about), places[memo.subject], memo.created, memo.id))
    return [
        OutgoingMemo(
            memo, titles[memo.subject], coders[memo.coder], export.linked.in_markdown(memo.text),
            export.linked.links(memo.text),
        )
        for memo in there
    ]  # fmt: skip


def memos_path(out: Path, form: str) -> Path:
    """Return where the memos that go with a file of extracts lie: `extracts.memos.csv` for `extracts.csv`."""
    return out.with_name(f"{out.stem}.memos.{form}")


def write_memos(part: Path, export: OutgoingExtracts, form: str) -> None:
    """Write the memos in the format of the extracts: csv or jsonl."""
    if form == "csv":
        write_csv(part, MEMO_COLUMNS, _rows(export))
    else:
        write_lines(part, (memo.told() for memo in outgoing_memos(export)))


def check_memos(part: Path, export: OutgoingExtracts, form: str) -> None:
    """Compare the file of the memos with the project. Raises ReadBackDiffers."""
    if form == "csv":
        check_csv(part, MEMO_COLUMNS, _rows(export), "row of the memos")
    else:
        check_lines(part, (memo.told() for memo in outgoing_memos(export)), "line of the memos")


def _rows(export: OutgoingExtracts) -> Iterator[list[str]]:
    as_text = cell_writer(safe_cells=export.options.safe_cells)
    for outgoing in outgoing_memos(export):
        cells = outgoing.told() | {"links": "\n".join(map(place_in_words, outgoing.links))}
        yield [as_text(cells[column]) for column in MEMO_COLUMNS]


def place_in_words(linked: LinkedPassage) -> str:
    """Return where a link leads, as one line: the passage's words, the article, the paragraph."""
    quote = " ".join(linked.quote.split())
    words = f"“{quote or linked.words}”"
    if linked.article is None:
        return f"{words} (no longer in the project)"
    place = "no longer in the text" if linked.paragraph is None else f"paragraph {linked.paragraph}"
    return f"{words} ({linked.article.title}, {place})"
