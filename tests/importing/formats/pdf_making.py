"""Small PDFs, written letter by letter: what stands where on which page is up to the test."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595.0, 842.0
LETTER = 0.6  # of the size: in Courier all letters are as wide
WORDS = """
the board met and said that waiting lists at hospitals in north had grown since winter while nurses asked for a pay rise
trusts would not give staff of wards were told to stay on as beds ran out over days by Leeds York
"""
SYLLABLES = {"waiting": "wai-ting", "hospitals": "hos-pi-tals", "winter": "win-ter", "trusts": "trusts"}


@dataclass
class Pdf:
    """Pages of placed texts. `size` in points, `x` and `y` from the bottom left corner."""

    info: dict[str, str] = field(default_factory=dict)
    turned: int = 0
    sideways: bool = False
    pages: list[list[bytes]] = field(default_factory=list)

    def new_page(self) -> None:
        self.pages.append([])

    def write(self, text: str, x: float, y: float, *, size: float = 10, bold: bool = False) -> None:
        letters = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        matrix = (0, 1, -1, 0, HEIGHT - y, x) if self.sideways else (1, 0, 0, 1, x, y)
        place = b"BT /F%d %g Tf %g %g %g %g %g %g Tm (%s) Tj ET" % (2 if bold else 1, size, *matrix, letters)
        self.pages[-1].append(place)

    def picture(self) -> None:
        self.pages[-1].append(b"0.5 g 100 100 300 300 re f")

    def _sides(self) -> tuple[float, float]:
        return (HEIGHT, WIDTH) if self.sideways else (WIDTH, HEIGHT)

    def data(self) -> bytes:
        fonts = [
            b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name
            for name in (b"Courier", b"Courier-Bold")
        ]
        info = b"<<" + b"".join(b"/%s(%s)" % (k.encode(), v.encode("cp1252")) for k, v in self.info.items()) + b">>"
        kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(self.pages)))
        parts = [
            b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(self.pages)),
            *fonts, info,
        ]  # fmt: skip
        for number, content in enumerate(self.pages):
            stream = b"\n".join(content)
            parts.append(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Rotate %d/Contents %d 0 R"
                b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (*self._sides(), self.turned, 7 + 2 * number)
            )
            parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        return written(parts)


def written(parts: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of these parts, numbered from 1: the first is the catalogue, the fifth the properties."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 5 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, trailer, start)
    return bytes(out)


def paragraphs(count: int, seed: int = 1) -> list[str]:
    """Return paragraphs of one to six sentences, each different."""
    chance = random.Random(seed)
    return [" ".join(_sentence(chance) for _ in range(chance.randint(1, 6))) for _ in range(count)]


def _sentence(chance: random.Random) -> str:
    words = " ".join(chance.choice(WORDS.split()) for _ in range(chance.randint(6, 20)))
    return f"{words[0].upper()}{words[1:]}."


def broken(text: str, letters: int, *, indent: int = 0, hyphens: bool = False) -> list[str]:
    """Break a paragraph into lines of at most so many letters, the first shorter by its indent."""
    lines: list[str] = []
    line = " " * indent
    for word in text.split():
        space = "" if not line.strip() else " "
        if len(line) + len(space) + len(word) <= letters:
            line += space + word
            continue
        head, tail = _parted(word, letters - len(line) - len(space) - 1) if hyphens else ("", word)
        lines.append(f"{line}{space}{head}-" if head else line)
        line = tail
    return [*lines, line]


def _parted(word: str, room: int) -> tuple[str, str]:
    syllables = SYLLABLES.get(word, word).split("-")
    for count in range(len(syllables) - 1, 0, -1):
        if len("".join(syllables[:count])) <= room:
            return "".join(syllables[:count]), "".join(syllables[count:])
    return "", word


def set_in_columns(
    texts: Iterable[str], *, columns: int = 1, gap: float = 0.0, indent: int = 0, hyphens: bool = False,
    justified: bool = False, heads: bool = False, size: float = 10, sideways: bool = False,
) -> Pdf:  # fmt: skip
    """Set paragraphs on pages of one or two columns; `gap` in points between paragraphs, `indent` in letters."""
    pdf = Pdf(sideways=sideways)
    width = (WIDTH - 120 - 20 * (columns - 1)) / columns
    letters = int(width / (LETTER * size))
    column, y = columns - 1, 0.0
    for text in texts:
        lines = broken(text, letters, indent=indent, hyphens=hyphens)
        for number, line in enumerate(lines):
            if y < 80:
                column, y = (column + 1) % columns, HEIGHT - 90
                if column == 0:
                    _open_page(pdf, heads=heads)
            x = 60 + column * (width + 20) + (indent * LETTER * size if number == 0 else 0)
            _set(
                pdf,
                line.strip(),
                x,
                y,
                width - (x - 60 - column * (width + 20)),
                size,
                justified and line is not lines[-1],
            )
            y -= 1.2 * size
        y -= gap
    return pdf


def _open_page(pdf: Pdf, *, heads: bool) -> None:
    pdf.new_page()
    number = len(pdf.pages)
    if heads:
        pdf.write(
            f"{number}  Journal of Waiting" if number % 2 else f"Lists and Winters  {number}", 60, HEIGHT - 50, size=8
        )
        pdf.write(f"Page {number} of many", 260, 40, size=8)


def _set(pdf: Pdf, line: str, x: float, y: float, width: float, size: float, justified: bool) -> None:
    words = line.split()
    spread = width - sum(map(len, words)) * LETTER * size
    space = spread / (len(words) - 1) if justified and len(words) > 1 else LETTER * size
    for word in words:
        pdf.write(word, x, y, size=size)
        x += len(word) * LETTER * size + space


def score(found: Sequence[str], true: Sequence[str]) -> tuple[float, float]:
    """Return precision and recall of whole paragraphs."""
    right = sum((Counter(found) & Counter(true)).values())
    return right / max(len(found), 1), right / max(len(true), 1)
