"""How a sitting begins: who are you, then the sample, a new project, or one from before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.edits import import_scheme
from annotator.model.errors import AnnotatorError
from annotator.person import system_name
from annotator.preferences import load_preferences, save_preferences
from annotator.project.project import Project
from annotator.ui import messages
from annotator.ui.start.start_page import StartPage

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class Starting:
    """The start page and what follows from it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._sample: Path | None = None
        self.page = StartPage()
        self.page.sample_chosen.connect(self._open_sample)
        self.page.sample_wanted.connect(self._take_name)
        self.page.new_wanted.connect(self._new)
        self.page.open_wanted.connect(self._open)
        self.page.recent_chosen.connect(self._open_recent)
        self.page.files_dropped.connect(self._begin_with)

    def name(self) -> str:
        """Return who codes, as far as it is known: the preferences, else the system's name."""
        return load_preferences().coder or system_name()

    def refresh(self) -> None:
        """Show name and recent projects as they are now."""
        self.page.show_recent(load_preferences().recent)
        self.page.show_choices()
        self.page.show_name(self.name())

    def ask_about_sample(self, path: Path) -> None:
        """Ask as whom the sample shall be looked at."""
        self._sample = path
        self.page.sample_card.click()

    def new_project(self, path: Path, coder: str = "") -> None:
        """Make a project with the scheme that ships.

        Raises CannotWrite when that cannot be done.
        """
        from annotator.importing.scheme_csv import read_scheme
        from annotator.jobs.sample import scheme_file

        with Project.create(path) as project:
            joined, _ = project.join(coder or self.name())
            file = read_scheme(scheme_file())
            merge = import_scheme(rows=file.rows, codes=[], coder=joined, has_keys=file.has_keys)
            project.do(merge.change_set, kind="setup")

    def _open_sample(self, coder: str) -> None:
        try:
            path = self._sample or self._sample_in_documents()
        except (AnnotatorError, OSError) as error:
            self._window.tell(f"The sample could not be made: {error}", "problem")
            return
        self._window.open_project(path, coder)

    def _sample_in_documents(self) -> Path:
        from annotator.jobs.sample import sample_folder, sample_in

        folder = sample_folder()
        folder.mkdir(parents=True, exist_ok=True)
        return sample_in(folder)

    def _take_name(self, name: str) -> None:
        if self._window.remembers:
            save_preferences(replace(load_preferences(), coder=name))

    def _new(self, name: str) -> None:
        self._take_name(name)
        self._window.commands.new_project()

    def _open(self, name: str) -> None:
        self._take_name(name)
        self._window.commands.open_project()

    def _open_recent(self, path: str, name: str) -> None:
        self._take_name(name)
        self._window.open_project(Path(path), name)

    def _begin_with(self, files: list[str], name: str) -> None:
        self._take_name(name)
        first = Path(files[0])
        if len(files) == 1 and first.suffix == ".annotator":
            self._window.open_project(first, name)
            return
        suggested = first.parent / "New project.annotator"
        path = messages.choose_place_to_save(
            self._window, "New project with these articles", suggested, "Annotator project (*.annotator)"
        )
        if path is not None:
            self._window.make_project(path, name, [Path(file) for file in files])
