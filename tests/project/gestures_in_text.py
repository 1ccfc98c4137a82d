"""What two coders can say about stretches of a text: set aside, spoken by somebody, proposed for a code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import rule
from two_coders import TwoCoders, picked

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Quotation, new_id, now

if TYPE_CHECKING:
    from annotator.model.records import Article, Declined, Grade, Zone

NUMBER = st.integers(0, 40)
SPEAKERS = st.sampled_from(["", "the chair", "A council  leader", "Ça va"])


class GesturesInText(TwoCoders):
    """Rules on zones, quotations and suggestions."""

    @rule(number=NUMBER, start=NUMBER, length=st.integers(1, 9))
    def set_aside(self, number: int, start: int, length: int) -> None:
        if article := self.article(number):
            text = self.project.text(article.text_sha256)
            self.do("set_aside", lambda: edits.set_aside(
                article=article, text=text, start=start, end=start + length, coder=self.project.coder,
                zones=self.project.zones(article.id),
            ))  # fmt: skip

    @rule(number=NUMBER, state=st.sampled_from(["kept", "set aside"]))
    def change_zone(self, number: int, state: str) -> None:
        if zone := picked(self.project.zones(), number):
            self.do("change_zone", lambda: edits.change_zone(zone=zone, state=state, coder=self.project.coder))

    @rule(number=NUMBER, start=NUMBER, length=st.integers(1, 9), speaker=SPEAKERS)
    def mark_quotation(self, number: int, start: int, length: int, speaker: str) -> None:
        if article := self.article(number):
            text = self.project.text(article.text_sha256)
            self.do("mark_quotation", lambda: edits.mark_quotation(
                article=article, text=text, start=start, end=start + length, speaker=speaker,
                coder=self.project.coder, existing=self.project.quotations(article.id),
            ))  # fmt: skip
            if speaker and number % 3 == 0:
                self.settle_cast(article, speaker, "guess" if start % 4 == 0 else "likely", f"A speaker {length}")

    @rule(number=NUMBER, speaker=SPEAKERS, via=st.sampled_from([None, "", "the editor"]))
    def name_speaker(self, number: int, speaker: str, via: str | None) -> None:
        if one := picked(self.project.quotations(), number):
            self.do("name_speaker", lambda: edits.name_speaker(
                quotation=one, speaker=speaker, via=via, coder=self.project.coder
            ))  # fmt: skip

    def settle_cast(self, article: Article, speaker: str, grade: Grade, new: str) -> None:
        """Rules look at an article again and find a quotation; the cast is confirmed, then somebody renamed."""
        found = Quotation(
            id=new_id(), article=article.id, start=0, end=3, kind="quotation", speaker=speaker, grade=grade,
            printed="she", created=now(),
        )  # fmt: skip
        self.do("find_quotation", lambda: ChangeSet("Find quotations", (Change(None, found),)))
        self.do("confirm_cast", lambda: edits.confirm_cast(
            quotations=self.project.quotations(article.id), coder=self.project.coder
        ))  # fmt: skip
        self.do("rename_speaker", lambda: edits.rename_speaker(
            quotations=self.project.quotations(), old=speaker.upper(), new=new, coder=self.project.coder
        ))  # fmt: skip
        spoken = [one for one in self.project.quotations(article.id) if one.speaker]
        if spoken:
            self.do("set_via", lambda: edits.set_via(quotation=spoken[-1], via=f"{new} B", coder=self.project.coder))
        self.do("leave_out_speaker", lambda: edits.leave_out_speaker(
            quotations=self.project.quotations(article.id), speaker=new, coder=self.project.coder
        ))  # fmt: skip
        self.know_people(article, speaker, new)
        another = replace(found, id=new_id(), speaker="", grade="guess")
        self.do("find_quotation", lambda: ChangeSet("Find quotations", (Change(None, another),)))
        self.do("set_interview", lambda: edits.set_interview(
            article=article, text=self.project.text(article.text_sha256), speaker=speaker, coder=self.project.coder,
            quotations=self.project.quotations(article.id), zones=self.project.zones(article.id),
        ))  # fmt: skip

    def know_people(self, article: Article, one: str, other: str) -> None:
        """Somebody is made known with a form of the name, loses it, becomes another one and is forgotten."""
        project, more = self.project, {"article": article, "coder": self.project.coder}
        self.do("add_person", lambda: edits.add_person(name=f"{one} A", people=project.people(article.id), **more))
        for verb, said in ((edits.add_form, {"form": f"the {one}"}), (edits.merge_people, {"into": f"{other} B"})):
            self.do(verb.__name__, lambda verb=verb, said=said: verb(
                name=f"{one} A", people=project.people(article.id), quotations=project.quotations(article.id), **said,
                **more,
            ))  # fmt: skip
            known = project.people(article.id)
            if verb is edits.add_form and known and known[0].form_list:
                self.do("remove_form", lambda known=known: edits.remove_form(
                    person=known[0], form=known[0].form_list[0]
                ))  # fmt: skip
        if len(project.people(article.id)) > 1:
            self.do("forget_person", lambda: edits.forget_person(person=project.people(article.id)[0]))

    @rule(number=NUMBER, which=NUMBER, start=NUMBER)
    def accept_suggestion(self, number: int, which: int, start: int) -> None:
        article, code = self.article(number), picked(self.codes, which)
        if article and code:
            text = self.project.text(article.text_sha256)
            self.do("accept_suggestion", lambda: edits.accept_suggestion(
                article=article, text=text, start=start, end=start + 5, code=code, coder=self.project.coder,
                existing=self.project.codings(articles=[article.id], coders=[self.me]),
            ))  # fmt: skip

    @rule(number=NUMBER, which=NUMBER, sentence=st.sampled_from(["One.", "Others wait."]))
    def decline_suggestion(self, number: int, which: int, sentence: str) -> None:
        article, code = self.article(number), picked(self.codes, which)
        if article and code:
            self.do("decline_suggestion", lambda: edits.decline_suggestion(
                article=article, sentence=sentence, code=code, coder=self.project.coder,
                existing=self.project.declined(coder=self.me),
            ))  # fmt: skip
        if number % 3 == 0:
            self.bring_back_suggestion(number)

    def bring_back_suggestion(self, number: int) -> None:
        one = picked(self.project.declined(coder=self.me), number)
        code = next((code for code in self.codes if one and code.id == one.code), None)
        if one and code:
            self.do("bring_back_suggestion", lambda: edits.bring_back_suggestion(declined=one, code=code))

    def found_in_text(self, article: str) -> list[Zone | Quotation | Declined]:
        """All that goes with an article beside its codings, readings and memos."""
        project = self.project
        return [*project.zones(article), *project.quotations(article), *project.declined(article=article)]
