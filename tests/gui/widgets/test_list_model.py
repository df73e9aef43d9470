"""The model fetches by the page and only what is looked at, and keeps heads and rows in step."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from refdesk.gui.widgets.list_model import PAGE, PAGES_KEPT, ListModel
from refdesk.gui.widgets.rows import Row, RowRole, SectionHead
from tests.gui.widgets.lists import ENTRIES, Source


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source) -> ListModel:
    model = ListModel(source.fetch)
    model.set_entries(ENTRIES)
    return model


def shown(model: ListModel) -> list[str]:
    heads = [model.index(place).data(RowRole.HEAD) for place in range(model.rowCount())]
    ids = [model.index(place).data(RowRole.ID) for place in range(model.rowCount())]
    return [f"{head.title} {head.count}" if head else row_id for head, row_id in zip(heads, ids, strict=True)]


def test_nothing_is_fetched_until_it_is_looked_at(source: Source) -> None:
    model = ListModel(source.fetch)
    model.set_entries([str(number) for number in range(1000)])
    assert [model.index(place).data(RowRole.HEAD) for place in range(1000)] == [None] * 1000
    assert source.asked == []
    assert model.index(250).data() == "Thank 250"
    assert [(len(ids), ids[0]) for ids in source.asked] == [(PAGE, "200")]


def test_a_long_list_is_not_kept_whole(source: Source) -> None:
    model = ListModel(source.fetch)
    count = PAGE * (PAGES_KEPT + 1)
    model.set_entries([str(number) for number in range(count)])
    for place in range(0, count, PAGE):
        model.index(place).data()
    assert len(source.asked) == PAGES_KEPT + 1
    model.index(count - 1).data()
    assert len(source.asked) == PAGES_KEPT + 1
    model.index(0).data()
    assert len(source.asked) == PAGES_KEPT + 2


def test_rows_and_heads_speak(model: ListModel) -> None:
    head, first = model.index(0), model.index(1)
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "Due, 2 items"
    assert model.index(3).data(Qt.ItemDataRole.AccessibleTextRole) == "Later, 1 item"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Thank a. Due today."
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Space marks it done"
    assert isinstance(first.data(RowRole.ROW), Row)
    assert head.data(RowRole.ROW) is None
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    assert head.flags() & Qt.ItemFlag.ItemIsEnabled
    assert first.flags() & Qt.ItemFlag.ItemIsSelectable


def test_only_changed_rows_are_read_anew(model: ListModel, source: Source) -> None:
    model.index(1).data()
    source.asked.clear()
    changed: list[int] = []
    model.dataChanged.connect(lambda top, _bottom, _roles: changed.append(top.row()))
    model.refresh({"b", "not shown"})
    assert changed == [2]
    assert model.index(2).data() == "Thank b"
    assert source.asked == [("b",)]


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("a", ["Due 1", "b", "Later 1", "c", "Some day 1", "d"]),
        ("c", ["Due 2", "a", "b", "Some day 1", "d"]),
        ("d", ["Due 2", "a", "b", "Later 1", "c"]),
        ("nobody", ["Due 2", "a", "b", "Later 1", "c", "Some day 1", "d"]),
    ],
)
def test_a_row_leaves_and_its_section_with_the_last(model: ListModel, gone: str, left: list[str]) -> None:
    model.remove(gone)
    assert shown(model) == left


def test_rows_without_a_head_can_leave(source: Source) -> None:
    model = ListModel(source.fetch)
    model.set_entries(["a", "b"])
    model.remove("a")
    assert shown(model) == ["b"]


def test_somebody_deleted_meanwhile_is_an_empty_row_asked_for_once(model: ListModel, source: Source) -> None:
    source.gone = {"b"}
    assert [model.index(2).data(), model.index(2).data(RowRole.ROW)] == [None, None]
    assert len(source.asked) == 1


def test_places(model: ListModel) -> None:
    assert model.place_of("c").row() == 4
    assert not model.place_of("nobody").isValid()
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
    assert SectionHead("Due", 1) != SectionHead("Due", 2)
