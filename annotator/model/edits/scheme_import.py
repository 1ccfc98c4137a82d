"""How a scheme from a file goes into the project: merged by path, nothing used is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Code, Coder, new_id, now
from annotator.model.scheme_tree import inherited_colour, name_paths, next_position, tree_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.scheme_rows import SchemeRow

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemeMerge:
    """What importing a scheme does: the gesture, and which paths are new, changed and the same."""

    change_set: ChangeSet
    new: tuple[Path, ...]
    changed: tuple[Path, ...]
    same: tuple[Path, ...]


def import_scheme(*, rows: Sequence[SchemeRow], codes: Sequence[Code], coder: Coder, has_keys: bool) -> SchemeMerge:
    """Merge rows into the scheme by path, without regard to case and white space.

    A filled cell replaces what a code has, an empty one leaves it. Without a key column the first nine new codes
    below the families get the keys 1 to 9, as far as they are free. Parents that no row describes are made.
    """
    merge = _Merge(codes, coder)
    for row in rows:
        for depth in range(1, len(row.path)):
            merge.ensure(row.path[:depth])
        merge.take(row)
    if not has_keys:
        merge.give_keys()
    return merge.result()


class _Merge:
    def __init__(self, codes: Sequence[Code], coder: Coder) -> None:
        self._before = {code.id: code for code in codes}
        self._codes = dict(self._before)
        self._by_path = {_folded(path): code_id for code_id, path in name_paths(codes).items()}
        self._shown: dict[Path, Path] = {}
        self._coder = coder

    def ensure(self, path: Path) -> Code:
        """Return the code at a path, made (and grouping only) when it is not there."""
        key = _folded(path)
        if key not in self._by_path:
            parent = self._by_path.get(key[:-1])
            codes = list(self._codes.values())
            code = Code(
                id=new_id(), name=path[-1], parent=parent, position=next_position(codes, parent),
                colour=inherited_colour(codes, parent), codable=False, coder=self._coder.id, created=now(),
            )  # fmt: skip
            self._codes[code.id] = code
            self._by_path[key] = code.id
        return self._codes[self._by_path[key]]

    def take(self, row: SchemeRow) -> None:
        """Put a row's cells into the code at its path."""
        key = _folded(row.path)
        code = self.ensure(row.path)
        if not row.row and code.id in self._before:  # only named by its children: it stays as it is
            return
        self._shown[key] = row.path
        cells = {
            name: getattr(row, name)
            for name in ("label", "short_name", "colour", "definition", "include", "exclude", "examples")
        }
        filled = {name: value for name, value in cells.items() if value}
        if row.key is not None:
            filled["key"] = row.key
            self._free_key(row.key, code.id)
        if row.codable is not None or code.id not in self._before:
            filled["codable"] = row.codable is not False
        self._codes[code.id] = replace(code, **filled)

    def give_keys(self) -> None:
        """Give the free keys to the first new codes below the families."""
        taken = {code.key for code in self._codes.values()}
        free = [key for key in range(1, 10) if key not in taken]
        for code in tree_order(self._codes.values()):
            if free and code.parent and code.codable and code.key is None and code.id not in self._before:
                self._codes[code.id] = replace(code, key=free.pop(0))

    def result(self) -> SchemeMerge:
        """Return the gesture and the lists of paths."""
        changes = [
            Change(self._before.get(code.id), code)
            for code in tree_order(self._codes.values())
            if code != self._before.get(code.id)
        ]
        touched = {change.record.id: change.before is None for change in changes}
        lists: dict[str, list[Path]] = {"new": [], "changed": [], "same": []}
        for key, path in self._shown.items():
            is_new = touched.get(self._by_path[key])
            lists["same" if is_new is None else "new" if is_new else "changed"].append(path)
        label = f"Import scheme: {len(changes):,} {'code' if len(changes) == 1 else 'codes'}"
        return SchemeMerge(
            ChangeSet(label, tuple(changes)), tuple(lists["new"]), tuple(lists["changed"]), tuple(lists["same"])
        )

    def _free_key(self, key: int, owner: str) -> None:
        for code in list(self._codes.values()):
            if code.key == key and code.id != owner:
                self._codes[code.id] = replace(code, key=None)


def _folded(path: Path) -> Path:
    return tuple(" ".join(name.split()).casefold() for name in path)
