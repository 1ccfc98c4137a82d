"""Word files and zip files as analysts, and people who wish them ill, would send them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def word_file() -> Callable[..., bytes]:
    """Make the bytes of a .docx: one paragraph for each text; `body` is raw XML put before them."""

    def make(*paragraphs: str, body: str = "", parts: dict[str, str] | None = None) -> bytes:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        saved = io.BytesIO()
        document.save(saved)
        return _with_parts(saved.getvalue(), body, parts or {})

    return make


def _with_parts(data: bytes, body: str, parts: dict[str, str]) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + body.encode())
            if name not in parts:
                new.writestr(name, content)
        for name, text in parts.items():
            new.writestr(name, text)
    return changed.getvalue()


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into the test's folder and return its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
