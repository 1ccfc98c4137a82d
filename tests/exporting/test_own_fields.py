"""Two fields whose names become one column stay apart."""

from __future__ import annotations

from annotator.exporting.own_fields import own_columns, own_names
from annotator.model.records import Field


def test_columns_and_names_are_each_there_once() -> None:
    names = ("Region, part", "Region/part", "Region", "region", "Région")
    fields = [Field(id=str(at), name=name, position=at, coder="c", created="2016") for at, name in enumerate(names)]
    assert list(own_columns(fields).values()) == [
        "field_Region_part", "field_Region_part_2", "field_Region", "field_region_2", "field_Région",
    ]  # fmt: skip
    assert list(own_names(fields).values()) == ["Region, part", "Region/part", "Region", "region_2", "Région"]
