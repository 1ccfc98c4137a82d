"""How extracts become one page to read, print and forward, with nothing in it that runs or loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exporting.brief import chapters, citation, day, listed
from annotator.exporting.errors import ReadBackDiffers
from annotator.exporting.manifest import manifest_of
from annotator.exporting.printable import PRINTABLE_NOTE, has_control_characters, printable
from annotator.model.counting import counted
from annotator.shipped import shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

    from annotator.exporting.manifest import Manifest
    from annotator.exporting.outgoing import Outgoing, OutgoingExtracts

LOST = ("ids of articles and codes at each extract", "prefix and suffix of the passages")


def write(parts: tuple[Path, ...], export: OutgoingExtracts) -> Manifest:
    """Write the page. The extracts are held in memory to be grouped by code; the page itself is streamed."""
    extracts = list(export.to_write())
    notes = [PRINTABLE_NOTE] if any(_has_control_characters(outgoing) for outgoing in extracts) else []
    manifest = manifest_of(export, "html", lost=LOST, notes=notes)
    with parts[0].open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(
            _template().generate(
                manifest=manifest,
                options=export.options,
                hidden=export.names.hidden,
                chapters=chapters(extracts, export.source.codes),
                articles=[article for article in export.source.articles if article.id in export.tally.articles],
            )
        )
    return manifest


def check(parts: tuple[Path, ...], export: OutgoingExtracts) -> None:
    """Compare number, place and words of the extracts on the page with the project. Raises ReadBackDiffers."""
    found = _extracts_on(parts[0])
    for outgoing in export.to_check():
        coding = outgoing.extract.coding
        if found.pop(coding.id, None) != (str(coding.start), str(coding.end), printable(outgoing.text)):
            raise ReadBackDiffers.at(f"extract {coding.id}")
    if found:
        raise ReadBackDiffers.at(f"extract {next(iter(found))}")


def _extracts_on(page: Path) -> dict[str, tuple[str, str, str]]:
    from lxml import etree

    tree = etree.parse(str(page), etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True))
    found = {}
    for figure in tree.iterfind(".//figure[@class='extract']"):
        quote = figure.find(".//span[@class='quote']")
        words = "" if quote is None else "".join(str(piece) for piece in quote.itertext())
        place = (figure.get("data-start", ""), figure.get("data-end", ""), words)
        found[figure.get("id", "").removeprefix("extract-")] = place
    return found


def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(shipped_folder("resources") / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"citation": citation, "counted": counted, "day": day, "listed": listed}
    return environment.get_template("extracts.html")


def _shown(value: object) -> object:
    return printable(value) if isinstance(value, str) else value


def _has_control_characters(outgoing: Outgoing) -> bool:
    return any(has_control_characters(text) for text in (outgoing.before, outgoing.text, outgoing.after, outgoing.memo))
