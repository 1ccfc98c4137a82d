"""The painter asks which codings are visible: the index must agree with looking at every one of them."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotator.model.interval_index import IntervalIndex

PLACES = st.one_of(st.integers(0, 2_000), st.sampled_from([511, 512, 513, 4_095, 4_096, 32_768, 262_144, 5_000_000]))
LENGTHS = st.one_of(st.integers(1, 60), st.sampled_from([511, 512, 4_096, 300_000]))


class Coding(RuleBasedStateMachine):
    """An analyst who codes, moves, removes and scrolls at random."""

    def __init__(self) -> None:
        super().__init__()
        self.index = IntervalIndex()
        self.plain: dict[str, tuple[int, int]] = {}

    @rule(item=st.sampled_from("abcdefgh"), start=PLACES, length=LENGTHS)
    def code(self, item: str, start: int, length: int) -> None:
        self.index.add(item, start, start + length)
        self.plain[item] = (start, start + length)

    @rule(item=st.sampled_from("abcdefgh"))
    def remove(self, item: str) -> None:
        if item in self.plain:
            self.index.remove(item)
            del self.plain[item]
        else:
            with pytest.raises(KeyError):
                self.index.remove(item)

    @rule(start=PLACES, length=LENGTHS)
    def scroll(self, start: int, length: int) -> None:
        end = start + length
        visible = [(a, -b, item) for item, (a, b) in self.plain.items() if a < end and start < b]
        assert self.index.overlapping(start, end) == [item for _, _, item in sorted(visible)]

    @invariant()
    def nothing_is_lost(self) -> None:
        assert len(self.index) == len(self.plain)
        assert all(item in self.index and self.index.span(item) == span for item, span in self.plain.items())
        assert set(self.index.overlapping(0, 10_000_000)) == set(self.plain)


TestCoding = Coding.TestCase
TestCoding.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_passages_that_only_touch_the_window_are_not_in_it() -> None:
    index = IntervalIndex()
    index.add("before", 0, 10)
    index.add("inside", 10, 20)
    index.add("after", 20, 30)
    assert index.overlapping(10, 20) == ["inside"]
    assert index.overlapping(15, 15) == []
