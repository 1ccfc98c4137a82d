"""What can go wrong while exporting, in a way a face may want to tell apart."""

from typing import Self

from annotator.model.errors import AnnotatorError, CannotWrite


class NothingToExport(AnnotatorError):
    """No extract, or no code, is left to go out; no file was written."""


class ReadBackDiffers(AnnotatorError):
    """The file, read back, is not what the project holds; it was not given its name."""

    @classmethod
    def at(cls, place: str) -> Self:
        """Return the sentence for the place, such as `row 12`, at which the two part."""
        return cls(
            f"The export was not written: read back, it differs from the project at {place}. Nothing was changed. "
            "Perhaps somebody coded in the meantime: export again. If it comes again, please report it."
        )


class WrittenWithoutManifest(CannotWrite):
    """The export itself is there and whole; only the manifest beside it is missing."""
