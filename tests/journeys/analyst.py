"""Somebody at the real window: keys and clicks go in as the system sends them, the disk says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.project.project import Project
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QWindow
    from pytestqt.qtbot import QtBot

    from annotator.model.records import Code, Coding
    from annotator.ui.library.import_window import ImportWindow
    from annotator.ui.workspace import Workspace

BOARDS = """Boards may share one budget

The two boards will buy care together from April. Each keeps its own accounts for a year. Then the council decides.

“We have argued about this for long enough,” the chair of one board said. “Patients see one service.”

Not everybody agrees. A member of the other board called the plan hasty, and asked who answers for the money.

The plan goes to a vote in March. If it passes, a joint committee starts work at once."""
WARDS = """Wards close for the summer

Three wards will close in July. Staff move to other sites until autumn.

The trust says that no patient waits longer."""
LONG = "A long report\n\n" + "\n\n".join(
    f"Paragraph {number} tells how the boards met for the {number}th time. Nothing was settled there. They meet again."
    for number in range(1, 61)
)
SENTENCE = "The two boards will buy care together from April."


class Analyst:
    """Somebody who works with keyboard and mouse, and sees what the window shows."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def workspace(self) -> Workspace:
        """The open project."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def project(self) -> Project:
        """What is on the disk."""
        return self.workspace.session.project

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, wherever the focus is."""
        for key in keys:
            QTest.keySequence(self._handle(), QKeySequence(key))

    def type(self, words: str) -> None:
        """Type words wherever the focus is."""
        for letter in words:
            QTest.keyClick(self._handle(), letter)

    def _handle(self) -> QWindow:
        active = QApplication.activeWindow() or self.window
        return active.windowHandle()

    def looks_at_import(self) -> ImportWindow:
        """Wait until what was dropped or chosen is read; return the window that shows it."""
        self.qtbot.waitUntil(lambda: self.window.imports.window is not None and not self.window.transfers.busy)
        window = self.window.imports.window
        assert window is not None
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget, in its middle if nothing else is said."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def click_code(self, label: str) -> None:
        """Click on a code's row in the tree."""
        tree = self.window.page.codes.tree
        index = tree.filter.mapFromSource(tree.scheme.index_of(self.code(label).id))
        tree.scrollTo(index)
        self.click(tree.viewport(), tree.visualRect(index).center())

    def click_article(self, title: str) -> None:
        """Click on an article's card."""
        view = self.window.page.articles.view
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        index = next(row for row in rows if row.data() == title)
        self.click(view.viewport(), view.visualRect(index).center())

    def select(self, words: str) -> tuple[int, int]:
        """Select words with the mouse, from their first letter to their last."""
        view = self.window.page.view
        start = view.text.index(words)
        end = start + len(words)
        view.scroll_to(start, end)
        first, last = (self.spot(position) for position in (start, end))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseMove(view.viewport(), (first + last) / 2)
        QTest.mouseMove(view.viewport(), last)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
        return start, end

    def spot(self, position: int) -> QPoint:
        """Return where a position stands in the viewport."""
        view = self.window.page.view
        cursor = view.textCursor()
        cursor.setPosition(view.positions.to_qt(position))
        rect: QRect = view.cursorRect(cursor)
        return QPoint(rect.left(), rect.center().y())

    def code(self, label: str) -> Code:
        """Return the code with a label."""
        return next(code for code in self.project.codes() if label in (code.label, code.name))

    def codings(self) -> list[Coding]:
        """Return one's codings of the open article, from the disk."""
        article = self.workspace.desk.article
        assert article is not None
        return self.project.codings(articles=[article.id], coders=[self.workspace.session.coder.id])

    def coded(self) -> list[tuple[str, str]]:
        """Return label and quote of each coding of the open article, from the disk."""
        labels = {code.id: code.label or code.name for code in self.project.codes()}
        return [(labels[coding.code], coding.quote) for coding in self.codings()]

    def saved(self) -> str:
        """Return what the status line says of saving."""
        return self.window.status_line.saved.label.text()

    def notice(self) -> str:
        """Return the notice that is shown, empty without one."""
        return self.window.notices.sentence.text() if self.window.notices.isVisible() else ""

    def menu_text(self, action: str) -> str:
        """Return how an action is named now."""
        return self.window.actions_.by_id[action].text()

    def echo(self) -> str:
        """Return what the last echo at the text said."""
        return self.window.page.view.echo.text


def make_project(path: Path, articles: dict[str, str] | None = None) -> Path:
    """Make a project with the scheme that ships, two articles and Ann as coder."""
    window = MainWindow(remembers=False)
    window.starting.new_project(path, "Ann")
    window.deleteLater()
    with Project.open(path) as project:
        project.join("Ann")
        assert project.coder is not None
        texts = articles or {"Boards may share one budget": BOARDS, "Wards close for the summer": WARDS}
        new = [NewArticle(title=title, file=f"{title}.txt", text=text) for title, text in texts.items()]
        project.do(edits.import_articles(articles=new, coder=project.coder, position=0), kind="setup")
    return path


def dropped(widget: QWidget, files: list[Path]) -> None:
    """Drop files on a widget, as from a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(widget.rect().center(), *how)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(widget.rect().center()), *how))
