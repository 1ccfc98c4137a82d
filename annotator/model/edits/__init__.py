"""The verbs: one pure function each, keyword arguments in, a change set out."""

from annotator.model.edits.articles import finish_reading, import_articles, remove_article, set_metadata
from annotator.model.edits.cast import leave_out_speaker, set_interview
from annotator.model.edits.coders import add_coder
from annotator.model.edits.codings import (
    code_passage,
    code_passages,
    mark_unsure,
    recode,
    remove_coding,
    set_stance,
    write_memo,
)
from annotator.model.edits.describing import Description, describe_articles, take_facts
from annotator.model.edits.fields import add_field, change_field, delete_field, set_value
from annotator.model.edits.groups import add_group, delete_group, put_in_group, rename_group, take_out_of_group
from annotator.model.edits.judging import answer_verdict, freeze_round, judge_coding, open_round
from annotator.model.edits.looking import look_at_others
from annotator.model.edits.memos import write_note
from annotator.model.edits.people import add_form, add_person, forget_person, merge_people, remove_form
from annotator.model.edits.reading_on import mark_nothing_to_code
from annotator.model.edits.scheme import (
    add_code,
    delete_code,
    describe_code,
    merge_codes,
    move_code,
    recolour_code,
    rename_code,
    set_key,
)
from annotator.model.edits.scheme_describing import revise_code
from annotator.model.edits.scheme_import import SchemeMerge, import_scheme
from annotator.model.edits.scheme_split import split_code
from annotator.model.edits.settling import (
    adopt_matches,
    decide,
    discuss,
    reopen,
    settle_alike,
    settle_boundaries,
    write_reason,
)
from annotator.model.edits.shaping import join_codings, move_ends, split_coding
from annotator.model.edits.speakers import confirm_cast, mark_quotation, name_speaker, rename_speaker, set_via
from annotator.model.edits.suggestions import accept_suggestion, bring_back_suggestion, decline_suggestion
from annotator.model.edits.zones import change_zone, set_aside

__all__ = [
    "Description",
    "SchemeMerge",
    "accept_suggestion",
    "add_code",
    "add_coder",
    "add_field",
    "add_form",
    "add_group",
    "add_person",
    "adopt_matches",
    "answer_verdict",
    "bring_back_suggestion",
    "change_field",
    "change_zone",
    "code_passage",
    "code_passages",
    "confirm_cast",
    "decide",
    "decline_suggestion",
    "delete_code",
    "delete_field",
    "delete_group",
    "describe_articles",
    "describe_code",
    "discuss",
    "finish_reading",
    "forget_person",
    "freeze_round",
    "import_articles",
    "import_scheme",
    "join_codings",
    "judge_coding",
    "leave_out_speaker",
    "look_at_others",
    "mark_nothing_to_code",
    "mark_quotation",
    "mark_unsure",
    "merge_codes",
    "merge_people",
    "move_code",
    "move_ends",
    "name_speaker",
    "open_round",
    "put_in_group",
    "recode",
    "recolour_code",
    "remove_article",
    "remove_coding",
    "remove_form",
    "rename_code",
    "rename_group",
    "rename_speaker",
    "reopen",
    "revise_code",
    "set_aside",
    "set_interview",
    "set_key",
    "set_metadata",
    "set_stance",
    "set_value",
    "set_via",
    "settle_alike",
    "settle_boundaries",
    "split_code",
    "split_coding",
    "take_facts",
    "take_out_of_group",
    "write_memo",
    "write_note",
    "write_reason",
]
