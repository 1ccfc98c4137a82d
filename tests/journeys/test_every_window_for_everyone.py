"""Every window can be used unseen and without a mouse: names, Tab, visible focus, readable texts in all themes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from annotator.ui.extracts.export_window import ExportWindow
from annotator.ui.library.left_out_window import LeftOutWindow
from annotator.ui.theme import theme
from annotator.ui.tokens import PALETTES, contrast

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst
    from PySide6.QtGui import QImage

    from annotator.ui.library.import_window import ImportWindow

BESIDE_THE_WORK = (
    "find_everywhere", "correct_the_text", "passages_to_look_at", "memo_on_project",
    "memo_on_article", "memo_on_code", "describe_code", "split_code", "show_keys", "change_keys", "show_set_aside",
    "show_cast", "show_words", "describe_article", "group_articles", "own_fields", "send_work",
    "show_reviewed", "show_review_counts", "show_rounds", "show_coverage",
)  # fmt: skip
OVER_THE_WORK = ("find_code", "find_action", "find_in_article", "list_codings", "change_ends", "choose_coders")
READABLE = 4.5


@pytest.fixture
def busy(ann: Analyst) -> Analyst:
    """Return Ann with codings of several codes, a stance and a memo, the first code current."""
    ann.press("J", "J", "1", "2", "J", "3", "J", "1", "S", "S", "M")
    ann.type("seen")
    ann.press("Esc", "N")
    ann.workspace.selection.set_code(ann.code("C11").id)
    return ann


def opened(ann: Analyst, action: str) -> QWidget:
    """Do an action and return the window it opened: one beside the work, else the main window."""
    before = set(QApplication.topLevelWidgets())
    ann.window.activateWindow()
    ann.qtbot.waitUntil(ann.window.isActiveWindow)
    ann.window.page.view.setFocus()
    ann.window.actions_.by_id[action].trigger()
    QApplication.processEvents()
    new = [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible() and one.isWindow()]
    shown = [one for one in new if not isinstance(one, QMenu)]
    if shown:
        ann.qtbot.addWidget(shown[0])
        shown[0].activateWindow()
        ann.qtbot.waitUntil(shown[0].isActiveWindow)
    return shown[0] if shown else ann.window


def controls(window: QWidget) -> list[QWidget]:
    """List what takes the focus by Tab in a window; parts of a control left out."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QAbstractScrollArea)
    ]


def name_of(widget: QWidget) -> str:
    """Return how a screen reader would name a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def by_name(widgets: list[QWidget]) -> list[str]:
    return [f"{type(widget).__name__} {name_of(widget)}" for widget in widgets]


def reached_by_tab(window: QWidget) -> set[QWidget]:
    """Press Tab until the round is complete; return what had the focus."""
    met: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and met.count(focus) < 2 and len(met) < 200:
        met.append(focus)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    return set(met)


def stands_for_its_group(widget: QWidget, met: set[QWidget]) -> bool:
    """Tell whether Tab reaches another of the same exclusive group, from where the arrows go on."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None:
        return group.exclusive() and any(other in met for other in group.buttons())
    alone = isinstance(widget, QAbstractButton) and widget.autoExclusive()
    return alone and any(other in met for other in widget.parentWidget().findChildren(type(widget)))


def picture_round(window: QWidget, widget: QWidget) -> QImage:
    """Return how a control looks with what is just round it."""
    corner = widget.mapTo(window, QPoint(0, 0))
    return window.grab(QRect(corner, widget.size()).adjusted(-4, -4, 4, 4)).toImage()


