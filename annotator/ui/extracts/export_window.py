"""What goes out, in which form and where to: the window before an export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.extracts import ExtractFilter
from annotator.ui import messages
from annotator.ui.announce import announce
from annotator.ui.extracts.export_choice import FORMS, ExportChoice, Form, what_goes, with_ending
from annotator.ui.extracts.export_options import CarriedOptions, FormSwitch
from annotator.ui.extracts.group_choice import GroupChoice
from annotator.ui.extracts.speech_choice import SpeechChoice
from annotator.ui.extracts.tick_tree import Choice, TickTree
from annotator.ui.extracts.via_choice import ViaChoice
from annotator.ui.icon_label import IconLabel
from annotator.ui.rules import level_rule
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.records import Article, Code, Coder, Group

Count = tuple[int, int, int]
COUNTING = "Counting what there is to export."


class ExportWindow(QDialog):
    """Asks again and again until the export has worked: `ask`, export, on failure `show_failure` and `ask`."""

    def __init__(
        self,
        coders: Sequence[Coder],
        codes: Sequence[Code],
        articles: Sequence[Article],
        count: Callable[[ExtractFilter], Count] | None,
        suggested: Path,
        base: ExtractFilter | None = None,
        parent: QWidget | None = None,
        *,
        speakers: Sequence[str] = (),
        groups: Sequence[Group] = (),
        vias: Sequence[str] = (),
    ) -> None:
        """Take all there is to choose from, in tree order.

        `count` tells extracts, coders and articles of a filter; without it they are being counted, until `take_count`.
        `base` restricts what the window does not ask for, such as a search; its coders, codes and articles are ticked.
        `speakers` are those who are known, nobody who is only guessed.
        """
        super().__init__(parent)
        self.setObjectName("exportWindow")
        self.setWindowTitle("Export extracts")
        self._count, self.base = count, base or ExtractFilter()
        self.form_switch, self.options = FormSwitch(), CarriedOptions()
        self.coders = TickTree("Coders", [Choice(coder.id, coder.name) for coder in coders])
        self.codes = TickTree("Codes", [Choice(code.id, code.title, code.parent) for code in codes])
        self.articles = TickTree("Articles", [Choice(article.id, article.title) for article in articles])
        self.group, self.via = GroupChoice(groups), ViaChoice(vias)
        self.speakers, self.speech = _speakers(speakers), SpeechChoice()
        self.with_subcodes = QCheckBox("A tick takes the sub-codes along")
        self.out_field = QLineEdit(str(with_ending(suggested, "csv")))
        self.choose_button, self.cancel_button, self.export_button = (
            QPushButton(text) for text in ("Choose place", "Cancel", "Export")
        )
        self.sentence, self.failure, self._failure_strip = QLabel(), QLabel(), QFrame()
        self._tick_base()
        self._lay_out()
        self._connect()
        self._count_again()

    def ask(self) -> ExportChoice | None:
        """Show the window; return the decision, or None when the analyst leaves it."""
        return self.choice() if self.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> ExportChoice:
        """Return what is chosen now."""
        form = self.form_switch.form
        return ExportChoice(
            out=self.out(),
            format=form,
            filter=self.filter(),
            context=self.options.context.value(),
            anonymous=self.options.anonymous.isChecked(),
            safe_cells=form == "csv" and self.options.safe_cells.isChecked(),
            without_texts=self.options.without_texts.isChecked(),
            marking=self.options.marking.text().strip(),
        )

    def filter(self) -> ExtractFilter:
        """Return which extracts would go."""
        return replace(
            self.base,
            coders=self.coders.restriction(),
            codes=self.codes.restriction(),
            articles=self.articles.restriction(),
            groups=self.group.restriction(),
            speakers=self.speakers.restriction(),
            vias=self.via.restriction(),
            voices=self.speech.restriction(),
            set_aside=self.speech.set_aside.isChecked(),
        )

    def take_count(self, count: Callable[[ExtractFilter], Count]) -> None:
        """Count by this from now on."""
        self._count = count
        self._count_again()

    def out(self) -> Path:
        """Return the file that would be written."""
        return Path(self.out_field.text().strip()).expanduser()

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong; the choices stay, so that the analyst can try another way."""
        self.failure.setText(sentence)
        self._failure_strip.setVisible(bool(sentence))
        if sentence:
            announce(self.failure, sentence, at_once=True)

    def _tick_base(self) -> None:
        self.with_subcodes.setChecked(True)
        self.group.take(self.base.groups)
        self.via.take(self.base.vias)
        for tree, ids in (
            (self.coders, self.base.coders),
            (self.codes, self.base.codes),
            (self.articles, self.base.articles),
            (self.speakers, self.base.speakers),
        ):
            if ids:
                tree.tick(ids)
        self.speech.take(self.base)

    def _connect(self) -> None:
        for part in (self.coders, self.codes, self.articles, self.speakers, self.speech):
            part.changed.connect(self._count_again)
        self.form_switch.form_chosen.connect(self._take_form)
        self.with_subcodes.toggled.connect(self._take_subcodes)
        self.out_field.textChanged.connect(self._count_again)
        for box in (self.group, self.via):
            box.currentIndexChanged.connect(self._count_again)
        self.choose_button.clicked.connect(self._choose_place)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self.accept)

    def _take_form(self, form: Form) -> None:
        self.options.take_form(form)
        self.out_field.setText(str(with_ending(self.out(), form)))

    def _take_subcodes(self, along: bool) -> None:
        self.codes.with_children = along

    def _choose_place(self) -> None:
        kind = FORMS[self.form_switch.form].kind
        place = messages.choose_place_to_save(self, "Export extracts", self.out(), kind)
        if place is not None:
            self.out_field.setText(str(with_ending(place, self.form_switch.form)))

    def _count_again(self) -> None:
        none_ticked = self._why_none_ticked()
        count = self._count(self.filter()) if self._count is not None and not none_ticked else (0, 0, 0)
        why_not = none_ticked or (COUNTING if self._count is None else self._why_not(count[0]))
        self.sentence.setText(why_not or f"{what_goes(*count)} will go, with a manifest beside the file.")
        self.export_button.setEnabled(not why_not)
        self.export_button.setText(
            f"Export {count[0]:,} extract{'' if count[0] == 1 else 's'}" if count[0] else "Export"
        )
        self.export_button.setToolTip(why_not)
        self.export_button.setAccessibleDescription(self.sentence.text())
        self.show_failure("")

    def _why_none_ticked(self) -> str:
        for tree, thing in ((self.coders, "coder"), (self.codes, "code"), (self.articles, "article")):
            if not tree.ticked():
                return f"Nothing to export: no {thing} is ticked."
        if self.speech.none_ticked():
            return "Nothing to export: no voice is ticked."
        if self.speakers.all() and not self.speakers.ticked():
            return "Nothing to export: no speaker is ticked. All ticked also takes passages without a known speaker."
        return ""

    def _why_not(self, extracts: int) -> str:
        if extracts == 0:
            return "Nothing to export: no coding fits this choice. Tick more coders, codes or articles."
        if not self.out_field.text().strip() or not self.out().name:
            return "Say where the file shall go."
        if not self.out().parent.is_dir():
            return f"There is no folder {self.out().parent}. Choose another place."
        return ""

    def _lay_out(self) -> None:
        self.resize(980 if self.speakers.all() else 820, 660)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.form_switch)
        column.addLayout(self._trees(), 1)
        column.addWidget(self.speech)
        column.addWidget(self.options)
        column.addLayout(self._place())
        column.addWidget(level_rule())
        column.addWidget(self._failure())
        column.addLayout(self._foot())

    def _trees(self) -> QHBoxLayout:
        codes = QVBoxLayout()
        codes.setSpacing(4)
        codes.addWidget(self.codes, 1)
        codes.addWidget(self.with_subcodes)
        articles = QVBoxLayout()
        articles.setSpacing(4)
        articles.addWidget(self.articles, 1)
        articles.addWidget(self.group)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.coders, 2)
        row.addLayout(codes, 3)
        row.addLayout(articles, 3)
        speakers = QVBoxLayout()
        speakers.setSpacing(4)
        speakers.addWidget(self.speakers, 1)
        speakers.addWidget(self.via)
        row.addLayout(speakers, 2 if self.speakers.all() else 0)
        return row

    def _place(self) -> QHBoxLayout:
        label = QLabel("File")
        label.setBuddy(self.out_field)
        self.out_field.setAccessibleName("File to write")
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (label, self.out_field, self.choose_button):
            row.addWidget(part)
        return row

    def _failure(self) -> QFrame:
        self.failure.setWordWrap(True)
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self._failure_strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("warning", "ink"))
        row.addWidget(self.failure, 1)
        self._failure_strip.hide()
        return self._failure_strip

    def _foot(self) -> QHBoxLayout:
        self.sentence.setFont(control_font(13, 500))
        self.sentence.setWordWrap(True)
        self.export_button.setProperty("main", True)
        self.export_button.setFont(control_font(13, 500))
        self.export_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.export_button)
        return row


def _speakers(names: Sequence[str]) -> TickTree:
    tree = TickTree("Speakers", [Choice(name, name) for name in names])
    tree.setVisible(bool(names))
    tree.setToolTip("While all are ticked, passages without a known speaker go too")
    return tree
