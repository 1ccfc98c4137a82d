"""The text keeps its width while the window is resized, and gives way to the margin only in steps."""

from annotator.ui.article.measures import NARROWEST, measures_for


def test_at_1440_the_columns_are_those_of_the_design() -> None:
    columns = measures_for(864, 1.0)
    assert (columns.left, columns.gutter, columns.text, columns.gap, columns.names) == (0, 48, 584, 20, 170)


def test_at_1024_the_text_is_512_and_names_are_shorter() -> None:
    columns = measures_for(720, 1.0)
    assert (columns.left, columns.gutter, columns.text, columns.gap, columns.names) == (0, 36, 512, 16, 112)


def test_extra_width_goes_to_both_sides_of_the_text() -> None:
    wide = measures_for(1264, 1.0)
    assert wide.text == 584
    assert wide.left == (1264 - 864 - 10) // 2


def test_first_the_names_shrink_to_labels_then_the_text_narrows_and_never_below_its_limit() -> None:
    assert measures_for(650, 1.0).text == 512
    assert measures_for(650, 1.0).names < 112
    narrowed = [measures_for(width, 1.0).text for width in range(631, 300, -1)]
    assert narrowed == sorted(narrowed, reverse=True)
    assert narrowed[-1] == NARROWEST
    assert len(set(narrowed)) < 10


def test_a_larger_reading_size_widens_the_text_only_as_far_as_there_is_room() -> None:
    assert measures_for(2000, 1.5).text == 876
    crowded = measures_for(864, 2.0)
    assert 584 <= crowded.text < 864 - crowded.names