def looks_focused(window: QWidget, widget: QWidget, elsewhere: QWidget) -> bool:
    """Tell whether a control looks otherwise with the focus than without."""
    elsewhere.setFocus()
    QApplication.processEvents()
    before = picture_round(window, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return widget.hasFocus() and picture_round(window, widget) != before


def readable(window: QWidget, widget: QWidget, picture: QImage) -> float:
    """Return the contrast of the strongest colour of a text against the colour that is most of its ground."""
    shown = widget.visibleRegion().boundingRect()
    part = picture.copy(QRect(widget.mapTo(window, shown.topLeft()), shown.size()))
    colours = Counter(part.pixel(x, y) & 0xFFFFFF for y in range(part.height()) for x in range(part.width()))
    ground = f"#{colours.most_common(1)[0][0]:06x}"
    return max(contrast(f"#{colour:06x}", ground) for colour in colours)


def faint_texts(window: QWidget) -> list[str]:
    """Return which texts of a window cannot be read well."""
    picture = window.grab().toImage()
    ratios = [(one, readable(window, one, picture)) for one in texts(window)]
    return [f"{by_name([one])[0]}: {ratio:.1f}" for one, ratio in ratios if ratio < READABLE]


def texts(window: QWidget) -> list[QWidget]:
    """List the labels and buttons of a window that show a text and can be used."""
    shown = [one for one in window.findChildren(QWidget) if one.window() is window and one.isVisible()]
    labels = [one for one in shown if isinstance(one, QLabel | QAbstractButton) and one.isEnabled()]
    return [one for one in labels if one.text().strip() and not one.visibleRegion().isEmpty()]


def assert_for_everyone(ann: Analyst, window: QWidget) -> None:
    """Names, the round of Tab, and that the focus is seen."""
    found = controls(window)
    assert found
    assert [type(widget).__name__ for widget in found if not name_of(widget)] == []
    met = reached_by_tab(window)
    missed = [one for one in found if one not in met and not stands_for_its_group(one, met)]
    assert by_name(missed) == []
    for widget in found:
        elsewhere = next((one for one in found if one is not widget), None)
        if elsewhere is not None and widget.isVisible() and widget.isEnabled():
            assert looks_focused(window, widget, elsewhere), by_name([widget])


@pytest.mark.parametrize("action", [*BESIDE_THE_WORK, "list_codings", "find_in_article"])
def test_each_window_has_names_a_round_of_tab_and_a_visible_focus(busy: Analyst, action: str) -> None:
    window = opened(busy, action)
    assert (window is busy.window) == (action not in BESIDE_THE_WORK)
    assert_for_everyone(busy, window)


def test_the_export_window_and_the_start_page_too(analyst: Analyst, busy: Analyst) -> None:
    desk = busy.workspace.desk
    window = ExportWindow(
        list(desk.coders.values()), list(desk.codes.values()), list(desk.articles.values()), lambda _: (3, 1, 1),
        desk.session.project.path.parent,
    )  # fmt: skip
    busy.qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    busy.qtbot.waitUntil(window.isActiveWindow)
    assert_for_everyone(busy, window)
    window.close()
    busy.window.actions_.by_id["show_start_page"].trigger()
    busy.window.activateWindow()
    busy.qtbot.waitUntil(busy.window.isActiveWindow)
    assert_for_everyone(busy, busy.window)


def import_window(ann: Analyst, folder: Path) -> ImportWindow:
    """Return the window with a text that has zones, one that corrects, one that is broken and a table."""
    texts = {
        "boards.txt": BOARDS.replace("hasty", "much too hasty"), "broken.docx": "no Word file",
        "new.txt": f"{BOARDS}\n\nRelated: what others do\n", "rows.csv": f"title,text\nOne,{'words ' * 30}\n",
    }  # fmt: skip
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    ann.window.import_files([folder / name for name in texts])
    return ann.looks_at_import()


def test_the_import_window_with_each_kind_of_row(busy: Analyst, tmp_path: Path) -> None:
    window = import_window(busy, tmp_path)
    for row in range(len(window.rows)):
        window.list.setFocus()
        window.list.setCurrentIndex(window.list.files.index(row, 0))
        assert_for_everyone(busy, window)


@pytest.mark.parametrize("choice", PALETTES)
def test_every_text_of_the_import_window_is_readable(busy: Analyst, tmp_path: Path, choice: str) -> None:
    theme().choose(choice)  # type: ignore[arg-type]
    window = import_window(busy, tmp_path)
    faint: list[str] = []
    for row in range(len(window.rows)):
        window.list.setCurrentIndex(window.list.files.index(row, 0))
        QApplication.processEvents()
        faint += faint_texts(window)
    assert faint == []


def test_the_list_of_what_did_not_come_in_too(busy: Analyst) -> None:
    window = LeftOutWindow(["broken.docx is no Word file."], busy.window)
    window.appear()
    busy.qtbot.waitUntil(window.isActiveWindow)
    assert_for_everyone(busy, window)
    window.close()


@pytest.mark.parametrize("choice", PALETTES)
def test_every_text_of_every_window_is_readable(busy: Analyst, choice: str) -> None:
    theme().choose(choice)  # type: ignore[arg-type]
    faint: list[str] = []
    for action in (*BESIDE_THE_WORK, *OVER_THE_WORK):
        window = opened(busy, action)
        faint += [f"{action}: {one}" for one in faint_texts(window)]
        if window is not busy.window:
            window.close()
        else:
            busy.press("Esc", "Esc")
    assert faint == []


def test_every_menu_names_what_it_does_and_its_key(busy: Analyst) -> None:
    bar = busy.window.top_bar.menu_bar
    menus = [action.menu() for action in bar.actions()]
    assert all(isinstance(menu, QMenu) for menu in menus)
    assert [name_of(action.menu()) for action in bar.actions()] == [action.text() for action in bar.actions()]
    for made in busy.window.actions_.by_id.values():
        assert made.text()
        assert made.statusTip() or made.toolTip()


def test_the_menus_are_opened_by_a_key(busy: Analyst) -> None:
    first = busy.window.top_bar.menu_bar.actions()[0].menu()
    assert isinstance(first, QMenu)
    busy.press("F10")
    assert first.isVisible()
    QTest.keyClick(first, Qt.Key.Key_Escape)
    busy.qtbot.waitUntil(lambda: not first.isVisible())


def test_lists_name_each_of_their_rows(busy: Analyst) -> None:
    for action in ("find_code", "find_action", "find_everywhere", "list_codings", "change_keys"):
        window = opened(busy, action)
        for view in window.findChildren(QAbstractItemView):
            model = view.model()
            if not view.isVisible() or model is None:
                continue
            spoken = [model.index(row, 0) for row in range(min(30, model.rowCount()))]
            role = Qt.ItemDataRole.AccessibleTextRole
            assert all(index.data(role) or index.data() for index in spoken), view.accessibleName()
        if window is not busy.window:
            window.close()
        else:
            busy.press("Esc")
