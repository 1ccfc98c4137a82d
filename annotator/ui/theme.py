"""How the window looks: fonts, the current palette, and the style sheet made from both."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING, Literal

import fontpkg_inter
import fontpkg_literata
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication

from annotator.shipped import shipped_folder
from annotator.ui.control_pictures import find_control_pictures
from annotator.ui.tokens import LIGHT, PALETTES, CodeColours, Palette, code_colours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.preferences import ThemeChoice

HIGH = "high-"  # what the names of high-contrast palettes begin with
POINTS_PER_PIXEL = 0.75  # at 96 dots an inch: sizes are thought in pixels and set in points, so the system can scale
Weight = Literal[400, 500, 600]


class Theme(QObject):
    """The palette in force. `changed` tells painters to paint again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = LIGHT
        self.high_contrast = False  # as it was asked for in the program, whatever the system says

    def choose(self, choice: ThemeChoice, *, high_contrast: bool = False) -> None:
        """Take light, dark, or what the system has; in high contrast where it is asked for here or by the system."""
        name = choice if choice in PALETTES else _system_theme()
        high = not name.startswith(HIGH) and (high_contrast or _system_wants_high_contrast())
        palette = PALETTES[HIGH + name if high else name]
        self.palette, self.high_contrast = palette, high_contrast
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_qt_palette(palette))
            find_control_pictures()
            app.setStyleSheet(style_sheet(palette))
        self.changed.emit()

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        """Return the colour of a token such as `ink2`, with an alpha from 0 to 1."""
        colour = QColor(getattr(self.palette, token))
        colour.setAlphaF(alpha)
        return colour

    def current_pen(self) -> QPen:
        """Return what goes round the ground of what is current: nothing, but a line of ink in high contrast."""
        return QPen(self.colour("ink"), 2) if self.palette.high else QPen(Qt.PenStyle.NoPen)

    def code_colours(self, hue: str) -> CodeColours:
        """Return hue, edge and tint of a code in the palette in force."""
        return code_colours(hue, self.palette)


@lru_cache(maxsize=2)
def _theme(place: Literal["window", "paper"]) -> Theme:
    return Theme()


_PLACE: ContextVar[Literal["window", "paper"]] = ContextVar("place", default="window")


def theme() -> Theme:
    """Return the one theme of the window, or that of paper for whoever paints on it."""
    return _theme(_PLACE.get())


@contextmanager
def on_paper() -> Iterator[None]:
    """In here, and on this thread, everything is painted in light colours whatever the window wears."""
    token = _PLACE.set("paper")
    try:
        yield
    finally:
        _PLACE.reset(token)


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, str]:
    """Load the reading face and the controls' face that travel with the program; return their families."""
    families = []
    for package in (fontpkg_literata, fontpkg_inter):
        for file in sorted((package.ROOT / "files").glob("*.ttf")):
            number = QFontDatabase.addApplicationFont(str(file))
            if number >= 0:
                families.append(QFontDatabase.applicationFontFamilies(number)[0])
    reading = next((family for family in families if family.startswith("Literata")), "serif")
    control = next((family for family in families if family.startswith("Inter")), "sans-serif")
    return reading, control


def reading_font(pixels: float = 16, weight: Weight = 400, *, italic: bool = False) -> QFont:
    """Return the reading face at a size in device-independent pixels."""
    return _font(load_fonts()[0], pixels, weight, italic=italic)


def control_font(pixels: float = 13, weight: Weight = 400, *, tabular: bool = False) -> QFont:
    """Return the controls' face; `tabular` for figures in columns."""
    font = _font(load_fonts()[1], pixels, weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _font(family: str, pixels: float, weight: Weight, *, italic: bool = False) -> QFont:
    return QFont(_made_font(family, pixels, weight, italic, _PLACE.get()))


@lru_cache(maxsize=256)
def _made_font(family: str, pixels: float, weight: Weight, italic: bool, place: str) -> QFont:
    """Return the one font of its kind, which painters ask for a hundred times a frame; nobody else changes it."""
    font = QFont(family)
    font.setPointSizeF(pixels * POINTS_PER_PIXEL)
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), weight)  # without a font server Qt leaves a variable font at 400
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if place == "paper":  # letters joined in one shape would be missing from text that is taken out of a PDF
        font.setFeature(QFont.Tag("liga"), 0)
    return font


def follow_system(act: Callable[[], None]) -> None:
    """Have something done whenever the system turns light or dark, or to high contrast or back."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: act())
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        accessibility().contrastPreferenceChanged.connect(lambda _wanted: act())


def _system_theme() -> str:
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _system_wants_high_contrast() -> bool:
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)  # since Qt 6.10
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.panel, role.WindowText: palette.ink, role.Base: palette.field, role.Text: palette.ink,
        role.AlternateBase: palette.panel, role.Button: palette.field, role.ButtonText: palette.ink,
        role.ToolTipBase: palette.field, role.ToolTipText: palette.ink, role.PlaceholderText: palette.ink3,
        role.Highlight: palette.accent, role.HighlightedText: palette.on_accent, role.Link: palette.accent,
        role.Accent: palette.accent,
    }  # fmt: skip
    qt_palette = QPalette()
    for colour_role, colour in colours.items():
        qt_palette.setColor(colour_role, QColor(colour))
    faded = QColor(palette.ink3)
    faded.setAlphaF(0.6)
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        qt_palette.setColor(QPalette.ColorGroup.Disabled, colour_role, faded)
    return qt_palette


def style_sheet(palette: Palette) -> str:
    """Return the style sheet of all controls, its tokens filled in from a palette."""
    folder = shipped_folder("resources")
    sheets = ["style.qss", "high_contrast.qss"] if palette.high else ["style.qss"]
    template = "\n".join((folder / sheet).read_text(encoding="utf-8") for sheet in sheets)
    tokens = {name: getattr(palette, name) for name in Palette.__dataclass_fields__}
    pictures = "dark" if palette.dark else "light"
    return Template(template).substitute({**tokens, "name": pictures})
