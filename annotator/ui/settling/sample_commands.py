"""How articles are drawn for double coding: they become a group, which the list of articles can show alone."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.main_window import MainWindow
    from annotator.ui.review.sample_window import SampleWindow

LONGEST_CODER = 32  # characters, since a group's name has a limit
NOBODY = "Nobody has finished an article yet, so there is nothing to draw from."


class SampleCommands:
    """Opens the window over the open project and makes the group that is wanted."""

    def __init__(self, window: MainWindow, tell: Callable[..., None]) -> None:
        self._main, self._tell = window, tell
        self._window: SampleWindow | None = None
        self._drawn: list[str] = []

    def draw_sample(self) -> None:
        """Draw a share of somebody's finished articles for a second, blind coding."""
        workspace = self._main.workspace
        if workspace is None:
            return
        done = {one.coder for one in workspace.session.project.readings() if one.state == "finished"}
        coders = [(coder.id, coder.name) for coder in workspace.desk.coders.values() if coder.id in done]
        if not coders:
            self._tell(NOBODY)
            return
        from annotator.ui.review.sample_window import SampleWindow

        self.close()
        self._window = SampleWindow(coders, self._main)
        self._window.asked.connect(self._draw)
        self._window.taken.connect(self._take)
        self._draw()
        self._main.show_sheet(self._window)

    def close(self) -> None:
        """Take the window away."""
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _draw(self) -> None:
        workspace, window = self._main.workspace, self._window
        if workspace is None or window is None:
            return
        from annotator.reviewing.sampling import sample

        coder, share, spread, seed = window.wanted()
        project = workspace.session.project
        finished = {one.article for one in project.readings() if one.coder == coder and one.state == "finished"}
        articles = {one.id: one for one in project.articles() if one.id in finished}
        self._drawn = sample(list(articles), share, seed, self._parts(spread))
        sentence = (
            f"{len(self._drawn):,} of {counted(len(articles), 'finished article')}. Whoever codes them a second time "
            "codes blind, as always; the group shows which they are."
        )
        window.show_drawn(sentence, [articles[one].title for one in self._drawn])

    def _parts(self, spread: str) -> dict[str, str]:
        workspace = self._main.workspace
        if workspace is None or not spread:
            return {}
        project = workspace.session.project
        if spread == "publication":
            return {one.id: one.publication for one in project.articles()}
        return {one.article: one.group for one in reversed(project.memberships())}

    def _take(self) -> None:
        workspace, window = self._main.workspace, self._window
        if workspace is None or window is None:
            return
        coder, share, _spread, seed = window.wanted()
        whose = shorten(workspace.desk.coders[coder].name, LONGEST_CODER, placeholder="…")
        name = f"Double coding: {share:g} % of {whose}, seed {seed}"
        project = workspace.session.project
        chosen = [one for one in project.articles() if one.id in set(self._drawn)]
        try:
            gesture = edits.add_group(
                name=name, groups=project.groups(), coder=workspace.session.coder, articles=chosen
            )  # fmt: skip
        except AnnotatorError as error:
            self._tell(error.sentence)
            return
        if workspace.session.do(gesture) is not None:
            self.close()
            self._tell(f"“{name}” is a group now. Filter the articles by it to see only these.")
