"""How a key is named in a sentence: always the one that is set now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.ui.actions import BY_ID
from annotator.ui.keycap import key_in_words
from annotator.ui.shortcuts.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.ui.actions import Action

IN_BRACES = re.compile(r"\{(\w+)\}")


def first_key(action_id: str, chosen: Mapping[str, str] | None = None) -> str:
    """Return the first key of an action in portable form, empty where it has none; `chosen` instead of those set."""
    return next(iter(keys_of(BY_ID[action_id], chosen)), "")


def with_keys(sentence: str, chosen: Mapping[str, str] | None = None) -> str:
    """Put in keys for the ids of actions that stand in braces; an action without a key is named."""
    return IN_BRACES.sub(lambda found: _named(found[1], chosen), sentence)


def help_of(action: Action, chosen: Mapping[str, str] | None = None) -> str:
    """Return what an action does, after where its keys act if that is neither everywhere nor in the article."""
    does = with_keys(action.help, chosen)
    return f"{action.place}: {does[0].lower()}{does[1:]}" if action.place else does


def present_keys(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    """Return key and words for each action's id and words, those without a key left out."""
    named = ((first_key(action_id), words) for action_id, words in pairs)
    return [(key, words) for key, words in named if key]


def _named(action_id: str, chosen: Mapping[str, str] | None) -> str:
    if action_id not in BY_ID:  # such as a code's name that has braces
        return f"{{{action_id}}}"
    key = first_key(action_id, chosen)
    return key_in_words(key) if key else f"“{BY_ID[action_id].text.rstrip('…')}”"
