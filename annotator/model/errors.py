"""What can go wrong in a way the analyst should read about.

Every message says what happened, what it means for the work, and what to do. Any other exception is a bug.
"""


class AnnotatorError(Exception):
    """A sentence for the analyst. Nothing was changed unless the sentence says so."""

    @property
    def sentence(self) -> str:
        """The message as it is shown."""
        return str(self)


class NotFound(AnnotatorError):
    """A coder, article, code or file was named that is not there."""


class Refused(AnnotatorError):
    """The edit is not allowed: somebody else's row, or something built on it."""


class CannotRead(AnnotatorError):
    """A file from outside cannot be read: damaged, hostile, of an unknown kind."""


class CannotOpen(AnnotatorError):
    """The project file cannot be opened: missing, damaged, newer, not ours, locked."""


class CannotWrite(AnnotatorError):
    """The file cannot be written: read-only, disk full, folder gone."""


class Stopped(AnnotatorError):
    """The analyst stopped a long change; nothing of it was done."""
