"""How a text will read once it is in: what is set aside grey, what is spoken marked. Nothing is coded here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from annotator.model.blocks import kept_blocks
from annotator.model.speaking import spoken
from annotator.ui.actions import BY_ID
from annotator.ui.article.marks import quiet_marks
from annotator.ui.article.measures import LABELS_ONLY
from annotator.ui.article.quotations import QuotationMark, paint_quotation
from annotator.ui.article.quoted_view import QuotedView
from annotator.ui.article.tips import tip
from annotator.ui.dates import shown_date
from annotator.ui.library.import_words import in_marks
from annotator.ui.shortcuts.keys import chosen_keys, normal_keys
from annotator.ui.shortcuts.pane_keys import key_pressed

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

    from annotator.model.edits.articles import NewArticle

FLIP = "flip_zone"


class ImportPreview(QuotedView):
    """The article view without its hands. The key for zones tells where one is to be set aside or kept."""

    flip_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("importPreview")
        self.setAccessibleName("How the text will read")
        self.columns_placed.connect(self._fit_notes)

    def show_new(self, article: NewArticle) -> None:
        """Show a text from its beginning, with what was found in it."""
        known = (article.author, article.publication, shown_date(article.published))
        facts, blocks = " · ".join(fact for fact in known if fact), kept_blocks(article.blocks)
        self.show_article(article.text, title=article.title, facts=facts, blocks=blocks)
        self.show_found(article)

    def show_found(self, article: NewArticle) -> None:
        """Show what is set aside and who speaks now; the text keeps its place."""
        self.set_aside(quiet_marks(article.zones))
        self._fit_notes()
        self.set_quotations([QuotationMark(one.start, one.end, spoken(one)) for one in in_marks(article)])

    def _paint_page(self, painter: QPainter, clip: QRectF) -> None:
        super()._paint_page(painter, clip)
        near = list(self.lines.between(clip.top(), clip.bottom()))
        taken = {line.start for line in near if self.has_icon(line)}
        if not near:
            return
        for mark in self._quotations.marks:
            if mark.start < near[-1].end and mark.end > near[0].start:
                shown = [line for line in near if line.start < mark.end and line.end > mark.start]
                fragment = self.lines.at(mark.start) == self.lines.at(mark.end - 1)
                bare = {line.start for line in shown} if fragment else taken
                paint_quotation(painter, mark, shown, self.lines, self.measures.gutter, bare)

    def _fit_notes(self) -> None:
        """Say in the margin why a line is set aside only where there is room; the list beside says it anyway."""
        narrow = self.measures.names <= LABELS_ONLY
        self.codings.set_notes(
            [] if narrow else [(mark.start, mark.reason) for mark in self.quiet_marks if mark.reason]
        )
        self.margin.update()

    def sentence(self) -> None:
        """Return no sentence: no key codes one here, so none is outlined."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.fresh = False  # with the focus the caret is seen
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if key_pressed(event) in normal_keys(BY_ID[FLIP], chosen_keys()):
            if not event.isAutoRepeat():
                self.flip_wanted.emit(self.caret())
            return
        before = self.textCursor()
        super().keyPressEvent(event)
        if self.textCursor() != before:
            self.fresh = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.fresh = False
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip([], self.sayings_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)
