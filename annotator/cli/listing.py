"""`list`: what a project holds, as JSON or as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from annotator.cli.answers import json_option, or_null, print_json, print_line
from annotator.cli.opening import chosen_coders, project_argument, reading
from annotator.jobs.library_listed import library_listed
from annotator.jobs.naming import CodeNames
from annotator.jobs.progress_listed import progress_listed
from annotator.model.blocks import OnPages
from annotator.model.passage_speech import REPORTED
from annotator.model.zones import set_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model.blocks import Pages
    from annotator.model.records import Coding
    from annotator.project.project import Project

WHAT = ["articles", "codes", "coders", "codings", "memos", "progress", "zones", "quotations", "history"]
Rows = list[dict[str, Any]]
Known = TypeVar("Known")


@click.command("list")
@project_argument
@click.argument("what", metavar="WHAT", type=click.Choice(WHAT))
@click.option("--coder", "coders", multiple=True, metavar="NAME", help="Only this coder's work; repeatable.")
@click.option("--text", "with_text", is_flag=True, help="With the articles' texts.")
@click.option("--reported", is_flag=True, help="Quotations: reported speech, without marks, as well.")
@json_option
def list_(
    project_path: Path, what: str, coders: tuple[str, ...], with_text: bool, reported: bool, as_json: bool
) -> None:
    """List what a project holds.

    WHAT is articles, codes, coders, codings, memos, progress, zones, quotations or history. Without --json one line
    each, values between tabs in the order of the JSON keys.
    """
    with reading(project_path) as project:
        chosen = chosen_coders(project, coders)
        rows = _articles(project, chosen, with_text=with_text) if what == "articles" else _LISTS[what](project, chosen)
    if what == "quotations" and not reported:
        rows = [row for row in rows if row["kind"] != REPORTED]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print_line("\t".join(_cell(value) for value in row.values()))


def _cell(value: object) -> str:
    if isinstance(value, dict):  # own fields of an article
        return "; ".join(f"{name}: {_cell(known)}" for name, known in value.items() if known is not None)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):  # its groups
        return "; ".join(value)
    if isinstance(value, list):  # the links of a memo
        return "; ".join(" ".join(_cell(known) for known in link.values() if known is not None) for link in value)
    return "" if value is None else " ".join(str(value).split())


def _articles(project: Project, coders: list[str] | None, *, with_text: bool) -> Rows:
    counts, lengths = project.counts_by_article(coders=coders), project.text_lengths()
    library = library_listed(project)
    rows: Rows = []
    for article in project.articles():
        row: dict[str, Any] = {
            "id": article.id, "title": article.title, "publication": or_null(article.publication),
            "author": or_null(article.author), "published": or_null(article.published),
            "characters": lengths[article.text_sha256], "text_sha256": article.text_sha256, "file": article.file,
            "codings": counts.get(article.id, 0), **library[article.id],
        }  # fmt: skip
        if with_text:
            row["text"] = project.text(article.text_sha256)
        rows.append(row)
    return rows


def _codes(project: Project, coders: list[str] | None) -> Rows:
    codes = project.codes()
    names, counts = CodeNames(codes), project.counts_by_code(coders=coders)
    return [
        {
            "id": code.id, "label": or_null(code.label), "path": names.path(code.id), "name": code.name,
            "parent": code.parent, "colour": code.colour, "definition": or_null(code.definition),
            "include": or_null(code.include), "exclude": or_null(code.exclude), "examples": or_null(code.examples),
            "key": code.key, "codings": counts.get(code.id, 0), "codable": code.codable,
            "short_name": or_null(code.short_name),
        }
        for code in codes
    ]  # fmt: skip


def _coders(project: Project, coders: list[str] | None) -> Rows:
    counts = project.counts_by_coder()
    finished: dict[str, int] = {}
    for one in project.readings():
        finished[one.coder] = finished.get(one.coder, 0) + (one.state == "finished")
    return [
        {
            "id": coder.id, "name": coder.name, "kind": coder.kind, "codings": counts.get(coder.id, 0),
            "finished": finished.get(coder.id, 0),
        }
        for coder in project.coders()
        if coders is None or coder.id in coders
    ]  # fmt: skip


def _codings(project: Project, coders: list[str] | None) -> Rows:
    names = CodeNames(project.codes())
    titles = {article.id: article.title for article in project.articles()}
    people = {coder.id: coder.name for coder in project.coders()}
    pages = _OfTexts(project, project.pages)
    return [
        {
            "id": coding.id, "article": coding.article, "title": titles[coding.article],
            "code": names.path(coding.code), "coder": people[coding.coder], "start": coding.start, "end": coding.end,
            "text": coding.quote, "memo": or_null(coding.memo), "stance": or_null(coding.stance),
            "created": coding.created, "modified": coding.modified, "unsure": coding.unsure,
            "origin": or_null(coding.origin), **_pages(coding, pages.of(coding.article)),
        }
        for coding in project.codings(coders=coders)
    ]  # fmt: skip


def _zones(project: Project, coders: list[str] | None) -> Rows:
    """Return the zones; with `--coder` those that these coders set by hand."""
    people, texts = {coder.id: coder.name for coder in project.coders()}, _OfTexts(project, project.text)
    return [
        {
            "article": zone.article, "start": zone.start, "end": zone.end, "kind": zone.kind, "state": zone.state,
            "reason": or_null(zone.reason), "set_by": set_by(zone.coder, people),
            "text": texts.of(zone.article)[zone.start : zone.end],
        }
        for zone in project.zones()
        if coders is None or zone.coder in coders
    ]  # fmt: skip


def _quotations(project: Project, coders: list[str] | None) -> Rows:
    """Return the quotations; with `--coder` those of which these coders said who speaks."""
    return [
        {
            "article": one.article, "start": one.start, "end": one.end, "kind": one.kind,
            "speaker": or_null(one.speaker), "grade": one.grade, "confirmed": one.confirmed,
            "reason": or_null(one.reason),
        }
        for one in project.quotations()
        if coders is None or one.coder in coders
    ]  # fmt: skip


def _pages(coding: Coding, pages: Pages) -> dict[str, int | None]:
    there = OnPages() if coding.place == "lost" else pages.of(coding.start, coding.end)
    return {"page": there.first or None, "page_end": there.end or None}


class _OfTexts(Generic[Known]):
    """What is asked of the articles' texts, each once and only one kept: zones and codings come article by article."""

    def __init__(self, project: Project, ask: Callable[[str], Known]) -> None:
        self._ask, self._hashes = ask, {article.id: article.text_sha256 for article in project.articles()}
        self._last: tuple[str, Known] | None = None

    def of(self, article: str) -> Known:
        """Return what is known of the text of an article."""
        if self._last is None or self._last[0] != article:
            self._last = article, self._ask(self._hashes[article])
        return self._last[1]


def _history(project: Project, coders: list[str] | None) -> Rows:
    people = {coder.id: coder.name for coder in project.coders()}
    return [
        {
            "seq": step.seq, "id": step.id, "time": step.time, "coder": people.get(step.coder), "label": step.label,
            "undoes": step.undoes, "changes": step.changes,
        }
        for step in project.history()
        if coders is None or step.coder in coders
    ]  # fmt: skip


def _memos(project: Project, coders: list[str] | None) -> Rows:
    from annotator.jobs.memos_listed import memos_listed  # finding linked passages loads a library

    return memos_listed(project, coders)


_LISTS: dict[str, Callable[[Project, list[str] | None], Rows]] = {
    "codes": _codes, "coders": _coders, "codings": _codings, "memos": _memos, "progress": progress_listed,
    "zones": _zones, "quotations": _quotations, "history": _history,
}  # fmt: skip
