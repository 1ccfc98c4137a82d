"""The two fixed rows of the finder: the one that makes a code, and the foot that says the keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.keycap import keycap_text, paint_keycap
from annotator.ui.popup_rows import paint_current
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, reading_font, theme

MAKE_HEIGHT, SHORT_MAKE_HEIGHT, FOOT_HEIGHT = 66, 45, 34
INSET, ICON_MIDDLE, WORDS_X = 14, 20, 36
FIRST_MIDDLE, SECOND_MIDDLE = 22.5, 45.5
KEYS = (("Return", "code the passage"), ("Shift+Return", "and stay for another"))
Piece = tuple[str, QFont, str]


def paint_pieces(painter: QPainter, at: QPointF, right: float, pieces: list[Piece]) -> float:
    """Paint words in their fonts and tokens one after the other, the last ones elided; return where they end."""
    left = at.x()
    for text, font, token in pieces:
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        painter.setFont(font)
        painter.setPen(theme().colour(token))
        painter.drawText(QPointF(left, at.y()), shown)
        left += metrics.horizontalAdvance(shown)
    return left


class MakeRow(QAbstractButton):
    """Makes a code of what was typed, or takes the name from the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._family, self._in_vivo = "", "", ""
        self._current, self._with_line = False, True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().changed.connect(self.update)

    def offer(self, name: str, family: str, in_vivo: str) -> None:
        """Say what would be made: nothing for an empty name; the in-vivo name may be empty too."""
        self._name, self._family, self._in_vivo = on_one_line(name, 120), on_one_line(family, 60), in_vivo
        self.setFixedHeight(MAKE_HEIGHT if in_vivo else SHORT_MAKE_HEIGHT)
        where = f" in {self._family}" if self._family else ""
        self.setAccessibleName(f"Make new code {self._name}{where}" if name else "Type a name to make a new code")
        self.update()

    def set_current(self, current: bool) -> None:
        """Stand as the current row, or not."""
        self._current = current
        self.update()

    def draw_line(self, with_line: bool) -> None:
        """Draw the line above, where there is a list to be parted from."""
        self._with_line = with_line
        self.update()

    def _first_line(self) -> list[Piece]:
        plain = control_font(13)
        if not self._name:
            return [("Type a name to make a new code", plain, "ink2")]
        name = QFontMetricsF(control_font(13, 600)).elidedText(self._name, Qt.TextElideMode.ElideRight, 250)
        where = f" in {self._family}" if self._family else ""
        return [("Make new code ", plain, "ink"), (f"“{name}”", control_font(13, 600), "ink"), (where, plain, "ink")]

    def sizeHint(self) -> QSize:
        return QSize(100, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._with_line:
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme().colour("line"))
        if self._current:
            paint_current(painter, QRectF(self.rect()).adjusted(4, 5, -4, -4))
        middle = FIRST_MIDDLE + 1
        paint_icon(painter, "plus", QRectF(ICON_MIDDLE - 8, middle - 8, 16, 16), "ink3")
        right = self.width() - INSET
        paint_pieces(painter, QPointF(WORDS_X, baseline(middle, control_font(13))), right, self._first_line())
        if self._in_vivo:
            keycap = paint_keycap(painter, right, SECOND_MIDDLE, keycap_text("Tab"))
            line = QPointF(WORDS_X, baseline(SECOND_MIDDLE, control_font(12)))
            text = on_one_line(self._in_vivo)
            pieces = [("or name it from the text:  ", control_font(12), "ink2"), (text, reading_font(13), "ink2")]
            paint_pieces(painter, line, keycap.left() - 8, pieces)
        painter.end()


class FinderFoot(QWidget):
    """Says the keys. Its ground is painted by the finder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(FOOT_HEIGHT)
        self._read_only = False
        self._keys: tuple[tuple[str, str], ...] = KEYS
        theme().changed.connect(self.update)

    def set_read_only(self, read_only: bool) -> None:
        """Leave out the keys that write."""
        self._read_only = read_only
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """What the keys that write do, in their order."""
        return () if self._read_only else tuple(words for _, words in self._keys)

    def say(self, verb: str = "") -> None:
        """Say what Enter does where only one code is chosen; without a verb, that it codes the passage."""
        self._keys = (("Return", verb),) if verb else KEYS
        self.update()

    def _key(self, painter: QPainter, left: float, shortcut: str, words: str) -> float:
        text = keycap_text(shortcut)
        probe = paint_keycap(painter, -1000, 0, text)
        keycap = paint_keycap(painter, left + probe.width(), self.height() / 2, text)
        painter.setFont(control_font(11))
        painter.setPen(theme().colour("ink3"))
        painter.drawText(QPointF(keycap.right() + 7, baseline(self.height() / 2, painter.font())), words)
        return keycap.right() + 7 + QFontMetricsF(painter.font()).horizontalAdvance(words) + 16

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = float(INSET)
        for shortcut, words in self._keys:
            if not self._read_only:
                left = self._key(painter, left, shortcut, words)
        painter.setFont(control_font(11))
        painter.setPen(theme().colour("ink3"))
        right = self.width() - INSET - QFontMetricsF(painter.font()).horizontalAdvance("close")
        painter.drawText(QPointF(right, baseline(self.height() / 2, painter.font())), "close")
        paint_keycap(painter, right - 7, self.height() / 2, "Esc")
        painter.end()
