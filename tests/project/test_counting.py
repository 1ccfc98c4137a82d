"""A coding wholly inside something set aside afterwards is left out of every count, and comes back with the zone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet

if TYPE_CHECKING:
    from making import Team

    from annotator.model.records import Coding, Zone


def _counts(team: Team) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    project = team.project
    return project.counts_by_code(), project.counts_by_article(), project.counts_by_coder()


def _set_aside(team: Team, start: int, end: int) -> Zone:
    text = team.project.text(team.article.text_sha256)
    team.project.do(edits.set_aside(article=team.article, text=text, start=start, end=end, coder=team.ann))
    return next(zone for zone in team.project.zones(team.article.id) if (zone.start, zone.end) == (start, end))


def _coded(team: Team) -> tuple[Coding, Coding]:
    decides = making.code(team.project, team.article, 0, 18, team.decides)  # The board decides.
    buys = making.code(team.project, team.article, 22, 31, team.joins)  # buys care
    return decides, buys


def test_what_is_set_aside_afterwards_counts_nowhere_until_it_is_brought_back(team: Team) -> None:
    _coded(team)
    zone = _set_aside(team, 0, 18)

    assert _counts(team) == ({team.joins.id: 1}, {team.article.id: 1}, {team.ann.id: 1})
    assert [coding.quote for coding in team.project.codings_aside()] == ["The board decides."]
    assert team.project.counts_by_code(with_aside=True) == {team.decides.id: 1, team.joins.id: 1}

    team.project.do(edits.change_zone(zone=zone, state="kept", coder=team.ann))
    assert _counts(team)[0] == {team.decides.id: 1, team.joins.id: 1}
    team.project.undo()
    assert _counts(team)[0] == {team.joins.id: 1}


def test_a_coding_that_only_crosses_what_is_set_aside_counts(team: Team) -> None:
    making.code(team.project, team.article, 4, 31, team.decides)
    _set_aside(team, 0, 18)
    _set_aside(team, 40, 45)

    assert _counts(team)[0] == {team.decides.id: 1}


def test_two_stretches_with_only_blanks_between_hide_a_coding_together(team: Team) -> None:
    making.code(team.project, team.article, 0, 45, team.decides)
    _set_aside(team, 0, 18)
    assert _counts(team)[0] == {team.decides.id: 1}
    second = _set_aside(team, 19, 45)
    assert _counts(team)[0] == {}

    team.project.do(ChangeSet("Shorten", (Change(second, replace(second, start=22)),)))
    assert _counts(team)[0] == {team.decides.id: 1}, "words that are not set aside stand between"


def test_counts_are_of_the_coders_and_article_asked_for(team: Team) -> None:
    _coded(team)
    other = making.add_article(team.project, title="Other", file="other.txt")
    making.code(team.project, other, 0, 18, team.decides)
    team.as_ben()
    making.code(team.project, team.article, 0, 9, team.decides)
    team.as_ann()
    _set_aside(team, 0, 18)

    project, article = team.project, team.article.id
    assert project.counts_by_code(coders=[team.ann.id]) == {team.decides.id: 1, team.joins.id: 1}
    assert project.counts_by_code(coders=[team.ben.id]) == {}
    assert project.counts_by_code(article=article) == {team.joins.id: 1}
    assert project.counts_by_coder(codes=[team.decides.id]) == {team.ann.id: 1}
    assert project.counts_by_coder(codes=[team.decides.id], with_aside=True) == {team.ann.id: 2, team.ben.id: 1}
    assert [one.coder for one in project.codings_aside(coders=[team.ben.id])] == [team.ben.id]


def test_a_lost_coding_stands_nowhere_and_so_lies_in_nothing(team: Team) -> None:
    decides, _ = _coded(team)
    team.project.do(ChangeSet("Lose", (Change(decides, replace(decides, place="lost")),)))
    _set_aside(team, 0, 18)

    assert _counts(team)[0] == {team.decides.id: 1, team.joins.id: 1}
    assert team.project.codings_touching(article=team.article.id, coder=team.ann.id, start=0, end=18) == []


def test_codings_that_touch_a_stretch_are_found_by_a_letter_in_it(team: Team) -> None:
    _coded(team)

    def touching(start: int, end: int) -> list[str]:
        ask = team.project.codings_touching
        return [one.quote for one in ask(article=team.article.id, coder=team.ann.id, start=start, end=end)]

    assert touching(17, 23) == ["The board decides.", "buys care"]
    assert touching(18, 22) == []
    assert touching(30, 90) == ["buys care"]
