"""A scheme kept in a table, ours or another program's, becomes a tree of codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.importing.scheme_csv import read_scheme
from annotator.model.errors import CannotRead
from annotator.model.scheme_rows import SchemeRow

if TYPE_CHECKING:
    from collections.abc import Callable

PATHS = [("Funding",), ("Funding", "Pooled budget"), ("Funding", "Pooled budget", "Terms")]


def test_our_own_columns_are_all_read(written: Callable[..., Path]) -> None:
    path = written(
        "scheme.csv",
        "label,path,short_name,colour,definition,include,exclude,examples,key,codable\r\n"
        ",Funding,,#0fF,Money,,,,,false\r\n"
        'F2,Funding > Pooled  budget (>5%),Pooled,rgb(1; 2; 3),"Shared\r\nmoney",in,out,"“x”, she said",4,true\r\n',
    )
    scheme = read_scheme(path)
    assert scheme.has_keys
    assert scheme.rows == (
        SchemeRow(path=("Funding",), colour="#00ffff", definition="Money", codable=False, row=1),
        SchemeRow(
            label="F2",
            path=("Funding", "Pooled  budget (>5%)"),
            short_name="Pooled",
            definition="Shared\nmoney",
            include="in",
            exclude="out",
            examples="“x”, she said",
            key=4,
            codable=True,
            row=2,
        ),
    )
    assert scheme.rows[1].name == "Pooled  budget (>5%)"
    assert len(scheme.notes) == 1
    assert "the colour of “Funding > Pooled  budget (>5%)” is not known" in scheme.notes[0]


@pytest.mark.parametrize(
    "table",
    [
        "path\nFunding\nFunding > Pooled budget\nFunding > Pooled budget > Terms\n",
        "Code;Memo\nFunding;x\nFunding > Pooled budget;y\nFunding > Pooled budget > Terms;\n",
        "path\tdescription\nFunding\t\nFunding>>Pooled budget\t\nFunding>>Pooled budget>>Terms\t\n",
        "tag,description\nFunding,\nFunding::Pooled budget,\nFunding::Pooled budget::Terms,\n",
        "path\nFunding\nFunding\\Pooled budget\nFunding\\Pooled budget\\Terms\n",
        "path\nFunding\nFunding>Pooled budget\nFunding > Pooled budget>Terms\n".replace(" > ", ">"),
        "name,parent\nFunding,\nPooled budget,Funding\nTerms,pooled  BUDGET\n",
        "Theme,Category\nTerms,Pooled budget\nPooled budget,Funding\nFunding,\n",
        "name,parent\nTerms,Funding > Pooled budget\nPooled budget,Funding\nFunding,\n",
        "label,name,parent\nF,Funding,\nF2,Pooled budget,F\n,Terms,F2\n",
        "Level 1,Level 2,Level 3\nFunding,,\n,Pooled budget,\n,,Terms\n",
        "Level 1,Level 2,Level 3\nFunding,Pooled budget,Terms\n",
        "path,name\n,Funding\nFunding,Pooled budget\nFunding > Pooled budget,Terms\n",
        "Tabela 1\n\nname;parent\nFunding;\n\nPooled budget;Funding\n;\nTerms;Pooled budget\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_tree_is_found_in_every_shape(written: Callable[..., Path], table: str, encoding: str) -> None:
    scheme = read_scheme(written("scheme.csv", table.encode(encoding)))
    assert [row.path for row in scheme.rows] == PATHS
    assert not scheme.has_keys


def test_a_parent_that_is_only_named_is_made_and_takes_no_codings(written: Callable[..., Path]) -> None:
    scheme = read_scheme(written("scheme.csv", "name,parent\nPooled budget,Funding\n"))
    assert scheme.rows == (SchemeRow(path=("Funding",), codable=False, row=0), SchemeRow(path=PATHS[1], row=1))
    assert scheme.notes == ("“Funding” is named only as a parent; where it is new, it takes no codings.",)


@pytest.mark.parametrize("table", ["name,parent\nA,B\nB,C\nC,A\n", "name,parent\nA,a\n"])
def test_parents_in_a_circle_are_refused(written: Callable[..., Path], table: str) -> None:
    with pytest.raises(CannotRead, match="below itself, so nothing was read"):
        read_scheme(written("scheme.csv", table))


def test_a_code_may_be_called_as_its_parent(written: Callable[..., Path]) -> None:
    scheme = read_scheme(written("scheme.csv", "name,parent\nFunding,Funding\nFunding,\n"))
    assert [row.path for row in scheme.rows] == [("Funding",), ("Funding", "Funding")]


def test_forty_levels_are_read_and_ten_thousand_refused(written: Callable[..., Path]) -> None:
    deep = " > ".join(f"level {number}" for number in range(40))
    assert len(read_scheme(written("scheme.csv", f"path\n{deep}\n")).rows) == 40
    chain = "\n".join(f"c{number},c{number + 1}" for number in range(10_000))
    for table in ("path\n" + " > ".join("x" * 10_000), f"name,parent\n{chain}\n"):
        with pytest.raises(CannotRead, match="more than 100 deep"):
            read_scheme(written("scheme.csv", table))


def test_keys_are_one_to_nine_and_each_is_given_once(written: Callable[..., Path]) -> None:
    scheme = read_scheme(written("scheme.csv", "name,key\nA,1\nB,1\nC,0\nD,x\nE,²\nF,\nG,9\n"))
    assert [row.key for row in scheme.rows] == [1, None, None, None, None, None, 9]
    assert scheme.notes[0] == "Row 2: the key of “B” belongs to “A” already; it was dropped."
    assert len(scheme.notes) == 4


def test_the_same_path_twice_is_said(written: Callable[..., Path]) -> None:
    scheme = read_scheme(written("scheme.csv", "path,definition\nA > B,first\na >  b,second\nA,\n"))
    assert [(row.path, row.definition) for row in scheme.rows] == [(("A",), ""), (("A", "B"), "first")]
    assert scheme.notes == ("Row 2: “a > b” is there twice; the first row was taken.",)


def test_a_code_column_beside_a_name_is_the_label(written: Callable[..., Path]) -> None:
    (row,) = read_scheme(written("scheme.csv", "Code,Name,When to use,When not to use,Quote\nF2,Pooled,a,b,c\n")).rows
    assert row == SchemeRow(label="F2", path=("Pooled",), include="a", exclude="b", examples="c", row=1)


@pytest.mark.parametrize("table", ["", "a,b\n1,2\n", "name\n", "name,parent\n,Funding\n", "definition\nx\n"])
def test_a_file_that_names_no_code_is_a_sentence(written: Callable[..., Path], table: str) -> None:
    with pytest.raises(CannotRead, match="no scheme was read"):
        read_scheme(written("scheme.csv", table))


def test_a_name_of_four_thousand_characters_is_kept(written: Callable[..., Path]) -> None:
    assert read_scheme(written("scheme.csv", "name\n" + "n" * 4_000 + "\n")).rows[0].name == "n" * 4_000


def test_the_scheme_that_ships_is_read_without_a_note() -> None:
    path = Path(__file__).parents[2] / "seeds" / "scheme.csv"
    scheme = read_scheme(path)
    assert scheme.notes == ()
    assert len({row.label for row in scheme.rows if row.label}) == 42
