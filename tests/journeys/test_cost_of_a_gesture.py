"""What a gesture asks of the file and of the preferences does not grow with the work that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import preferences
from annotator.model import edits
from annotator.model.edits.codings import new_coding

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst


def _statements(ann: Analyst, *keys: str) -> list[str]:
    """Return what SQLite was asked while these keys were pressed."""
    asked: list[str] = []
    connection = ann.project._db.conn  # noqa: SLF001
    connection.set_trace_callback(lambda sql: asked.append(sql.split(" WHERE")[0][:60]))
    ann.press(*keys)
    connection.set_trace_callback(None)
    return asked


def test_coding_asks_as_little_after_a_thousand_codings(reader: Analyst) -> None:
    reader.press("J", "J", "1")
    few = _statements(reader, "J", "2")
    desk, codes = reader.workspace.desk, [code for code in reader.project.codes() if code.label]
    assert desk.article is not None
    many = [
        new_coding(
            article=desk.article, text=desk.text, start=number, end=number + 5, code=codes[number % 40],
            coder=reader.workspace.session.coder,
        )
        for number in range(100, 1100)
    ]  # fmt: skip
    reader.workspace.session.do(edits.code_passages(codings=many, label="Code much"))
    assert _statements(reader, "J", "3") == few
    assert len(few) < 25


@pytest.mark.parametrize("keys", [("J",), ("N",), ("1",), ("D",), ("Down",), ("Space",)])
def test_gestures_leave_the_preferences_alone(
    reader: Analyst, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    reader.press("J", "J", "2")
    touched: list[Path] = []
    file = preferences.preferences_file

    def watched() -> Path:
        touched.append(file())
        return file()

    monkeypatch.setattr(preferences, "preferences_file", watched)
    reader.press(*keys)
    bar = reader.window.page.view.verticalScrollBar()
    bar.setValue(bar.value() + 100)
    assert touched == []


def test_walking_asks_the_file_nothing(reader: Analyst) -> None:
    reader.press("J", "J", "1", "2")
    reader.qtbot.waitUntil(lambda: reader.workspace.desk.words.in_all() is not None)
    assert _statements(reader, "J", "K", "N", "Shift+N", "O", "Esc") == []
