"""How extracts become one page to read, print and forward, with nothing in it that runs or loads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.exporting.brief import chapters, citation, day, listed
from annotator.exporting.errors import ReadBackDiffers
from annotator.exporting.manifest import manifest_of
from annotator.exporting.memos import outgoing_memos
from annotator.exporting.own_fields import facts_in_words
from annotator.exporting.printable import PRINTABLE_NOTE, has_control_characters, printable
from annotator.model.counting import counted
from annotator.shipped import shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template
    from lxml.etree import _ElementTree

    from annotator.exporting.manifest import Manifest
    from annotator.exporting.outgoing import Outgoing, OutgoingExtracts

LOST = ("ids of articles and codes at each extract", "prefix and suffix of the passages")


def write(parts: tuple[Path, ...], export: OutgoingExtracts) -> Manifest:
    """Write the page. The extracts are held in memory to be grouped by code; the page itself is streamed."""
    extracts, memos = list(export.to_write()), outgoing_memos(export)
    odd = any(_has_control_characters(outgoing) for outgoing in extracts)
    notes = [PRINTABLE_NOTE] if odd or any(has_control_characters(memo.text) for memo in memos) else []
    manifest = manifest_of(export, "html", lost=LOST, notes=notes)
    with parts[0].open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(
            _template().generate(
                manifest=manifest,
                options=export.options,
                hidden=export.names.hidden,
                pieces=export.linked.pieces,
                own_facts=partial(facts_in_words, export),
                on_page={outgoing.extract.coding.id for outgoing in extracts},
                memos=memos,
                chapters=chapters(extracts, export.source.codes),
                articles=[article for article in export.source.articles if article.id in export.tally.articles],
            )
        )
    return manifest


def check(parts: tuple[Path, ...], export: OutgoingExtracts) -> None:
    """Compare number, place and words of the extracts, and the memos, with the project. Raises ReadBackDiffers."""
    tree = _read(parts[0])
    _check_memos(tree, export)
    found = _extracts_on(tree)
    for outgoing in export.to_check():
        coding = outgoing.extract.coding
        if found.pop(coding.id, None) != (str(coding.start), str(coding.end), printable(outgoing.text)):
            raise ReadBackDiffers.at(f"extract {coding.id}")
    if found:
        raise ReadBackDiffers.at(f"extract {next(iter(found))}")


def _check_memos(tree: _ElementTree, export: OutgoingExtracts) -> None:
    """Compare what stands between the links of each memo."""
    notes = {note.get("id", "").removeprefix("memo-"): note for note in tree.iterfind(".//article[@class='note']")}
    for outgoing in outgoing_memos(export):
        note = notes.pop(outgoing.memo.id, None)
        words = "" if note is None else "".join(str(piece) for piece in note.itertext())
        plain = [piece for piece in export.linked.pieces(outgoing.memo.text) if isinstance(piece, str)]
        if note is None or not all(printable(piece) in words for piece in plain):
            raise ReadBackDiffers.at(f"memo {outgoing.memo.id}")


def _read(page: Path) -> _ElementTree:
    from lxml import etree

    return etree.parse(str(page), etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True))


def _extracts_on(tree: _ElementTree) -> dict[str, tuple[str, str, str]]:
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
