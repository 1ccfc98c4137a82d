"""Where there is room for two letters only, no two coders have the same."""

from annotator.ui.initials import initials_of


def test_first_and_last_word_give_the_letters_and_one_word_its_beginning() -> None:
    names = {"a": "Coder A", "b": "mary anne jones", "c": "Ann", "d": "Agreed", "e": ""}
    assert initials_of(names) == {"a": "CA", "b": "MJ", "c": "An", "d": "Ag", "e": "?"}


def test_people_with_the_same_letters_are_numbered() -> None:
    names = {"a": "Coder A", "b": "Cy Arno", "c": "Carl Auer"}
    assert initials_of(names) == {"a": "CA", "b": "CA2", "c": "CA3"}
