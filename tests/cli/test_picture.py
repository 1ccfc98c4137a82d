"""Pages as pictures: size, scale, theme, article; the project is only read, and never written over."""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

import pytest
from cli.calling import outside

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def size(path: Path) -> tuple[int, ...]:
    """Return width and height from the head of a PNG."""
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", head[16:])


PICTURES = [
    ([], (1280, 800)),
    (["--size", "1440x900", "--theme", "dark"], (1440, 900)),
    (["--scale", "1.5", "--article", "second"], (1920, 1200)),
    (["--scale", "2", "--size", "720x480", "--coder", "Ben"], (1440, 960)),
    (["--page", "start"], (1280, 800)),
]


def test_each_picture_is_as_asked_for_and_the_project_stays_as_it_is(coded: Path, tmp_path: Path) -> None:
    before, beside = digest(coded), {path.name for path in tmp_path.iterdir()}
    seen = set()
    for number, (options, expected) in enumerate(PICTURES):
        out = tmp_path / f"{number}.png"
        answer = outside("picture", coded, out, *options)
        assert (answer.code, answer.out, answer.err) == (0, "", f"Wrote {out}.\n")
        assert size(out) == expected
        seen.add(digest(out))
    assert len(seen) == len(PICTURES)
    assert digest(coded) == before
    assert {path.name for path in tmp_path.iterdir()} - beside == {f"{at}.png" for at in range(len(PICTURES))}


def test_a_second_picture_replaces_the_first_and_is_the_same(coded: Path, tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        assert outside("picture", coded, tmp_path / "page.png", "--article", "first.txt").code == 0
        made.append(digest(tmp_path / "page.png"))
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--page", "extracts"], "There is no extracts page yet"),
        (["--page", "title"], "'title' is not one of"),
        (["--size", "large"], "“large” is no size"),
        (["--size", "200x100"], "never smaller than"),
        (["--size", "9000x800"], "at most 8,000 pixels"),
        (["--size", "4200x800", "--scale", "2"], "at most 8,000 pixels"),
        (["--scale", "0"], "--scale"),
        (["--theme", "blue"], "--theme"),
        (["--article", "frist"], "There is no article “frist” in the project, so nothing was done. Nearest: “first"),
        (["--coder", "Bem"], "Nearest: “Ben”"),
    ],
)
def test_what_cannot_be_shown_is_said(
    coded: Path, tmp_path: Path, options: list[str], said: str, annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR"):
        monkeypatch.setenv(name, "offscreen" if name == "QT_QPA_PLATFORM" else "1")
    answer = annotator("picture", coded, tmp_path / "page.png", *options)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (tmp_path / "page.png").exists()


def test_a_picture_never_takes_the_place_of_a_project(
    annotator: Annotator, coded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.png").write_bytes(coded.read_bytes())
    (tmp_path / "link.png").symlink_to(coded)
    before = {path: digest(path) for path in tmp_path.iterdir()}
    for out in (coded, tmp_path / "other.png", tmp_path / "link.png", tmp_path, tmp_path / "no" / "page.png"):
        answer = annotator("picture", coded, out)
        assert (answer.code, answer.out) == (2, ""), out
        assert answer.err.count("\n") == 1
    assert {path: digest(path) for path in tmp_path.iterdir()} == before
