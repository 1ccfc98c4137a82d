"""The process that reads all but plain text, so that a hostile one can harm nothing but itself.

`python -m annotator.importing.reader [BYTES OF MEMORY]`: on standard input one line of JSON `{"name", "ending",
"size"}` and then that many bytes; on standard output one line of JSON, `{"title", "text", "encoding", "notes",
"blocks", "told"}` or `{"why"}`; again and again until the input ends, or until memory ran out, said by `"last"`. It
opens no file. On Linux it may take 2 GB of memory; elsewhere no such limit can be relied on, and the time limit of the
other side has to do.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import IO, TYPE_CHECKING

from annotator.importing.formats.endings import reader_of
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from annotator.importing.read_records import ReadText

MOST_MEMORY = 2_000_000_000


def main() -> None:
    """Serve one request after the other, on pipes of our own: what a library prints goes nowhere."""
    requests, answers = _own_pipes()
    _limit_memory(int(sys.argv[1]) if len(sys.argv) > 1 else MOST_MEMORY)
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        answer = _answer(data, request["name"], request["ending"])
        answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()
        if "last" in answer:
            return


def _answer(data: bytes, name: str, ending: str) -> dict[str, object]:
    try:
        return _said(_read(data, name, ending))
    except CannotRead as error:
        return {"why": error.sentence}
    except Exception as error:
        if not isinstance(error, (MemoryError, RecursionError)):
            why = f"{name} could not be read, for a reason that is our fault; save its text as .txt and import that."
            return {"why": why, "trace": traceback.format_exc()}
        why = f"{name} is too large or too deeply nested, so it was not read; save its text alone, or in parts."
        return {"why": why, "last": True}


def _said(read: ReadText) -> dict[str, object]:
    """Return what was read as plain values; blocks are many, so each is only its values, in the order of its fields."""
    return {
        "title": read.title, "text": read.text, "encoding": read.encoding, "notes": read.notes,
        "blocks": [(one.start, one.end, one.kind, one.level, one.page, one.path) for one in read.blocks],
        "told": [(one.name, one.value, one.where) for one in read.told],
    }  # fmt: skip


def _read(data: bytes, name: str, ending: str) -> ReadText:
    return reader_of(ending)(data, name)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Take standard input and output for ourselves and leave the null device in their place."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return requests, answers


def _limit_memory(most: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
