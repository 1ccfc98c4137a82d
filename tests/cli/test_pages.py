"""A script codes a report of several pages and reads in the list on which of them each passage stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from importing.formats.pdf_making import Pdf

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed

LINE = "a paragraph of the report that goes on over the foot of its page,"


def test_codings_are_listed_with_their_pages(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    pdf = Pdf()
    for page in (1, 2, 3):
        pdf.new_page()
        for number in range(5):
            pdf.write(f"{LINE} p{page}l{number}", 60, 760 - 12 * number)
    (tmp_path / "report.pdf").write_bytes(pdf.data())
    assert annotator("import", project, tmp_path / "report.pdf").code == 0
    text = next(one for one in listed(project, "articles", "--text") if one["title"] == "report")["text"]
    places = [(text.index("p1l0"), 4), (text.index("p2l4"), text.index("p3l1") - text.index("p2l4"))]
    rows = [{"article": "report", "code": "G1", "start": at, "end": at + length} for at, length in places]
    rows.append({"article": "first", "code": "G1", "start": 0, "end": 9})
    (tmp_path / "codings.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert annotator("code", project, tmp_path / "codings.jsonl", "--coder", "Ann").code == 0

    found = {one["start"]: (one["page"], one["page_end"]) for one in listed(project, "codings")}
    assert found == {0: (None, None), places[0][0]: (1, None), places[1][0]: (2, 3)}
