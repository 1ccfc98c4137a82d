"""What Word does not show: runs that are hidden by themselves, by their own style or by that of their paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.importing.formats.office_xml import local_name
from annotator.importing.formats.word_xml import children, letters_of, named, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 100  # styles above one another; Word allows fewer


@dataclass(frozen=True, slots=True)
class HidingStyles:
    """Whether each style hides its text, by id, where it says so; and the style of paragraphs that name none."""

    hides: Mapping[str, bool] = field(default_factory=dict)
    usual: str = ""

    def hide(self, run: etree._Element) -> bool:
        """Tell whether Word does not show a run. What the run says itself comes before what its styles say."""
        properties = next(children(run, "rPr"), None)
        own = _vanish(properties)
        if own is not None:
            return own
        by_run = self.hides.get(_style(properties, "rStyle"), False)
        paragraph = next((around for around in run.iterancestors() if local_name(around) == "p"), None)
        settings = next(children(paragraph, "pPr"), None)
        by_paragraph = self.hides.get(_style(settings, "pStyle") or self.usual, False)
        return by_run != by_paragraph  # hidden by both, Word shows it: such a setting is turned over


def hiding_styles(styles: etree._Element) -> HidingStyles:
    """Return what the styles of a document say; a style that says nothing does as the one that it is based on."""
    said: dict[str, bool | None] = {}
    above: dict[str, str] = {}
    usual = ""
    for style in named(styles, "style"):
        name = value_of(style, "styleId")
        said[name] = _vanish(next(children(style, "rPr"), None))
        above[name] = _style(style, "basedOn")
        if value_of(style, "type") == "paragraph" and value_of(style, "default").lower() not in ("", *_OFF):
            usual = name
    return HidingStyles({name: _resolved(name, said, above) for name in said}, usual)


def take_out_hidden(root: etree._Element, styles: HidingStyles) -> int:
    """Take out the runs that Word does not show; return how many had letters."""
    hidden = [run for run in named(root, "r") if styles.hide(run)]
    count = sum(bool(letters_of(run).strip()) for run in hidden)
    for run in hidden:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    return count


def _resolved(name: str, said: Mapping[str, bool | None], above: Mapping[str, str]) -> bool:
    for _ in range(_DEEPEST):
        says = said.get(name)
        if says is not None:
            return says
        name = above.get(name, "")
    return False


def _vanish(properties: etree._Element | None) -> bool | None:
    """Return whether properties of letters hide them, none where they do not say."""
    vanish = next(children(properties, "vanish"), None)
    return None if vanish is None else value_of(vanish).lower() not in _OFF


def _style(element: etree._Element | None, name: str) -> str:
    found = next(children(element, name), None)
    return "" if found is None else value_of(found)
