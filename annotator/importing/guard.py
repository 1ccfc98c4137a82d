"""What a zip file from outside must look like before any library opens it.

What the file's own headers say is checked first; then every member is unpacked piece by piece and counted, since
headers lie. Nothing is written to disk.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from zipfile import ZipInfo

LARGEST_MEMBER = 60_000_000
LARGEST_TOTAL = 200_000_000
MOST_MEMBERS = 2_000
HIGHEST_RATIO = 200
_RATIO_MATTERS_ABOVE = 1_000_000
_PIECE = 1 << 16
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError, NotImplementedError)


def check_zip(data: bytes, name: str, *, doctypes: bool = False) -> None:
    """Raise CannotRead, with one sentence, for a zip file that is damaged, encrypted or made to do harm.

    With `doctypes` a part may declare a document type, as the pages of an e-book do, but nothing within it.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise _refused(name, f"holds more than {MOST_MEMBERS:,} parts")
            for member in members:
                _check_header(member, name)
            _check_contents(archive, members, name, doctypes=doctypes)
    except _BROKEN:
        message = f"{name} is damaged or cut short, so it was not read; open it in its own program and save it again."
        raise CannotRead(message) from None


def _check_header(member: ZipInfo, name: str) -> None:
    path = member.orig_filename.replace("\\", "/")
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        raise _refused(name, "holds a part that would be written outside its folder")
    if member.flag_bits & 0x1:
        message = f"{name} is protected by a password, so it was not read; save it without one, then import it."
        raise CannotRead(message)
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _refused(name, "is packed in an unusual way")
    _check_size(member.file_size, member.compress_size, name)


def _check_size(unpacked: int, packed: int, name: str) -> None:
    if unpacked > LARGEST_MEMBER:
        raise _refused(name, "holds a part of more than 60 MB")
    if unpacked > _RATIO_MATTERS_ABOVE and unpacked > HIGHEST_RATIO * max(packed, 1):
        raise _refused(name, "unpacks to more than 200 times its size")


def _check_contents(archive: ZipFile, members: list[ZipInfo], name: str, *, doctypes: bool) -> None:
    total = 0
    for member in members:
        prolog = _Prolog(name, doctypes=doctypes)
        size = 0
        with archive.open(member) as part:
            while piece := part.read(_PIECE):
                size += len(piece)
                _check_size(size, member.compress_size, name)
                prolog.read(piece)
        total += size
        if total > LARGEST_TOTAL:
            raise _refused(name, "unpacks to more than 200 MB")


class _Prolog:
    """Reads what stands before the first tag of a part, in any encoding, as the XML parser will.

    A DOCTYPE can stand nowhere else, and an ENTITY only in one. A part that is no XML is let pass.
    """

    def __init__(self, name: str, *, doctypes: bool) -> None:
        self._name = name
        self._doctypes = doctypes
        self._done = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._finish

    def read(self, piece: bytes) -> None:
        """Read on, until the first tag was met."""
        if self._done:
            return
        try:
            self._parser.Parse(piece, False)
        except (expat.ExpatError, LookupError, ValueError):
            self._done = True

    def _refuse(self, *declaration: object) -> None:
        if not self._doctypes:
            raise _refused(self._name, "declares a document type, which Office files never do")
        if declaration[-1]:
            raise _refused(self._name, "declares entities of its own, which e-books never need")

    def _finish(self, *_element: object) -> None:
        self._done = True


def _refused(name: str, why: str) -> CannotRead:
    message = f"{name} {why}, so it was not read; if you trust it, open it in its own program and save it again."
    return CannotRead(message)
