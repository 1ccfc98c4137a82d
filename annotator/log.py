"""Where unexpected errors are written: a file with rotation, with nothing of the articles' text in it."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_log_path

from annotator.preferences import CONFIG_FOLDER_VARIABLE

if TYPE_CHECKING:
    from types import TracebackType

LOG_BYTES, LOG_FILES = 500_000, 3


def log_file() -> Path:
    """Return where the log lies; beside the preferences when another folder is named for them."""
    folder = os.environ.get(CONFIG_FOLDER_VARIABLE)
    return (Path(folder) if folder else user_log_path("annotator", appauthor=False)) / "annotator.log"


def log_unexpected(error: BaseException) -> Path:
    """Write kind and place of an unexpected error, not its words, which may quote an article; return the file."""
    import logging  # only where something went wrong: starting counts
    from logging.handlers import RotatingFileHandler

    file = log_file()
    lines = [f"{type(error).__module__}.{type(error).__name__}", *_places(error.__traceback__)]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        record = logging.LogRecord("annotator", logging.ERROR, "", 0, "\n  ".join(lines), None, None)
        handler.emit(record)
        handler.close()
    except OSError:
        pass  # with no place to write, the sentence on the screen is all there is
    return file


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
