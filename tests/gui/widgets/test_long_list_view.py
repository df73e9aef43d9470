"""A list of a hundred thousand rows: its places are reckoned as one would count them, and keys pass heads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize, Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.long_list_view import LongListView, Places
from refdesk.gui.widgets.rows import CONTACT_ROW, Row, SectionHead

WHOLE = 100_000


class CountingDelegate(RowDelegate):
    """Knows how often Qt asked for a size, and which rows were painted."""

    asked = 0
    painted: tuple[int, ...] = ()

    def paint(self, painter, option, index):  # type: ignore[no-untyped-def] # as its base
        self.painted = (*self.painted, index.row())
        super().paint(painter, option, index)

    def sizeHint(self, option, index):  # type: ignore[no-untyped-def] # as its base
        self.asked += 1
        return super().sizeHint(option, index)


@pytest.fixture
def shown(theme: Theme):  # type: ignore[no-untyped-def] # a view, its model and what was fetched
    fetched: list[str] = []

    def fetch(ids):  # type: ignore[no-untyped-def] # the rows of a test
        fetched.extend(ids)
        return [Row(id=id_, title=f"Person {id_}", accessible=id_) for id_ in ids]

    view = LongListView(theme, "People", CountingDelegate(theme, CONTACT_ROW))
    model = ListModel(fetch, view)
    view.setModel(model)
    view.resize(268, 700)
    view.show()
    half = WHOLE // 2
    ids = [str(number) for number in range(WHOLE)]
    model.set_entries([SectionHead("A", half), *ids[:half], SectionHead("B", half), *ids[half:]])
    QApplication.processEvents()
    yield view, model, fetched
    view.close()


@given(
    count=st.integers(0, 30),
    heads=st.sets(st.integers(0, 29)),
    heights=st.tuples(st.integers(1, 9), st.integers(1, 9)),
)
def test_reckoned_places_are_the_counted_ones(count: int, heads: set[int], heights: tuple[int, int]) -> None:
    row_height, head_height = heights
    rows = sorted(head for head in heads if head < count)
    places = Places(count, rows, row_height, head_height)
    expected = [row for row in range(count) for _ in range(head_height if row in rows else row_height)]
    assert places.height == len(expected)
    assert [places.row_at(y) for y in range(-1, len(expected) + 1)] == [-1, *expected, -1]
    assert [places.top(row) for row in range(count)] == [expected.index(row) for row in range(count)]


def test_a_long_list_is_painted_at_once_and_asks_no_row_for_its_size(shown) -> None:  # type: ignore[no-untyped-def]
    view, _, fetched = shown
    image = view.grab().toImage()
    assert view.itemDelegate().asked == 0
    assert 0 < len(fetched) <= 200
    blank = image.pixelColor(134, 4)
    assert any(image.pixelColor(x, y) != blank for x in range(20, 120) for y in range(30, 60))


def test_what_is_scrolled_to_is_painted(shown) -> None:  # type: ignore[no-untyped-def]
    view, _, _ = shown
    delegate = view.itemDelegate()
    for far in (40, 1_000_000):
        delegate.painted = ()
        view.verticalScrollBar().setValue(far)
        QApplication.processEvents()
        first, last = (view.indexAt(QPoint(5, y)).row() for y in (1, view.viewport().height() - 1))
        assert last in delegate.painted
    assert set(range(first, last + 1)) <= set(delegate.painted)


def test_keys_lead_from_row_to_row_over_heads_and_to_both_ends(shown) -> None:  # type: ignore[no-untyped-def]
    view, model, _ = shown
    view.go_to_first()
    for key, row in (
        (Qt.Key.Key_End, WHOLE + 1),
        (Qt.Key.Key_Up, WHOLE),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Down, 2),
    ):
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    view.setCurrentIndex(model.index(WHOLE // 2))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == WHOLE // 2 + 2
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() > WHOLE // 2 + 10
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.currentIndex().row() == WHOLE // 2 + 2


def test_a_click_chooses_the_row_below_it_and_a_head_is_none(shown) -> None:  # type: ignore[no-untyped-def]
    view, model, _ = shown
    view.verticalScrollBar().setValue(view.places().top(777))
    spot = view.visualRect(model.index(780)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.currentIndex().row() == 780
    assert [index.row() for index in view.selectedIndexes()] == [780]
    view.verticalScrollBar().setValue(0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 5))
    assert view.currentIndex().row() == 780
    assert not view.indexAt(QPoint(10, view.places().height + 1)).isValid()


def test_the_first_row_is_shown_with_the_head_above_it(shown) -> None:  # type: ignore[no-untyped-def]
    view, model, _ = shown
    view.setCurrentIndex(model.index(WHOLE))
    view.setCurrentIndex(model.index(1))
    assert view.verticalScrollBar().value() == 0


def test_heights_follow_the_look(shown, theme: Theme) -> None:  # type: ignore[no-untyped-def]
    view, _, _ = shown
    before = view.verticalScrollBar().maximum()
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() > before
    theme.set_appearance(Appearance(Scheme.LIGHT, density=Density.COMPACT))
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() < before


def test_a_row_that_leaves_takes_its_place_with_it(shown) -> None:  # type: ignore[no-untyped-def]
    view, model, _ = shown
    view.setCurrentIndex(model.index(5))
    before = view.places().height
    model.remove("4")
    QApplication.processEvents()
    assert view.places().height == before - view.places().row_height
    assert view.current_id() == "5"
