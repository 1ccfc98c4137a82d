"""What this person prefers, on this computer: one typed dataclass, kept as JSON in the user's config folder."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from platformdirs import user_config_path

if TYPE_CHECKING:
    from collections.abc import Callable

ThemeChoice = Literal["system", "light", "dark"]
CONFIG_FOLDER_VARIABLE = "ANNOTATOR_CONFIG_FOLDER"
RECENT_PROJECTS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where the analyst was in a project: the article, and for each article caret and furthest line read.

    `looked`: who looked at colleagues' codings of which finished article, as `coder article`.
    """

    article: str = ""
    carets: dict[str, int] = field(default_factory=dict)
    read: dict[str, float] = field(default_factory=dict)
    looked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """In which order and under which headings a project's articles stand, and which headings are folded."""

    sorting: str = "import"
    grouping: str = "publication"
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """A project opened lately, and as whom. `opened` is UTC in ISO 8601, `progress` what the start page shows."""

    path: str
    name: str
    opened: str
    progress: str = ""
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """All preferences. Unknown or damaged entries in the file fall back to these defaults."""

    coder: str = ""
    theme: ThemeChoice = "system"
    high_contrast: bool = False
    reading_points: float = 12.0
    geometry: str = ""
    folded: dict[str, list[str]] = field(default_factory=dict)
    codings_listed: bool = False
    shortcuts: dict[str, str] = field(default_factory=dict)
    recent: tuple[Recent, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    arranged: dict[str, Arrangement] = field(default_factory=dict)
    locked_schemes: list[str] = field(default_factory=list)
    nameless_reviews: list[str] = field(default_factory=list)
    coders_by_chance: dict[str, list[str]] = field(default_factory=dict)
    offered_copies: list[str] = field(default_factory=list)

    def with_recent(self, recent: Recent) -> Preferences:
        """Put a project first among the recent ones."""
        others = tuple(other for other in self.recent if other.path != recent.path)
        return replace(self, recent=(recent, *others)[:RECENT_PROJECTS])

    def with_place(self, project_id: str, place: Place) -> Preferences:
        """Remember where the analyst was in a project."""
        return replace(self, places={**self.places, project_id: place})

    def with_arrangement(self, project_id: str, arrangement: Arrangement) -> Preferences:
        """Remember how the articles of a project stand."""
        return replace(self, arranged={**self.arranged, project_id: arrangement})


def preferences_file() -> Path:
    """Return where the preferences lie; the variable ANNOTATOR_CONFIG_FOLDER names another folder."""
    folder = os.environ.get(CONFIG_FOLDER_VARIABLE)
    return (Path(folder) if folder else user_config_path("annotator", appauthor=False)) / "preferences.json"


def load_preferences() -> Preferences:
    """Read the preferences; a missing or damaged file gives the defaults, since no work depends on it."""
    file = preferences_file()
    try:
        there = file.stat()
        return _read(file, there.st_ino, there.st_mtime_ns, there.st_size)
    except (OSError, ValueError):
        return Preferences()


def save_preferences(preferences: Preferences) -> bool:
    """Write the preferences whole or not at all; tell whether they are on disk."""
    file = preferences_file()
    partial = file.with_suffix(f".{os.getpid()}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(asdict(preferences), indent=1, ensure_ascii=False), encoding="utf-8")
        partial.replace(file)
    except OSError:
        return False
    return True


@lru_cache(maxsize=1)
def _read(file: Path, *_state: int) -> Preferences:
    """Read the file once for every state it is in: it is asked thirty times until the window stands."""
    stored = json.loads(file.read_text(encoding="utf-8"))
    return _from_json(stored) if isinstance(stored, dict) else Preferences()


def _from_json(stored: dict[str, Any]) -> Preferences:
    readers: dict[str, Callable[[object], object]] = {
        "recent": _recents, "places": _places, "arranged": _arrangements,
    }  # fmt: skip
    kept: dict[str, Any] = {}
    for entry in fields(Preferences):
        if entry.name in stored:
            raw = stored[entry.name]
            value = readers[entry.name](raw) if entry.name in readers else raw
            if _fits(entry.name, value):
                kept[entry.name] = value
    return Preferences(**kept)


def _fits(name: str, value: object) -> bool:
    default = getattr(Preferences(), name)
    if name == "theme":
        return value in ("system", "light", "dark")
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool) and 6 <= value <= 72
    return isinstance(value, type(default))


def _recents(raw: object) -> tuple[Recent, ...]:
    if not isinstance(raw, list):
        return ()
    names = {entry.name for entry in fields(Recent)}
    return tuple(
        Recent(**item)
        for item in raw
        if isinstance(item, dict)
        and set(item) <= names
        and {"path", "name", "opened"} <= set(item)
        and all(isinstance(value, str) for value in item.values())
    )


def _places(raw: object) -> dict[str, Place]:
    if not isinstance(raw, dict):
        return {}
    return {project: _place(item) for project, item in raw.items() if isinstance(item, dict)}


def _place(item: dict[str, Any]) -> Place:
    carets, read, looked = item.get("carets"), item.get("read"), item.get("looked")
    article = item.get("article")
    return Place(
        article=article if isinstance(article, str) else "",
        carets={key: value for key, value in carets.items() if isinstance(value, int)}
        if isinstance(carets, dict)
        else {},
        read={key: float(value) for key, value in read.items() if isinstance(value, (int, float))}
        if isinstance(read, dict)
        else {},
        looked=tuple(_texts(looked)),
    )


def _arrangements(raw: object) -> dict[str, Arrangement]:
    if not isinstance(raw, dict):
        return {}
    return {project: _arrangement(item) for project, item in raw.items() if isinstance(item, dict)}


def _arrangement(item: dict[str, Any]) -> Arrangement:
    said = {name: item[name] for name in ("sorting", "grouping") if isinstance(item.get(name), str)}
    folded = item.get("folded")
    return Arrangement(**said, folded=tuple(_texts(folded)))


def _texts(raw: object) -> list[str]:
    return [one for one in raw if isinstance(one, str)] if isinstance(raw, list) else []
