"""The near side of the reader process: one for a batch of files, started when first needed, ended when it hangs."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import annotator
from annotator.importing.read_records import Block, ReadText, Told
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS_A_FILE = 20.0
_LOG = logging.getLogger(__name__)
_POLL = 0.05
_WAIT_FOR_END = 5.0


class ReadingCancelled(Exception):
    """The analyst cancelled while a file was being read."""


class ReaderProcess:
    """Reads files in a process of its own; a file that hangs or crashes it costs that file only."""

    def __init__(self, *, seconds: float = SECONDS_A_FILE, memory: int | None = None) -> None:
        """`seconds` is the time a file may take, `memory` the bytes (of address space, on Linux) all may take."""
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()
        self._thread.shutdown()

    @property
    def process_id(self) -> int | None:
        """The id of the running process, None before the first file."""
        return self._process.pid if self._process else None

    def read(self, data: bytes, *, name: str, ending: str, cancelled: Callable[[], bool] | None = None) -> ReadText:
        """Return what the file says. Raises CannotRead with one sentence, ReadingCancelled when cancelled."""
        process = self._running()
        answer = self._thread.submit(_exchange, process, data, name, ending)
        try:
            in_time = self._await(answer, cancelled)
        except BaseException:
            self._end()
            raise
        line = answer.result() if in_time else b""
        if line.endswith(b"\n"):
            return self._result(json.loads(line))
        why = f"took longer than {self._seconds:g} seconds" if not in_time else "made the reader stop"
        _LOG.info("The reader process %s was ended: a file %s", self.process_id, why)
        self._end()
        raise CannotRead(f"{name} {why}, so it was not read; save its text alone, or in parts, and import that.")

    def _result(self, said: dict[str, Any]) -> ReadText:
        """Return the text that was said, or raise what was said in its place."""
        if "last" in said:
            self._end()
        if "trace" in said:
            _LOG.info("The reader process failed:\n%s", said["trace"])
        if "why" in said:
            raise CannotRead(str(said["why"]))
        return _read_text(said)

    def _await(self, answer: Future[bytes], cancelled: Callable[[], bool] | None) -> bool:
        """Wait for the answer; tell whether it came in time."""
        deadline = monotonic() + self._seconds
        while not answer.done():
            if cancelled is not None and cancelled():
                raise ReadingCancelled
            left = deadline - monotonic()
            if left <= 0:
                return False
            wait([answer], timeout=min(left, _POLL))
        return True

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _start(self._memory)
        return self._process

    def _end(self) -> None:
        """Kill the process. Its pipes are closed by the thread that may still be reading from them."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            self._thread.submit(_close, process).result(timeout=_WAIT_FOR_END)


def _start(memory: int | None) -> subprocess.Popen[bytes]:
    """Start the process with this installation's own modules: nothing from the folder we happen to be in."""
    home = str(Path(annotator.__file__).resolve().parent.parent)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "annotator.importing.reader", *([str(memory)] if memory else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": home},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _exchange(process: subprocess.Popen[bytes], data: bytes, name: str, ending: str) -> bytes:
    """Send one file and return the line that comes back; less than a line when the process has died."""
    request = json.dumps({"name": name, "ending": ending, "size": len(data)})
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(request.encode("ascii") + b"\n")
        process.stdin.write(data)
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):
        return b""


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        try:
            if pipe is not None:
                pipe.close()
        except OSError:
            continue
    process.wait()


def _read_text(said: dict[str, Any]) -> ReadText:
    return ReadText(
        title=said["title"], text=said["text"], encoding=said["encoding"], notes=tuple(said["notes"]),
        blocks=tuple(_block(*block) for block in said["blocks"]), told=tuple(_told(*told) for told in said["told"]),
    )  # fmt: skip


def _block(start: int, end: int, kind: str, level: int, page: int, path: str) -> Block:
    return Block(start=start, end=end, kind=kind, level=level, page=page, path=path)


def _told(name: str, value: str, where: str) -> Told:
    return Told(name=name, value=value, where=where)
