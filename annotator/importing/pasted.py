"""What was pasted, as an article that was read: its page where the clipboard has one, else its plain text."""

from __future__ import annotations

from annotator.importing.file_bytes import printable
from annotator.importing.read_records import FailedFile, ReadArticle
from annotator.model.errors import CannotRead

LONGEST = 50_000_000  # characters, as for a file
_LONGEST_TITLE = 80
NOTHING = "The clipboard holds no text, so nothing was pasted; copy the article first."
_TOO_LONG = "What was copied is longer than 50 million characters, so it was not read; paste it in parts."
_NAME = "Pasted text"


def read_pasted(html: str, text: str) -> ReadArticle | FailedFile:
    """Return the article on the clipboard; what is no page, or says nothing, is read as plain text."""
    if max(len(html), len(text)) > LONGEST:
        return FailedFile(path=_NAME, why=_TOO_LONG)
    from annotator.importing.formats.clipboard import read_clipboard_html, read_clipboard_text  # slow to load

    why = NOTHING
    for source, reader in ((html, read_clipboard_html), (text, read_clipboard_text)):
        source = source.encode("utf-8", "replace").decode("utf-8")
        try:
            read = reader(source)
        except CannotRead as error:
            why = error.sentence
            continue
        if read.text.strip():
            return ReadArticle(
                path=_NAME, file="", title=read.title or _opening(read.text), text=read.text,
                original=source.encode("utf-8"), encoding="", notes=read.notes, blocks=read.blocks, told=read.told,
            )  # fmt: skip
    return FailedFile(path=_NAME, why=why)


def _opening(text: str) -> str:
    """Return how a text without a headline begins."""
    line = printable(" ".join(next(line for line in text.split("\n") if line.strip()).split()))
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
