"""Each set of keys holds: no key means two things, and none takes what moves and selects in the text."""

from __future__ import annotations

import pytest

from annotator.ui.actions import ACTIONS, BY_ID
from annotator.ui.shortcuts.keys import keys_of, refusal
from annotator.ui.shortcuts.presets import PRESETS, preset_of


@pytest.mark.parametrize("name", PRESETS)
def test_no_key_of_a_set_is_refused(name: str) -> None:
    chosen = PRESETS[name]
    assert set(chosen) <= set(BY_ID)
    for action in ACTIONS:
        for key in keys_of(action, chosen):
            if key != "?":
                assert not refusal(action, key, chosen), (action.id, key)
    assert preset_of(chosen) == name


def test_without_single_keys_nothing_is_done_by_typing_a_character() -> None:
    chosen = PRESETS["No single keys"]
    for action in ACTIONS:
        for key in keys_of(action, chosen):
            assert len(key.removeprefix("Shift+")) > 1, (action.id, key)
